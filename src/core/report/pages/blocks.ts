// Blocks of a page's text column: each sets itself at a place in a width, in the room that is left, and hands back
// what did not fit. Flowing them over columns and pages loses nothing and overlaps nothing.

import type { Box, DrawingItem, ItemRole, Millimetres, PageItem, Shape, TextItem, TextRun } from "../page.ts";
import { bottom } from "../page.ts";
import { boxShape, fillOf, lineShape } from "../shapes.ts";
import { breakLines, joinLines } from "../text/break-lines.ts";
import { leadingOf } from "../text/set-text.ts";
import { type Cell, type ColumnWish, columnWidths, setColumns } from "./set-table.ts";

export interface SetBlock {
  readonly items: readonly PageItem[];
  readonly height: Millimetres;
  readonly rest: Block | null;
}

type SetIn = (x: Millimetres, y: Millimetres, width: Millimetres, room: Millimetres) => SetBlock | null;

export interface Block {
  /** null: not even a part of it fits in `room`; a fresh column takes at least a line of it. */
  readonly set: SetIn;
  /** Sets as much as fits and says what is left out, where a page elsewhere has it all; never a rest. */
  readonly cut?: SetIn;
  /** May be left out where there is no room for it. */
  readonly isSpare?: true;
}

/** Columns filled one after another; what is left goes to the next page. `mayCut`: in the last column lists are cut. */
export function flowBlocks(
  blocks: readonly Block[],
  columns: readonly Box[],
  mayCut = false,
): { readonly items: readonly PageItem[]; readonly rest: readonly Block[] } {
  const items: PageItem[] = [];
  let queue = [...blocks];
  for (const column of columns) {
    let y = column.y;
    while (queue.length > 0) {
      const [block] = queue;
      const set = mayCut && column === columns.at(-1) ? (block!.cut ?? block!.set) : block!.set;
      const done = set(column.x, y, column.width, bottom(column) - y);
      if (done === null) break;
      items.push(...done.items);
      y += done.height;
      queue = done.rest === null ? queue.slice(1) : [done.rest, ...queue.slice(1)];
      if (done.rest !== null) break;
    }
  }
  return { items, rest: queue.filter(({ isSpare }) => isSpare !== true) };
}

export interface ParagraphLook {
  readonly role: ItemRole;
  /** Room above it; none at the head of a column's first block would be finer, but steady is quieter. */
  readonly above: Millimetres;
  /** Room below it; none when absent. */
  readonly below?: Millimetres;
  /** A bar of this colour beside it. */
  readonly bar?: string;
  /** Room that must be left under it, so that a heading never stands alone. */
  readonly keep?: Millimetres;
}

/** Width of the bar beside a paragraph with the air to its right. */
const BAR: Millimetres = 0.9;
const BAR_AIR: Millimetres = 1.6;

export function paragraph(runs: readonly TextRun[], look: ParagraphLook): Block {
  const step = leadingOf(runs);
  const indent = look.bar === undefined ? 0 : BAR + BAR_AIR;
  return {
    set(x, y, width, room) {
      const lines = breakLines(runs, width - indent);
      const fit = Math.floor((room - look.above - (look.keep ?? 0) + 1e-6) / step);
      if (fit < 1 || (fit < lines.length && fit < 2)) return null;
      const shown = lines.slice(0, fit);
      const height = shown.length * step;
      const top = y + look.above;
      const text: TextItem = {
        kind: "text",
        role: look.role,
        box: { x: x + indent, y: top, width: width - indent, height },
        lines: shown,
        align: "start",
        leading: step,
      };
      const bar: DrawingItem[] =
        look.bar === undefined ? [] : [barItem({ x, y: top, width: BAR, height }, look.bar, look.role)];
      const left = joinLines(lines.slice(fit));
      return {
        items: [...bar, text],
        height: height + look.above + (look.below ?? 0),
        rest: left.length === 0 ? null : paragraph(left, { ...look, above: 0 }),
      };
    },
  };
}

function barItem(box: Box, color: string, role: ItemRole): DrawingItem {
  return { kind: "drawing", role, box, shapes: [boxShape(box, fillOf(color))] };
}

export interface ListLook {
  readonly above: Millimetres;
  /** Never in halves. */
  readonly isWhole?: true;
  /** Says how many rows a cut left out; without it the table is never cut. */
  readonly more?: (rows: number) => Cell;
}

