// A shape as the several-part form of its kind, for layers that state one geometry type for all rows.

import type { Shape } from "./export-types.ts";

export function asMulti(shape: Shape): Shape {
  if (shape.type === "Point") return { type: "MultiPoint", coordinates: [shape.coordinates] };
  if (shape.type === "LineString") return { type: "MultiLineString", coordinates: [shape.coordinates] };
  if (shape.type === "Polygon") return { type: "MultiPolygon", coordinates: [shape.coordinates] };
  return shape;
}
