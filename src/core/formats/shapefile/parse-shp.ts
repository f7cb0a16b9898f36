// The geometry file of a Shapefile (ESRI, "Shapefile Technical Description", 1998): records of points, lines and
// rings, checked at once and read one by one when asked for. Heights and measures are not used. Offsets come from the
// .shx when it fits, else record follows record; what a truncated or damaged file still holds is read, and each record
// that is lost is known.

import type { Shape, ShapeFault } from "../read-shape.ts";
import { pathShape, pointShape, readShape } from "../read-shape.ts";
import { polygonsOf } from "./polygons-of.ts";

export interface ShpRead {
  readonly count: number;
  /** GeoJSON geometry of a record; null for an empty shape and for a broken one. */
  readonly geometry: (record: number) => unknown;
  /** What readShape makes of it. */
  readonly shape: (record: number) => Shape | ShapeFault;
  /** Indices of records whose bytes are broken or missing. */
  readonly broken: readonly number[];
  /** The file ends before the length in its header, or in the middle of a record. */
  readonly cut: boolean;
}

/** null when these are not the bytes of a .shp at all. */
export function parseShp(bytes: Uint8Array, shx: Uint8Array | null): ShpRead | null {
  if (bytes.length < HEADER || viewOf(bytes).getInt32(0) !== FILE_CODE) return null;
  const view = viewOf(bytes);
  const { starts, cut } = indexedStarts(view, shx) ?? sequentialStarts(view);
  const broken: number[] = [];
  for (let i = 0; i < starts.length; i++) if (bodyOf(view, starts[i]!) === undefined) broken.push(i);
  const geometry = (record: number): unknown => readRecord(view, starts[record]!) ?? null;
  const room = createRoom();
  const shape = (record: number): Shape | ShapeFault =>
    readPath(view, starts[record]!, room) ?? readShape(geometry(record));
  return { count: starts.length, geometry, shape, broken, cut };
}

const HEADER = 100;
const FILE_CODE = 9994;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

interface Starts {
  /** Byte offsets of record headers. */
  readonly starts: ArrayLike<number>;
  readonly cut: boolean;
}

/** By the index file; null when there is none or it is not of this file. */
function indexedStarts(view: DataView, shx: Uint8Array | null): Starts | null {
  if (shx === null || shx.length < HEADER || viewOf(shx).getInt32(0) !== FILE_CODE) return null;
  const index = viewOf(shx);
  const starts = new Float64Array(Math.floor((shx.length - HEADER) / 8));
  let cut = false;
  for (let i = 0; i < starts.length; i++) {
    const at = HEADER + 8 * i;
    const start = 2 * index.getInt32(at);
    const length = index.getInt32(at + 4);
    const inside = start >= HEADER && start + 8 <= view.byteLength;
    if (inside && length > 0 && Math.abs(view.getInt32(start + 4) - length) > 4) return null;
    if (!inside && length > 0) cut = true;
    starts[i] = start;
  }
  return { starts, cut };
}

/** Record after record, to the end of the file or to the first that cannot be one. */
function sequentialStarts(view: DataView): Starts {
  const starts: number[] = [];
  let at = HEADER;
  while (at + 8 <= view.byteLength) {
    const words = view.getInt32(at + 4);
    if (words < 2) break;
    starts.push(at);
    at += 8 + 2 * words;
  }
  return { starts, cut: at !== view.byteLength || 2 * view.getInt32(24) > view.byteLength };
}

interface Body {
  /** First byte behind the shape type, and the end of the record. */
  readonly at: number;
  readonly end: number;
  /** Of READERS; null for an empty shape. */
  readonly kind: number | null;
}

/** undefined when the record's bytes are not there or do not make sense. */
function bodyOf(view: DataView, start: number): Body | undefined {
  const at = start + 8;
  if (start < HEADER || at + 4 > view.byteLength) return undefined;
  const end = Math.min(view.byteLength, at + 2 * view.getInt32(start + 4));
  if (end < at + 4) return undefined;
  const type = view.getInt32(at, true);
  if (type === 0) return { at: at + 4, end, kind: null };
  const kind = type === 31 ? 31 : type % 10;
  const isKnown = kind in READERS && type > 0 && (type <= 28 || type === 31);
  return isKnown && isSound(view, at + 4, end, kind) ? { at: at + 4, end, kind } : undefined;
}

function readRecord(view: DataView, start: number): unknown {
  const body = bodyOf(view, start);
  if (body === undefined || body.kind === null) return null;
  return READERS[body.kind]!(view, body.at);
}

