// Serving at least cost, with proof: greedy and exchange for a good answer, the Lagrangian bound to close the gap or
// to decide most sites, and what is left to the solver, warm-started.

import { type Random, seededRandom } from "../base/index.ts";
import { branchSites } from "./branch-sites.ts";
import { addGreedily, kickSites, swapSites } from "./improve-sites.ts";
import { FROM_SCRATCH, type LagrangeState, lagrangeBound, roundUp } from "./lagrange-bound.ts";
import { servingCost } from "./nearest-open.ts";
import { reduceProgram } from "./reduced-program.ts";
import { sampleDemand } from "./sample-demand.ts";
import type { ServingProblem } from "./serving.ts";
import { isOver, relativeGap, type SitingControl, secondsLeft } from "./siting-control.ts";
import type { Solver } from "./solver.ts";

export interface ServingAnswer {
  readonly open: Uint8Array;
  readonly objective: number;
  /** No answer costs less. */
  readonly bound: number;
}

/** `solver` null: heuristics and the Lagrangian bound only. */
export async function solveServing(
  problem: ServingProblem,
  solver: Solver | null,
  control: SitingControl,
): Promise<ServingAnswer> {
  const root = await boundServing(problem, control, Infinity);
  const state =
    relativeGap(root.best, root.bound) <= control.gap
      ? root
      : await branchSites(problem, root, solver === null ? NODES_ALONE : NODES, control);
  const { open, best: objective, bound } = state;
  if (solver === null || relativeGap(objective, bound) <= control.gap || isOver(control)) {
    return { open, objective, bound };
  }
  return finish(problem, state, solver, control);
}

/** A good answer and its Lagrangian bound; ends early once the bound reaches `enough`. */
export async function boundServing(
  problem: ServingProblem,
  control: SitingControl,
  enough: number,
): Promise<LagrangeState> {
  const random = seededRandom(control.seed);
  const isLarge = problem.count > 2 * SAMPLE && problem.site.length > MANY_PAIRS;
  const open = isLarge
    ? await searchSamples(problem, random, control)
    : searchSites(problem, KICKS, random, control);
  return lagrangeBound(problem, { open }, { ...FROM_SCRATCH, enough }, control);
}

const KICKS = 40;
/** From this many pairs on, kicks are tried on samples of the demand points. */
const MANY_PAIRS = 2_000_000;
/** A sample is a fifth of the demand points, but not fewer than this. */
const SAMPLE = 4000;
const SAMPLES = 2;
const SAMPLE_KICKS = 60;

/** Greed, exchange, kicks. */
function searchSites(
  problem: ServingProblem,
  kicks: number,
  random: Random,
  control: SitingControl,
): Uint8Array {
  const over = (): boolean => isOver(control);
  const open = problem.fixed.slice();
  addGreedily(problem, open);
  swapSites(problem, open, over);
  return kickSites(problem, open, kicks, random, over);
}

/** The best of what samples of the demand points lead to, each mended by exchange on all of them. */
async function searchSamples(
  problem: ServingProblem,
  random: Random,
  control: SitingControl,
): Promise<Uint8Array> {
  const rows = Math.max(SAMPLE, problem.count / 5);
  let best: Uint8Array | null = null;
  let least = Infinity;
  for (let round = 0; round < SAMPLES && !(best !== null && isOver(control)); round++) {
    const open = searchSites(sampleDemand(problem, rows, random), SAMPLE_KICKS, random, control);
    const cost = swapSites(problem, open, () => isOver(control));
    if (best === null || cost < least) [best, least] = [open, cost];
    control.report(least, -Infinity, best);
    await control.pause();
  }
  return best!;
}

/** Branches to look at before the solver is asked, and when there is none. */
const NODES = 100;
const NODES_ALONE = 5000;
/** Beyond this a program takes the solver longer to look at than its bound is worth. */
const MOST_ENTRIES = 2_000_000;

async function finish(
  problem: ServingProblem,
  state: LagrangeState,
  solver: Solver,
  control: SitingControl,
): Promise<ServingAnswer> {
  const { open, best: objective, bound } = state;
  const reduced = reduceProgram(problem, state, MOST_ENTRIES);
  if (reduced === null) {
    const searched = await branchSites(problem, state, NODES_ALONE, control);
    return { open: searched.open, objective: searched.best, bound: searched.bound };
  }
  const { program, base, sites, pointOf } = reduced;
  const answer = await solver.solve(program, {
    start: pointOf(open),
    seconds: secondsLeft(control),
    gap: 0,
    cancelled: control.cancelled,
    report: (best, low) =>
      control.report(Math.min(objective, base + best), Math.max(bound, base + low), open),
  });
  if (answer.status === "infeasible") return { open, objective, bound: objective };
  const found = problem.fixed.map((_, j) => (state.decided[j] === 2 ? 1 : 0));
  sites.forEach((j, column) => {
    if (answer.values !== null && answer.values[column]! > 0.5) found[j] = 1;
  });
  const cost = answer.values === null ? Infinity : servingCost(problem, found);
  const better = cost < objective;
  const best = better ? cost : objective;
  const proven = answer.status === "optimal" ? best : Math.min(best, Math.max(bound, base + answer.bound));
  return { open: better ? found : open, objective: best, bound: roundUp(problem, proven, best) };
}
