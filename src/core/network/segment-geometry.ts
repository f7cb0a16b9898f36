// Plane geometry of straight segments in metres: sides, the nearest point, crossings. Plain double arithmetic;
// in a local frame (coordinates below 10^6 m) its error is below 10^-4 mm, far under the weld distance.

/** Vertices closer than this are one spot, metres. */
export const WELD = 0.001;

/** Twice the signed area of a, b, c in square metres: > 0 when c lies left of a→b. */
export const side = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Fraction in [0, 1] along a→b of the point of the segment nearest to p. */
export function nearestFraction(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  px: number,
  py: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  return Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / squared));
}

/**
 * Does p→q pass from one side of barrier segment a→b to the other, between a and b? The barrier's line itself
 * belongs to its left bank: a point exactly on it is on the left, so no walk slips through such a point, and only
 * one from the left may touch the line and turn back. `endsAtA`, `endsAtB`: the barrier stops there; a
 * p→q that only touches such an end is free. The same for both directions of p→q.
 */
export function crossesBarrier(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  px: number,
  py: number,
  qx: number,
  qy: number,
  endsAtA: boolean,
  endsAtB: boolean,
): boolean {
  if (side(ax, ay, bx, by, px, py) >= 0 === side(ax, ay, bx, by, qx, qy) >= 0) return false;
  const forward = px < qx || (px === qx && py < qy);
  const sideA = forward ? side(px, py, qx, qy, ax, ay) : side(qx, qy, px, py, ax, ay);
  const sideB = forward ? side(px, py, qx, qy, bx, by) : side(qx, qy, px, py, bx, by);
  if ((sideA === 0 && endsAtA) || (sideB === 0 && endsAtB)) return false;
  return sideA >= 0 !== sideB >= 0;
}

/** Fraction along p→q where the line through it meets the line a→b; the two must not be parallel. */
export function meetingFraction(
  px: number,
  py: number,
  qx: number,
  qy: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const fromP = side(ax, ay, bx, by, px, py);
  const fromQ = side(ax, ay, bx, by, qx, qy);
  return Math.min(1, Math.max(0, fromP / (fromP - fromQ)));
}
