// Collects polygon shapes into columns; a shape without area (a point among footprints) becomes an empty feature.

import type { PolygonColumns } from "../geo/index.ts";
import type { Shape } from "./read-shape.ts";

/** Feature i of the result is shapes[i]. */
export function polygonColumns(shapes: readonly Shape[]): PolygonColumns {
  let [parts, rings, numbers] = [0, 0, 0];
  for (const shape of shapes) {
    if (shape.kind !== "polygon") continue;
    parts += shape.parts.length;
    rings += shape.ends.length;
    numbers += shape.xy.length;
  }
  const featureOffsets = new Uint32Array(shapes.length + 1);
  const partOffsets = new Uint32Array(parts + 1);
  const ringOffsets = new Uint32Array(rings + 1);
  const flat = new Float64Array(numbers);
  let [part, ring, at] = [0, 0, 0];
  for (let i = 0; i < shapes.length; i++) {
    const { kind, xy, ends, parts } = shapes[i]!;
    if (kind === "polygon") {
      for (const end of parts) partOffsets[++part] = ring + end;
      for (const end of ends) ringOffsets[++ring] = at / 2 + end;
      flat.set(xy, at);
      at += xy.length;
    }
    featureOffsets[i + 1] = part;
  }
  return { count: shapes.length, featureOffsets, partOffsets, ringOffsets, xy: flat };
}
