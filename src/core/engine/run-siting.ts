// The siting tasks: metres from a scene's own walks, and the search with the host's solver and clock.

import { Failure, type TaskControl, toDecimetres } from "../base/index.ts";
import {
  type CostTable,
  type SitingControl,
  type Solver,
  solveCapacity,
  solveSiting,
  tableFromReach,
} from "../siting/index.ts";
import { placeCenters, type Scene } from "./scene.ts";
import type { SearchLimits, SiteTaskMap } from "./site-tasks.ts";

/** Further than anybody walks; what the searches count in still holds it. */
const FURTHEST = 50_000_000;

export async function sitingTable(
  scene: Scene,
  { candidates, limit }: SiteTaskMap["siting.table"]["input"],
  control: TaskControl,
): Promise<CostTable> {
  const { joins } = placeCenters(scene, candidates);
  const reachLimit = limit === null ? FURTHEST : toDecimetres(limit);
  const reached: { readonly points: Uint32Array; readonly distance: Uint32Array }[] = [];
  for (let j = 0; j < candidates.length; j++) {
    reached.push(scene.solver.reach(joins, j, reachLimit));
    if (j % 64 !== 0) continue;
    control.report({ stage: "search", done: j / candidates.length });
    await control.pause();
    if (control.cancelled()) throw new Failure("cancelled");
  }
  return tableFromReach(reached, scene.baseline.residences.count, 10);
}

/** What the host brings to a search. */
export interface SearchHost {
  readonly solver: Solver | null;
  readonly seconds: () => number;
}

export const runSiting = (
  { question, ...limits }: SiteTaskMap["siting.solve"]["input"],
  host: SearchHost,
  control: TaskControl,
): Promise<SiteTaskMap["siting.solve"]["output"]> =>
  solveSiting(question, host.solver, searchControl(limits, host, control));

export const runCapacity = (
  { question, ...limits }: SiteTaskMap["siting.capacity"]["input"],
  host: SearchHost,
  control: TaskControl,
): Promise<SiteTaskMap["siting.capacity"]["output"]> =>
  solveCapacity(question, host.solver, searchControl(limits, host, control));

/** What a search may spend, by the host's clock from now on. */
export function searchControl(
  { timeLimit, gap, seed = 1 }: SearchLimits,
  { seconds }: SearchHost,
  { cancelled, pause, report }: TaskControl,
): SitingControl {
  const begun = seconds();
  return {
    seconds: () => seconds() - begun,
    timeLimit,
    gap,
    seed,
    cancelled,
    pause,
    report: (best, bound, open) => {
      const gapNow = best === 0 ? 0 : Math.abs(best - bound) / Math.abs(best);
      const bestSites =
        open === undefined ? null : Uint32Array.from(open.keys()).filter((j) => open[j] === 1);
      report({
        stage: "site",
        done: Math.max(0, Math.min(1, 1 - gapNow)) || 0,
        objective: best,
        bound,
        ...(bestSites === null ? {} : { bestSites }),
      });
    },
  };
}
