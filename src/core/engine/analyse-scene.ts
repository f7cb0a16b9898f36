// Minutes, coverage and findings for one state of the centres: join them, search the network from all of
// them at once, measure each residence's own community's centre and each centre's reach, then assess. Walks are kept
// (walk-centers.ts): another pack of rules on the same centres is judged without searching again.

import type { ResidenceAccess, WalkSettings } from "../access/index.ts";
import { type AssessInput, assess, type PreparedAssessment } from "../assess/index.ts";
import type { TaskControl } from "../base/index.ts";
import { reachLimit } from "../base/index.ts";
import type { ServiceCenter } from "../model/index.ts";
import type { RulePack } from "../standards/index.ts";
import { filesOf, netOf, type PlanNet } from "./plan-net.ts";
import type { PlacedCenters, Scene } from "./scene.ts";
import { preparedFor } from "./scene.ts";
import { centerIssues } from "./scene-issues.ts";
import type { Analysis, TaskInput } from "./tasks.ts";
import { walkCenters } from "./walk-centers.ts";
import { walkFacilities } from "./walk-facilities.ts";

export function analyseScene(
  scene: Scene,
  { centers, walk, pack, net }: TaskInput<"scene.analyse">,
  control: TaskControl,
): Analysis {
  control.report({ stage: "search", done: 0 });
  const { placed, access, reach: reachOf } = walkCenters(scene, centers);
  const reach = reachOf(reachLimit(walk.minutes, walk.speed));
  control.report({ stage: "assess", done: 0 });
  return conclude(scene, { centers, walk, pack, net, placed, access, reach });
}

/** A state of the centres whose minutes are known. */
interface WalkedState {
  readonly centers: readonly ServiceCenter[];
  readonly walk: WalkSettings;
  readonly pack: RulePack;
  readonly net?: PlanNet | undefined;
  readonly placed: PlacedCenters;
  readonly access: ResidenceAccess;
  readonly reach: Float64Array;
}

/** Everything after walking: one assessment of known minutes. */
export function conclude(scene: Scene, state: WalkedState): Analysis {
  const { centers, walk, pack, placed, access } = state;
  const { input, prepared } = judgement(scene, state);
  return {
    walk,
    packId: pack.id,
    packEdition: pack.edition,
    access,
    ...assess(input, prepared),
    issues: centerIssues(scene, centers, placed),
  };
}

/** What is judged, and what of it was judged before. */
export function judgement(
  scene: Scene,
  { centers, walk, pack, net, placed, access, reach }: WalkedState,
): { readonly input: AssessInput; readonly prepared: PreparedAssessment } {
  const { residences, communities, subdistricts } = scene.baseline;
  const { grids, residenceGrid, residenceMicro } = netOf(scene, net);
  const prepared = preparedFor(scene, pack, net);
  const input = {
    pack: prepared.pack,
    walk,
    residences,
    centers,
    communities,
    subdistricts,
    grids,
    residenceCommunity: scene.residenceCommunity,
    residenceGrid,
    ...(residenceMicro === undefined ? {} : { residenceMicro }),
    centerCommunity: placed.community,
    linked: scene.linked,
    centerLinked: placed.linked,
    access,
    reachHouseholds: reach,
    files: filesOf(scene, net),
    records: scene.records,
    walks: walkFacilities(scene, pack, placed),
  };
  return { input, prepared: prepared.assessment };
}
