// Names on a map that never touch each other, the marks or the frame. Greedy in order of importance over a few
// positions and sizes for each (the point-feature labelling of Christensen, Marks and Shieber 1995 names this the
// baseline); a name that fits nowhere is left off the map and reported.

import {
  type Box,
  bottom,
  type LabelShape,
  type Millimetres,
  overlap,
  POINT,
  right,
  type TextLine,
  type TextRun,
  type TextStyle,
} from "../page.ts";
import { labelShape } from "../shapes.ts";
import { breakLines } from "../text/break-lines.ts";

export interface LabelWish {
  readonly text: string;
  /** Where it belongs. */
  readonly x: Millimetres;
  readonly y: Millimetres;
  /** Distance from that point when it stands beside it; 0 for a name in the middle of its area. */
  readonly away: Millimetres;
  /** Styles to try, the best first. */
  readonly styles: readonly TextStyle[];
  /** Broken into lines above this width. */
  readonly width: Millimetres;
  readonly halo: string;
  /** A number that means what it stands on: there or nowhere. */
  readonly isFixed?: boolean;
}

export interface PlacedLabels {
  readonly labels: readonly LabelShape[];
  readonly boxes: readonly Box[];
  /** Wishes without room, by index. */
  readonly left: readonly number[];
}

/** `wishes` in order of importance; `taken` is ground that no name may cover. */
export function placeLabels(wishes: readonly LabelWish[], frame: Box, taken: readonly Box[]): PlacedLabels {
  const labels: LabelShape[] = [];
  const boxes: Box[] = [];
  const left: number[] = [];
  const room = new BoxIndex(taken);
  wishes.forEach((wish, i) => {
    const found = findPlace(wish, frame, room);
    if (found === null) {
      left.push(i);
      return;
    }
    room.add(found.box);
    boxes.push(found.box);
    labels.push(...found.labels);
  });
  return { labels, boxes, left };
}

interface Place {
  readonly box: Box;
  readonly labels: readonly LabelShape[];
}

function findPlace(wish: LabelWish, frame: Box, room: BoxIndex): Place | null {
  for (const style of wish.styles) {
    const lines = balancedLines({ ...style, text: wish.text }, wish.width);
    const step = style.size * POINT * 1.22;
    const width = lines.reduce((most, line) => Math.max(most, line.width), 0);
    const height = lines.length * step;
    for (const [x, y] of cornersFor(wish, width, height)) {
      const box = { x, y, width, height };
      if (!within(box, frame) || room.hits(box)) continue;
      const halo = { color: wish.halo, width: 0.35 };
      const labels = lines.flatMap((line, k) =>
        line.runs.map((run) =>
          labelShape(run.text, x + (width - line.width) / 2, y + (k + 0.8) * step, style, halo),
        ),
      );
      return { box, labels };
    }
  }
  return null;
}

/** Lines of much the same width, as few as the width allows. */
function balancedLines(run: TextRun, width: Millimetres): TextLine[] {
  const lines = breakLines([run], width);
  if (lines.length === 1) return lines;
  const even = lines.reduce((sum, line) => sum + line.width, 0) / lines.length;
  const letter = run.size * POINT;
  for (let tried = even; tried < width; tried += letter / 2) {
    const set = breakLines([run], tried);
    if (set.length === lines.length) return set;
  }
  return lines;
}

/** Top left corners to try: around a mark right, left, above, below; about the middle of an area in a small cross. */
function cornersFor(
  { x, y, away, isFixed = false }: LabelWish,
  width: Millimetres,
  height: Millimetres,
): [number, number][] {
  const [midX, midY] = [x - width / 2, y - height / 2];
  if (isFixed) return [[midX, midY]];
  if (away > 0) {
    return [
      [x + away, midY],
      [x - away - width, midY],
      [midX, y - away - height],
      [midX, y + away],
      [x + 0.7 * away, y - 0.7 * away - height],
      [x + 0.7 * away, y + 0.7 * away],
      [x - 0.7 * away - width, y - 0.7 * away - height],
      [x - 0.7 * away - width, y + 0.7 * away],
    ];
  }
  const places: [number, number][] = [[midX, midY]];
  for (const step of [0.8, 1.6, 2.6]) {
    const d = step * height;
    places.push([midX, midY - d], [midX, midY + d], [midX - 1.5 * d, midY], [midX + 1.5 * d, midY]);
  }
  return places;
}

const within = (box: Box, frame: Box): boolean =>
  box.x >= frame.x && box.y >= frame.y && right(box) <= right(frame) && bottom(box) <= bottom(frame);

const CELL: Millimetres = 12;

/** Boxes by the cells of a coarse grid they lie in. */
class BoxIndex {
  private readonly cells = new Map<string, Box[]>();

  constructor(boxes: readonly Box[]) {
    for (const box of boxes) this.add(box);
  }

  add(box: Box): void {
    for (const key of keysOf(box)) {
      const cell = this.cells.get(key);
      if (cell === undefined) this.cells.set(key, [box]);
      else cell.push(box);
    }
  }

  hits(box: Box): boolean {
    return keysOf(box).some((key) => this.cells.get(key)?.some((other) => overlap(box, other)) ?? false);
  }
}

function keysOf(box: Box): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(box.x / CELL); column <= Math.floor(right(box) / CELL); column++) {
    for (let row = Math.floor(box.y / CELL); row <= Math.floor(bottom(box) / CELL); row++) {
      keys.push(`${column} ${row}`);
    }
  }
  return keys;
}
