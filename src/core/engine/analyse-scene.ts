// Minutes, coverage and findings for one state of the centres: join them, search the network from all of
// them at once, measure each residence's own community's centre and each centre's reach, then assess.

import type { ResidenceAccess, WalkSettings } from "../access/index.ts";
import { assess } from "../assess/index.ts";
import type { TaskControl } from "../base/index.ts";
import { reachLimit } from "../base/index.ts";
import type { ServiceCenter } from "../model/index.ts";
import type { RulePack } from "../standards/index.ts";
import type { PlacedCenters, Scene } from "./scene.ts";
import { placeCenters, preparedFor } from "./scene.ts";
import { centerIssues } from "./scene-issues.ts";
import type { Analysis, TaskInput } from "./tasks.ts";
import { walkFacilities } from "./walk-facilities.ts";

export function analyseScene(
  scene: Scene,
  { centers, walk, pack }: TaskInput<"scene.analyse">,
  control: TaskControl,
): Analysis {
  control.report({ stage: "search", done: 0 });
  const placed = placeCenters(scene, centers);
  const { nearest, distance } = scene.solver.nearest(placed.joins);
  const ownDistance = scene.solver.own(placed.joins, placed.community, scene.residenceCommunity);
  const limit = reachLimit(walk.minutes, walk.speed);
  const reach = new Float64Array(centers.length);
  for (let i = 0; i < centers.length; i++) reach[i] = reachHouseholds(scene, placed, i, limit);
  control.report({ stage: "assess", done: 0 });
  return conclude(scene, { centers, walk, pack, placed, access: { nearest, distance, ownDistance }, reach });
}

/** Households within `limit` decimetres of one centre; residences with unknown counts are in no sum. */
export function reachHouseholds(scene: Scene, placed: PlacedCenters, center: number, limit: number): number {
  const { households } = scene.baseline.residences;
  let sum = 0;
  for (const point of scene.solver.reach(placed.joins, center, limit).points) {
    const count = households[point]!;
    if (!Number.isNaN(count)) sum += count;
  }
  return sum;
}

/** Everything after walking: one assessment of known minutes. */
export function conclude(
  scene: Scene,
  state: {
    readonly centers: readonly ServiceCenter[];
    readonly walk: WalkSettings;
    readonly pack: RulePack;
    readonly placed: PlacedCenters;
    readonly access: ResidenceAccess;
    readonly reach: Float64Array;
  },
): Analysis {
  const { centers, walk, pack, placed, access, reach } = state;
  const { residences, communities, subdistricts, grids } = scene.baseline;
  const prepared = preparedFor(scene, pack);
  const input = {
    pack: prepared.pack,
    walk,
    residences,
    centers,
    communities,
    subdistricts,
    grids,
    residenceCommunity: scene.residenceCommunity,
    residenceGrid: scene.residenceGrid,
    centerCommunity: placed.community,
    linked: scene.linked,
    centerLinked: placed.linked,
    access,
    reachHouseholds: reach,
    files: scene.files,
    records: scene.records,
    walks: walkFacilities(scene, pack, placed),
  };
  return {
    walk,
    packId: pack.id,
    packEdition: pack.edition,
    access,
    ...assess(input, prepared.assessment),
    issues: centerIssues(scene, centers, placed),
  };
}
