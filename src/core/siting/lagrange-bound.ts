// A lower bound by Lagrangian relaxation of "everyone is served once" (Beasley 1993, EJOR 65), with subgradient steps
// (Held, Wolfe & Crowder 1974), and sites decided for good by their reduced costs. Multipliers never exceed the
// fallback, which makes the fallback's own share zero. Which sites open at given multipliers is a knapsack relaxed to
// fractions; when sites are only counted it is the k best. Rows are sorted, so an iteration touches only the
// pairs cheaper than their multiplier.

import { addGreedily, swapSites } from "./improve-sites.ts";
import { nearestOpen, servingCost } from "./nearest-open.ts";
import type { ServingProblem } from "./serving.ts";
import { isOver, relativeGap, type SitingControl } from "./siting-control.ts";

export interface LagrangeState {
  /** Best sites known and their cost. */
  readonly open: Uint8Array;
  readonly best: number;
  /** No answer costs less. */
  readonly bound: number;
  /** Multipliers that gave the bound. */
  readonly multiplier: Float64Array;
  /** 1: in no answer better than `best`; 2: in every one; 0: undecided. */
  readonly decided: Uint8Array;
  readonly iterations: number;
}

export interface LagrangeOptions {
  readonly iterations: number;
  /** Share of the way to the best answer that a step aims for: at first, and when to give up. */
  readonly firstPace: number;
  readonly lastPace: number;
  /** Iterations without a better bound before the pace is halved. */
  readonly patience: number;
  /** Stop when the bound passes this: the question was only whether it does. */
  readonly enough: number;
}

export const FROM_SCRATCH: LagrangeOptions = {
  iterations: 3000,
  firstPace: 1.2,
  lastPace: 0.002,
  patience: 20,
  enough: Infinity,
};

/** Where a search goes on from: what is known of sites and multipliers. */
export interface LagrangeStart {
  readonly open: Uint8Array;
  readonly multiplier?: Float64Array;
  readonly decided?: Uint8Array;
}

export async function lagrangeBound(
  problem: ServingProblem,
  start: LagrangeStart,
  { iterations, firstPace, lastPace, patience, enough }: LagrangeOptions,
  control: SitingControl,
): Promise<LagrangeState> {
  const search = beginSearch(problem, start);
  const gradient = new Float64Array(problem.count);
  let pace = firstPace;
  let idle = 0;
  let iteration = 0;
  for (; iteration < iterations && pace > lastPace; iteration++) {
    const bound = relax(problem, search);
    idle = keepBound(search, bound) ? 0 : idle + 1;
    if (bound === Infinity) break;
    tryOpen(problem, search, iteration);
    decide(problem, search, bound);
    if (isClosed(problem, search, control.gap) || search.bound >= enough) break;
    if (idle >= patience) {
      pace /= 2;
      idle = 0;
      search.multiplier.set(search.bestMultiplier);
      relax(problem, search);
    }
    const norm = slope(problem, search, gradient);
    if (norm === 0) break;
    step(problem, search, gradient, (pace * (search.best - search.current)) / norm);
    if (iteration % TURN !== 0) continue;
    control.report(search.best, search.bound, search.open);
    await control.pause();
    if (isOver(control)) break;
  }
  return {
    open: search.open,
    best: search.best,
    bound: roundUp(problem, search.bound, search.best),
    multiplier: search.bestMultiplier,
    decided: search.decided,
    iterations: iteration,
  };
}

/** Remembers a better bound; true when it is better by enough to go on at this pace. */
function keepBound(search: Search, bound: number): boolean {
  if (bound <= search.bound) return false;
  const isMuch = bound > search.bound + 1e-4 * (search.best - search.bound);
  search.bound = bound;
  search.bestMultiplier.set(search.multiplier);
  return isMuch;
}

function step(
  { count, fallback }: ServingProblem,
  search: Search,
  gradient: Float64Array,
  stride: number,
): void {
  const { multiplier } = search;
  for (let i = 0; i < count; i++) {
    const moved = multiplier[i]! + stride * gradient[i]!;
    multiplier[i] = moved < 0 ? 0 : moved > fallback[i]! ? fallback[i]! : moved;
  }
}

/** Nothing better than `best` is left, or the gap is small enough. */
export function roundUp({ step }: ServingProblem, bound: number, best: number): number {
  const lifted = step > 0 ? Math.ceil(bound / step - 1e-6) * step : bound;
  return lifted >= best * (1 - 1e-10) ? best : lifted;
}

/** Of 5,000 × 500 and 20 sites it halves the iterations to 1 %, and ends 0.1 % higher. */
const MOMENTUM = 0.7;
/** Iterations between two answers tried, when to cost one takes as long as an iteration. */
const TRY_EVERY = 8;
const MANY_PAIRS = 1_000_000;
/** Iterations between two turns of the host's event loop. */
const TURN = 16;

interface Search {
  readonly multiplier: Float64Array;
  readonly bestMultiplier: Float64Array;
  /** Saving of each site at the present multipliers, never above 0. */
  readonly saving: Float64Array;
  /** Share of each site that the relaxation opens. */
  readonly share: Float64Array;
  readonly order: Uint32Array;
  readonly decided: Uint8Array;
  /** Saving per price of the last site that opens and of the first that does not. */
  lastIn: number;
  firstOut: number;
  current: number;
  bound: number;
  open: Uint8Array;
  best: number;
}

