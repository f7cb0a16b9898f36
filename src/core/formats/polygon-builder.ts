// Collects polygon shapes into columns; a shape without area (a point among footprints) becomes an empty feature.

import type { PolygonColumns } from "../geo/index.ts";
import type { Shape } from "./read-shape.ts";

/** Feature i of the result is shapes[i]. */
export function polygonColumns(shapes: readonly Shape[]): PolygonColumns {
  const drawn = shapes.filter(({ kind }) => kind === "polygon");
  const total = (size: (shape: Shape) => number): number =>
    drawn.reduce((sum, shape) => sum + size(shape), 0);
  const featureOffsets = new Uint32Array(shapes.length + 1);
  const partOffsets = new Uint32Array(1 + total(({ parts }) => parts.length));
  const ringOffsets = new Uint32Array(1 + total(({ ends }) => ends.length));
  const flat = new Float64Array(total(({ xy }) => xy.length));
  let part = 0;
  let ring = 0;
  let at = 0;
  for (const [i, { kind, xy, ends, parts }] of shapes.entries()) {
    if (kind === "polygon") {
      for (const end of parts) partOffsets[++part] = ring + end;
      for (const [k, end] of ends.entries()) ringOffsets[ring + k + 1] = at / 2 + end;
      flat.set(xy, at);
      ring += ends.length;
      at += xy.length;
    }
    featureOffsets[i + 1] = part;
  }
  return { count: shapes.length, featureOffsets, partOffsets, ringOffsets, xy: flat };
}
