// The draft net of one community, by the cheapest way that proves it. First with small compounds whole: if the
// best such net reaches the arithmetic bound on grids outside the range and the bound on cuts, it is the best of
// all. If not, unit by unit: exactly where that ends within the budget, else by search, with the bounds told.

import { contractCompounds } from "./contract-compounds.ts";
import type { GridCost } from "./grid-cost.ts";
import { compareCosts, costOf, cutsBound, isDivisible, outsideBound, targetOf } from "./grid-cost.ts";
import type { GridProblem, HouseholdRange } from "./grid-units.ts";
import { piecesOf } from "./grid-units.ts";
import { EXACT_UNITS, partitionExact } from "./partition-exact.ts";
import type { SearchState } from "./partition-large.ts";
import { finish, searchLarge } from "./partition-large.ts";

/** Why a community has no net with every grid in range, or why none was found. */
export const GRID_REASONS = [
  /** `households` below `min`. */
  "tooFew",
  /** `households` above `max` and below 2·`min`: one grid of all, or two of `half`. */
  "betweenSizes",
  /** One unit of `households` above `max`. */
  "largeUnit",
  /** A piece that nothing on the ground joins to the rest; `pieces` in all; its `households` do not divide. */
  "apart",
  /** No unit has a figure above 0. */
  "noHouseholds",
  /** Arithmetic allows it, but every net was looked at and none has fewer outside. */
  "noNet",
  /** Arithmetic allows it; none was found and none was ruled out. */
  "notFound",
  /** `parts` grids were asked for; `households` make `fewest` to `most` in range. */
  "partsSize",
  /** Nothing to divide. */
  "noUnits",
] as const;
export type GridReasonCode = (typeof GRID_REASONS)[number];

export interface GridReason {
  readonly code: GridReasonCode;
  /** Unit (of this problem) it speaks of, where one is meant. */
  readonly unit?: number;
  readonly values: Readonly<Record<string, number>>;
}

export interface AreaOptions {
  readonly seed: number;
  /** Connected subsets the exact search may look at. */
  readonly nodes: number;
  /** Recombinations in each start of the search. */
  readonly steps: number;
  readonly starts: number;
}

/** About a second for a community of 60 units. */
export const DRAFT_BUDGET: AreaOptions = { seed: 1, nodes: 200_000, steps: 500, starts: 3 };

/**
 * Units up to which the exact search is tried before the other: it ends within the budget more often than not.
 * Above, it is tried only where the bounds do not prove what the search found.
 */
const SMALL = 24;

export interface AreaDraft {
  /** Grid per unit, from 0. */
  readonly gridOf: Int32Array;
  readonly gridCount: number;
  readonly cost: GridCost;
  /** No net has less `outside`; and none of them with that few cuts compounds less often. */
  readonly bound: { readonly outside: number; readonly cuts: number };
  /** Leading terms of the cost that are proven least: 0 none, 2 grids outside (and moves), 3 cuts too, 5 all. */
  readonly proven: 0 | 2 | 3 | 5;
  /** Connected subsets looked at. */
  readonly nodes: number;
  /** Empty when every grid is in range. */
  readonly reasons: readonly GridReason[];
}

type Found = Pick<AreaDraft, "gridOf" | "cost" | "proven"> & {
  readonly nodes: number;
  /** Proven bound on `outside`, and on `cuts` of a net without grids outside. */
  readonly below: number;
  readonly fewestCuts: number;
};

export const partitionArea = (
  problem: GridProblem,
  range: HouseholdRange,
  options: AreaOptions = DRAFT_BUDGET,
): AreaDraft => finish(searchArea(problem, range, options));

