// When a grid has fallen in pieces: which units, handed over, make it whole again. Two ways are offered. Give:
// each smaller piece goes to the neighbouring grid it shares the longest border with. Link: the units of the
// cheapest path (Dijkstra over units, weighted by households) from the main piece to each other piece come in.
// Only ways that leave every grid they touch connected are offered, the fewest households first.

import { Contiguity } from "./contiguity.ts";
import type { GridUnits, UnitGraph } from "./grid-units.ts";
import type { UnitChange } from "./paint-stroke.ts";

export const REPAIR_WAYS = ["give", "link"] as const;

export interface StrokeRepair {
  readonly way: (typeof REPAIR_WAYS)[number];
  readonly changes: readonly UnitChange[];
  /** Known households handed over. */
  readonly households: number;
}

/** `isLocked`: grids that neither give nor take. None is found where the ground offers none. */
export function repairStroke(
  units: GridUnits,
  graph: UnitGraph,
  gridOf: Int32Array,
  grid: number,
  isLocked: (grid: number) => boolean = () => false,
): StrokeRepair[] {
  const contiguity = new Contiguity(graph);
  const own = membersOf(gridOf, grid);
  const pieces = contiguity
    .piecesOf(gridOf, own)
    .map((piece) => ({ piece, households: piece.reduce((sum, unit) => sum + weightOf(units, unit), 0) }))
    .sort((a, b) => b.households - a.households)
    .map(({ piece }) => piece);
  if (pieces.length < 2) return [];
  return [
    { way: "give" as const, next: giveAway(graph, gridOf, pieces, isLocked) },
    { way: "link" as const, next: linkUp(units, graph, gridOf, grid, pieces, isLocked) },
  ]
    .flatMap(({ way, next }) => (next ? [describe(way, units, gridOf, next)] : []))
    .filter(({ changes }) => isWhole(contiguity, gridOf, changes))
    .sort((a, b) => a.households - b.households);
}

function giveAway(
  { offsets, neighbours, border }: UnitGraph,
  gridOf: Int32Array,
  pieces: readonly (readonly number[])[],
  isLocked: (grid: number) => boolean,
): Int32Array | null {
  const next = Int32Array.from(gridOf);
  for (const piece of pieces.slice(1)) {
    const shared = new Map<number, number>();
    for (const unit of piece) {
      for (let arc = offsets[unit]!; arc < offsets[unit + 1]!; arc++) {
        const grid = gridOf[neighbours[arc]!]!;
        if (grid < 0 || grid === gridOf[unit] || isLocked(grid)) continue;
        shared.set(grid, (shared.get(grid) ?? 0) + border[arc]!);
      }
    }
    const [heir] = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (heir === undefined) return null;
    for (const unit of piece) next[unit] = heir[0];
  }
  return next;
}

function linkUp(
  units: GridUnits,
  graph: UnitGraph,
  gridOf: Int32Array,
  grid: number,
  pieces: readonly (readonly number[])[],
  isLocked: (grid: number) => boolean,
): Int32Array | null {
  const next = Int32Array.from(gridOf);
  const reached = [...pieces[0]!];
  for (const piece of pieces.slice(1)) {
    const path = cheapestPath(units, graph, next, grid, reached, new Set(piece), isLocked);
    if (path === null) return null;
    for (const unit of path) next[unit] = grid;
    reached.push(...path, ...piece);
  }
  return next;
}

/** Units between two pieces of `grid` with the fewest households in sum; null when the ground has no way. */
function cheapestPath(
  units: GridUnits,
  { offsets, neighbours }: UnitGraph,
  gridOf: Int32Array,
  grid: number,
  from: readonly number[],
  goal: ReadonlySet<number>,
  isLocked: (grid: number) => boolean,
): number[] | null {
  const cost = new Map<number, number>(from.map((unit) => [unit, 0]));
  const before = new Map<number, number>();
  const done = new Set<number>();
  const open = new Set(from);
  while (open.size > 0) {
    const at = cheapestOf(open, cost);
    open.delete(at);
    done.add(at);
    if (goal.has(at)) return trace(before, at, gridOf, grid);
    for (let arc = offsets[at]!; arc < offsets[at + 1]!; arc++) {
      const next = neighbours[arc]!;
      if (done.has(next) || (gridOf[next] !== grid && isLocked(gridOf[next]!))) continue;
      const total = cost.get(at)! + (gridOf[next] === grid ? 0 : weightOf(units, next));
      if (total >= (cost.get(next) ?? Infinity)) continue;
      cost.set(next, total);
      before.set(next, at);
      open.add(next);
    }
  }
  return null;
}

function cheapestOf(open: ReadonlySet<number>, cost: ReadonlyMap<number, number>): number {
  let best = -1;
  for (const unit of open) if (best < 0 || cost.get(unit)! < cost.get(best)!) best = unit;
  return best;
}

function trace(before: ReadonlyMap<number, number>, end: number, gridOf: Int32Array, grid: number): number[] {
  const path: number[] = [];
  for (let at: number | undefined = end; at !== undefined; at = before.get(at)) {
    if (gridOf[at] !== grid) path.push(at);
  }
  return path;
}

function describe(
  way: StrokeRepair["way"],
  units: GridUnits,
  gridOf: Int32Array,
  next: Int32Array,
): StrokeRepair {
  const changes: UnitChange[] = [];
  next.forEach((to, unit) => {
    if (to !== gridOf[unit]) changes.push({ unit, from: gridOf[unit]!, to });
  });
  const households = changes.reduce((sum, { unit }) => sum + (units.households[unit]! || 0), 0);
  return { way, changes, households };
}

/** Are all grids that the changes touch connected afterwards? */
function isWhole(contiguity: Contiguity, gridOf: Int32Array, changes: readonly UnitChange[]): boolean {
  const next = Int32Array.from(gridOf);
  for (const { unit, to } of changes) next[unit] = to;
  const grids = new Set(changes.flatMap(({ from, to }) => [from, to]).filter((grid) => grid >= 0));
  return [...grids].every((grid) => contiguity.piecesOf(next, membersOf(next, grid)).length <= 1);
}

function membersOf(gridOf: Int32Array, grid: number): number[] {
  return [...gridOf.keys()].filter((unit) => gridOf[unit] === grid);
}

/** Households, and a little for the unit itself, so that of two ways the one through fewer units is the cheaper. */
const weightOf = (units: GridUnits, unit: number): number => (units.households[unit]! || 0) + 0.001;
