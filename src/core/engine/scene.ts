// A scene: one baseline made ready to be analysed again and again. Everything here depends on the residences,
// the network and the areas only, never on where the centres are, but for the drag in progress.

import type { AccessSolver, AreaMaker, MoveSession, WalkSettings } from "../access/index.ts";
import { type PreparedAssessment, prepareAssessment, type Records } from "../assess/index.ts";
import type { LocalFrame } from "../geo/index.ts";
import { locate } from "../geo/index.ts";
import type { Areas, Baseline, LayerRole, ServiceCenter } from "../model/index.ts";
import type { Joins, NetworkSettings, PathNetwork, RouteLinesInFrame } from "../network/index.ts";
import type { RulePack } from "../standards/index.ts";
import { filesOf, isSameNet, netOf, type PlanNet } from "./plan-net.ts";

export interface Scene {
  readonly id: string;
  readonly baseline: Baseline;
  readonly settings: NetworkSettings;
  readonly frame: LocalFrame;
  /** null: no network was given, and walking is estimated along straight lines. */
  readonly network: PathNetwork | null;
  readonly barriers: RouteLinesInFrame;
  /** Joins centres to the network; metres in the scene's frame. */
  readonly joinCenters: (xy: Float64Array) => Joins;
  readonly residenceJoins: Joins;
  readonly solver: AccessSolver;
  /** Index of community and grid per residence, -1 for none. */
  readonly residenceCommunity: Int32Array;
  readonly residenceGrid: Int32Array;
  readonly linked: Uint8Array;
  /** File of each layer, for evidence. */
  readonly files: Readonly<Partial<Record<LayerRole, string>>>;
  drag: DragState | null;
  areas: AreaMaker | null;
  prepared: PreparedRules | null;
  /** Registers of the layers and of the plan; walks to their rows, as they are first asked for. */
  records: Records;
  walked: Map<string, Facilities>;
}

/** The assessment of what no centre can change, kept while the pack's content stays the same. */
export interface PreparedRules {
  readonly content: string;
  readonly net: PlanNet;
  readonly pack: RulePack;
  readonly assessment: PreparedAssessment;
}

/** Rows of a register that have a position: how they join the network, and a solver with them as its points. */
export interface Facilities {
  readonly joins: Joins;
  /** Row of the register each of them is. */
  readonly rows: Uint32Array;
  readonly rowCount: number;
  readonly fromResidences: () => Uint32Array;
  readonly solver: () => AccessSolver;
  /** Walks to the rows of another register, by its id. */
  readonly to: Map<string, Float64Array>;
}

/** What a drag keeps from step to step: all that the moving centre cannot change. */
export interface DragState {
  readonly moving: number;
  readonly walk: WalkSettings;
  readonly centers: readonly ServiceCenter[];
  readonly session: MoveSession;
  /** Own-community distances as if the moving centre did not exist, and each other centre's reach. */
  readonly ownWithout: Uint32Array;
  readonly reach: Float64Array;
}

/** The ground work of a pack and a net, done again only when the content of either is another. */
export function preparedFor(scene: Scene, pack: RulePack, planned?: PlanNet): PreparedRules {
  const content = JSON.stringify(pack);
  const net = netOf(scene, planned);
  if (scene.prepared?.content === content && isSameNet(scene.prepared.net, net)) return scene.prepared;
  const { residences, communities, subdistricts } = scene.baseline;
  const { residenceCommunity, linked, records } = scene;
  const { grids, residenceGrid, residenceMicro } = net;
  const files = filesOf(scene, planned);
  const ground = {
    residences,
    communities,
    subdistricts,
    grids,
    residenceCommunity,
    residenceGrid,
    ...(residenceMicro === undefined ? {} : { residenceMicro }),
    linked,
    files,
    records,
  };
  scene.prepared = { content, net, pack, assessment: prepareAssessment({ pack, ...ground }) };
  return scene.prepared;
}

/** Centres in the scene: where they stand, how they join, whose they are. */
export interface PlacedCenters {
  /** Pairs in the scene's frame. */
  readonly metres: Float64Array;
  readonly joins: Joins;
  readonly linked: Uint8Array;
  readonly community: Int32Array;
}

export function placeCenters(scene: Scene, centers: readonly ServiceCenter[]): PlacedCenters {
  const degrees = new Float64Array(centers.length * 2);
  centers.forEach((center, i) => {
    degrees[2 * i] = center.lon;
    degrees[2 * i + 1] = center.lat;
  });
  const metres = scene.frame.toMetres(degrees);
  const joins = scene.joinCenters(metres);
  const linked = new Uint8Array(centers.length);
  for (let i = 0; i < centers.length; i++) linked[i] = joins.offsets[i]! < joins.offsets[i + 1]! ? 1 : 0;
  const community = placeIn(
    scene.baseline.communities,
    degrees,
    centers.map((center) => center.communityId ?? ""),
  );
  return { metres, joins, linked, community };
}

/** Area index per point: by the code given for it where that code exists, else by position; -1 for none. */
export function placeIn(areas: Areas, degrees: Float64Array, codes: readonly string[]): Int32Array {
  const byCode = new Map(areas.records.map((record, index) => [record.id, index]));
  const byPosition = locate(areas.polygons, degrees);
  return byPosition.map((position, i) => byCode.get(codes[i]!) ?? position);
}
