// The first place where the boundary of a polygon crosses itself: each segment against those whose boxes it meets
// (packed R-tree). Only proper crossings count; rings that touch in a point are no fault.

import Flatbush from "flatbush";
import type { PolygonColumns } from "../geo/index.ts";

/** Crossing point in the polygons' own coordinates; null when there is none. */
export function findSelfCrossing(
  polygons: PolygonColumns,
  feature: number,
): readonly [number, number] | null {
  const segments = segmentsOf(polygons, feature);
  const count = segments.length / 4;
  if (count < 4) return null;
  const index = new Flatbush(count);
  for (let i = 0; i < segments.length; i += 4) {
    const [ax, ay, bx, by] = [segments[i]!, segments[i + 1]!, segments[i + 2]!, segments[i + 3]!];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  for (let i = 0; i < count; i++) {
    const [ax, ay, bx, by] = segments.slice(4 * i, 4 * i + 4) as [number, number, number, number];
    const near = index.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    for (const j of near) {
      if (j <= i) continue;
      const [cx, cy, dx, dy] = segments.slice(4 * j, 4 * j + 4) as [number, number, number, number];
      const c = side(ax, ay, bx, by, cx, cy);
      const d = side(ax, ay, bx, by, dx, dy);
      if (c * d >= 0 || side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) >= 0) continue;
      const share = c / (c - d);
      return [cx + share * (dx - cx), cy + share * (dy - cy)];
    }
  }
  return null;
}

/** Ends of all segments of all rings: x, y, x, y. */
function segmentsOf(
  { featureOffsets, partOffsets, ringOffsets, xy }: PolygonColumns,
  feature: number,
): number[] {
  const segments: number[] = [];
  const first = partOffsets[featureOffsets[feature]!]!;
  const last = partOffsets[featureOffsets[feature + 1]!]!;
  for (let ring = first; ring < last; ring++) {
    const [from, to] = [ringOffsets[ring]!, ringOffsets[ring + 1]!];
    for (let i = from; i < to; i++) {
      const next = i + 1 < to ? i + 1 : from;
      segments.push(xy[2 * i]!, xy[2 * i + 1]!, xy[2 * next]!, xy[2 * next + 1]!);
    }
  }
  return segments;
}

/** Positive when p lies left of a→b. */
const side = (ax: number, ay: number, bx: number, by: number, px: number, py: number): number =>
  (bx - ax) * (py - ay) - (by - ay) * (px - ax);
