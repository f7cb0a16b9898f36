// Cuts rings and lines at an extent: Sutherland and Hodgman (1974) for rings, Liang and Barsky (1984) for the
// segments of a line. A ring may come back running along the edge; the map is clipped inside that, so it is not seen.

import type { Extent } from "./map-window.ts";

/** The ring inside the extent, as pairs; empty when none of it is. */
export function clipRing(ring: readonly number[], [west, south, east, north]: Extent): readonly number[] {
  const cutWest = cutHalf(ring, 0, west, 1);
  const cutEast = cutHalf(cutWest, 0, east, -1);
  const cutSouth = cutHalf(cutEast, 1, south, 1);
  return cutHalf(cutSouth, 1, north, -1);
}

/** Keeps what lies on the positive side (`sign` × (coordinate − bound) ≥ 0) of one edge. */
function cutHalf(ring: readonly number[], axis: 0 | 1, bound: number, sign: 1 | -1): readonly number[] {
  const kept: number[] = [];
  const count = ring.length / 2;
  for (let i = 0; i < count; i++) {
    const j = (i + 1) % count;
    const a = sign * (ring[2 * i + axis]! - bound);
    const b = sign * (ring[2 * j + axis]! - bound);
    if (a >= 0) kept.push(ring[2 * i]!, ring[2 * i + 1]!);
    if (a >= 0 !== b >= 0) {
      const t = a / (a - b);
      kept.push(
        ring[2 * i]! + t * (ring[2 * j]! - ring[2 * i]!),
        ring[2 * i + 1]! + t * (ring[2 * j + 1]! - ring[2 * i + 1]!),
      );
    }
  }
  return kept;
}

/** The stretches of a line inside the extent, as pairs each. */
export function clipLine(line: readonly number[], extent: Extent): number[][] {
  const parts: number[][] = [];
  let part: number[] = [];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const inside = clipSegment(line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!, extent);
    if (inside === null) continue;
    const [x0, y0, x1, y1] = inside;
    const goesOn = part.length > 0 && part.at(-2) === x0 && part.at(-1) === y0;
    if (!goesOn) {
      part = [x0, y0];
      parts.push(part);
    }
    part.push(x1, y1);
  }
  return parts;
}

function clipSegment(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  [west, south, east, north]: Extent,
): readonly [number, number, number, number] | null {
  const [dx, dy] = [x1 - x0, y1 - y0];
  let from = 0;
  let to = 1;
  for (const [p, q] of [
    [-dx, x0 - west],
    [dx, east - x0],
    [-dy, y0 - south],
    [dy, north - y0],
  ] as const) {
    if (p === 0 && q < 0) return null;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  if (from > to) return null;
  return [
    from === 0 ? x0 : x0 + from * dx,
    from === 0 ? y0 : y0 + from * dy,
    to === 1 ? x1 : x0 + to * dx,
    to === 1 ? y1 : y0 + to * dy,
  ];
}
