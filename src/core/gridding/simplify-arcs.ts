// Fewer vertices in shared borders, on both sides at once. Visvalingam and Whyatt (1993): the inner vertex with the
// smallest triangle goes first; it stays when another vertex or a point that must keep its side lies in that
// triangle, so no border crosses another and no unit changes its grid. Borders with the outside stay as they are.

import Flatbush from "flatbush";
import type { GridBoundaries } from "./grid-arcs.ts";

/** `area`: square metres up to which a triangle may go; `guards`: pairs, metres. */
export function simplifyArcs(boundaries: GridBoundaries, area: number, guards: Float64Array): GridBoundaries {
  const { arcs, left, right } = boundaries;
  const all = new Float64Array(arcs.xy.length + guards.length);
  all.set(arcs.xy);
  all.set(guards, arcs.xy.length);
  if (all.length === 0) return boundaries;
  const index = new Flatbush(all.length / 2);
  for (let i = 0; i < all.length; i += 2) index.add(all[i]!, all[i + 1]!);
  index.finish();
  const gone = new Uint8Array(arcs.xy.length / 2);
  for (let arc = 0; arc < arcs.count; arc++) {
    if (left[arc]! >= 0 && right[arc]! >= 0)
      thin(all, arcs.offsets[arc]!, arcs.offsets[arc + 1]!, area, index, gone);
  }
  const offsets = [0];
  const xy: number[] = [];
  for (let arc = 0; arc < arcs.count; arc++) {
    for (let v = arcs.offsets[arc]!; v < arcs.offsets[arc + 1]!; v++) {
      if (!gone[v]) xy.push(all[2 * v]!, all[2 * v + 1]!);
    }
    offsets.push(xy.length / 2);
  }
  return {
    ...boundaries,
    arcs: { count: arcs.count, offsets: Uint32Array.from(offsets), xy: Float64Array.from(xy) },
  };
}

/** Marks the vertices of one arc that may go. A closed arc keeps four, so that it stays a ring. */
function thin(
  xy: Float64Array,
  start: number,
  end: number,
  limit: number,
  index: Flatbush,
  gone: Uint8Array,
): void {
  const isClosed = xy[2 * start] === xy[2 * end - 2] && xy[2 * start + 1] === xy[2 * end - 1];
  const line = Array.from({ length: end - start }, (_, k) => start + k);
  const stuck = new Set<number>();
  while (line.length > (isClosed ? 4 : 2)) {
    let [best, least] = [-1, limit];
    for (let k = 1; k + 1 < line.length; k++) {
      const own = stuck.has(line[k]!) ? Infinity : triangle(xy, line[k - 1]!, line[k]!, line[k + 1]!);
      if (own < least) [best, least] = [k, own];
    }
    if (best < 0) return;
    const [a, b, c] = [line[best - 1]!, line[best]!, line[best + 1]!];
    if (isEmpty(xy, index, a, b, c, gone)) {
      gone[b] = 1;
      line.splice(best, 1);
      stuck.delete(a);
      stuck.delete(c);
    } else stuck.add(b);
  }
}

const triangle = (xy: Float64Array, a: number, b: number, c: number): number =>
  Math.abs(turn(xy, a, b, xy[2 * c]!, xy[2 * c + 1]!)) / 2;

/** Twice the signed area of a, b and (x, y). */
const turn = (xy: Float64Array, a: number, b: number, x: number, y: number): number =>
  (xy[2 * b]! - xy[2 * a]!) * (y - xy[2 * a + 1]!) - (xy[2 * b + 1]! - xy[2 * a + 1]!) * (x - xy[2 * a]!);

/** No vertex that is still there, and no guard, in or on the triangle but its own corners. */
function isEmpty(
  xy: Float64Array,
  index: Flatbush,
  a: number,
  b: number,
  c: number,
  gone: Uint8Array,
): boolean {
  const [xs, ys] = [[a, b, c].map((v) => xy[2 * v]!), [a, b, c].map((v) => xy[2 * v + 1]!)];
  const isCorner = (x: number, y: number): boolean => xs.some((own, k) => own === x && ys[k] === y);
  return index.search(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)).every((v) => {
    const [x, y] = [xy[2 * v]!, xy[2 * v + 1]!];
    if (gone[v] === 1 || isCorner(x, y)) return true;
    const sides = [turn(xy, a, b, x, y), turn(xy, b, c, x, y), turn(xy, c, a, x, y)];
    return sides.some((side) => side > 0) && sides.some((side) => side < 0);
  });
}