/** The same, handing over the best net so far. */
export function* searchArea(
  problem: GridProblem,
  range: HouseholdRange,
  options: AreaOptions,
): Generator<SearchState, AreaDraft> {
  const { piece, pieces } = piecesOf(problem.graph, problem.count, () => true);
  const arithmetic = Math.max(
    outsideBound(problem, piece, pieces, range),
    isShareable(problem, sum(problem.households), range) ? 0 : 1,
  );
  const whole = yield* findWhole(problem, range, options, arithmetic, cutsBound(problem, range));
  const found = whole.proven >= 3 ? whole : yield* findFine(problem, range, options, whole);
  const { gridOf, gridCount } = renumber(found.gridOf);
  return {
    gridOf,
    gridCount,
    cost: found.cost,
    bound: { outside: found.below, cuts: found.cost.outside === 0 ? found.fewestCuts : 0 },
    proven: found.proven,
    nodes: found.nodes,
    reasons: explainOutside(problem, range, found.cost.outside, found.below),
  };
}

/**
 * The best net that leaves every small compound whole. A net in range with no more cuts than `cutsBound` is such a
 * net; when the exact search finds none of them, one cut more is the bound.
 */
function* findWhole(
  problem: GridProblem,
  range: HouseholdRange,
  options: AreaOptions,
  below: number,
  needed: number,
): Generator<SearchState, Found> {
  const contracted = contractCompounds(problem, range);
  const isCoarse = contracted.problem.count < (problem.parts ?? 0);
  const { problem: blocks, blockOf } = isCoarse
    ? { problem, blockOf: Int32Array.from(problem.households.keys()) }
    : contracted;
  const unfold = (own: Int32Array): Int32Array => blockOf.map((block) => own[block]!);
  const bounds = { below, fewestCuts: needed };
  const first = blocks.count <= SMALL ? partitionExact(blocks, range, options) : null;
  const isSolved = first?.status === "optimal";
  const chosen = isSolved ? first : yield* halfOf(searchLarge(blocks, range, options), 0, unfold);
  const found = weigh(problem, range, unfold(chosen.gridOf), bounds, first?.nodes ?? 0);
  if (isSolved) return settled(found, needed);
  if (found.proven >= 3 || blocks.count <= SMALL || blocks.count > EXACT_UNITS) return found;
  const exact = partitionExact(blocks, range, options);
  if (exact.status !== "optimal") return { ...found, nodes: exact.nodes };
  return settled(weigh(problem, range, unfold(exact.gridOf), bounds, exact.nodes), needed);
}

const weigh = (
  problem: GridProblem,
  range: HouseholdRange,
  gridOf: Int32Array,
  bounds: Pick<Found, "below" | "fewestCuts">,
  nodes: number,
): Found => {
  const cost = costOf(problem, gridOf, range);
  return { gridOf, cost, proven: provenBy(cost, bounds), ...bounds, nodes };
};

/** What is known when no net with whole compounds is better than `found`. */
const settled = (found: Found, needed: number): Found => ({
  ...found,
  proven: found.proven === 3 ? 5 : found.proven,
  fewestCuts: found.cost.outside > 0 || found.cost.cuts > needed ? needed + 1 : needed,
});

/** The best net that may cut compounds, no worse than `whole`: searched, and proven where the bounds do not. */
function* findFine(
  problem: GridProblem,
  range: HouseholdRange,
  options: AreaOptions,
  whole: Found,
): Generator<SearchState, Found> {
  const first = problem.count <= SMALL ? proveFine(problem, range, options, whole) : whole;
  if (first.proven === 5) return first;
  const large = searchLarge(problem, range, { ...options, from: whole.gridOf });
  const search = yield* halfOf(large, 0.5, (own) => own);
  const { gridOf, cost } = compareCosts(search.cost, whole.cost) < 0 ? search : whole;
  const found = { ...first, gridOf, cost, proven: provenBy(cost, first) };
  if (found.proven >= 3 || problem.count <= SMALL || problem.count > EXACT_UNITS) return found;
  return proveFine(problem, range, options, found);
}

