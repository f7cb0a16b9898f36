// Where lines of one level run across each other without a vertex in common. Every pair of segments whose boxes
// meet is tested (packed R-tree, O((n + k) log n)). Two kinds: both segments are cut through inside, or a vertex
// inside one line lies on the other's segment. Line ends that touch a segment are the business of join-ends.ts.

import { GrowingFloat64, GrowingInt32 } from "./growing.ts";
import type { LineWork } from "./line-work.ts";
import { meetingFraction, nearestFraction, side, WELD } from "./segment-geometry.ts";

/** Crossing i: segment `first[i]` at fraction `firstAt[i]` and segment `second[i]` at `secondAt[i]`. */
export class Crossings {
  readonly first = new GrowingInt32();
  readonly firstAt = new GrowingFloat64();
  readonly second = new GrowingInt32();
  readonly secondAt = new GrowingFloat64();
  get count(): number {
    return this.first.length;
  }
  add(first: number, firstAt: number, second: number, secondAt: number): void {
    this.first.push(first);
    this.firstAt.push(firstAt);
    this.second.push(second);
    this.secondAt.push(secondAt);
  }
}

/** Adds the crossings of the segments in runs [from, to) of the work's tree with all segments after them. */
export function findCrossings(work: LineWork, from: number, to: number, crossings: Crossings): void {
  const { segments, lines, vertexLine } = work;
  const { level } = lines;
  for (let run = from; run < to; run++) {
    const [west, south, east, north] = segments.boxOf(run);
    const start = segments.runStart[run]!;
    const end = segments.runEnd[run]!;
    const runLevel = level[vertexLine[start]!];
    segments.near(west - WELD, south - WELD, east + WELD, north + WELD, (other) => {
      if (other <= start || level[vertexLine[other]!] !== runLevel) return false;
      // segments after each other in one line share a vertex and cannot cross
      const stop = vertexLine[start] === vertexLine[other] ? Math.min(end, other - 1) : end;
      for (let v = start; v < stop; v++) testPair(work, v, other, crossings);
      return false;
    });
  }
}

/** Tests segments a and b (first vertices, a before b) of one level. */
function testPair(work: LineWork, a: number, b: number, crossings: Crossings): void {
  const { xy } = work.lines;
  const ax = xy[2 * a]!;
  const ay = xy[2 * a + 1]!;
  const bx = xy[2 * a + 2]!;
  const by = xy[2 * a + 3]!;
  const cx = xy[2 * b]!;
  const cy = xy[2 * b + 1]!;
  const dx = xy[2 * b + 2]!;
  const dy = xy[2 * b + 3]!;
  const nearA = WELD * Math.hypot(bx - ax, by - ay);
  const sideC = side(ax, ay, bx, by, cx, cy);
  const sideD = side(ax, ay, bx, by, dx, dy);
  if (Math.min(sideC, sideD) > nearA || Math.max(sideC, sideD) < -nearA) return;
  const nearB = WELD * Math.hypot(dx - cx, dy - cy);
  const sideA = side(cx, cy, dx, dy, ax, ay);
  const sideB = side(cx, cy, dx, dy, bx, by);
  if (Math.min(sideA, sideB) > nearB || Math.max(sideA, sideB) < -nearB) return;
  if (areApart(sideC, sideD, nearA) && areApart(sideA, sideB, nearB)) {
    const atA = meetingFraction(ax, ay, bx, by, cx, cy, dx, dy);
    crossings.add(a, atA, b, meetingFraction(cx, cy, dx, dy, ax, ay, bx, by));
    return;
  }
  if (touches(work, a, b)) crossings.add(b, fractionOf(work, a, b), a, 0);
  if (touches(work, b, a)) crossings.add(a, fractionOf(work, b, a), b, 0);
}

const areApart = (one: number, other: number, near: number): boolean =>
  (one > near && other < -near) || (one < -near && other > near);

const fractionOf = ({ lines: { xy } }: LineWork, vertex: number, segment: number): number =>
  nearestFraction(
    xy[2 * segment]!,
    xy[2 * segment + 1]!,
    xy[2 * segment + 2]!,
    xy[2 * segment + 3]!,
    xy[2 * vertex]!,
    xy[2 * vertex + 1]!,
  );

/** Is `vertex` inside its line, and inside `segment` without being one of its ends? */
function touches(work: LineWork, vertex: number, segment: number): boolean {
  const { vertexPlace, vertexLine } = work;
  const { xy } = work.lines;
  if (vertexLine[vertex - 1] !== vertexLine[vertex]) return false;
  const place = vertexPlace[vertex]!;
  if (place === vertexPlace[segment]! || place === vertexPlace[segment + 1]!) return false;
  const t = fractionOf(work, vertex, segment);
  const x = xy[2 * segment]! + t * (xy[2 * segment + 2]! - xy[2 * segment]!);
  const y = xy[2 * segment + 1]! + t * (xy[2 * segment + 3]! - xy[2 * segment + 1]!);
  return t > 0 && t < 1 && Math.hypot(xy[2 * vertex]! - x, xy[2 * vertex + 1]! - y) <= WELD;
}
