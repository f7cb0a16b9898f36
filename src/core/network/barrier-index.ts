// Barriers as an R-tree of segments, asked one question: does this straight stretch cross one? Only barriers at
// ground level bar; what touches and does not cross is stated at crossesBarrier.

import type Flatbush from "flatbush";
import { boxTree } from "./line-work.ts";
import type { RouteLinesInFrame } from "./route-lines.ts";
import { crossesBarrier } from "./segment-geometry.ts";

export interface BarrierIndex {
  /** Calls `visit` with the first vertex of each barrier segment whose box meets the given one, metres. */
  readonly near: (
    west: number,
    south: number,
    east: number,
    north: number,
    visit: (segment: number) => boolean,
  ) => boolean;
  /** Does p→q cross barrier segment `segment`? */
  readonly crosses: (segment: number, px: number, py: number, qx: number, qy: number) => boolean;
  /** Does p→q cross any barrier? */
  readonly blocks: (px: number, py: number, qx: number, qy: number) => boolean;
  /** First vertex of every barrier segment, and the vertices. */
  readonly segments: Int32Array;
  readonly xy: Float64Array;
}

export function indexBarriers(barriers: RouteLinesInFrame): BarrierIndex {
  const { lines, level } = barriers;
  const { xy } = lines;
  const isEnd = new Uint8Array(xy.length / 2);
  const segments: number[] = [];
  for (let line = 0; line < lines.count; line++) {
    const first = lines.offsets[line]!;
    const last = lines.offsets[line + 1]! - 1;
    if (level[line] !== 0 || last <= first) continue;
    const closed = xy[2 * first] === xy[2 * last] && xy[2 * first + 1] === xy[2 * last + 1];
    if (!closed) isEnd[first] = isEnd[last] = 1;
    for (let v = first; v < last; v++) segments.push(v);
  }
  const list = Int32Array.from(segments);
  const tree: Flatbush | null = boxTree(list, xy);
  const crosses: BarrierIndex["crosses"] = (v, px, py, qx, qy) =>
    crossesBarrier(
      xy[2 * v]!,
      xy[2 * v + 1]!,
      xy[2 * v + 2]!,
      xy[2 * v + 3]!,
      px,
      py,
      qx,
      qy,
      isEnd[v] === 1,
      isEnd[v + 1] === 1,
    );
  const near: BarrierIndex["near"] = (west, south, east, north, visit) =>
    tree?.collides(west, south, east, north, (i) => visit(list[i]!)) ?? false;
  return {
    near,
    crosses,
    blocks: (px, py, qx, qy) =>
      near(Math.min(px, qx), Math.min(py, qy), Math.max(px, qx), Math.max(py, qy), (v) =>
        crosses(v, px, py, qx, qy),
      ),
    segments: list,
    xy,
  };
}
