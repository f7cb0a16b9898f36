// Barriers as the raster of service areas sees them: does the straight way from a path to a raster vertex
// cross one, and where does a barrier cut the grid line between two neighbouring vertices. Barrier segments
// are kept in square buckets of BUCKET vertices, each with those that come within reach of it.

import type { Metres } from "../base/index.ts";
import type { LineColumns } from "../geo/index.ts";
import type { RasterFrame } from "./raster-frame.ts";

const BUCKET = 8;

export interface BarrierWalls {
  /** False when no barrier is anywhere near vertex (column, row). */
  isNear(column: number, row: number): boolean;
  /** Does the way from the vertex to (x, y), metres, cross or touch a barrier? */
  blocks(column: number, row: number, x: number, y: number): boolean;
  /** Shares of the grid line at which barriers cut it: [first, last]; undefined when none does. */
  cutOf(column: number, row: number, upward: boolean): readonly [number, number] | undefined;
}

/** `reach`: longest way asked of `blocks`, metres. */
export function createBarrierWalls(barriers: LineColumns, frame: RasterFrame, reach: Metres): BarrierWalls {
  const { xy } = barriers;
  const { cell, x: left, y: bottom, columns, rows } = frame;
  const perRow = Math.ceil(columns / BUCKET);
  const buckets = new Map<number, number[]>();
  const cuts = new Map<number, [number, number]>();
  const lineKey = (column: number, row: number, upward: boolean): number =>
    2 * (row * columns + column) + Number(upward);

  const addToBuckets = (v: number): void => {
    const index = (value: number, origin: number): number => Math.floor((value - origin) / (cell * BUCKET));
    const [ax, ay, bx, by] = [xy[2 * v]!, xy[2 * v + 1]!, xy[2 * v + 2]!, xy[2 * v + 3]!];
    const lastColumn = Math.min(perRow - 1, index(Math.max(ax, bx) + reach, left));
    const lastRow = Math.min(Math.floor(rows / BUCKET), index(Math.max(ay, by) + reach, bottom));
    for (let r = Math.max(0, index(Math.min(ay, by) - reach, bottom)); r <= lastRow; r++) {
      for (let c = Math.max(0, index(Math.min(ax, bx) - reach, left)); c <= lastColumn; c++) {
        const key = r * perRow + c;
        const list = buckets.get(key);
        if (list) list.push(v);
        else buckets.set(key, [v]);
      }
    }
  };
  const addCut = (column: number, row: number, upward: boolean, share: number): void => {
    if (column < 0 || row < 0 || column >= columns || row >= rows) return;
    const key = lineKey(column, row, upward);
    const cut = cuts.get(key);
    if (!cut) cuts.set(key, [share, share]);
    else {
      cut[0] = Math.min(cut[0], share);
      cut[1] = Math.max(cut[1], share);
    }
  };
  /** Cuts of the grid lines along one axis; `u` runs across them, `w` along them, in cells. */
  const addCuts = (au: number, aw: number, bu: number, bw: number, upward: boolean): void => {
    const first = Math.ceil(Math.min(au, bu));
    const last = Math.floor(Math.max(au, bu));
    for (let u = first; u <= last; u++) {
      const w = au === bu ? aw : aw + ((u - au) / (bu - au)) * (bw - aw);
      const start = Math.floor(w);
      if (upward) addCut(u, start, true, w - start);
      else addCut(start, u, false, w - start);
    }
  };

  for (let line = 0; line < barriers.count; line++) {
    for (let v = barriers.offsets[line]!; v + 1 < barriers.offsets[line + 1]!; v++) {
      addToBuckets(v);
      const [ax, ay] = [(xy[2 * v]! - left) / cell, (xy[2 * v + 1]! - bottom) / cell];
      const [bx, by] = [(xy[2 * v + 2]! - left) / cell, (xy[2 * v + 3]! - bottom) / cell];
      addCuts(ax, ay, bx, by, true);
      addCuts(ay, ax, by, bx, false);
    }
  }
  const near = (column: number, row: number): readonly number[] | undefined =>
    buckets.get(Math.floor(row / BUCKET) * perRow + Math.floor(column / BUCKET));
  return {
    isNear: (column, row) => buckets.size > 0 && near(column, row) !== undefined,
    blocks: (column, row, x, y) =>
      near(column, row)?.some((v) => meets(xy, v, left + column * cell, bottom + row * cell, x, y)) ?? false,
    cutOf: (column, row, upward) => (cuts.size === 0 ? undefined : cuts.get(lineKey(column, row, upward))),
  };
}

/** Does p→q meet the segment from vertex `v` to the next, touching included? */
function meets(xy: Float64Array, v: number, px: number, py: number, qx: number, qy: number): boolean {
  const [ax, ay, bx, by] = [xy[2 * v]!, xy[2 * v + 1]!, xy[2 * v + 2]!, xy[2 * v + 3]!];
  return (
    side(ax, ay, bx, by, px, py) * side(ax, ay, bx, by, qx, qy) <= 0 &&
    side(px, py, qx, qy, ax, ay) * side(px, py, qx, qy, bx, by) <= 0
  );
}

const side = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
