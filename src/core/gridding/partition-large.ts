// A good net for a community too large to prove: several starts by tree cuts, then steps of recombination (two
// or three neighbouring grids are pooled and cut anew, into one grid more or fewer where that fits) and of single
// units handed to a neighbour, each kept when the cost in its stated order is no worse. Small pools are solved
// exactly instead of being cut at random. The same seed gives the same net; the budget is steps, never time.

import type { Random } from "../base/index.ts";
import { seededRandom } from "../base/index.ts";
import { annealBorders } from "./anneal-borders.ts";
import type { GridCost } from "./grid-cost.ts";
import { compareCosts, costOf, targetGrids } from "./grid-cost.ts";
import type { GridProblem, HouseholdRange } from "./grid-units.ts";
import { piecesOf, sliceProblem } from "./grid-units.ts";
import { partitionExact } from "./partition-exact.ts";
import { shareParts } from "./share-parts.ts";
import { splitByTree } from "./split-by-tree.ts";
import { WorkingNet } from "./working-net.ts";

export interface LargeOptions {
  readonly seed: number;
  /** Recombinations in each start. */
  readonly steps: number;
  /** Independent starts; the best net wins. */
  readonly starts: number;
  /** A net to go on from, as one more start. */
  readonly from?: Int32Array;
}

export interface LargeResult {
  readonly gridOf: Int32Array;
  readonly cost: GridCost;
}

/** Units in a pool up to which it is solved exactly, and the subsets looked at for that. */
const EXACT_POOL = 18;
const EXACT_NODES = 600;

/** Share of the steps, and steps at least, that may pass without a gain before a start is over. */
const PATIENCE = 0.25;
const MIN_PATIENCE = 100;

/** Moves of single units across borders that end each start, per unit. */
const MOVES = 1000;

/** Units from which on one start is made, with more steps and moves in it: different starts then differ little. */
const MANY = 2000;
const MANY_MOVES = 3000;
const STEPS_PER_UNIT = 1;

/** Steps of a first draft. */
const FIRST_STEPS = 24;

/** Steps between two looks at the search: some milliseconds. */
const BREATH = 16;

/** Where a search stands: share done, and the best net so far. */
export interface SearchState {
  readonly done: number;
  readonly gridOf: Int32Array;
}

export const partitionLarge = (
  problem: GridProblem,
  range: HouseholdRange,
  options: LargeOptions,
): LargeResult => finish(searchLarge(problem, range, options));

