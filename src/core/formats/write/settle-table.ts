// Makes a table keep its word before it is written: column names are there and differ (letter case apart), every
// cell is of its column's type or null, and a column whose cells do not keep the type is widened (integer to
// number, anything to text). Numbers that are not finite are unknown, so null.

import type { ExportNotes } from "./export-notes.ts";
import type { CellValue, ColumnType, ExportColumn, ExportTable } from "./export-types.ts";
import { uniqueName } from "./unique-name.ts";

export function settleTable(table: ExportTable, notes: ExportNotes): ExportTable {
  const taken = new Set<string>();
  const columns = table.columns.map((column, i): ExportColumn => {
    const name = uniqueName(column.name.trim() || `field_${i + 1}`, taken);
    if (name !== column.name) {
      notes.add("export.renamed", "info", { table: table.name, field: column.name, values: { name } });
    }
    return { ...column, name, type: settledType(table.rows, i, column.type) };
  });
  const rows = table.rows.map((row) => columns.map(({ type }, i) => settledCell(type, row[i] ?? null)));
  return { ...table, columns, rows };
}

/** A day of the calendar as ISO 8601 writes it. */
export const ISO_DAY = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function settledType(rows: ExportTable["rows"], index: number, type: ColumnType): ColumnType {
  const keeps = (wanted: ColumnType): boolean =>
    rows.every((row) => {
      const cell = row[index] ?? null;
      return isUnknown(cell) || FITS[wanted](cell);
    });
  if (keeps(type)) return type;
  return type === "integer" && keeps("number") ? "number" : "string";
}

const FITS: Readonly<Record<ColumnType, (cell: CellValue) => boolean>> = {
  string: () => true,
  integer: (cell) => Number.isSafeInteger(cell),
  number: (cell) => typeof cell === "number",
  boolean: (cell) => typeof cell === "boolean",
  date: (cell) => typeof cell === "string" && ISO_DAY.test(cell),
};

const isUnknown = (cell: CellValue): boolean =>
  cell === null || (typeof cell === "number" && !Number.isFinite(cell));

function settledCell(type: ColumnType, cell: CellValue): CellValue {
  if (isUnknown(cell)) return null;
  return type === "string" ? String(cell) : cell;
}
