// The one file that knows hucre: sheets of cells to the bytes of an Excel workbook.

import type { CellValue } from "./export-types.ts";

export interface BookColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** Cells are serial days. */
  readonly isDate: boolean;
}

export interface BookSheet {
  readonly name: string;
  readonly columns: readonly BookColumn[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The header row is bold, frozen and filters. */
export async function writeBook(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const { cellRef, writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ width, isDate }) => (isDate ? { width, numFmt: "yyyy-mm-dd" } : { width })),
      rows: [columns.map(({ header }) => header), ...rows.map((row) => [...row])],
      cells: new Map(
        columns.map(
          ({ header }, c) => [`0,${c}`, { value: header, style: { font: { bold: true } } }] as const,
        ),
      ),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${cellRef(rows.length, Math.max(0, columns.length - 1))}` },
    })),
  });
}
