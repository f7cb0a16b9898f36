// A page as bare shapes in the order of painting: text blocks and tables become labels and rules. All renderers
// draw this, so the same page is the same picture in each.

import type { Shape, TableCell, TableItem, TextItem, TextLine } from "./page.ts";
import {
  type Align,
  type Box,
  bottom,
  type LabelShape,
  type Millimetres,
  type Page,
  type PageItem,
} from "./page.ts";
import { GROUND } from "./palette.ts";
import { lineShape } from "./shapes.ts";
import { measureText } from "./text/measure-text.ts";
import { BASELINE } from "./text/set-text.ts";

export const flattenPage = (page: Page): Shape[] => page.items.flatMap(flattenItem);

function flattenItem(item: PageItem): readonly Shape[] {
  if (item.kind === "text") return flattenText(item);
  if (item.kind === "table") return flattenTable(item);
  return item.shapes;
}

const flattenText = ({ box, lines, align, leading }: TextItem): LabelShape[] =>
  lines.flatMap((line, i) => lineLabels(line, box, align, box.y + (i + BASELINE) * leading));

function lineLabels(line: TextLine, box: Box, align: Align, y: Millimetres): LabelShape[] {
  let x = box.x + (box.width - line.width) * SHARE[align];
  return line.runs.map(({ text, size, weight, color }) => {
    const width = measureText(text, { size, weight });
    const label: LabelShape = { kind: "label", x, y, text, size, weight, color, width, halo: null };
    x += width;
    return label;
  });
}

const SHARE: Readonly<Record<Align, number>> = { start: 0, middle: 0.5, end: 1 };

/** Room left and right of the text in a cell, and above and below. */
export const CELL_PAD_X: Millimetres = 1.8;
export const CELL_PAD_Y: Millimetres = 0.9;

function flattenTable({ box, columns, head, headHeight, rows }: TableItem): Shape[] {
  const shapes: Shape[] = [];
  const edge = (y: Millimetres, width: Millimetres, color: string): void => {
    shapes.push(lineShape([box.x, y, box.x + box.width, y], { color, width }));
  };
  const row = (cells: readonly TableCell[], y: Millimetres): void => {
    let x = box.x;
    cells.forEach((cell, i) => {
      const column = columns[i]!;
      const inner = { x: x + CELL_PAD_X, y: y + CELL_PAD_Y, width: column.width - 2 * CELL_PAD_X, height: 0 };
      cell.lines.forEach((line, k) => {
        shapes.push(...lineLabels(line, inner, column.align, inner.y + (k + BASELINE) * cell.leading));
      });
      x += column.width;
    });
  };
  edge(box.y, 0.35, GROUND.ink);
  row(head, box.y);
  let y = box.y + headHeight;
  edge(y, 0.2, GROUND.ink);
  for (const [i, { cells, height }] of rows.entries()) {
    row(cells, y);
    y += height;
    if (i + 1 < rows.length) edge(y, 0.1, HAIRLINE);
  }
  edge(bottom(box), 0.2, GROUND.ink);
  return shapes;
}

const HAIRLINE = "#D9D6CE";
