// Fewest sites that cover enough weight. A first answer adds greedily and is then thinned: with one site fewer, does
// exchange still reach the target? The bound comes from the same question asked of the relaxation: when the best that
// n sites could cover is too little, n + 1 are needed. What stays open goes to the solver.

import { seededRandom } from "../base/index.ts";
import { type CoverProblem, coverProgram } from "./cover-program.ts";
import { coverServing } from "./cover-serving.ts";
import { kickSites, swapSites } from "./improve-sites.ts";
import { FROM_SCRATCH, lagrangeBound } from "./lagrange-bound.ts";
import { servingCost } from "./nearest-open.ts";
import { isOver, relativeGap, type SitingControl, secondsLeft } from "./siting-control.ts";
import type { Solver } from "./solver.ts";

export interface CoverAnswer {
  readonly open: Uint8Array;
  /** Sites open, fixed ones included. */
  readonly objective: number;
  readonly bound: number;
}

export interface CoverStop {
  /** Good enough: an answer of at most this many sites, or the proof that more are needed. */
  readonly sites: number;
}

/** `target` must be reachable with all sites open. */
export async function solveCover(
  cover: CoverProblem,
  target: number,
  solver: Solver | null,
  control: SitingControl,
  stop: CoverStop | null = null,
): Promise<CoverAnswer> {
  const total = cover.weight.reduce((sum, value) => sum + value, 0);
  const allowed = total - target + 1e-9 * total;
  let open = thin(cover, allowed, addUntil(cover, allowed));
  open = shrink(cover, allowed, open, control);
  let best = countOpen(open);
  let bound = Math.max(countOpen(cover.fixed), allowed < total ? 1 : 0);
  const isEnough = (): boolean =>
    relativeGap(best, bound) <= control.gap || (stop !== null && (best <= stop.sites || bound > stop.sites));
  if (isEnough() || isOver(control)) return { open, objective: best, bound };
  bound = Math.max(bound, await boundSites(cover, allowed, open, stop?.sites ?? best - 1, control));
  if (isEnough() || solver === null || isOver(control)) return { open, objective: best, bound };
  const { program, columnOf, pointOf } = coverProgram(cover, total - allowed);
  const answer = await solver.solve(program, {
    start: pointOf(open),
    seconds: secondsLeft(control),
    gap: control.gap,
    cancelled: control.cancelled,
    report: (top, low) => control.report(Math.min(best, top), Math.max(bound, Math.ceil(low - 1e-6)), open),
  });
  if (answer.values !== null) {
    const { values } = answer;
    const found = cover.fixed.map((_, j) => (columnOf[j]! >= 0 && values[columnOf[j]!]! > 0.5 ? 1 : 0));
    if (countOpen(found) < best) {
      open = found;
      best = countOpen(found);
    }
  }
  const proven = answer.status === "infeasible" ? best : Math.ceil(answer.bound - 1e-6);
  return { open, objective: best, bound: Math.min(best, Math.max(bound, proven)) };
}

const KICKS = 20;

/** Adds what covers most still uncovered weight until at most `allowed` is left. */
function addUntil(cover: CoverProblem, allowed: number): Uint8Array {
  const open = cover.fixed.slice();
  const problem = coverServing(cover, new Float64Array(cover.siteCount).fill(1), Infinity);
  const { count, siteCount, offsets, site, fallback } = problem;
  const isCovered = new Uint8Array(count);
  const gain = new Float64Array(siteCount);
  for (;;) {
    gain.fill(0);
    let left = 0;
    for (let c = 0; c < count; c++) {
      for (let k = offsets[c]!; k < offsets[c + 1]! && isCovered[c] === 0; k++)
        isCovered[c] = open[site[k]!]!;
      if (isCovered[c] === 1) continue;
      left += fallback[c]!;
      for (let k = offsets[c]!; k < offsets[c + 1]!; k++) gain[site[k]!]! += fallback[c]!;
    }
    if (left <= allowed) return open;
    const best = gain.reduce((top, value, j) => (value > gain[top]! ? j : top), 0);
    if (gain[best] === 0)
      throw new Error(`${left} stays uncovered with all sites open, ${allowed} is allowed`);
    open[best] = 1;
  }
}

/** Closes sites that the others make needless. */
function thin(cover: CoverProblem, allowed: number, open: Uint8Array): Uint8Array {
  const problem = coverServing(cover, new Float64Array(cover.siteCount).fill(1), Infinity);
  for (let j = 0; j < open.length; j++) {
    if (open[j] === 0 || cover.fixed[j] === 1) continue;
    open[j] = 0;
    if (servingCost(problem, open) > allowed) open[j] = 1;
  }
  return open;
}

/** Tries with ever fewer sites, by exchange, until the target is missed. */
function shrink(cover: CoverProblem, allowed: number, start: Uint8Array, control: SitingControl): Uint8Array {
  const price = new Float64Array(cover.siteCount).fill(1);
  const over = (): boolean => isOver(control);
  let open = start;
  while (!over()) {
    const movable = [...open.keys()].filter((j) => open[j] === 1 && cover.fixed[j] === 0);
    if (movable.length === 0) return open;
    const problem = coverServing(cover, price, countOpen(open) - 1);
    const fewer = open.slice();
    const costs = movable.map((j) => {
      fewer[j] = 0;
      const cost = servingCost(problem, fewer);
      fewer[j] = 1;
      return cost;
    });
    fewer[movable[costs.indexOf(Math.min(...costs))]!] = 0;
    swapSites(problem, fewer, over);
    const tried = kickUntil(problem, fewer, allowed, control);
    if (tried === null) return open;
    open = tried;
  }
  return open;
}

function kickUntil(
  problem: ReturnType<typeof coverServing>,
  start: Uint8Array,
  allowed: number,
  control: SitingControl,
): Uint8Array | null {
  const random = seededRandom(control.seed);
  const over = (): boolean => isOver(control);
  let open = start;
  for (let round = 0; round < KICKS; round++) {
    if (servingCost(problem, open) <= allowed) return open;
    open = kickSites(problem, open, 1, random, over);
  }
  return servingCost(problem, open) <= allowed ? open : null;
}

/** A number of sites that no answer undercuts, asking the relaxation for `sites`, then for fewer. */
async function boundSites(
  cover: CoverProblem,
  allowed: number,
  open: Uint8Array,
  sites: number,
  control: SitingControl,
): Promise<number> {
  const price = new Float64Array(cover.siteCount).fill(1);
  const fixed = countOpen(cover.fixed);
  for (let few = sites, tries = 0; few >= fixed && tries < 4 && !isOver(control); few--, tries++) {
    const problem = coverServing(cover, price, few);
    const start = cover.fixed.slice();
    for (let j = 0, left = few - fixed; j < open.length && left > 0; j++) {
      if (open[j] === 0 || start[j] === 1 || cover.dominated[j] === 1) continue;
      start[j] = 1;
      left--;
    }
    const quiet = { ...control, report: () => undefined };
    const { bound } = await lagrangeBound(
      problem,
      { open: start },
      { ...FROM_SCRATCH, enough: allowed * (1 + 1e-9) + 1e-9 },
      quiet,
    );
    if (bound > allowed * (1 + 1e-9) + 1e-9) return few + 1;
  }
  return fixed;
}

const countOpen = (open: Uint8Array): number => open.reduce((sum, value) => sum + value, 0);
