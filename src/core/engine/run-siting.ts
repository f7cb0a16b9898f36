// The siting tasks: metres from a scene's own walks, and the search with the host's solver and clock.

import { type TaskControl, toDecimetres } from "../base/index.ts";
import { type CostTable, type Solver, solveSiting, tableFromPairs } from "../siting/index.ts";
import { placeCenters, type Scene } from "./scene.ts";
import type { SiteTaskMap } from "./site-tasks.ts";

/** Further than anybody walks; what the searches count in still holds it. */
const FURTHEST = 50_000_000;

export async function sitingTable(
  scene: Scene,
  { candidates, limit }: SiteTaskMap["siting.table"]["input"],
  control: TaskControl,
): Promise<CostTable> {
  const { joins } = placeCenters(scene, candidates);
  const reachLimit = limit === null ? FURTHEST : toDecimetres(limit);
  const demand: number[] = [];
  const site: number[] = [];
  const cost: number[] = [];
  for (let j = 0; j < candidates.length; j++) {
    const { points, distance } = scene.solver.reach(joins, j, reachLimit);
    for (let k = 0; k < points.length; k++) {
      demand.push(points[k]!);
      site.push(j);
      cost.push(distance[k]! / 10);
    }
    if (j % 64 !== 0) continue;
    control.report({ stage: "search", done: j / candidates.length });
    await control.pause();
    if (control.cancelled()) break;
  }
  return tableFromPairs({ demand, site, cost }, scene.baseline.residences.count, candidates.length);
}

export function runSiting(
  { question, timeLimit, gap }: SiteTaskMap["siting.solve"]["input"],
  solver: Solver | null,
  seconds: () => number,
  { cancelled, pause, report }: TaskControl,
): Promise<SiteTaskMap["siting.solve"]["output"]> {
  const begun = seconds();
  return solveSiting(question, solver, {
    seconds: () => seconds() - begun,
    timeLimit,
    gap,
    cancelled,
    pause,
    report: (best, bound) => {
      const gapNow = best === 0 ? 0 : Math.abs(best - bound) / Math.abs(best);
      report({ stage: "site", done: Math.max(0, Math.min(1, 1 - gapNow)), objective: best, bound });
    },
  });
}
