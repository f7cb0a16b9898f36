// Well-known text (OGC Simple Features 1.2.1) and its PostGIS form with "SRID=n;" to GeoJSON. Z and M are dropped.
// One pass over the text; nesting is bounded, so that no text can exhaust the stack.

export interface WktGeometry {
  /** GeoJSON; null for EMPTY. */
  readonly geometry: unknown;
  /** EPSG number of "SRID=n;"; null without. */
  readonly srid: number | null;
}

/** null when the text is not WKT. */
export function parseWkt(text: string): WktGeometry | null {
  const [prefix = "", srid] = /^\s*SRID\s*=\s*(\d+)\s*;/i.exec(text) ?? [];
  const scanner: Scanner = { text, at: prefix.length };
  const geometry = readTagged(scanner, 0);
  skipBlanks(scanner);
  if (geometry === undefined || scanner.at < text.length) return null;
  return { geometry, srid: srid === undefined ? null : Number(srid) };
}

/** Does this look like WKT, without parsing it? */
export const looksLikeWkt = (text: string): boolean => LOOK.test(text);
const LOOK =
  /^\s*(?:SRID\s*=\s*\d+\s*;\s*)?(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY)/i;

interface Scanner {
  readonly text: string;
  at: number;
}

/** GeoJSON type by WKT tag, and how deep its lists of positions are nested. */
const TYPES: Readonly<Record<string, readonly [type: string, depth: number]>> = {
  POINT: ["Point", 0],
  LINESTRING: ["LineString", 1],
  POLYGON: ["Polygon", 2],
  MULTIPOINT: ["MultiPoint", 1],
  MULTILINESTRING: ["MultiLineString", 2],
  MULTIPOLYGON: ["MultiPolygon", 3],
};
const DEEPEST_COLLECTION = 4;

/** undefined when it is not a geometry, null when it is an empty one. */
function readTagged(scanner: Scanner, depth: number): unknown {
  const tag = word(scanner);
  if (/^(?:Z|M|ZM)$/.test(peekWord(scanner))) word(scanner);
  if (peekWord(scanner) === "EMPTY") {
    word(scanner);
    return tag in TYPES || tag === COLLECTION ? null : undefined;
  }
  const plain = tag.replace(/(?:ZM|Z|M)$/, "");
  if (plain === COLLECTION) return depth < DEEPEST_COLLECTION ? readCollection(scanner, depth) : undefined;
  const found = TYPES[plain];
  if (found === undefined) return undefined;
  const [type, levels] = found;
  const list = readList(scanner, Math.max(1, levels), type === "MultiPoint");
  const coordinates = type === "Point" && list !== null ? (list.length === 1 ? list[0] : null) : list;
  return coordinates === null ? undefined : { type, coordinates };
}
const COLLECTION = "GEOMETRYCOLLECTION";

function readCollection(scanner: Scanner, depth: number): unknown {
  const geometries: unknown[] = [];
  if (!take(scanner, "(")) return undefined;
  do {
    const member = readTagged(scanner, depth + 1);
    if (member === undefined) return undefined;
    if (member !== null) geometries.push(member);
  } while (take(scanner, ","));
  return take(scanner, ")") ? { type: "GeometryCollection", geometries } : undefined;
}

/** "( … , … )" nested `levels` deep; null when the text is otherwise. Points of a MULTIPOINT may be bracketed. */
function readList(scanner: Scanner, levels: number, bracketed: boolean): unknown[] | null {
  const members: unknown[] = [];
  if (!take(scanner, "(")) return null;
  do {
    const member = levels > 1 ? readList(scanner, levels - 1, false) : readMember(scanner, bracketed);
    if (member === null) return null;
    members.push(member);
  } while (take(scanner, ","));
  return take(scanner, ")") ? members : null;
}

function readMember(scanner: Scanner, bracketed: boolean): unknown[] | null {
  if (!bracketed || !take(scanner, "(")) return readPosition(scanner);
  const position = readPosition(scanner);
  return take(scanner, ")") ? position : null;
}

/** [x, y] of two to four numbers. */
function readPosition(scanner: Scanner): number[] | null {
  NUMBERS.lastIndex = scanner.at;
  const match = NUMBERS.exec(scanner.text);
  if (match === null) return null;
  scanner.at = NUMBERS.lastIndex;
  return [Number(match[1]), Number(match[2])];
}
const NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
const NUMBERS = new RegExp(`\\s*(${NUMBER})\\s+(${NUMBER})(?:\\s+(?:${NUMBER}|nan)){0,2}`, "y");

function skipBlanks(scanner: Scanner): void {
  while (/\s/.test(scanner.text[scanner.at] ?? "")) scanner.at++;
}

function take(scanner: Scanner, sign: string): boolean {
  skipBlanks(scanner);
  if (scanner.text[scanner.at] !== sign) return false;
  scanner.at++;
  return true;
}

function peekWord(scanner: Scanner): string {
  skipBlanks(scanner);
  WORD.lastIndex = scanner.at;
  return WORD.exec(scanner.text)?.[0].toUpperCase() ?? "";
}
const WORD = /[a-z]*/iy;

function word(scanner: Scanner): string {
  const found = peekWord(scanner);
  scanner.at += found.length;
  return found;
}