/** A search as one half of a longer one, `from` done before it. */
function* halfOf<T>(
  search: Generator<SearchState, T>,
  from: number,
  unfold: (gridOf: Int32Array) => Int32Array,
): Generator<SearchState, T> {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    yield { done: from + step.value.done / 2, gridOf: unfold(step.value.gridOf) };
  }
}

/** `found` made better or proven by the exact search on single units, as far as the budget goes. */
function proveFine(problem: GridProblem, range: HouseholdRange, options: AreaOptions, found: Found): Found {
  const exact = partitionExact(problem, range, { ...options, outsideLimit: found.cost.outside });
  const nodes = found.nodes + exact.nodes;
  if (exact.status === "optimal") {
    const cost = costOf(problem, exact.gridOf, range);
    return { ...found, gridOf: exact.gridOf, cost, proven: 5, below: cost.outside, nodes };
  }
  const below = exact.status === "unfinished" ? Math.max(found.below, exact.below) : found.below;
  return { ...found, proven: provenBy(found.cost, { ...found, below }), below, nodes };
}

/** Leading terms of the cost that the bounds prove. */
function provenBy(cost: GridCost, { below, fewestCuts }: Pick<Found, "below" | "fewestCuts">): 0 | 2 | 3 {
  if (cost.outside > below) return 0;
  return cost.cuts === 0 || (cost.outside === 0 && cost.cuts === fewestCuts) ? 3 : 2;
}

/** Why a net has `outside` grids outside the range when no net is proven to have less than `below`. */
export function explainOutside(
  problem: GridProblem,
  range: HouseholdRange,
  outside: number,
  below: number,
): GridReason[] {
  if (outside === 0) return [];
  const { count, households, graph, parts } = problem;
  const { piece, pieces } = piecesOf(graph, count, () => true);
  const sums = new Float64Array(pieces);
  const large = new Uint8Array(pieces);
  const reasons: GridReason[] = [];
  const { min, max } = range;
  for (let unit = 0; unit < count; unit++) {
    sums[piece[unit]!]! += households[unit]!;
    if (households[unit]! <= max) continue;
    large[piece[unit]!] = 1;
    reasons.push({ code: "largeUnit", unit, values: { households: households[unit]!, max } });
  }
  if (sums.every((sum) => sum === 0)) return [{ code: "noHouseholds", values: { units: count } }];
  const total = sum(sums);
  if (parts !== undefined && !isShareable(problem, total, range)) {
    const [fewest, most] = [Math.ceil(total / max), Math.floor(total / min)];
    return [{ code: "partsSize", values: { parts, households: total, fewest, most, min, max } }];
  }
  for (let p = 0; p < pieces; p++) {
    const own = sums[p]!;
    if (large[p] || isDivisible(own, range)) continue;
    const unit = piece.indexOf(p);
    if (pieces > 1) reasons.push({ code: "apart", unit, values: { households: own, pieces, min, max } });
    else if (own < min) reasons.push({ code: "tooFew", values: { households: own, min } });
    else reasons.push({ code: "betweenSizes", values: { households: own, half: own / 2, min, max } });
  }
  if (reasons.length === 0 || outside > below) {
    const code = outside === below ? "noNet" : "notFound";
    reasons.push({
      code,
      values: { outside, bound: below, grids: targetOf(problem, total, range) },
    });
  }
  return reasons;
}

/** Does the number of grids that is asked for, if any, leave room for the range? */
const isShareable = ({ parts }: GridProblem, households: number, { min, max }: HouseholdRange): boolean =>
  parts === undefined || (parts * min <= households && households <= parts * max);

/** Grid numbers from 0 in the order of their first units. */
function renumber(gridOf: Int32Array): { readonly gridOf: Int32Array; readonly gridCount: number } {
  const numbers = new Map<number, number>();
  const own = gridOf.map((grid) => {
    const number = numbers.get(grid) ?? numbers.size;
    numbers.set(grid, number);
    return number;
  });
  return { gridOf: own, gridCount: numbers.size };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
