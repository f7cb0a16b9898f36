// What the polygons of a table measure, to tell ground from floors: a layer of villages is no layer of buildings, and a
// column that repeats the polygons' own areas (as every GIS writes it) is no floor area. Areas by the shoelace formula
// in the file's metres; degrees are taken as metres on a sphere at the polygon's latitude, good to 1 %.

import type { FeatureTable } from "./feature-table.ts";
import { parseQuantity } from "./parse-quantity.ts";
import type { Shape } from "./read-shape.ts";
import { cellOf, shapeOf } from "./row-access.ts";

/** Median area in square metres of the first polygons; NaN without any. */
export function usualArea(table: FeatureTable): number {
  const areas = sampleAreas(table)
    .filter((area) => area > 0)
    .sort((a, b) => a - b);
  return areas[areas.length >> 1] ?? Number.NaN;
}

/** Do the column's numbers follow the polygons' areas, in whatever unit of area? */
export function isOwnArea(table: FeatureTable, column: string): boolean {
  const ratios = sampleAreas(table)
    .flatMap((area, i) => {
      const quantity = parseQuantity(cellOf(table.rows[i]!, column), "squareMeters");
      return quantity.kind === "number" && quantity.value > 0 && area > 0 ? [quantity.value / area] : [];
    })
    .sort((a, b) => a - b);
  if (ratios.length === 0) return false;
  const [low, high] = [ratios[Math.floor(ratios.length / 10)]!, ratios[Math.floor(0.9 * ratios.length)]!];
  const isOneFactor = high / low < 1 + TOLERANCE;
  return isOneFactor && (ratios.length >= TELLING || UNITS.some((unit) => near(low * unit, 1)));
}

/** Polygons looked at. */
const SAMPLE = 200;
/** Rounded values, other ellipsoids. */
const TOLERANCE = 0.05;
/** So many polygons with one and the same factor are no accident, whatever the factor. */
const TELLING = 5;
/** Square metres in a square metre, hectare, square kilometre and mu. */
const UNITS = [1, 1e4, 1e6, 2000 / 3];

const near = (a: number, b: number): boolean => Math.abs(a - b) < TOLERANCE * b;

/** Square metres of each of the first rows; 0 for a row without a polygon. */
function sampleAreas({ rows }: FeatureTable): number[] {
  return rows.slice(0, SAMPLE).map((row) => {
    const shape = shapeOf(row, {});
    return typeof shape === "string" || shape.kind !== "polygon" ? 0 : areaOf(shape);
  });
}

/** Metres of a degree of a great circle. */
const DEGREE = 111_195;

function areaOf({ xy, ends, parts }: Shape): number {
  const isDegrees = xy.every((value) => Math.abs(value) <= 180);
  const scale = isDegrees ? DEGREE ** 2 * Math.cos((xy[1]! * Math.PI) / 180) : 1;
  const outer = new Set([0, ...parts]);
  let area = 0;
  let start = 0;
  for (const [ring, end] of ends.entries()) {
    const size = Math.abs(ringArea(xy, start, end));
    area += outer.has(ring) ? size : -size;
    start = end;
  }
  return area * scale;
}

/** Vertices [start, end), about the first of them so that large coordinates cost no digits. */
function ringArea(xy: Float64Array, start: number, end: number): number {
  const [x0, y0] = [xy[2 * start]!, xy[2 * start + 1]!];
  let doubled = 0;
  for (let i = start + 1; i + 1 < end; i++) {
    doubled += (xy[2 * i]! - x0) * (xy[2 * i + 3]! - y0) - (xy[2 * i + 2]! - x0) * (xy[2 * i + 1]! - y0);
  }
  return doubled / 2;
}
