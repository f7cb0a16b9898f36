// Well-known binary to GeoJSON: ISO (types + 1000/2000/3000 for Z, M, ZM) and PostGIS EWKB (flags, SRID), either
// byte order, and the GeoPackage envelope around it (OGC 12-128r19, clause 2.1.3). Z and M are dropped. Counts are
// held against the bytes that are left, so that a wrong one fails at once.

export interface WkbGeometry {
  /** GeoJSON; null for an empty geometry. */
  readonly geometry: unknown;
  /** SRID in the EWKB; null without. */
  readonly srid: number | null;
}

/** Throws an Error with the reason when the bytes are not WKB of a type that GeoJSON has. */
export function parseWkb(bytes: Uint8Array, start = 0): WkbGeometry {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const scanner: Scanner = { view, at: start, srid: null };
  const geometry = readGeometry(scanner, 0);
  return { geometry, srid: scanner.srid };
}

/** A GeoPackage geometry blob: header, envelope, WKB. */
export function parseGeoPackageBlob(bytes: Uint8Array): unknown {
  if (bytes.length < 8 || bytes[0] !== 0x47 || bytes[1] !== 0x50) throw new Error("no GeoPackage geometry");
  const flags = bytes[3]!;
  const envelope = ENVELOPE_DOUBLES[(flags >> 1) & 7];
  if (envelope === undefined || flags & 32) throw new Error(`geometry flags ${flags}`);
  return flags & 16 ? null : parseWkb(bytes, 8 + 8 * envelope).geometry;
}
/** Doubles in the envelope by its indicator: none, xy, xyz, xym, xyzm. */
const ENVELOPE_DOUBLES: readonly (number | undefined)[] = [0, 4, 6, 6, 8];

interface Scanner {
  readonly view: DataView;
  at: number;
  srid: number | null;
}

/** How one geometry is written. */
interface Layout {
  readonly little: boolean;
  readonly dimensions: number;
}

const HAS_Z = 0x80000000;
const HAS_M = 0x40000000;
const HAS_SRID = 0x20000000;
const DEEPEST_COLLECTION = 8;
const NAMES = ["Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon"] as const;

function readGeometry(scanner: Scanner, depth: number): unknown {
  const { view } = scanner;
  const little = view.getUint8(scanner.at) === 1;
  const word = view.getUint32(scanner.at + 1, little);
  scanner.at += 5;
  if (word & HAS_SRID) {
    scanner.srid = view.getUint32(scanner.at, little);
    scanner.at += 4;
  }
  const code = word & 0x1fffffff;
  const iso = Math.trunc(code / 1000);
  const hasZ = (word & HAS_Z) !== 0 || iso === 1 || iso === 3;
  const hasM = (word & HAS_M) !== 0 || iso === 2 || iso === 3;
  const layout: Layout = { little, dimensions: 2 + Number(hasZ) + Number(hasM) };
  const type = code % 1000;
  if (type === 7) return readCollection(scanner, layout, depth);
  const name = NAMES[type - 1];
  if (name === undefined || iso > 3) throw new Error(`geometry type ${code}`);
  if (type > 3) return readMulti(scanner, layout, name, depth);
  const coordinates =
    type === 1
      ? readPosition(scanner, layout)
      : type === 2
        ? readPath(scanner, layout)
        : readMany(scanner, layout, 4, () => readPath(scanner, layout));
  const empty = type === 1 ? Number.isNaN(coordinates[0]) : coordinates.length === 0;
  return empty ? null : { type: name, coordinates };
}

function readMulti(scanner: Scanner, layout: Layout, type: string, depth: number): unknown {
  const members = readMembers(scanner, layout, depth) as { type: string; coordinates: unknown }[];
  const single = type.slice("Multi".length);
  const wrong = members.find((member) => member.type !== single);
  if (wrong !== undefined) throw new Error(`${wrong.type} in ${type}`);
  return members.length === 0 ? null : { type, coordinates: members.map(({ coordinates }) => coordinates) };
}

function readCollection(scanner: Scanner, layout: Layout, depth: number): unknown {
  const geometries = readMembers(scanner, layout, depth);
  return geometries.length === 0 ? null : { type: "GeometryCollection", geometries };
}

function readMembers(scanner: Scanner, layout: Layout, depth: number): unknown[] {
  if (depth >= DEEPEST_COLLECTION) throw new Error(`collections nested ${depth} deep`);
  const members = readMany(scanner, layout, 9, () => readGeometry(scanner, depth + 1));
  return members.filter((member) => member !== null);
}

/** A count and as many members of at least `least` bytes each. */
function readMany<T>(scanner: Scanner, { little }: Layout, least: number, read: () => T): T[] {
  const count = scanner.view.getUint32(scanner.at, little);
  scanner.at += 4;
  const left = scanner.view.byteLength - scanner.at;
  if (count * least > left) throw new Error(`${count} members in ${left} bytes`);
  return Array.from({ length: count }, read);
}

const readPath = (scanner: Scanner, layout: Layout): number[][] =>
  readMany(scanner, layout, 8 * layout.dimensions, () => readPosition(scanner, layout));

function readPosition(scanner: Scanner, { little, dimensions }: Layout): number[] {
  const { view, at } = scanner;
  scanner.at += 8 * dimensions;
  if (scanner.at > view.byteLength) throw new Error("bytes end within a position");
  return [view.getFloat64(at, little), view.getFloat64(at + 8, little)];
}
