// A net made valid again with as few households moved as can be found: last year's grids stay, new units join
// the neighbour with most room (or make grids of their own), severed pieces join a neighbour, grids outside the
// range are repaired one by one from their surroundings, and what was moved without need goes back. Locked grids
// neither give nor take. Grids keep their numbers, so what is not named in the answer did not change.

import { seededRandom } from "../base/index.ts";
import type { GridCost } from "./grid-cost.ts";
import { compareCosts, costOf, isDivisible, targetGrids } from "./grid-cost.ts";
import type { GridProblem, HouseholdRange } from "./grid-units.ts";
import { piecesOf } from "./grid-units.ts";
import { EXACT_UNITS, partitionExact } from "./partition-exact.ts";
import type { SearchState } from "./partition-large.ts";
import { finish } from "./partition-large.ts";
import { repairGrid } from "./repair-grid.ts";
import { splitByTree } from "./split-by-tree.ts";
import { WorkingNet } from "./working-net.ts";

export interface LeastChangeOptions {
  readonly seed: number;
  /** States the repair of one grid may look at. */
  readonly states: number;
  /** Connected subsets that the proof may look at; none by default. */
  readonly nodes?: number;
  /** Grids of the previous net that stay as they are. */
  readonly locked?: ReadonlySet<number>;
}

export interface LeastChange {
  /** Grid per unit: numbers of the previous net, new grids above them. */
  readonly gridOf: Int32Array;
  readonly cost: GridCost;
  readonly moves: readonly { readonly unit: number; readonly from: number; readonly to: number }[];
  readonly movedHouseholds: number;
  /** No net with as few grids outside the range moves fewer households; proven least where the two are equal. */
  readonly movedBound: number;
  /** Grids with no unit left, and grids that are new. */
  readonly retired: readonly number[];
  readonly created: readonly number[];
}

export const leastChange = (
  problem: GridProblem,
  range: HouseholdRange,
  options: LeastChangeOptions,
): LeastChange => finish(searchLeastChange(problem, range, options));

/** The same, handing over the net so far after each repair. */
export function* searchLeastChange(
  problem: GridProblem,
  range: HouseholdRange,
  { seed, states, nodes = 0, locked = new Set() }: LeastChangeOptions,
): Generator<SearchState, LeastChange> {
  const { previous } = problem;
  if (previous === null) throw new Error("least change needs a previous net");
  const random = seededRandom(seed);
  const fresh = previous.reduce((most, grid) => Math.max(most, grid), -1) + 1;
  const net = new WorkingNet(problem, range, placeLoose(problem, range, locked, fresh, random), fresh);
  const given = new Set<number>();
  const faults = net.grids.filter((grid) => net.isOutside(grid)).length;
  for (let grid = nextProblem(net, given, locked); grid >= 0; grid = nextProblem(net, given, locked)) {
    const left = net.grids.filter((own) => net.isOutside(own) && !given.has(own)).length;
    yield { done: Math.max(0, 1 - left / Math.max(1, faults)), gridOf: net.gridOf };
    if (repairGrid(net, grid, locked, states, random)) given.clear();
    else given.add(grid);
  }
  giveBack(net, locked);
  const found = describe(problem, range, net.gridOf, fresh);
  return problem.count <= EXACT_UNITS && locked.size === 0
    ? prove(problem, range, found, fresh, nodes)
    : found;
}

/**
 * `found` with a bound on the households that any net with so few grids outside moves, from the exact search, which
 * may meet a better net on the way. Quick where little was moved: grids that move more are passed over.
 */
function prove(
  problem: GridProblem,
  range: HouseholdRange,
  found: LeastChange,
  fresh: number,
  nodes: number,
): LeastChange {
  if (found.cost.moved === 0 || nodes === 0) return found;
  const limits = { outsideLimit: found.cost.outside, movedLimit: found.cost.moved };
  const exact = partitionExact(problem, range, { nodes, ...limits });
  if (exact.status !== "optimal" || exact.cost.outside < found.cost.outside) return found;
  const net = new WorkingNet(problem, range, Int32Array.from(exact.gridOf), fresh);
  const parts = net.grids.map((grid) => net.unitsOf(grid));
  const names = net.nameParts(
    parts,
    [...new Set(problem.previous)].filter((grid) => grid >= 0),
  );
  net.replace(net.grids, parts, names);
  const other = describe(problem, range, net.gridOf, fresh);
  const best = compareCosts(other.cost, found.cost) < 0 ? other : found;
  return { ...best, movedBound: exact.cost.moved };
}

/** The first grid outside the range that has not been given up and is not locked; -1 for none. */
const nextProblem = (net: WorkingNet, given: ReadonlySet<number>, locked: ReadonlySet<number>): number =>
  net.grids
    .sort((a, b) => a - b)
    .find((grid) => !given.has(grid) && !locked.has(grid) && net.isOutside(grid)) ?? -1;

