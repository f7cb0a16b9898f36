// Contiguous service areas of a scene's centres: buildings that are neighbours on the ground, never across a river
// or railway, whole to one centre each within the minutes.

import { Failure, reachLimit, type TaskControl } from "../base/index.ts";
import { buildUnitGraph } from "../gridding/index.ts";
import { BARRIER_CLASSES, type BarrierClass } from "../model/index.ts";
import { type BarrierIndex, indexBarriers } from "../network/index.ts";
import { drawAreas, tableFromReach } from "../siting/index.ts";
import { type SearchHost, searchControl } from "./run-siting.ts";
import { placeCenters, type Scene } from "./scene.ts";
import type { SiteTaskMap } from "./site-tasks.ts";

/** Walls of compounds part no service areas: their gates are walked through. */
const PARTING: readonly BarrierClass[] = ["river", "rail"];

export function runAreas(
  scene: Scene,
  { centers, area, walk, areaPer100, ...limits }: SiteTaskMap["siting.areas"]["input"],
  host: SearchHost,
  control: TaskControl,
): Promise<SiteTaskMap["siting.areas"]["output"]> {
  const unknown = area.filter((metres) => Number.isNaN(metres)).length;
  if (unknown > 0) throw new Failure("badInput", { centers: unknown });
  const { residences } = scene.baseline;
  const { joins } = placeCenters(scene, centers);
  const limit = reachLimit(walk.minutes, walk.speed);
  const reached = centers.map((_, j) => scene.solver.reach(joins, j, limit));
  const graph = buildUnitGraph({
    units: {
      count: residences.count,
      xy: scene.frame.toMetres(residences.xy),
      households: residences.households,
      area: new Int32Array(residences.count),
      compound: new Int32Array(residences.count).fill(-1),
    },
    areaCount: 1,
    barriers: parted(scene),
  });
  const question = {
    table: tableFromReach(reached, residences.count, 10),
    weight: residences.households.map((count) => (count > 0 ? count : 0)),
    radius: limit / 10,
    sites: Uint32Array.from(centers.keys()),
    area,
    areaPer100,
    neighbours: { offsets: graph.offsets, targets: graph.neighbours },
  };
  return drawAreas(question, host.solver, searchControl(limits, host, control));
}

function parted({ barriers: { lines, level }, baseline }: Scene): BarrierIndex {
  const kept = Array.from({ length: lines.count }, (_, line) => line).filter((line) =>
    PARTING.includes(BARRIER_CLASSES[baseline.barriers.class[line]!] ?? "other"),
  );
  const offsets = new Uint32Array(kept.length + 1);
  const xy: number[] = [];
  kept.forEach((line, row) => {
    for (let k = 2 * lines.offsets[line]!; k < 2 * lines.offsets[line + 1]!; k++) xy.push(lines.xy[k]!);
    offsets[row + 1] = xy.length / 2;
  });
  return indexBarriers({
    lines: { count: kept.length, offsets, xy: Float64Array.from(xy) },
    level: Int8Array.from(kept, (line) => level[line]!),
  });
}
