// A column of WGS-84 geometry in another datum. A row without a geometry stays without: NaN in, NaN out, and an
// empty range stays empty. Lists of shapes are converted in one go and taken apart again.

import { fromWgs84 } from "../../geo/index.ts";
import type { ExportGeometry, Position, Shape } from "./export-types.ts";
import { positionsOf } from "./shape-at.ts";

/** `datum` must be one that geo knows. */
export function reprojectGeometry(geometry: ExportGeometry, datum: string): ExportGeometry {
  const convert = fromWgs84(datum);
  if (convert === null) throw new Error(`datum ${datum} is not known: check it before`);
  if ("xy" in geometry) return { ...geometry, xy: convert(geometry.xy) };
  const all = geometry.shapes.flatMap((shape) => (shape === null ? [] : positionsOf(shape)));
  const xy = convert(Float64Array.from(all.flat()));
  let at = 0;
  const next = (): Position => [xy[at++]!, xy[at++]!];
  return {
    ...geometry,
    shapes: geometry.shapes.map((shape) => (shape === null ? null : renewed(shape, next))),
  };
}

/** The shape with its positions replaced one after the other, in the order of `positionsOf`. */
function renewed(shape: Shape, next: () => Position): Shape {
  if (shape.type === "Point") return { type: shape.type, coordinates: next() };
  if (shape.type === "MultiPoint" || shape.type === "LineString") {
    return { type: shape.type, coordinates: shape.coordinates.map(next) };
  }
  if (shape.type === "MultiPolygon") {
    return {
      type: shape.type,
      coordinates: shape.coordinates.map((rings) => rings.map((ring) => ring.map(next))),
    };
  }
  return { type: shape.type, coordinates: shape.coordinates.map((list) => list.map(next)) };
}
