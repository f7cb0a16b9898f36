// A shape as well-known binary, little-endian (ISO 13249-3 codes for two dimensions).

import type { ByteWriter } from "./byte-writer.ts";
import type { Position, Shape } from "./export-types.ts";

export function writeWkb(out: ByteWriter, shape: Shape): void {
  out.u8(LITTLE_ENDIAN);
  out.i32(WKB_TYPES[shape.type]);
  if (shape.type !== "Point") out.i32(shape.coordinates.length);
  if (shape.type === "Point") pair(out, shape.coordinates);
  else if (shape.type === "LineString") for (const position of shape.coordinates) pair(out, position);
  else if (shape.type === "Polygon") for (const ring of shape.coordinates) positions(out, ring);
  else for (const part of partsOf(shape)) writeWkb(out, part);
}

const LITTLE_ENDIAN = 1;
const WKB_TYPES: Readonly<Record<Shape["type"], number>> = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
};

function partsOf(shape: Shape): Shape[] {
  if (shape.type === "MultiPoint") {
    return shape.coordinates.map((coordinates) => ({ type: "Point", coordinates }));
  }
  if (shape.type === "MultiLineString") {
    return shape.coordinates.map((coordinates) => ({ type: "LineString", coordinates }));
  }
  if (shape.type === "MultiPolygon") {
    return shape.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  }
  return [];
}

function positions(out: ByteWriter, list: readonly Position[]): void {
  out.i32(list.length);
  for (const position of list) pair(out, position);
}

function pair(out: ByteWriter, [x, y]: Position): void {
  out.f64(x);
  out.f64(y);
}
