// What was read, as tables to write: one table for each kind of geometry (a GIS layer has one), rows without a
// geometry with the largest of them. Column types are told from all cells: a column of texts is numbers only where
// every text is exactly how that number is written, so codes such as "0012" and "1e3" stay texts.

import { toWgs84 } from "../../geo/index.ts";
import type { FeatureRow, FeatureTable } from "../feature-table.ts";
import type { FieldMap } from "../guess-fields.ts";
import { parsePosition } from "../parse-position.ts";
import { type Shape as Outline, readShape } from "../read-shape.ts";
import type {
  CellValue,
  ColumnType,
  ExportColumn,
  ExportTable,
  Position,
  Shape,
  ShapeKind,
} from "./export-types.ts";
import { ISO_DAY } from "./settle-table.ts";

/** `datum` must be one that geo knows; `position` names the columns of a table that has its places in cells. */
export function tablesOfFeatures(
  table: FeatureTable,
  name: string,
  datum: string,
  position: Pick<FieldMap, "lon" | "lat">,
): ExportTable[] {
  const convert = toWgs84(datum);
  if (convert === null) throw new Error(`datum ${datum} is not known: check it before`);
  const inCells = table.rows.every(({ geometry }) => geometry === null || geometry === undefined);
  const used = inCells ? [position.lon, position.lat] : [];
  const names = table.columns.filter((column) => !used.includes(column));
  const outlines = table.rows.map((row) => outlineOf(row, inCells ? position : {}));
  const kinds = kindsBySize(outlines);
  const columns = names.map((column): ExportColumn => ({ name: column, type: typeOf(table.rows, column) }));
  const tableOf = (kind: ShapeKind | null): ExportTable => {
    const own = outlines.flatMap((outline, i) =>
      (outline?.kind ?? kinds[0] ?? null) === kind ? [{ outline, row: table.rows[i]! }] : [],
    );
    const shapes = own.map(({ outline }) =>
      outline === null ? null : shapeOf(outline, convert(outline.xy)),
    );
    return {
      name: kinds.length > 1 && kind !== null ? `${name}_${kind}` : name,
      columns,
      rows: own.map(({ row }) => columns.map((column) => cellOf(row.properties[column.name], column.type))),
      geometry: kind === null ? null : { kind, count: shapes.length, shapes },
    };
  };
  return kinds.length === 0 ? [tableOf(null)] : kinds.map(tableOf);
}

function outlineOf(
  { geometry, properties }: FeatureRow,
  position: Pick<FieldMap, "lon" | "lat">,
): Outline | null {
  const outline = readShape(geometry ?? parsePosition(properties, position));
  return typeof outline === "string" ? null : outline;
}

/** Kinds there are, the most frequent first. */
function kindsBySize(outlines: readonly (Outline | null)[]): ShapeKind[] {
  const counts = new Map<ShapeKind, number>();
  for (const outline of outlines) {
    if (outline !== null) counts.set(outline.kind, (counts.get(outline.kind) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
}

function shapeOf({ kind, ends, parts }: Outline, xy: Float64Array): Shape {
  const lists = ends.map((end, i): Position[] => {
    const list: Position[] = [];
    for (let v = i === 0 ? 0 : ends[i - 1]!; v < end; v++) list.push([xy[2 * v]!, xy[2 * v + 1]!]);
    return list;
  });
  if (kind === "point") {
    const points = lists.flat();
    return points.length === 1
      ? { type: "Point", coordinates: points[0]! }
      : { type: "MultiPoint", coordinates: points };
  }
  if (kind === "line") {
    return lists.length === 1
      ? { type: "LineString", coordinates: lists[0]! }
      : { type: "MultiLineString", coordinates: lists };
  }
  const rings = lists.map((list) => [...list, list[0]!]);
  const polygons = parts.map((end, i) => rings.slice(i === 0 ? 0 : parts[i - 1]!, end));
  return polygons.length === 1
    ? { type: "Polygon", coordinates: polygons[0]! }
    : { type: "MultiPolygon", coordinates: polygons };
}

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === "";

function typeOf(rows: readonly FeatureRow[], column: string): ColumnType {
  const values = rows.map(({ properties }) => properties[column]).filter((value) => !isBlank(value));
  if (values.length === 0) return "string";
  if (values.every((value) => typeof value === "boolean")) return "boolean";
  if (values.every((value) => typeof value === "string" && ISO_DAY.test(value))) return "date";
  if (!values.every(isNumeral)) return "string";
  return values.every((value) => Number.isSafeInteger(Number(value))) ? "integer" : "number";
}

const isNumeral = (value: unknown): boolean =>
  typeof value === "number" ||
  (typeof value === "string" && String(Number(value)) === value && value !== "NaN");

function cellOf(value: unknown, type: ColumnType): CellValue {
  if (isBlank(value)) return type === "string" && value === "" ? "" : null;
  if (type === "integer" || type === "number") return Number(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  return typeof value === "number" ? value : JSON.stringify(value);
}
