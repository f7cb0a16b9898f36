// Who counts on whom, by demand point, from the flow of classes: each takes room at its nearest site first; those for
// whom there is no room count on the nearest open site all the same, which is then short.

import { allotHouseholds } from "./allot-households.ts";
import type { CapacityPlan, CapacityProblem } from "./capacity-problem.ts";
import type { Allotment, CapacityQuestion } from "./capacity-question.ts";
import { firstBeyond } from "./cost-table.ts";

export function writeAllotment(
  { table, weight, radius }: CapacityQuestion,
  problem: CapacityProblem,
  plan: CapacityPlan,
): Allotment {
  const { classes, options } = problem;
  const { flow } = allotHouseholds(problem, plan);
  const entryOf = (c: number, j: number): number =>
    classes.site.subarray(0, classes.offsets[c + 1]!).indexOf(j, classes.offsets[c]!);
  const offsets = new Uint32Array(table.demandCount + 1);
  const site: number[] = [];
  const households: number[] = [];
  for (let i = 0; i < table.demandCount; i++) {
    const c = classes.classOf[i]!;
    const open = [...table.site.subarray(table.offsets[i]!, firstBeyond(table, i, radius))].filter(
      (j) => options[j]![plan[j]!]!.isOpen,
    );
    let need = c >= 0 && open.length > 0 ? weight[i]! : 0;
    const first = site.length;
    for (const j of open) {
      const entry = entryOf(c, j);
      const taken = Math.min(need, flow[entry] ?? 0);
      if (!(taken > 0)) continue;
      flow[entry]! -= taken;
      need -= taken;
      site.push(j);
      households.push(taken);
    }
    if (need > 0) countOn(open[0]!, need, first, site, households);
    offsets[i + 1] = site.length;
  }
  return { offsets, site: Uint32Array.from(site), households: Float64Array.from(households) };
}

function countOn(nearest: number, need: number, first: number, site: number[], households: number[]): void {
  const place = site.indexOf(nearest, first);
  if (place >= 0) households[place]! += need;
  else {
    site.push(nearest);
    households.push(need);
  }
}
