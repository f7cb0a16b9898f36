// Sets a table into a width and as many rows as fit a height: cells wrap, no row is cut, the rest goes on with the
// head repeated.

import { CELL_PAD_X, CELL_PAD_Y } from "../flatten-page.ts";
import type { Align, Box, ItemRole, TableCell, TableItem, TableRow, TextRun } from "../page.ts";
import { breakLines } from "../text/break-lines.ts";
import { leadingOf } from "../text/set-text.ts";

export interface ColumnWish {
  readonly head: TextRun;
  /** Share of the width. */
  readonly share: number;
  readonly align: Align;
}

export type Cell = readonly TextRun[];

export interface SetTable {
  readonly item: TableItem;
  /** Rows that found no room. */
  readonly rest: readonly (readonly Cell[])[];
}

export function setTable(
  columns: readonly ColumnWish[],
  rows: readonly (readonly Cell[])[],
  box: Box,
  role: ItemRole = "body",
): SetTable {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (box.width * share) / shares);
  const setRow = (cells: readonly Cell[]): TableRow => {
    const set = cells.map((cell, i): TableCell => {
      return { lines: breakLines(cell, widths[i]! - 2 * CELL_PAD_X), leading: leadingOf(cell, 1.32) };
    });
    const height = set.reduce((most, { lines, leading }) => Math.max(most, lines.length * leading), 0);
    return { cells: set, height: height + 2 * CELL_PAD_Y };
  };
  const head = setRow(columns.map(({ head: run }) => [run]));
  const set: TableRow[] = [];
  let used = head.height;
  let taken = 0;
  for (const row of rows) {
    const next = setRow(row);
    if (used + next.height > box.height && set.length > 0) break;
    set.push(next);
    used += next.height;
    taken++;
  }
  const item: TableItem = {
    kind: "table",
    role,
    box: { ...box, height: used },
    columns: columns.map(({ align }, i) => ({ width: widths[i]!, align })),
    head: head.cells,
    headHeight: head.height,
    rows: set,
  };
  return { item, rest: rows.slice(taken) };
}
