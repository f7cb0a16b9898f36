// The convex hull of points with a margin (monotone chain, Andrew 1979, over the corners of an octagon around each
// point), as one polygon.

import type { PolygonColumns } from "../geo/index.ts";
import { NO_POLYGONS } from "../geo/index.ts";

/** `xy`: pairs; `margin` in the same unit. */
export function hullAround(xy: Float64Array, margin: number): PolygonColumns {
  const corners: [number, number][] = [];
  for (let i = 0; i + 1 < xy.length; i += 2) {
    for (let k = 0; k < 8; k++) {
      const angle = (k * Math.PI) / 4;
      corners.push([xy[i]! + margin * Math.cos(angle), xy[i + 1]! + margin * Math.sin(angle)]);
    }
  }
  if (corners.length === 0) return NO_POLYGONS;
  corners.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const ring = [...chain(corners), ...chain(corners.toReversed())].flat();
  return {
    count: 1,
    featureOffsets: Uint32Array.of(0, 1),
    partOffsets: Uint32Array.of(0, 1),
    ringOffsets: Uint32Array.of(0, ring.length / 2),
    xy: Float64Array.from(ring),
  };
}

/** The right-hand side of the hull from the first corner to the one before the last. */
function chain(corners: readonly [number, number][]): [number, number][] {
  const hull: [number, number][] = [];
  for (const [x, y] of corners) {
    for (;;) {
      const b = hull.at(-1);
      const a = hull.at(-2);
      if (!a || !b || (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) > 0) break;
      hull.pop();
    }
    hull.push([x, y]);
  }
  return hull.slice(0, -1);
}
