// A shape as well-known text (OGC 06-103r4), every digit kept.

import type { Position, Shape } from "./export-types.ts";

export function wktOf(shape: Shape): string {
  return `${shape.type.toUpperCase()} ${nested(shape)}`;
}

function nested(shape: Shape): string {
  if (shape.type === "Point") return `(${pair(shape.coordinates)})`;
  if (shape.type === "MultiPoint") return `(${shape.coordinates.map((p) => `(${pair(p)})`).join(", ")})`;
  if (shape.type === "LineString") return list(shape.coordinates);
  if (shape.type === "MultiPolygon") return `(${shape.coordinates.map(lists).join(", ")})`;
  return lists(shape.coordinates);
}

const pair = ([x, y]: Position): string => `${x} ${y}`;
const list = (positions: readonly Position[]): string => `(${positions.map(pair).join(", ")})`;
const lists = (rings: readonly (readonly Position[])[]): string => `(${rings.map(list).join(", ")})`;
