// Makes a baseline ready: a metric frame around its residences, the walking network cut by barriers, each
// residence joined to it (through its compound's gates where given), and its community and grid.

import { createAccessSolver, createEstimateSolver, straightJoins } from "../access/index.ts";
import type { Issue, TaskControl } from "../base/index.ts";
import { Failure } from "../base/index.ts";
import type { LocalFrame } from "../geo/index.ts";
import { boxOf, createFrame } from "../geo/index.ts";
import type { Baseline, RouteLines } from "../model/index.ts";
import type { Joins, NetworkSettings, PathNetwork, RouteLinesInFrame } from "../network/index.ts";
import { buildNetwork, createJoiner, isLinked } from "../network/index.ts";
import type { Scene } from "./scene.ts";
import { placeIn } from "./scene.ts";
import { sceneIssues } from "./scene-issues.ts";
import { recordsOf } from "./scene-records.ts";
import type { SceneSummary } from "./tasks.ts";

export async function openScene(
  id: string,
  baseline: Baseline,
  settings: NetworkSettings,
  control: TaskControl,
): Promise<{ scene: Scene; summary: SceneSummary }> {
  const bounds = boundsOf(baseline);
  const frame = createFrame((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2);
  const barriers = intoFrame(frame, baseline.barriers);
  const ground = await walkable(baseline, settings, frame, barriers, control);

  const { residences } = baseline;
  const linked = new Uint8Array(residences.count);
  for (let i = 0; i < residences.count; i++) linked[i] = isLinked(ground.residenceJoins, i) ? 1 : 0;
  const scene: Scene = {
    id,
    baseline,
    settings,
    frame,
    barriers,
    ...ground,
    linked,
    residenceCommunity: placeIn(baseline.communities, residences.xy, residences.communityId),
    residenceGrid: placeIn(baseline.grids, residences.xy, residences.gridId),
    files: Object.fromEntries(baseline.sources.map((source) => [source.role, source.file])),
    drag: null,
    areas: null,
    prepared: null,
    records: recordsOf(baseline),
    walked: new Map(),
  };
  return { scene, summary: summarise(scene, bounds, sceneIssues(scene)) };
}

type Ground = Pick<Scene, "network" | "joinCenters" | "residenceJoins" | "solver">;

/** The network of a baseline and how its residences join it. */
export async function walkable(
  baseline: Baseline,
  settings: NetworkSettings,
  frame: LocalFrame,
  barriers: RouteLinesInFrame,
  control: TaskControl,
): Promise<Ground> {
  const { residences, gates } = baseline;
  const residenceXY = frame.toMetres(residences.xy);
  if (baseline.network.lines.count === 0) {
    return {
      network: null,
      joinCenters: straightJoins,
      residenceJoins: straightJoins(residenceXY),
      solver: createEstimateSolver(residenceXY, settings.detourRatio),
    };
  }
  const lines = intoFrame(frame, baseline.network);
  const gateXY = frame.toMetres(gates.xy);
  const openGates = gateXY.filter((_, i) => gates.open[i >> 1] === 1);
  const network: PathNetwork = await buildNetwork(
    { lines, barriers, tolerance: settings.tolerance, openGates },
    control,
  );
  control.report({ stage: "link", done: 0 });
  await control.pause();
  if (control.cancelled()) throw new Failure("cancelled");
  const joiner = createJoiner(network, barriers);
  const residenceJoins: Joins = joiner.joinThroughGates(
    residenceXY,
    residences.compound,
    { xy: gateXY, compound: gates.compound, open: gates.open },
    settings.accessCap,
  );
  control.report({ stage: "link", done: 1 });
  return {
    network,
    joinCenters: (xy) => joiner.join(xy, settings.accessCap),
    residenceJoins,
    solver: createAccessSolver(network, residenceJoins),
  };
}

function summarise(scene: Scene, bounds: SceneSummary["bounds"], issues: readonly Issue[]): SceneSummary {
  const { network } = scene;
  return {
    scene: scene.id,
    nodes: network?.nodeCount ?? 0,
    edges: network?.edgeCount ?? 0,
    components: network?.componentCount ?? 0,
    lengthMeters: network?.report.lengthMeters ?? 0,
    report: network?.report ?? null,
    estimate: network === null,
    linked: scene.linked,
    residenceCommunity: scene.residenceCommunity,
    issues,
    bounds,
  };
}

const intoFrame = (frame: LocalFrame, routes: RouteLines): RouteLinesInFrame => ({
  lines: { ...routes.lines, xy: frame.toMetres(routes.lines.xy) },
  level: routes.level,
});

/** Box of residences, centres and communities in degrees; fails when there is nothing to stand on. */
function boundsOf({ residences, centers, communities }: Baseline): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const extend = (lon: number, lat: number): void => {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  for (let i = 0; i < residences.count; i++) extend(residences.xy[2 * i]!, residences.xy[2 * i + 1]!);
  for (const { lon, lat } of centers) extend(lon, lat);
  for (let i = 0; i < communities.polygons.count; i++) {
    const [west, south, east, north] = boxOf(communities.polygons, i);
    extend(west, south);
    extend(east, north);
  }
  if (!(box[0] <= box[2])) throw new Failure("badInput", { residences: residences.count });
  return box;
}
