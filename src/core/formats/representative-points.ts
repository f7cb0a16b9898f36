// One point per row where a layer of points is wanted: the point itself, the first of several, or a point
// surely inside the polygon. What was done is said.

import { interiorPoint } from "../geo/index.ts";
import type { RowFault } from "./import-log.ts";
import type { PlacedRow } from "./place-layer.ts";
import { polygonColumns } from "./polygon-builder.ts";

/** Point pairs, row by row; a polygon is an issue when `expectPoints`. `polygons`: the rows' own, feature by feature. */
export function representativePoints(
  rows: readonly PlacedRow[],
  expectPoints: boolean,
  faults: RowFault[],
  polygons = polygonColumns(rows.map(({ shape }) => shape)),
): Float64Array {
  const xy = new Float64Array(2 * rows.length);
  rows.forEach(({ source, shape }, i) => {
    if (shape.kind === "polygon") {
      xy.set(interiorPoint(polygons, i), 2 * i);
      if (expectPoints) faults.push({ row: source, code: "row.polygonAsPoint", severity: "warning" });
      return;
    }
    xy[2 * i] = shape.xy[0]!;
    xy[2 * i + 1] = shape.xy[1]!;
    if (shape.ends.length > 1) {
      const values = { points: shape.ends.length };
      faults.push({ row: source, code: "row.multiPoint", severity: "warning", values });
    }
  });
  return xy;
}
