// What makes one net better than another, as numbers compared in this order: grids outside the range,
// households moved from last year's net, cuts through compounds, unevenness, inner border. Each is a sum over
// grids, so exact search may add them up. A grid above the maximum counts once for each whole maximum in it:
// otherwise the best answer to two compounds of 700 would be one grid of everything.

import type { GridProblem, HouseholdRange } from "./grid-units.ts";

/** In the order in which they decide. */
export const COST_TERMS = ["outside", "moved", "cuts", "uneven", "border"] as const;
export type CostTerm = (typeof COST_TERMS)[number];

/**
 * outside: grids outside the range, a large one weighed as above; moved: households in another grid than before;
 * cuts: pieces of compounds, less one each; uneven: see unevenOf; border: inner border in decimetres, along roads
 * weighed less (unit-graph.ts).
 */
export type GridCost = Readonly<Record<CostTerm, number>>;

export const NO_COST: GridCost = { outside: 0, moved: 0, cuts: 0, uneven: 0, border: 0 };

/** Below 0 when `a` is better. */
export function compareCosts(a: GridCost, b: GridCost): number {
  for (const term of COST_TERMS) {
    if (a[term] !== b[term]) return a[term] - b[term];
  }
  return 0;
}

export const addCosts = (a: GridCost, b: GridCost): GridCost => ({
  outside: a.outside + b.outside,
  moved: a.moved + b.moved,
  cuts: a.cuts + b.cuts,
  uneven: a.uneven + b.uneven,
  border: a.border + b.border,
});

/** What one grid of `households` adds to `outside`. */
export const outsideOf = (households: number, { min, max }: HouseholdRange): number =>
  households < min ? 1 : households <= max ? 0 : Math.max(1, Math.floor(households / max));

/**
 * What one grid adds to `uneven`: how far it is from an equal share, less a quarter of the range's width, squared.
 * Nearer than that grids count as even, so that whole compounds and short borders are not given up for a handful of
 * households. In units of 1 ÷ target, so that integers stay integers.
 */
export function unevenOf(
  households: number,
  all: number,
  target: number,
  { min, max }: HouseholdRange,
): number {
  const off = Math.abs(target * households - all) - (target * (max - min)) / 4;
  return off > 0 ? off * off : 0;
}

/** Can `households`, freely divisible, be shared out within the range? Not below min, nor between max and 2·min. */
export const isDivisible = (households: number, { min, max }: HouseholdRange): boolean =>
  households >= min && Math.ceil(households / max) <= Math.floor(households / min);

/** The number of grids to aim at: the nearest to the middle of the range that arithmetic allows. */
export function targetGrids(households: number, range: HouseholdRange): number {
  const middle = Math.max(1, Math.round((2 * households) / (range.min + range.max)));
  if (!isDivisible(households, range)) return middle;
  return Math.min(Math.max(middle, Math.ceil(households / range.max)), Math.floor(households / range.min));
}

/** The number of grids a net of this problem aims at. */
export const targetOf = (problem: GridProblem, households: number, range: HouseholdRange): number =>
  problem.parts ?? targetGrids(households, range);

/**
 * No net has less `outside` than this: a unit above the maximum lies in a grid of at least its own weight (and
 * weights only grow when such units share a grid); a piece without one that is not divisible leaves one outside.
 */
export function outsideBound(
  problem: GridProblem,
  piece: Int32Array,
  pieces: number,
  range: HouseholdRange,
): number {
  const households = new Float64Array(pieces);
  const large = new Float64Array(pieces);
  for (let unit = 0; unit < problem.count; unit++) {
    const own = problem.households[unit]!;
    households[piece[unit]!]! += own;
    if (own > range.max) large[piece[unit]!]! += outsideOf(own, range);
  }
  let bound = 0;
  for (let p = 0; p < pieces; p++) bound += Math.max(large[p]!, isDivisible(households[p]!, range) ? 0 : 1);
  return bound;
}

/** No net without large grids cuts compounds less often than this: a compound above the maximum needs the pieces it needs. */
export function cutsBound(problem: GridProblem, range: HouseholdRange): number {
  const households = new Map<number, number>();
  for (let unit = 0; unit < problem.count; unit++) {
    const compound = problem.compound[unit]!;
    if (compound >= 0) households.set(compound, (households.get(compound) ?? 0) + problem.households[unit]!);
  }
  let bound = 0;
  for (const own of households.values()) bound += Math.max(0, Math.ceil(own / range.max) - 1);
  return bound;
}

/** The cost of a whole net from nothing but the net: what every clever way of keeping it is checked against. */
export function costOf(problem: GridProblem, gridOf: Int32Array, range: HouseholdRange): GridCost {
  const { count, households, compound, graph, previous } = problem;
  const totals = new Map<number, number>();
  const touched = new Set<string>();
  const compounds = new Set<number>();
  let moved = 0;
  let border = 0;
  let all = 0;
  for (let unit = 0; unit < count; unit++) {
    const grid = gridOf[unit]!;
    all += households[unit]!;
    totals.set(grid, (totals.get(grid) ?? 0) + households[unit]!);
    if (compound[unit]! >= 0) {
      compounds.add(compound[unit]!);
      touched.add(`${compound[unit]}/${grid}`);
    }
    if (previous && previous[unit]! >= 0 && previous[unit] !== grid) moved += households[unit]!;
    for (let arc = graph.offsets[unit]!; arc < graph.offsets[unit + 1]!; arc++) {
      const other = graph.neighbours[arc]!;
      if (other > unit && gridOf[other] !== grid) border += graph.border[arc]!;
    }
  }
  const target = targetOf(problem, all, range);
  let outside = 0;
  let uneven = 0;
  for (const own of totals.values()) {
    outside += outsideOf(own, range);
    uneven += unevenOf(own, all, target, range);
  }
  return { outside, moved, cuts: touched.size - compounds.size, uneven, border };
}
