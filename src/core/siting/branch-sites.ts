// Branch and bound on sites with the Lagrangian bound at every node, depth first (Christofides & Beasley 1982, "A tree
// search algorithm for the p-median problem"). A node starts from its parent's multipliers, so that a few dozen
// steps suffice, and only rows of sites and pairs that the root left undecided are looked at.

import { type LagrangeOptions, type LagrangeState, lagrangeBound, roundUp } from "./lagrange-bound.ts";
import type { ServingProblem } from "./serving.ts";
import { isOver, relativeGap, type SitingControl } from "./siting-control.ts";

/** The state with its bound raised, proven when the tree was searched to the end within `nodes` nodes. */
export async function branchSites(
  whole: ServingProblem,
  root: LagrangeState,
  nodes: number,
  control: SitingControl,
): Promise<LagrangeState> {
  const problem = keepUndecided(whole, root);
  const waiting: Branch[] = [{ decided: root.decided, multiplier: root.multiplier, bound: root.bound }];
  let { open, best } = root;
  let looked = 0;
  const silent = { ...control, report: () => undefined };
  const least = (): number => waiting.reduce((low, { bound }) => Math.min(low, bound), best);
  while (waiting.length > 0 && looked++ < nodes && !isOver(control)) {
    const branch = waiting.pop()!;
    if (roundUp(problem, branch.bound, best) >= best) continue;
    const start = { open, multiplier: branch.multiplier, decided: branch.decided };
    const state = await lagrangeBound(problem, start, NODE, silent);
    if (state.best < best) ({ best, open } = state);
    const bound = Math.max(branch.bound, state.bound);
    if (bound >= best) continue;
    const site = siteToBranch(problem, state);
    if (site >= 0) waiting.push(...childrenOf(state, bound, site));
    if (looked % 16 === 0) control.report(best, Math.max(root.bound, least()), open);
    if (relativeGap(best, least()) <= control.gap) break;
  }
  return { ...root, open, best, bound: Math.max(root.bound, Math.min(best, least())) };
}

const NODE: LagrangeOptions = {
  iterations: 80,
  firstPace: 0.4,
  lastPace: 0.02,
  patience: 6,
  enough: Infinity,
};

interface Branch {
  readonly decided: Uint8Array;
  readonly multiplier: Float64Array;
  readonly bound: number;
}

/** The branch that opens the site is looked at first. */
function childrenOf({ decided, multiplier }: LagrangeState, bound: number, site: number): Branch[] {
  return [1, 2].map((fate) => {
    const child = decided.slice();
    child[site] = fate;
    return { decided: child, multiplier, bound };
  });
}

/** The undecided site that saves most at the state's multipliers; -1 when none is left: that answer was tried. */
function siteToBranch(
  { count, siteCount, offsets, site, cost }: ServingProblem,
  { decided, multiplier }: LagrangeState,
): number {
  const saving = new Float64Array(siteCount);
  for (let i = 0; i < count; i++) {
    const most = multiplier[i]!;
    for (let k = offsets[i]!; k < offsets[i + 1]! && cost[k]! < most; k++)
      saving[site[k]!]! += most - cost[k]!;
  }
  let best = -1;
  for (let j = 0; j < siteCount; j++) {
    if (decided[j] === 0 && (best < 0 || saving[j]! > saving[best]!)) best = j;
  }
  return best;
}

/** The problem without pairs of sites that are out. */
function keepUndecided(problem: ServingProblem, { decided }: LagrangeState): ServingProblem {
  const { count, offsets, site, cost } = problem;
  const kept = new Uint32Array(count + 1);
  const keptSite = new Uint32Array(site.length);
  const keptCost = new Float64Array(site.length);
  let at = 0;
  for (let i = 0; i < count; i++) {
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      if (decided[site[k]!] === 1) continue;
      keptSite[at] = site[k]!;
      keptCost[at++] = cost[k]!;
    }
    kept[i + 1] = at;
  }
  return { ...problem, offsets: kept, site: keptSite.slice(0, at), cost: keptCost.slice(0, at) };
}
