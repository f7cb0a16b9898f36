// Where the table begins in a sheet that a person made: titles, units and dates above, a header of one or several
// rows (merged cells group columns), data below. Merged cells count for every cell they cover. The header
// is the first row that is about as full as the others.

import { distinctNames } from "./distinct-names.ts";

export type Cell = string | number | boolean | null;

/** A merged block, 0-based, ends included. */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

export interface SheetTable {
  readonly columns: readonly string[];
  /** Rows with anything in them; `row` counts from the header's last row on, blank rows included. */
  readonly records: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

/** null when there is no cell with anything in it. */
export function findTable(grid: readonly (readonly Cell[])[], merges: readonly Merge[]): SheetTable | null {
  const rows = fillMerges(grid, merges);
  const width = rows.reduce((most, row) => Math.max(most, lastFilled(row) + 1), 0);
  if (width === 0) return null;
  const top = headerRow(grid);
  const bottom = headerBottom(grid, rows, merges, top, width);
  const columns = distinctNames(
    Array.from({ length: width }, (_, column) => headerOf(rows.slice(top, bottom + 1), column)),
  );
  const named = columns.map((_, column) => rows.some((row, i) => i >= top && isFilled(row[column])));
  const used = named.flatMap((isUsed, column) => (isUsed ? [column] : []));
  const records = rows.slice(bottom + 1).flatMap((row, i) => {
    const cells = used.map((column) => row[column] ?? null);
    return cells.some(isFilled) ? [{ row: i + 1, cells }] : [];
  });
  return { columns: used.map((column) => columns[column]!), records };
}

/** Rows that show what is usual, and rows among which the header must be. */
export const SEARCHED = 200;
const MOST_TITLES = 20;

const isFilled = (cell: Cell | undefined): boolean =>
  cell !== null && cell !== undefined && (typeof cell !== "string" || cell.trim() !== "");
const isText = (cell: Cell | undefined): cell is string =>
  typeof cell === "string" && cell.trim() !== "" && !/^[-+]?[\d.,]+%?$/.test(cell.trim());

const lastFilled = (row: readonly Cell[]): number => row.findLastIndex(isFilled);

/**
 * The first row that fills at least half as many cells as rows usually do, and two where they fill two: what stands
 * above is a title. Cells count as they are written, so that a merged title counts once.
 */
export function headerRow(grid: readonly (readonly Cell[])[]): number {
  const filled = grid.slice(0, SEARCHED).map((row) => row.filter(isFilled).length);
  const usual = filled.filter((count) => count > 0).sort((a, b) => a - b);
  const median = usual[usual.length >> 1] ?? 0;
  const least = Math.max(Math.min(2, median), median / 2);
  return Math.max(
    0,
    filled.slice(0, MOST_TITLES).findIndex((count) => count >= least),
  );
}

/** The last row that a merged block of the header reaches, or that names the columns a block groups. */
function headerBottom(
  grid: readonly (readonly Cell[])[],
  rows: readonly (readonly Cell[])[],
  merges: readonly Merge[],
  top: number,
  width: number,
): number {
  const own = merges.filter(({ startRow }) => startRow === top);
  const grouped = own.filter(
    ({ startCol, endCol, endRow }) => endCol > startCol && endRow === top && endCol < width,
  );
  const tall = Math.max(top, ...own.map(({ endRow }) => endRow));
  const below = grid[top + 1] ?? [];
  const names = grouped.some(({ startCol, endCol }) => below.slice(startCol, endCol + 1).every(isText));
  return Math.min(rows.length - 1, Math.max(tall, names ? top + 1 : top));
}

/** Different texts of the header above one another: "面积 建筑面积" for a group and its column. */
function headerOf(header: readonly (readonly Cell[])[], column: number): string {
  const texts = header.map((row) =>
    String(row[column] ?? "")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return [...new Set(texts)].filter((text) => text !== "").join(" ");
}

function fillMerges(grid: readonly (readonly Cell[])[], merges: readonly Merge[]): Cell[][] {
  const rows = grid.map((row) => [...row]);
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null;
    if (!isFilled(value) || endCol - startCol > WIDEST_MERGE) continue;
    for (let i = startRow; i <= Math.min(endRow, rows.length - 1); i++) {
      for (let column = startCol; column <= endCol; column++) rows[i]![column] = value;
    }
  }
  return rows;
}
const WIDEST_MERGE = 1000;
