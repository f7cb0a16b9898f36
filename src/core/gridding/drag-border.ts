// Dragging a shared border: the stretch around the grip bends towards the pointer, least at its ends, and clings to
// roads, water and walls where they are near; the grids on both sides follow, because they share the arc. A grip at a
// junction moves every arc that meets there; the community's outline does not move. A drag that would make borders
// cross, or pass over a grid that lies between, is refused.

import type { LineColumns } from "../geo/index.ts";
import { contains } from "../geo/index.ts";
import { type GridBoundaries, polygonsOf } from "./grid-arcs.ts";
import type { GridUnits } from "./grid-units.ts";
import type { UnitChange } from "./paint-stroke.ts";

/** A place on a border: the arc, and metres along it. */
export interface BorderGrip {
  readonly arc: number;
  readonly along: number;
}

export interface BorderDrag {
  readonly boundaries: GridBoundaries;
  /** Arcs that moved. */
  readonly arcs: readonly number[];
  /** Units whose point now lies in the grid across. */
  readonly changes: readonly UnitChange[];
}

export type Snap = (x: number, y: number) => readonly [number, number];

/** Metres from a junction within which a grip takes the junction itself. */
const JUNCTION_REACH = 12;

/** The stretch that bends reaches so many metres to either side, and so many times the way the pointer went. */
const LEAST_STRETCH = 40;
const STRETCH_PER_METRE = 2;

/** Share of the stretch on either side of the grip that moves as far as the grip. */
const STIFF = 1 / 3;

/** Metres between the vertices of a bent stretch. */
const STEP = 8;

/** The place on a border between two grids nearest to a point, within `reach` metres; null for none. */
export function gripBorder(
  { arcs: { count, offsets, xy }, left, right }: Pick<GridBoundaries, "arcs" | "left" | "right">,
  x: number,
  y: number,
  reach: number,
): BorderGrip | null {
  let [best, least]: [BorderGrip | null, number] = [null, reach];
  for (let arc = 0; arc < count; arc++) {
    if (left[arc]! < 0 || right[arc]! < 0) continue;
    let passed = 0;
    for (let v = offsets[arc]!; v + 1 < offsets[arc + 1]!; v++) {
      const foot = footOn(xy, v, x, y);
      if (foot.far < least) [best, least] = [{ arc, along: passed + foot.t * foot.length }, foot.far];
      passed += foot.length;
    }
  }
  return best;
}

/** The drag of `grip` to (x, y), metres; null where it is refused. What clings too tightly is tried without clinging. */
export function dragBorder(
  boundaries: GridBoundaries,
  grip: BorderGrip,
  to: readonly [x: number, y: number],
  { xy }: Pick<GridUnits, "xy">,
  gridOf: Int32Array,
  snap?: Snap,
): BorderDrag | null {
  const moved = (snap && moveArcs(boundaries, grip, to, snap)) ?? moveArcs(boundaries, grip, to, asItIs);
  if (moved === null) return null;
  const { next, arcs } = moved;
  const polygons = polygonsOf(next);
  const near = new Set(arcs.flatMap((arc) => [next.left[arc]!, next.right[arc]!]));
  const rows = [...next.grids.keys()].filter((row) => near.has(next.grids[row]!));
  const changes: UnitChange[] = [];
  gridOf.forEach((from, unit) => {
    if (!near.has(from)) return;
    const row = rows.find((own) => contains(polygons, own, xy[2 * unit]!, xy[2 * unit + 1]!));
    const to = row === undefined ? from : next.grids[row]!;
    if (to !== from) changes.push({ unit, from, to });
  });
  return { boundaries: next, arcs, changes };
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
      const foot = footOn(xy, v, x, y);
      if (foot.far <= least) [best, least] = [[foot.x, foot.y], foot.far];
    }
  }
  return best;
}

const asItIs: Snap = (x, y) => [x, y];

/** The nearest point of the segment that starts at vertex `v`: where, how far along (0 to 1) and how far off. */
function footOn(xy: Float64Array, v: number, px: number, py: number) {
  const [ax, ay] = [xy[2 * v]!, xy[2 * v + 1]!];
  const [dx, dy] = [xy[2 * v + 2]! - ax, xy[2 * v + 3]! - ay];
  const t = Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
  const [x, y] = [ax + t * dx, ay + t * dy];
  return { x, y, t, far: Math.hypot(x - px, y - py), length: Math.hypot(dx, dy) };
}