/** The previous net with each grid's largest piece kept, and everything else put into a neighbour or a new grid. */
function placeLoose(
  problem: GridProblem,
  range: HouseholdRange,
  locked: ReadonlySet<number>,
  fresh: number,
  random: () => number,
): Int32Array {
  const gridOf = largestPieces(problem, locked);
  const { piece, pieces } = piecesOf(problem.graph, problem.count, (a, b) => gridOf[a] === gridOf[b]);
  let next = fresh;
  for (let p = 0; p < pieces; p++) {
    const units = [...piece.keys()].filter((unit) => piece[unit] === p && gridOf[unit] === -1);
    const total = units.reduce((sum, unit) => sum + problem.households[unit]!, 0);
    if (units.length === 0 || !isDivisible(total, range)) continue;
    for (const part of splitByTree(problem, units, targetGrids(total, range), range, random)) {
      for (const unit of part) gridOf[unit] = next;
      next++;
    }
  }
  while (joinNeighbour(problem, gridOf, locked)) {}
  for (let unit = 0; unit < gridOf.length; unit++) {
    if (gridOf[unit] !== -1) continue;
    for (let other = unit; other < gridOf.length; other++) {
      if (piece[other] === piece[unit] && gridOf[other] === -1) gridOf[other] = next;
    }
    next++;
  }
  return gridOf;
}

function largestPieces(problem: GridProblem, locked: ReadonlySet<number>): Int32Array {
  const { count, graph, households } = problem;
  const previous = problem.previous!;
  const { piece, pieces } = piecesOf(graph, count, (a, b) => previous[a] === previous[b]);
  const weight = new Float64Array(pieces);
  for (let unit = 0; unit < count; unit++) weight[piece[unit]!]! += households[unit]!;
  const largest = new Map<number, number>();
  for (let unit = 0; unit < count; unit++) {
    const now = largest.get(previous[unit]!);
    if (now === undefined || weight[piece[unit]!]! > weight[now]!) largest.set(previous[unit]!, piece[unit]!);
  }
  return previous.map((grid, unit) => (locked.has(grid) || largest.get(grid) === piece[unit] ? grid : -1));
}

/** Gives the unit whose neighbour grid has most room to that grid; false when no loose unit has a neighbour. */
function joinNeighbour(
  { count, graph, households }: GridProblem,
  gridOf: Int32Array,
  locked: ReadonlySet<number>,
): boolean {
  const totals = new Map<number, number>();
  for (let unit = 0; unit < count; unit++) {
    totals.set(gridOf[unit]!, (totals.get(gridOf[unit]!) ?? 0) + households[unit]!);
  }
  let best: readonly [unit: number, grid: number] | null = null;
  let least = Infinity;
  for (let unit = 0; unit < count; unit++) {
    if (gridOf[unit] !== -1) continue;
    for (let arc = graph.offsets[unit]!; arc < graph.offsets[unit + 1]!; arc++) {
      const grid = gridOf[graph.neighbours[arc]!]!;
      if (grid < 0 || locked.has(grid) || totals.get(grid)! >= least) continue;
      least = totals.get(grid)!;
      best = [unit, grid];
    }
  }
  if (best !== null) gridOf[best[0]] = best[1];
  return best !== null;
}

/** Units return to their old grid where that leaves both connected and the cost lower, until none does. */
function giveBack(net: WorkingNet, locked: ReadonlySet<number>): void {
  const previous = net.problem.previous!;
  const living = new Set(net.grids);
  for (let changed = true; changed; ) {
    changed = false;
    for (let unit = 0; unit < previous.length; unit++) {
      const [now, old] = [net.gridOf[unit]!, previous[unit]!];
      if (old < 0 || old === now || !living.has(old) || locked.has(old) || locked.has(now)) continue;
      const left = net.unitsOf(now).filter((other) => other !== unit);
      const grown = [...net.unitsOf(old), unit];
      if (!net.isConnected(left) || !net.isConnected(grown)) continue;
      const before = net.costOf([net.unitsOf(now), net.unitsOf(old)], [now, old]);
      if (compareCosts(net.costOf([left, grown], [now, old]), before) >= 0) continue;
      net.replace([now, old], [left, grown], [now, old]);
      changed = true;
    }
  }
}

function describe(
  problem: GridProblem,
  range: HouseholdRange,
  gridOf: Int32Array,
  fresh: number,
): LeastChange {
  const previous = problem.previous!;
  const moves: { unit: number; from: number; to: number }[] = [];
  gridOf.forEach((to, unit) => {
    const from = previous[unit]!;
    if (from >= 0 && from !== to) moves.push({ unit, from, to });
  });
  const now = new Set(gridOf);
  const cost = costOf(problem, gridOf, range);
  return {
    gridOf,
    cost,
    moves,
    movedHouseholds: cost.moved,
    movedBound: 0,
    retired: [...new Set(previous)].filter((grid) => grid >= 0 && !now.has(grid)).sort((a, b) => a - b),
    created: [...now].filter((grid) => grid >= fresh).sort((a, b) => a - b),
  };
}
