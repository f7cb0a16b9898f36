// A table from columns that each say their word, type, unit and how to get the cell of row i.

import type { CellValue, ColumnType, ExportGeometry, ExportTable } from "./export-types.ts";
import type { ExportWords, TableUnit, TableWord } from "./table-words.ts";

export interface ColumnSource {
  readonly word: TableWord;
  readonly type: ColumnType;
  readonly unit?: TableUnit;
  readonly cell: (row: number) => CellValue;
}

export function buildTable(
  name: TableWord,
  count: number,
  columns: readonly ColumnSource[],
  geometry: ExportGeometry | null,
  { names, units }: ExportWords,
): ExportTable {
  return {
    name: names[name],
    columns: columns.map(({ word, type, unit }) => ({
      name: names[word],
      type,
      ...(unit === undefined ? {} : { unit: units[unit] }),
    })),
    rows: Array.from({ length: count }, (_, i) => columns.map(({ cell }) => cell(i))),
    geometry,
  };
}

/** The short forms that most columns take. */
export const textColumn = (word: TableWord, cell: ColumnSource["cell"]): ColumnSource => ({
  word,
  type: "string",
  cell,
});
export const countColumn = (word: TableWord, cell: ColumnSource["cell"], unit?: TableUnit): ColumnSource => ({
  word,
  type: "integer",
  cell,
  ...(unit === undefined ? {} : { unit }),
});
export const numberColumn = (
  word: TableWord,
  cell: ColumnSource["cell"],
  unit?: TableUnit,
): ColumnSource => ({
  word,
  type: "number",
  cell,
  ...(unit === undefined ? {} : { unit }),
});
export const truthColumn = (word: TableWord, cell: ColumnSource["cell"]): ColumnSource => ({
  word,
  type: "boolean",
  cell,
});