function beginSearch(problem: ServingProblem, start: LagrangeStart): Search {
  const { siteCount } = problem;
  const { firstCost, secondCost, total } = nearestOpen(problem, start.open);
  const multiplier =
    start.multiplier?.slice() ??
    firstCost.map((cost, i) =>
      Math.min(problem.fallback[i]!, (cost + Math.min(secondCost[i]!, 3 * cost)) / 2),
    );
  return {
    multiplier,
    bestMultiplier: multiplier.slice(),
    saving: new Float64Array(siteCount),
    share: new Float64Array(siteCount),
    order: Uint32Array.from({ length: siteCount }, (_, j) => j),
    decided: start.decided?.slice() ?? problem.fixed.map((fixed) => 2 * fixed),
    lastIn: 0,
    firstOut: 0,
    current: 0,
    bound: -Infinity,
    open: start.open,
    best: total,
  };
}

/** The relaxation at the present multipliers; fills savings and shares, returns its value: Infinity, nothing fits. */
function relax(
  { count, siteCount, offsets, site, cost, price, limit }: ServingProblem,
  search: Search,
): number {
  const { multiplier, saving, share, order, decided } = search;
  saving.fill(0);
  let value = 0;
  for (let i = 0; i < count; i++) {
    const most = multiplier[i]!;
    value += most;
    const end = offsets[i + 1]!;
    for (let k = offsets[i]!; k < end && cost[k]! < most; k++) saving[site[k]!]! += cost[k]! - most;
  }
  share.fill(0);
  search.current = Infinity;
  let left = limit;
  for (let j = 0; j < siteCount; j++) {
    if (decided[j] !== 2) continue;
    share[j] = 1;
    value += saving[j]!;
    left -= price[j]!;
  }
  if (left < -1e-9 * limit) return Infinity;
  order.sort((a, b) => saving[a]! * price[b]! - saving[b]! * price[a]!);
  search.current = value + openByShare(search, price, left);
  return search.current;
}

/** The undecided sites that the knapsack of fractions opens, and what they save. */
function openByShare(search: Search, price: Float64Array, room: number): number {
  const { saving, share, order, decided } = search;
  let left = room;
  let value = 0;
  search.lastIn = -Infinity;
  search.firstOut = 0;
  for (const j of order) {
    if (decided[j] !== 0 || saving[j] === 0) continue;
    const part = price[j]! <= left ? 1 : Math.max(0, left / price[j]!);
    if (part > 0) search.lastIn = saving[j]! / price[j]!;
    share[j] = part;
    value += part * saving[j]!;
    left -= part * price[j]!;
    if (part === 1) continue;
    search.firstOut = saving[j]! / price[j]!;
    break;
  }
  if (search.firstOut === 0) search.lastIn = 0;
  return value;
}

/**
 * The direction of the next step: 1 - (how often each demand point is served), and a part of the last direction, which
 * damps the zigzag (Camerini, Fratta & Maffioli 1975). Returns its squared length.
 */
function slope(
  { count, offsets, site, cost }: ServingProblem,
  search: Search,
  gradient: Float64Array,
): number {
  const { multiplier, share } = search;
  let norm = 0;
  for (let i = 0; i < count; i++) {
    const most = multiplier[i]!;
    const end = offsets[i + 1]!;
    let served = 0;
    for (let k = offsets[i]!; k < end && cost[k]! < most; k++) served += share[site[k]!]!;
    gradient[i] = 1 - served + MOMENTUM * gradient[i]!;
    norm += gradient[i]! ** 2;
  }
  return norm;
}

/** The sites the relaxation opens, as an answer; improved by exchange now and then. */
function tryOpen(problem: ServingProblem, search: Search, iteration: number): void {
  const isLarge = problem.site.length > MANY_PAIRS;
  if (isLarge && iteration % TRY_EVERY !== 0) return;
  const open = problem.fixed.slice();
  for (let j = 0; j < problem.siteCount; j++) if (search.share[j] === 1) open[j] = 1;
  let cost = servingCost(problem, open);
  const promising = cost < search.best * 1.02;
  if (cost >= search.best && !(promising && iteration % (isLarge ? 160 : 24) === 0)) return;
  addGreedily(problem, open);
  cost = swapSites(problem, open, () => false);
  if (cost >= search.best) return;
  search.best = cost;
  search.open = open;
}

/** Reduced costs against the best answer: a site that can only make things worse is out, one that must be is in. */
function decide(problem: ServingProblem, search: Search, bound: number): void {
  const { decided, saving, share } = search;
  const { step, price, siteCount } = problem;
  const better = step > 0 ? search.best - step * (1 - 1e-6) : search.best * (1 - 1e-9);
  for (let j = 0; j < siteCount; j++) {
    if (decided[j] !== 0) continue;
    if (share[j] === 0 && bound + saving[j]! - search.lastIn * price[j]! > better) decided[j] = 1;
    else if (share[j] === 1 && bound - saving[j]! + search.firstOut * price[j]! > better) decided[j] = 2;
  }
}

const isClosed = (problem: ServingProblem, { bound, best }: Search, gap: number): boolean =>
  relativeGap(best, roundUp(problem, bound, best)) <= gap;
