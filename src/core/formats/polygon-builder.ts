// Collects polygon shapes into columns; a shape without area (a point among footprints) becomes an empty feature.

import type { PolygonColumns } from "../geo/index.ts";
import type { Shape } from "./read-shape.ts";

/** Feature i of the result is shapes[i]. */
export function polygonColumns(shapes: readonly Shape[]): PolygonColumns {
  const features = [0];
  const parts = [0];
  const rings = [0];
  let vertices = 0;
  for (const { kind, xy, ends, parts: partEnds } of shapes) {
    if (kind === "polygon") {
      const firstRing = rings.length - 1;
      for (const end of ends) rings.push(vertices + end);
      for (const end of partEnds) parts.push(firstRing + end);
      vertices += xy.length / 2;
    }
    features.push(parts.length - 1);
  }
  const flat = new Float64Array(2 * vertices);
  let at = 0;
  for (const { kind, xy } of shapes) {
    if (kind !== "polygon") continue;
    flat.set(xy, at);
    at += xy.length;
  }
  return {
    count: shapes.length,
    featureOffsets: Uint32Array.from(features),
    partOffsets: Uint32Array.from(parts),
    ringOffsets: Uint32Array.from(rings),
    xy: flat,
  };
}