/** Runs a search to its end. */
export function finish<T>(search: Generator<SearchState, T>): T {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/** The same, handing over the best net so far every few steps, so that it can be shown or the search left. */
export function* searchLarge(
  problem: GridProblem,
  range: HouseholdRange,
  options: LargeOptions,
): Generator<SearchState, LargeResult> {
  const { seed, from } = options;
  const isMany = problem.count >= MANY;
  const starts = isMany ? Math.min(from ? 0 : 1, options.starts) : options.starts;
  const steps = isMany ? Math.max(options.steps, STEPS_PER_UNIT * problem.count) : options.steps;
  const moves = problem.count * (isMany ? MANY_MOVES : MOVES);
  const begin: (() => Int32Array)[] = from ? [() => Int32Array.from(from)] : [];
  for (let start = 0; start < starts; start++) {
    begin.push(() => firstNet(problem, range, seededRandom(seed + 7919 * start)));
  }
  let best: LargeResult | null = null;
  for (const [start, make] of begin.entries()) {
    const gridOf = make();
    const random = seededRandom(seed + 104729 * (start + 1));
    const net = new WorkingNet(problem, range, gridOf);
    for (const done of improving(net, steps, random)) {
      yield { done: (start + done / 2) / begin.length, gridOf: (best ?? net).gridOf };
    }
    for (const done of annealBorders(problem, range, net.gridOf, moves, random)) {
      yield { done: (start + (1 + done) / 2) / begin.length, gridOf: (best ?? net).gridOf };
    }
    const cost = costOf(problem, net.gridOf, range);
    if (best === null || compareCosts(cost, best.cost) < 0) best = { gridOf: net.gridOf, cost };
  }
  if (best === null) throw new Error(`no start: ${starts} asked for`);
  return best;
}

/** A net to look at within a blink: tree cuts and a few steps. */
export function firstDraft(problem: GridProblem, range: HouseholdRange, seed: number): Int32Array {
  const net = new WorkingNet(problem, range, firstNet(problem, range, seededRandom(seed)));
  for (const _ of improving(net, FIRST_STEPS, seededRandom(seed + 1))) {
    // every step is taken, none is shown
  }
  return net.gridOf;
}

/** Tree cuts of each connected piece into the number of grids its households ask for. */
function firstNet(problem: GridProblem, range: HouseholdRange, random: Random): Int32Array {
  const gridOf = new Int32Array(problem.count);
  const weigh = (units: readonly number[]): number =>
    units.reduce((sum, unit) => sum + problem.households[unit]!, 0);
  const { piece, pieces } = piecesOf(problem.graph, problem.count, () => true);
  const lists: number[][] = Array.from({ length: pieces }, () => []);
  for (let unit = 0; unit < problem.count; unit++) lists[piece[unit]!]!.push(unit);
  const sizes = lists.map((units) => ({ units: units.length, households: weigh(units) }));
  const shares =
    problem.parts === undefined
      ? sizes.map(({ households }) => targetGrids(households, range))
      : shareParts(problem.parts, sizes);
  const parts = lists.flatMap((units, p) => splitByTree(problem, units, shares[p]!, range, random));
  while (problem.parts !== undefined && parts.length < problem.parts) {
    const large = parts.reduce((best, part, k) => (part.length > parts[best]!.length ? k : best), 0);
    if (parts[large]!.length < 2) break;
    parts.push(...splitByTree(problem, parts.splice(large, 1)[0]!, 2, range, random));
  }
  parts.forEach((part, grid) => {
    for (const unit of part) gridOf[unit] = grid;
  });
  return gridOf;
}

/** Works on `net` in place; every step leaves it connected and no worse. Gives the share of steps done now and then. */
function* improving(net: WorkingNet, steps: number, random: Random): Generator<number, void> {
  let grids = net.grids;
  let outside = grids.filter((grid) => net.isOutside(grid));
  const patience = Math.max(MIN_PATIENCE, steps * PATIENCE);
  for (let step = 0, idle = 0; step < steps && idle < patience; step++, idle++) {
    const pick = outside.length > 0 && random() < 0.7 ? outside : grids;
    const pool = choosePool(net, pick[Math.floor(random() * pick.length)]!, random);
    const changed = random() < 0.3 ? handOver(net, pool, random) : recombine(net, pool, random);
    if (changed) idle = 0;
    if (step % BREATH === 0) yield step / steps;
    grids = net.grids;
    outside = grids.filter((grid) => net.isOutside(grid));
  }
}

/** A grid with one or two that touch it or each other. */
function choosePool(net: WorkingNet, grid: number, random: Random): number[] {
  const pool = [grid];
  const size = random() < 0.35 ? 3 : 2;
  while (pool.length < size) {
    const next = net
      .besides(pool[Math.floor(random() * pool.length)]!)
      .filter((other) => !pool.includes(other));
    if (next.length === 0) break;
    pool.push(next[Math.floor(random() * next.length)]!);
  }
  return pool;
}

function recombine(net: WorkingNet, pool: readonly number[], random: Random): boolean {
  const { problem, range } = net;
  const units = pool.flatMap((grid) => net.unitsOf(grid));
  if (!net.isConnected(units)) return false;
  const exact = units.length <= EXACT_POOL ? solvePool(net, units, pool.length) : null;
  const count =
    problem.parts === undefined
      ? chooseParts(net.householdsOf(units), pool.length, range, random)
      : pool.length;
  const parts = exact ?? splitByTree(problem, units, count, range, random);
  if (problem.parts !== undefined && parts.length !== pool.length) return false;
  return exchange(net, pool, parts);
}

/** The pool's best net by exact search, null when the budget ends. */
function solvePool(
  { problem, range }: WorkingNet,
  units: readonly number[],
  count: number,
): number[][] | null {
  const members = Uint32Array.from(units).sort();
  const plain = sliceProblem(problem, problem.graph, members);
  const pool = problem.parts === undefined ? plain : { ...plain, parts: count };
  const answer = partitionExact(pool, range, { nodes: EXACT_NODES });
  if (answer.status !== "optimal") return null;
  const parts: number[][] = [];
  answer.gridOf.forEach((grid, i) => {
    parts[grid] ??= [];
    parts[grid].push(members[i]!);
  });
  return parts;
}

/** As many grids as now, or one more or fewer, where the households allow it. */
function chooseParts(households: number, now: number, range: HouseholdRange, random: Random): number {
  const fits = [now, now - 1, now + 1].filter(
    (parts) => parts > 0 && parts * range.min <= households && households <= parts * range.max,
  );
  if (fits.length > 0) return fits[Math.floor(random() * fits.length)]!;
  const fewest = Math.max(1, Math.floor(households / range.max));
  return Math.max(1, Math.min(now + 1, fewest + (random() < 0.5 ? 1 : 0)));
}

/** One unit at the border of the pool's first grid goes to the second. */
function handOver(net: WorkingNet, pool: readonly number[], random: Random): boolean {
  const [from, to] = pool;
  if (from === undefined || to === undefined) return false;
  const { offsets, neighbours } = net.problem.graph;
  const edge = net
    .unitsOf(from)
    .filter((unit) =>
      neighbours.subarray(offsets[unit]!, offsets[unit + 1]!).some((other) => net.gridOf[other] === to),
    );
  if (edge.length === 0) return false;
  const unit = edge[Math.floor(random() * edge.length)]!;
  const left = net.unitsOf(from).filter((other) => other !== unit);
  if (left.length > 0 ? !net.isConnected(left) : net.problem.parts !== undefined) return false;
  const grown = [...net.unitsOf(to), unit];
  return exchange(net, [from, to], left.length > 0 ? [left, grown] : [grown]);
}

/** Replaces the pool's grids when the parts cost no more; says whether they cost less. */
function exchange(net: WorkingNet, pool: readonly number[], parts: readonly (readonly number[])[]): boolean {
  const names = net.nameParts(parts, pool);
  const now = net.costOf(
    pool.map((grid) => net.unitsOf(grid)),
    pool,
  );
  const change = compareCosts(net.costOf(parts, names), now);
  if (change <= 0) net.replace(pool, parts, names);
  return change < 0;
}
