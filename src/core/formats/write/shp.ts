// The .shp and .shx of one layer: 100-byte header, then records of big-endian number and length in 16-bit words and
// little-endian content. Polygons turn the other way than in GeoJSON: outer rings clockwise, holes counter-clockwise.

import { type ByteWriter, createByteWriter } from "./byte-writer.ts";
import type { ExportGeometry, Position, Shape } from "./export-types.ts";
import { isMulti, positionsOf, shapeAt, shapeKind } from "./shape-at.ts";

export function writeShp(geometry: ExportGeometry): { shp: Uint8Array; shx: Uint8Array } {
  const type = shapeType(geometry);
  const shp = createByteWriter(1 << 16);
  const shx = createByteWriter(1 << 12);
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  shp.fill(0, HEADER);
  shx.fill(0, HEADER);
  for (let row = 0; row < geometry.count; row++) {
    const shape = shapeAt(geometry, row);
    const start = shp.length();
    shp.i32(row + 1, true);
    shp.i32(0, true);
    writeShape(shp, shape, type);
    const words = (shp.length() - start - 8) / 2;
    shp.setI32(start + 4, words, true);
    shx.i32(start / 2, true);
    shx.i32(words, true);
    if (shape !== null) widen(bounds, boundsOf(positionsOf(shape)));
  }
  for (const file of [shp, shx]) writeHeader(file, type, bounds);
  return { shp: shp.done(), shx: shx.done() };
}

const HEADER = 100;
const SHAPE_TYPES = { null: 0, point: 1, line: 3, polygon: 5, multiPoint: 8 } as const;

function shapeType(geometry: ExportGeometry): number {
  const kind = shapeKind(geometry);
  return SHAPE_TYPES[kind === "point" && isMulti(geometry) ? "multiPoint" : kind];
}

function writeShape(out: ByteWriter, shape: Shape | null, type: number): void {
  if (shape === null) {
    out.i32(SHAPE_TYPES.null);
    return;
  }
  out.i32(type);
  const all = positionsOf(shape);
  if (type === SHAPE_TYPES.point) {
    writePositions(out, all);
    return;
  }
  for (const value of boundsOf(all)) out.f64(value);
  const parts = type === SHAPE_TYPES.multiPoint ? null : partsOf(shape);
  if (parts !== null) out.i32(parts.length);
  out.i32(all.length);
  let first = 0;
  for (const part of parts ?? []) {
    out.i32(first);
    first += part.length;
  }
  for (const part of parts ?? [all]) writePositions(out, part);
}

function writePositions(out: ByteWriter, positions: readonly Position[]): void {
  for (const [x, y] of positions) {
    out.f64(x);
    out.f64(y);
  }
}

/** Lines as they are, rings turned round. */
function partsOf(shape: Shape): readonly (readonly Position[])[] {
  if (shape.type === "LineString") return [shape.coordinates];
  if (shape.type === "MultiLineString") return shape.coordinates;
  if (shape.type === "Polygon") return shape.coordinates.map((ring) => ring.toReversed());
  if (shape.type === "MultiPolygon") return shape.coordinates.flat().map((ring) => ring.toReversed());
  return [];
}

/** [west, south, east, north]. */
export function boundsOf(positions: readonly Position[]): number[] {
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) widen(bounds, [x, y, x, y]);
  return bounds;
}

export function widen(bounds: number[], [west, south, east, north]: readonly number[]): void {
  bounds[0] = Math.min(bounds[0]!, west!);
  bounds[1] = Math.min(bounds[1]!, south!);
  bounds[2] = Math.max(bounds[2]!, east!);
  bounds[3] = Math.max(bounds[3]!, north!);
}

function writeHeader(file: ByteWriter, type: number, bounds: readonly number[]): void {
  file.setI32(0, 9994, true);
  file.setI32(24, file.length() / 2, true);
  file.setI32(28, 1000);
  file.setI32(32, type);
  bounds.forEach((value, i) => {
    file.setF64(36 + 8 * i, Number.isFinite(value) ? value : 0);
  });
}