/** A table whose rows go on in the next column; one of many short rows stands in two halves side by side. */
export function tableBlock(
  columns: readonly ColumnWish[],
  rows: readonly (readonly Cell[])[],
  look: ListLook,
): Block {
  const { above, more, isWhole } = look;
  const halves = (width: Millimetres) =>
    isWhole === true ? { count: 1, gap: 0 } : halvesFor(columns, rows, width);
  const set: SetIn = (x, y, width, room) => {
    const box = { x, y: y + above, width, height: room - above };
    const { items, height, rest } = setColumns(columns, rows, box, halves(width));
    if (height > box.height) return null;
    return {
      items,
      height: height + above,
      rest: rest.length === 0 ? null : tableBlock(columns, rest, { ...look, above: 0 }),
    };
  };
  if (more === undefined) return { set };
  const cut: SetIn = (x, y, width, room) => {
    const box = { x, y: y + above, width, height: room - above };
    const { rest } = setColumns(columns, rows, box, halves(width));
    if (rest.length === 0) return set(x, y, width, room);
    for (let kept = rows.length - rest.length; kept >= 0; kept--) {
      const told = [more(rows.length - kept), ...columns.slice(1).map((): Cell => [])];
      const cutRows = [...rows.slice(0, kept), told];
      const { items, height, rest: left } = setColumns(columns, cutRows, box, halves(width));
      if (left.length === 0 && height <= box.height) return { items, height: height + above, rest: null };
    }
    return null;
  };
  return { set, cut };
}

/** Rows from which a table stands in halves. */
const MANY_ROWS = 6;
const BETWEEN_HALVES: Millimetres = 4;

/** Two halves when no cell would break for it. */
function halvesFor(
  columns: readonly ColumnWish[],
  rows: readonly (readonly Cell[])[],
  width: Millimetres,
): { readonly count: number; readonly gap: Millimetres } {
  const half = columnWidths(columns, (width - BETWEEN_HALVES) / 2);
  const fits = [columns.map(({ head }): Cell => [head]), ...rows].every((cells) =>
    cells.every((cell, i) => breakLines(cell, half[i]!).length === 1),
  );
  return { count: fits && rows.length >= MANY_ROWS ? 2 : 1, gap: BETWEEN_HALVES };
}

export const heading = (run: TextRun, role: ItemRole): Block => ({
  set(x, y, width, room) {
    const inner = paragraph([run], { role, above: 3.4, keep: 3 * leadingOf([run]) }).set(
      x,
      y,
      width,
      room - 1,
    );
    if (inner === null) return null;
    const ruleY = y + inner.height + 0.4;
    const shapes: Shape[] = [lineShape([x, ruleY, x + width, ruleY], { color: run.color, width: 0.15 })];
    const box = { x, y: ruleY - 0.1, width, height: 0.2 };
    return {
      items: [...inner.items, { kind: "drawing", role, box, shapes }],
      height: inner.height + 1,
      rest: null,
    };
  },
});

/** A figure and what it is. */
export interface FigureCell {
  /** The number and, lighter, its unit. */
  readonly value: readonly TextRun[];
  readonly label: TextRun;
}

/** Figures in even columns, `most` at most and fewer where a value would break; the value large over its label. */
export function figureGrid(cells: readonly FigureCell[], most: number, role: ItemRole): Block {
  return {
    set(x, y, width, room) {
      const columns = columnsFor(cells, most, width);
      const cellWidth = width / columns;
      const items: PageItem[] = [];
      let top = y;
      for (let i = 0; i < cells.length; i += columns) {
        const row = cells.slice(i, i + columns).map(({ value, label }) => ({
          value: breakLines(value, cellWidth - AIR),
          label: breakLines([label], cellWidth - AIR),
          steps: [leadingOf(value, 1.25), leadingOf([label])] as const,
        }));
        const heights = row.map(
          ({ value, label, steps }) => value.length * steps[0] + label.length * steps[1],
        );
        const height = Math.max(...heights) + AIR;
        if (top + height > y + room) {
          return i === 0 ? null : { items, height: top - y, rest: figureGrid(cells.slice(i), most, role) };
        }
        row.forEach(({ value, label, steps }, k) => {
          const left = x + k * cellWidth;
          const block = (lines: typeof value, leading: Millimetres, at: Millimetres): TextItem => ({
            kind: "text",
            role,
            box: { x: left, y: at, width: cellWidth - AIR, height: lines.length * leading },
            lines,
            align: "start",
            leading,
          });
          items.push(block(value, steps[0], top), block(label, steps[1], top + value.length * steps[0]));
        });
        top += height;
      }
      return { items, height: top - y, rest: null };
    },
  };
}

const AIR: Millimetres = 2;

function columnsFor(cells: readonly FigureCell[], most: number, width: Millimetres): number {
  for (let columns = most; columns > 1; columns--) {
    const room = width / columns - AIR;
    if (cells.every(({ value }) => breakLines(value, room).length === 1)) return columns;
  }
  return 1;
}
