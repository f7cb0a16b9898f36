// The geometry file of a Shapefile (ESRI, "Shapefile Technical Description", 1998): records of points, lines and
// rings as GeoJSON. Heights and measures are not used. Offsets come from the .shx when it fits, else record
// follows record; what a truncated or damaged file still holds is read, and each record that is lost is known.

import { polygonsOf } from "./polygons-of.ts";

export interface ShpRead {
  /** GeoJSON geometry, or null for an empty shape, record by record. */
  readonly geometries: readonly unknown[];
  /** Indices of records whose bytes are broken or missing; their geometry is null. */
  readonly broken: readonly number[];
  /** The file ends before the length in its header, or in the middle of a record. */
  readonly cut: boolean;
}

/** null when these are not the bytes of a .shp at all. */
export function parseShp(bytes: Uint8Array, shx: Uint8Array | null): ShpRead | null {
  if (bytes.length < HEADER || viewOf(bytes).getInt32(0) !== FILE_CODE) return null;
  const view = viewOf(bytes);
  const { starts, cut } = indexedStarts(view, shx) ?? sequentialStarts(view);
  const geometries: unknown[] = [];
  const broken: number[] = [];
  for (const [i, start] of starts.entries()) {
    const geometry = readRecord(view, start);
    if (geometry === undefined) broken.push(i);
    geometries.push(geometry ?? null);
  }
  return { geometries, broken, cut };
}

const HEADER = 100;
const FILE_CODE = 9994;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

interface Starts {
  /** Byte offsets of record headers. */
  readonly starts: readonly number[];
  readonly cut: boolean;
}

/** By the index file; null when there is none or it is not of this file. */
function indexedStarts(view: DataView, shx: Uint8Array | null): Starts | null {
  if (shx === null || shx.length < HEADER || viewOf(shx).getInt32(0) !== FILE_CODE) return null;
  const index = viewOf(shx);
  const starts: number[] = [];
  let cut = false;
  for (let at = HEADER; at + 8 <= shx.length; at += 8) {
    const start = 2 * index.getInt32(at);
    const length = index.getInt32(at + 4);
    const inside = start >= HEADER && start + 8 <= view.byteLength;
    if (inside && length > 0 && Math.abs(view.getInt32(start + 4) - length) > 4) return null;
    if (!inside && length > 0) cut = true;
    starts.push(start);
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

/** undefined when the record's bytes are not there or do not make sense. */
function readRecord(view: DataView, start: number): unknown {
  const at = start + 8;
  if (start < HEADER || at + 4 > view.byteLength) return undefined;
  const end = Math.min(view.byteLength, at + 2 * view.getInt32(start + 4));
  if (end < at + 4) return undefined;
  const type = view.getInt32(at, true);
  if (type === 0) return null;
  const read = READERS[type === 31 ? 31 : type % 10];
  if (read === undefined || type < 0 || (type > 28 && type !== 31)) return undefined;
  return read(view, at + 4, end);
}

type Position = [number, number];
type Reader = (view: DataView, at: number, end: number) => unknown;

const position = (view: DataView, at: number): Position => [
  view.getFloat64(at, true),
  view.getFloat64(at + 8, true),
];

const readPoint: Reader = (view, at, end) => {
  if (at + 16 > end) return undefined;
  const coordinates = position(view, at);
  return coordinates.some(Number.isNaN) ? null : { type: "Point", coordinates };
};

/** Box (32 bytes), number of points, points. */
const readMultiPoint: Reader = (view, at, end) => {
  if (at + 36 > end) return undefined;
  const count = view.getInt32(at + 32, true);
  if (count < 0 || at + 36 + 16 * count > end) return undefined;
  const coordinates = Array.from({ length: count }, (_, i) => position(view, at + 36 + 16 * i));
  return count === 0 ? null : { type: "MultiPoint", coordinates };
};

/** Box, number of parts, number of points, first point of each part, [part types,] points. */
function readParts(view: DataView, at: number, end: number, typed: boolean): Position[][] | undefined {
  if (at + 40 > end) return undefined;
  const parts = view.getInt32(at + 32, true);
  const points = view.getInt32(at + 36, true);
  const firstPoint = at + 40 + (typed ? 8 : 4) * parts;
  if (parts < 0 || points < 0 || firstPoint + 16 * points > end) return undefined;
  const paths: Position[][] = [];
  for (let part = 0; part < parts; part++) {
    const from = view.getInt32(at + 40 + 4 * part, true);
    const to = part + 1 < parts ? view.getInt32(at + 44 + 4 * part, true) : points;
    if (from < 0 || to < from || to > points) return undefined;
    if (typed && view.getInt32(at + 40 + 4 * (parts + part), true) < 2) return undefined;
    const path: Position[] = [];
    for (let i = from; i < to; i++) path.push(position(view, firstPoint + 16 * i));
    if (path.length > 0) paths.push(path);
  }
  return paths;
}

const readLines: Reader = (view, at, end) => {
  const paths = readParts(view, at, end, false);
  if (paths === undefined || paths.length === 0) return paths === undefined ? undefined : null;
  return paths.length === 1
    ? { type: "LineString", coordinates: paths[0] }
    : { type: "MultiLineString", coordinates: paths };
};

const readRings =
  (typed: boolean): Reader =>
  (view, at, end) => {
    const rings = readParts(view, at, end, typed);
    if (rings === undefined || rings.length === 0) return rings === undefined ? undefined : null;
    const polygons = polygonsOf(rings);
    return polygons.length === 1
      ? { type: "Polygon", coordinates: polygons[0] }
      : { type: "MultiPolygon", coordinates: polygons };
  };

/** By the last digit of the shape type, which is the same with heights (1x) and measures (2x); 31 is a multipatch. */
const READERS: Readonly<Record<number, Reader>> = {
  1: readPoint,
  3: readLines,
  5: readRings(false),
  8: readMultiPoint,
  31: readRings(true),
};