function moveArcs(
  boundaries: GridBoundaries,
  grip: BorderGrip,
  to: readonly [number, number],
  snap: Snap,
): { readonly next: GridBoundaries; readonly arcs: readonly number[] } | null {
  const { arcs, left, right } = boundaries;
  const grips = gripsAt(boundaries, grip);
  if (grips.some(({ arc }) => left[arc]! < 0 || right[arc]! < 0)) return null;
  const bent = new Map(grips.map((own) => [own.arc, bend(arcs, own, to, snap)]));
  if (bent.size < grips.length) return null;
  const next = { ...boundaries, arcs: withLines(arcs, bent) };
  const moved = [...bent.keys()];
  if (moved.some((arc) => crossesAny(next.arcs, arc) || passesOver(arcs, next.arcs, arc, moved))) return null;
  return { next, arcs: moved };
}

/** The grip itself, or the ends of all arcs at the junction that it is at. */
function gripsAt({ arcs: { count, offsets, xy } }: GridBoundaries, grip: BorderGrip): BorderGrip[] {
  const length = lengthOf(xy, offsets[grip.arc]!, offsets[grip.arc + 1]!);
  const [first, last] = [offsets[grip.arc]!, offsets[grip.arc + 1]! - 1];
  const isClosed = isSame(xy, first, last);
  const end = grip.along < JUNCTION_REACH ? first : length - grip.along < JUNCTION_REACH ? last : -1;
  if (end < 0 || isClosed) return [grip];
  const found: BorderGrip[] = [];
  for (let arc = 0; arc < count; arc++) {
    const [start, stop] = [offsets[arc]!, offsets[arc + 1]! - 1];
    if (isSame(xy, start, end)) found.push({ arc, along: 0 });
    if (isSame(xy, stop, end)) found.push({ arc, along: lengthOf(xy, start, stop + 1) });
  }
  return found;
}

/** The vertices of an arc (pairs) with the stretch around the grip bent towards `to`; its other ends stay. */
function bend(
  { offsets, xy }: LineColumns,
  { arc, along }: BorderGrip,
  to: readonly [number, number],
  snap: Snap,
): number[] {
  const [start, end] = [offsets[arc]!, offsets[arc + 1]!];
  const whole = lengthOf(xy, start, end);
  const [gx, gy] = pointAt(xy, start, end, along);
  const [goalX, goalY] = snap(to[0], to[1]);
  const [dx, dy] = [goalX - gx, goalY - gy];
  const reach = Math.max(LEAST_STRETCH, STRETCH_PER_METRE * Math.hypot(dx, dy));
  const weightAt = (s: number): number => {
    const side = s < along ? Math.min(reach, along) : Math.min(reach, whole - along);
    const off = Math.abs(s - along);
    if (off === 0) return 1;
    return side === 0 ? 0 : Math.min(1, Math.max(0, (side - off) / (side * (1 - STIFF))));
  };
  const points: number[] = [];
  const place = (s: number, x: number, y: number): void => {
    const weight = weightAt(s);
    const [toX, toY] = [x + weight * dx, y + weight * dy];
    points.push(...(weight === 1 ? snap(toX, toY) : [toX, toY]));
  };
  let passed = 0;
  for (let v = start; v < end; v++) {
    const [x, y] = [xy[2 * v]!, xy[2 * v + 1]!];
    place(v + 1 === end ? whole : passed, x, y);
    if (v + 1 === end) break;
    const { length } = footOn(xy, v, x, y);
    const [nextX, nextY] = [xy[2 * v + 2]!, xy[2 * v + 3]!];
    const stations = [along - passed].filter((s) => s > 0 && s < length);
    if (passed + length > along - reach && passed < along + reach) {
      const parts = Math.ceil(length / STEP);
      for (let k = 1; k < parts; k++) stations.push((k / parts) * length);
    }
    for (const s of stations.sort((a, b) => a - b)) {
      place(passed + s, x + (s / length) * (nextX - x), y + (s / length) * (nextY - y));
    }
    passed += length;
  }
  return points;
}

