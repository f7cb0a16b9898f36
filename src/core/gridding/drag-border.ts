// Dragging a shared border: one vertex of an arc goes to where the pointer is (or to the nearest road, water or wall
// within reach), and the grids on both sides follow, because they share the arc. Junctions move with every arc that
// meets there; the community's outline does not move. A drag that would make borders cross is refused.

import type { LineColumns } from "../geo/index.ts";
import { contains } from "../geo/index.ts";
import { type GridBoundaries, polygonsOf } from "./grid-arcs.ts";
import type { GridUnits } from "./grid-units.ts";
import type { UnitChange } from "./paint-stroke.ts";

export interface BorderDrag {
  readonly boundaries: GridBoundaries;
  /** Units whose point now lies in the grid across. */
  readonly changes: readonly UnitChange[];
}

/** `vertex`: row of `boundaries.arcs.xy`; null where the drag is refused. */
export function dragBorder(
  boundaries: GridBoundaries,
  vertex: number,
  x: number,
  y: number,
  { xy }: Pick<GridUnits, "xy">,
  gridOf: Int32Array,
): BorderDrag | null {
  const { arcs, left, right } = boundaries;
  const [oldX, oldY] = [arcs.xy[2 * vertex]!, arcs.xy[2 * vertex + 1]!];
  const moving: number[] = [];
  const touched = new Set<number>();
  for (let arc = 0; arc < arcs.count; arc++) {
    for (let v = arcs.offsets[arc]!; v < arcs.offsets[arc + 1]!; v++) {
      if (arcs.xy[2 * v] !== oldX || arcs.xy[2 * v + 1] !== oldY) continue;
      if (left[arc]! < 0 || right[arc]! < 0) return null;
      moving.push(v);
      touched.add(arc);
    }
  }
  const moved = Float64Array.from(arcs.xy);
  for (const v of moving) moved.set([x, y], 2 * v);
  const next = { ...boundaries, arcs: { ...arcs, xy: moved } };
  if (moving.some((v) => crossesAny(next.arcs, v))) return null;
  const polygons = polygonsOf(next);
  const near = new Set([...touched].flatMap((arc) => [left[arc]!, right[arc]!]));
  const rows = [...boundaries.grids.keys()].filter((row) => near.has(boundaries.grids[row]!));
  const changes: UnitChange[] = [];
  gridOf.forEach((from, unit) => {
    if (!near.has(from)) return;
    const row = rows.find((own) => contains(polygons, own, xy[2 * unit]!, xy[2 * unit + 1]!));
    const to = row === undefined ? from : boundaries.grids[row]!;
    if (to !== from) changes.push({ unit, from, to });
  });
  return { boundaries: next, changes };
}

/** The nearest point of any line within `reach` metres; the point itself where there is none. */
export function snapToCourse(
  { count, offsets, xy }: LineColumns,
  x: number,
  y: number,
  reach: number,
): [number, number] {
  let [best, least]: [[number, number], number] = [[x, y], reach];
  for (let line = 0; line < count; line++) {
    for (let v = offsets[line]!; v + 1 < offsets[line + 1]!; v++) {
      const [ax, ay] = [xy[2 * v]!, xy[2 * v + 1]!];
      const [dx, dy] = [xy[2 * v + 2]! - ax, xy[2 * v + 3]! - ay];
      const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      const far = Math.hypot(ax + t * dx - x, ay + t * dy - y);
      if (far <= least) [best, least] = [[ax + t * dx, ay + t * dy], far];
    }
  }
  return best;
}

/** Does a segment at vertex `v` cross another segment, other than at a shared end? */
function crossesAny({ count, offsets, xy }: LineColumns, v: number): boolean {
  const arc = offsets.findIndex((start, k) => k < count && start <= v && v < offsets[k + 1]!);
  const own = [v - 1, v].filter((s) => s >= offsets[arc]! && s + 1 < offsets[arc + 1]!);
  for (let other = 0; other < count; other++) {
    for (let s = offsets[other]!; s + 1 < offsets[other + 1]!; s++) {
      if (own.some((mine) => mine !== s && isCrossing(xy, mine, s))) return true;
    }
  }
  return false;
}

function isCrossing(xy: Float64Array, a: number, b: number): boolean {
  const side = (s: number, p: number): number =>
    Math.sign(
      (xy[2 * s + 2]! - xy[2 * s]!) * (xy[2 * p + 1]! - xy[2 * s + 1]!) -
        (xy[2 * s + 3]! - xy[2 * s + 1]!) * (xy[2 * p]! - xy[2 * s]!),
    );
  return side(a, b) * side(a, b + 1) < 0 && side(b, a) * side(b, a + 1) < 0;
}