/** A record of one point, line or ring without GeoJSON in between; null when it is anything else. */
function readPath(view: DataView, start: number, room: Room): Shape | ShapeFault | null {
  const body = bodyOf(view, start);
  if (body === undefined || body.kind === null) return null;
  const { at, kind } = body;
  if (kind === POINT) {
    const [x, y] = position(view, at);
    return Number.isNaN(x) || Number.isNaN(y) ? "none" : pointShape(x, y);
  }
  const isPath = kind === LINES || kind === RINGS;
  if (!isPath || view.getInt32(at + 32, true) !== 1 || view.getInt32(at + 40, true) !== 0) return null;
  const count = view.getInt32(at + 36, true);
  if (count === 0) return "none";
  const { numbers, used } = room.atLeast(2 * count);
  for (let i = 0; i < 2 * count; i++) numbers[used + i] = view.getFloat64(at + 44 + 8 * i, true);
  const shape = pathShape(kind === LINES ? "line" : "polygon", numbers, used, count);
  if (typeof shape === "object") room.use(shape.xy.length);
  return shape;
}

/** Vertices of many shapes in few arrays: one of its own for each would cost more than what is in it. */
interface Room {
  /** An array with as many free numbers behind `used`. */
  readonly atLeast: (free: number) => { readonly numbers: Float64Array; readonly used: number };
  readonly use: (count: number) => void;
}

function createRoom(): Room {
  let numbers = new Float64Array(0);
  let used = 0;
  return {
    atLeast: (free) => {
      if (used + free > numbers.length) {
        numbers = new Float64Array(Math.max(free, Math.min(ROOM, 1024 + 2 * numbers.length)));
        used = 0;
      }
      return { numbers, used };
    },
    use: (count) => {
      used += count;
    },
  };
}
const ROOM = 1 << 17;

type Position = [number, number];
/** Reads a body that is sound. */
type Reader = (view: DataView, at: number) => unknown;

const position = (view: DataView, at: number): Position => [
  view.getFloat64(at, true),
  view.getFloat64(at + 8, true),
];

/** Do the counts and offsets of a record stay within it? */
function isSound(view: DataView, at: number, end: number, kind: number): boolean {
  if (kind === POINT) return at + 16 <= end;
  if (kind === MULTIPOINT) {
    const count = at + 36 <= end ? view.getInt32(at + 32, true) : -1;
    return count >= 0 && at + 36 + 16 * count <= end;
  }
  if (at + 40 > end) return false;
  const parts = view.getInt32(at + 32, true);
  const points = view.getInt32(at + 36, true);
  const isTyped = kind === PATCHES;
  if (parts < 0 || points < 0 || at + 40 + (isTyped ? 8 : 4) * parts + 16 * points > end) return false;
  let from = parts > 0 ? view.getInt32(at + 40, true) : 0;
  for (let part = 0; part < parts; part++) {
    const to = part + 1 < parts ? view.getInt32(at + 44 + 4 * part, true) : points;
    if (from < 0 || to < from || to > points) return false;
    if (isTyped && view.getInt32(at + 40 + 4 * (parts + part), true) < 2) return false;
    from = to;
  }
  return true;
}

const readPoint: Reader = (view, at) => {
  const coordinates = position(view, at);
  return coordinates.some(Number.isNaN) ? null : { type: "Point", coordinates };
};

/** Box (32 bytes), number of points, points. */
const readMultiPoint: Reader = (view, at) => {
  const count = view.getInt32(at + 32, true);
  const coordinates = Array.from({ length: count }, (_, i) => position(view, at + 36 + 16 * i));
  return count === 0 ? null : { type: "MultiPoint", coordinates };
};

/** Box, number of parts, number of points, first point of each part, [part types,] points. */
function readParts(view: DataView, at: number, typed: boolean): Position[][] {
  const parts = view.getInt32(at + 32, true);
  const points = view.getInt32(at + 36, true);
  const firstPoint = at + 40 + (typed ? 8 : 4) * parts;
  const paths: Position[][] = [];
  for (let part = 0; part < parts; part++) {
    const from = view.getInt32(at + 40 + 4 * part, true);
    const to = part + 1 < parts ? view.getInt32(at + 44 + 4 * part, true) : points;
    const path: Position[] = [];
    for (let i = from; i < to; i++) path.push(position(view, firstPoint + 16 * i));
    if (path.length > 0) paths.push(path);
  }
  return paths;
}

const readLines: Reader = (view, at) => {
  const paths = readParts(view, at, false);
  if (paths.length === 0) return null;
  return paths.length === 1
    ? { type: "LineString", coordinates: paths[0] }
    : { type: "MultiLineString", coordinates: paths };
};

const readRings =
  (typed: boolean): Reader =>
  (view, at) => {
    const rings = readParts(view, at, typed);
    if (rings.length === 0) return null;
    const polygons = polygonsOf(rings);
    return polygons.length === 1
      ? { type: "Polygon", coordinates: polygons[0] }
      : { type: "MultiPolygon", coordinates: polygons };
  };

/** Last digits of shape types, the same with heights (1x) and measures (2x), and the multipatch. */
const [POINT, LINES, RINGS, MULTIPOINT, PATCHES] = [1, 3, 5, 8, 31] as const;

const READERS: Readonly<Record<number, Reader>> = {
  [POINT]: readPoint,
  [LINES]: readLines,
  [RINGS]: readRings(false),
  [MULTIPOINT]: readMultiPoint,
  [PATCHES]: readRings(true),
};
