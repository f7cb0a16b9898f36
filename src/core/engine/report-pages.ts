// Pages of a report for one state of the centres: the service circles it prints are drawn here, everything else is
// the analysis it is given.

import type { TaskControl } from "../base/index.ts";
import { buildReport, checkSecrecy } from "../report/index.ts";
import { netOf } from "./plan-net.ts";
import type { Scene } from "./scene.ts";
import { placeCenters } from "./scene.ts";
import { areasOf } from "./scene-areas.ts";
import type { TaskInput, TaskOutput } from "./tasks.ts";

export async function reportPages(
  scene: Scene,
  { centers, analysis, pack, net, request }: TaskInput<"report.pages">,
  control: TaskControl,
): Promise<TaskOutput<"report.pages">> {
  const { residenceCommunity, linked } = scene;
  const { grids, residenceGrid } = netOf(scene, net);
  const baseline = { ...scene.baseline, grids };
  const placed = placeCenters(scene, centers);
  const { minutes, speed } = analysis.walk;
  control.report({ stage: "areas", done: 0 });
  const bands = [minutes / 3, (2 * minutes) / 3, minutes];
  const subject = {
    baseline,
    centers,
    analysis,
    pack,
    residenceCommunity,
    residenceGrid,
    linked,
    centerCommunity: placed.community,
    together: areasOf(scene, placed, { bands, speed, view: "dissolve" }),
    each: areasOf(scene, placed, { bands, speed, view: "overlap" }),
    estimate: scene.network === null,
  };
  const report = await buildReport(subject, request, control);
  return { ...report, issues: checkSecrecy(baseline, report.pages, request) };
}
