// Barriers as a tree of segments, asked one question: does this straight stretch cross one? Only barriers at
// ground level bar; what touches and does not cross is stated at crossesBarrier.

import Flatbush from "flatbush";
import type { RouteLinesInFrame } from "./route-lines.ts";
import { crossesBarrier } from "./segment-geometry.ts";
import { SegmentTree } from "./segment-tree.ts";

/** Metres around an open gate within which a barrier lets a walker pass. */
export const OPENING = 2;

export interface BarrierIndex {
  /** A segment is named by its first vertex, a pair of `xy` (metres). */
  readonly segments: SegmentTree;
  readonly xy: Float64Array;
  /** Does p→q cross barrier segment `segment`? */
  readonly crosses: (segment: number, px: number, py: number, qx: number, qy: number) => boolean;
  /** Does p→q cross any barrier? */
  readonly blocks: (px: number, py: number, qx: number, qy: number) => boolean;
  /** Is there an open gate within OPENING of (x, y)? */
  readonly isOpen: (x: number, y: number) => boolean;
}

/** `openGates`: pairs, metres. */
export function indexBarriers(
  { lines, level }: RouteLinesInFrame,
  openGates: Float64Array = new Float64Array(0),
): BarrierIndex {
  const gates = openGates.length === 0 ? null : new Flatbush(openGates.length / 2);
  for (let i = 0; i < openGates.length; i += 2) gates?.add(openGates[i]!, openGates[i + 1]!);
  gates?.finish();
  const { xy, offsets } = lines;
  const isEnd = new Uint8Array(xy.length / 2);
  for (let line = 0; line < lines.count; line++) {
    const first = offsets[line]!;
    const last = offsets[line + 1]! - 1;
    const closed = xy[2 * first] === xy[2 * last] && xy[2 * first + 1] === xy[2 * last + 1];
    if (last > first && !closed) isEnd[first] = isEnd[last] = 1;
  }
  const segments = new SegmentTree(offsets, xy, (line) => level[line] === 0);
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
  return {
    segments,
    xy,
    isOpen: (x, y) => gates !== null && gates.neighbors(x, y, 1, OPENING).length > 0,
    crosses,
    blocks: (px, py, qx, qy) =>
      segments.near(Math.min(px, qx), Math.min(py, qy), Math.max(px, qx), Math.max(py, qy), (v) =>
        crosses(v, px, py, qx, qy),
      ),
  };
}
