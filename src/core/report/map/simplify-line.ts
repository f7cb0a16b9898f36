// Line simplification of Douglas and Peucker (1973): keeps the fewest vertices it needs for no vertex left out to
// lie farther than a tolerance from the line drawn. Iterative, so that a coast of a million vertices does not
// overflow the stack.

/** Indices of the pairs of `xy` to keep, ends included; `tolerance` in the unit of `xy`. */
export function simplifyLine(xy: ArrayLike<number>, tolerance: number): number[] {
  const count = xy.length / 2;
  if (count <= 2) return Array.from({ length: count }, (_, i) => i);
  const keep = new Uint8Array(count);
  keep[0] = 1;
  keep[count - 1] = 1;
  const stack = [0, count - 1];
  const limit = tolerance * tolerance;
  while (stack.length > 0) {
    const last = stack.pop()!;
    const first = stack.pop()!;
    let farthest = -1;
    let most = limit;
    for (let i = first + 1; i < last; i++) {
      const square = squareToSegment(xy, i, first, last);
      if (square > most) {
        most = square;
        farthest = i;
      }
    }
    if (farthest === -1) continue;
    keep[farthest] = 1;
    stack.push(first, farthest, farthest, last);
  }
  const kept: number[] = [];
  for (let i = 0; i < count; i++) if (keep[i] === 1) kept.push(i);
  return kept;
}

function squareToSegment(xy: ArrayLike<number>, i: number, a: number, b: number): number {
  const ax = xy[2 * a]!;
  const ay = xy[2 * a + 1]!;
  const dx = xy[2 * b]! - ax;
  const dy = xy[2 * b + 1]! - ay;
  const px = xy[2 * i]! - ax;
  const py = xy[2 * i + 1]! - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  const ex = px - t * dx;
  const ey = py - t * dy;
  return ex * ex + ey * ey;
}
