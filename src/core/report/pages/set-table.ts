// Sets a table into a width and as many rows as fit a height: cells wrap, no row is cut, the rest goes on with the
// head repeated, on the next page or in a column beside.

import { CELL_PAD_X, CELL_PAD_Y } from "../flatten-page.ts";
import type { Align, Box, ItemRole, Millimetres, TableCell, TableItem, TableRow, TextRun } from "../page.ts";
import { breakLines } from "../text/break-lines.ts";
import { measureText } from "../text/measure-text.ts";
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
  const widths = columnWidths(columns, box.width);
  const setRow = (cells: readonly Cell[]): TableRow => {
    const set = cells.map((cell, i): TableCell => {
      return { lines: breakLines(cell, widths[i]!), leading: leadingOf(cell, 1.32) };
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
    columns: columns.map(({ align }, i) => ({ width: widths[i]! + 2 * CELL_PAD_X, align })),
    head: head.cells,
    headHeight: head.height,
    rows: set,
  };
  return { item, rest: rows.slice(taken) };
}

/** Width for text in each column of a table: by shares, but wide enough for the words of the heads where the whole is. */
export function columnWidths(columns: readonly ColumnWish[], width: Millimetres): Millimetres[] {
  const least = columns.map(leastColumn);
  const held = new Set<number>();
  const share = (i: number, free: number): number => {
    const shares = columns.reduce((sum, column, k) => (held.has(k) ? sum : sum + column.share), 0);
    return (free * columns[i]!.share) / shares;
  };
  const free = (): number => [...held].reduce((left, k) => left - least[k]!, width);
  for (let isOpen = leastWidth(columns) <= width; isOpen; ) {
    const left = free();
    const tight = columns.findIndex((_, i) => !held.has(i) && share(i, left) < least[i]!);
    if (tight === -1) isOpen = false;
    else held.add(tight);
  }
  const left = free();
  return columns.map((_, i) => (held.has(i) ? least[i]! : share(i, left)) - 2 * CELL_PAD_X);
}

/** Width in which no word of a head is cut. */
export const leastWidth = (columns: readonly ColumnWish[]): Millimetres =>
  columns.reduce((sum, column) => sum + leastColumn(column), 0);

const leastColumn = ({ head }: ColumnWish): Millimetres => longestWord(head) + 2 * CELL_PAD_X + HAIR;

/** Against rounding. */
const HAIR: Millimetres = 0.01;

const longestWord = (head: TextRun): Millimetres =>
  Math.max(...head.text.split(/[^\p{Script=Latin}\d]+/u).map((word) => measureText(word, head)));

export interface SetColumns {
  readonly items: readonly TableItem[];
  /** Of the longest column. */
  readonly height: Millimetres;
  readonly rest: readonly (readonly Cell[])[];
}

/** A table in columns side by side, its head over each; when all rows find room the columns are of even length. */
export function setColumns(
  columns: readonly ColumnWish[],
  rows: readonly (readonly Cell[])[],
  box: Box,
  { count, gap }: { readonly count: number; readonly gap: Millimetres },
): SetColumns {
  const set = (height: Millimetres): SetColumns => fillColumns(columns, rows, { ...box, height }, count, gap);
  let best = set(box.height);
  if (count === 1 || best.rest.length > 0) return best;
  let [short, long] = [0, best.height];
  while (long - short > 0.5) {
    const tried = (short + long) / 2;
    const found = set(tried);
    const fits = found.rest.length === 0 && found.height <= tried;
    if (fits) [best, long] = [found, Math.min(tried, found.height)];
    else short = tried;
  }
  return best;
}

function fillColumns(
  columns: readonly ColumnWish[],
  rows: readonly (readonly Cell[])[],
  box: Box,
  count: number,
  gap: Millimetres,
): SetColumns {
  const width = (box.width - gap * (count - 1)) / count;
  const items: TableItem[] = [];
  let rest = rows;
  for (let k = 0; k < count && (k === 0 || rest.length > 0); k++) {
    const set = setTable(columns, rest, { ...box, x: box.x + k * (width + gap), width });
    items.push(set.item);
    rest = set.rest;
  }
  return { items, height: Math.max(...items.map((item) => item.box.height)), rest };
}