function withLines(
  { count, offsets, xy }: LineColumns,
  lines: ReadonlyMap<number, readonly number[]>,
): LineColumns {
  const starts = [0];
  const all: number[] = [];
  for (let arc = 0; arc < count; arc++) {
    all.push(...(lines.get(arc) ?? xy.subarray(2 * offsets[arc]!, 2 * offsets[arc + 1]!)));
    starts.push(all.length / 2);
  }
  return { count, offsets: Uint32Array.from(starts), xy: Float64Array.from(all) };
}

/** Does a segment of an arc cross another segment, other than at a shared end? */
function crossesAny({ count, offsets, xy }: LineColumns, arc: number): boolean {
  for (let own = offsets[arc]!; own + 1 < offsets[arc + 1]!; own++) {
    for (let other = 0; other < count; other++) {
      for (let s = offsets[other]!; s + 1 < offsets[other + 1]!; s++) {
        if (isCrossing(xy, own, s)) return true;
      }
    }
  }
  return false;
}

/** Does a vertex of an arc that stays lie between where this arc was and where it is now? */
function passesOver(before: LineColumns, after: LineColumns, arc: number, moved: readonly number[]): boolean {
  const was = Array.from(before.xy.subarray(2 * before.offsets[arc]!, 2 * before.offsets[arc + 1]!));
  const now = after.xy.subarray(2 * after.offsets[arc]!, 2 * after.offsets[arc + 1]!);
  const ring = [...was];
  for (let v = now.length - 2; v >= 0; v -= 2) ring.push(now[v]!, now[v + 1]!);
  for (let other = 0; other < before.count; other++) {
    if (moved.includes(other)) continue;
    for (let v = before.offsets[other]!; v < before.offsets[other + 1]!; v++) {
      const [x, y] = [before.xy[2 * v]!, before.xy[2 * v + 1]!];
      const isEnd = ring.some((own, i) => i % 2 === 0 && own === x && ring[i + 1] === y);
      if (!isEnd && isInside(ring, x, y)) return true;
    }
  }
  return false;
}

/** Even-odd rule. */
function isInside(ring: readonly number[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [yi, yj] = [ring[i + 1]!, ring[j + 1]!];
    if (yi > y === yj > y) continue;
    if (x < ((ring[j]! - ring[i]!) * (y - yi)) / (yj - yi) + ring[i]!) inside = !inside;
  }
  return inside;
}

function isCrossing(xy: Float64Array, a: number, b: number): boolean {
  const side = (s: number, p: number): number =>
    Math.sign(
      (xy[2 * s + 2]! - xy[2 * s]!) * (xy[2 * p + 1]! - xy[2 * s + 1]!) -
        (xy[2 * s + 3]! - xy[2 * s + 1]!) * (xy[2 * p]! - xy[2 * s]!),
    );
  return side(a, b) * side(a, b + 1) < 0 && side(b, a) * side(b, a + 1) < 0;
}

const isSame = (xy: Float64Array, a: number, b: number): boolean =>
  xy[2 * a] === xy[2 * b] && xy[2 * a + 1] === xy[2 * b + 1];

function lengthOf(xy: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let v = start; v + 1 < end; v++) {
    sum += Math.hypot(xy[2 * v + 2]! - xy[2 * v]!, xy[2 * v + 3]! - xy[2 * v + 1]!);
  }
  return sum;
}

function pointAt(xy: Float64Array, start: number, end: number, along: number): [number, number] {
  let left = along;
  for (let v = start; v + 1 < end; v++) {
    const { length } = footOn(xy, v, xy[2 * v]!, xy[2 * v + 1]!);
    if (left <= length || v + 2 === end) {
      const t = Math.min(1, left / (length || 1));
      return [
        xy[2 * v]! + t * (xy[2 * v + 2]! - xy[2 * v]!),
        xy[2 * v + 1]! + t * (xy[2 * v + 3]! - xy[2 * v + 1]!),
      ];
    }
    left -= length;
  }
  return [xy[2 * start]!, xy[2 * start + 1]!];
}
