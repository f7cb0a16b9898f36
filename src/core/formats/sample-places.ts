// Coordinates of a table as its file has them, before anything is placed: an even sample of vertices for the
// coordinate doctor, or whole polygons. Rows without a usable geometry are passed over.

import type { PolygonColumns } from "../geo/index.ts";
import type { FeatureTable } from "./feature-table.ts";
import type { FieldMap } from "./guess-fields.ts";
import { joinFloats } from "./join-floats.ts";
import { polygonColumns } from "./polygon-builder.ts";
import type { Shape } from "./read-shape.ts";
import { shapeOf } from "./row-access.ts";

/** All vertices of at most `most` rows, evenly spread: pairs in the file's own datum and order. */
export function samplePlaces(table: FeatureTable, fields: Readonly<FieldMap>, most: number): Float64Array {
  return joinFloats(shapesOf(table, fields, most).map(({ xy }) => xy));
}

/** The polygons among the rows. */
export function samplePolygons(table: FeatureTable): PolygonColumns {
  return polygonColumns(shapesOf(table, {}, MOST_POLYGONS).filter(({ kind }) => kind === "polygon"));
}

function shapesOf(table: FeatureTable, fields: Readonly<FieldMap>, most: number): Shape[] {
  const step = Math.max(1, table.rows.length / most);
  const shapes: Shape[] = [];
  for (let at = 0; at < table.rows.length; at += step) {
    const shape = shapeOf(table.rows[Math.floor(at)]!, fields);
    if (typeof shape !== "string") shapes.push(shape);
  }
  return shapes;
}

const MOST_POLYGONS = 20_000;
