// No plan leaves fewer households outside than this: covering relaxed by Lagrange, once with the money and once with the
// number of sites. A site costs at least what its cheapest open option costs more than its cheapest option of all.

import type { CapacityProblem } from "./capacity-problem.ts";
import { coverServing } from "./cover-serving.ts";
import { addGreedily } from "./improve-sites.ts";
import { FROM_SCRATCH, lagrangeBound } from "./lagrange-bound.ts";
import type { SitingControl } from "./siting-control.ts";

/** `enough`: a plan that is known has so many outside. */
export async function boundOutside(
  problem: CapacityProblem,
  enough: number,
  control: SitingControl,
): Promise<number> {
  const { classes, options, budget, most, unreachable, siteCount } = problem;
  let bound = unreachable;
  const price = Float64Array.from(options, (own) => {
    const least = (all: readonly { cost: number }[]): number => Math.min(...all.map(({ cost }) => cost));
    return least(own.filter(({ isOpen }) => isOpen)) - least(own);
  });
  const mustOpen = options.map((own) => own.every(({ isOpen }) => isOpen));
  const free = options.reduce((sum, own) => sum + Math.min(...own.map(({ cost }) => cost)), 0);
  const rules = [
    { price, limit: budget - free },
    { price: new Float64Array(siteCount).fill(1), limit: most },
  ];
  for (const rule of rules) {
    if (!(rule.limit < Infinity) || bound >= enough) continue;
    const fixed = Uint8Array.from(rule.price, (cost, j) =>
      cost <= 0 || (mustOpen[j] && rule.price === price) ? 1 : 0,
    );
    const cover = { ...classes, fixed };
    const paid = rule.price.map((cost, j) => (fixed[j] === 1 ? 0 : cost));
    const serving = coverServing(
      cover,
      paid.map((cost) => (cost < Infinity ? cost : 2 * rule.limit + 1)),
      rule.limit,
    );
    const open = fixed.slice();
    addGreedily(serving, open);
    const options = { ...FROM_SCRATCH, enough: enough - unreachable };
    const state = await lagrangeBound(serving, { open }, options, { ...control, report: () => undefined });
    bound = Math.max(bound, unreachable + state.bound);
  }
  return Math.min(bound, enough);
}
