// What a place would bring, on a scene's own walks: households newly within the minutes, who lives around, stops and
// street. For one position fast enough to follow the pointer; for many, with those that gaps suggest.

import { createNodeFields, type WalkSettings } from "../access/index.ts";
import {
  type Decimetres,
  type Metres,
  type MetresPerSecond,
  reachLimit,
  type TaskControl,
  toDecimetres,
} from "../base/index.ts";
import { interiorPoint, locate, type PolygonColumns } from "../geo/index.ts";
import { ROAD_CLASSES, type ServiceCenter } from "../model/index.ts";
import type { Joins } from "../network/index.ts";
import { type GapGround, type GapHomes, generateCandidates } from "../siting/index.ts";
import { placeCenters, type Scene } from "./scene.ts";
import type { PlaceGain, ScoredSite, SiteScore, SiteTaskMap } from "./site-tasks.ts";

/** Older people's pace; a slower pace asked for stays as it is. */
const ELDERLY: MetresPerSecond = 0.8;
/** Within which stops count and density is measured. */
const NEAR: Metres = 300;

export function placeGain(
  scene: Scene,
  { centers, walk, lon, lat }: SiteTaskMap["siting.gain"]["input"],
): PlaceGain {
  return gainAt(scene, gapsOf(scene, centers, walk), joinsAt(scene, Float64Array.of(lon, lat)), 0);
}

export async function scoreCandidates(
  scene: Scene,
  { centers, walk, given, most, spacing, excluded }: SiteTaskMap["siting.candidates"]["input"],
  control: TaskControl,
): Promise<readonly ScoredSite[]> {
  const gaps = gapsOf(scene, centers, walk);
  const { renewal } = scene.baseline;
  const renewed = renewal.records.map(({ id, name }, i) => {
    const [lon, lat] = interiorPoint(renewal.polygons, i);
    return { id, name, lon, lat, origin: "renewal" as const };
  });
  const found = most > 0 ? await fillGaps(scene, gaps, { most, spacing, excluded }, control) : [];
  const places: Omit<ScoredSite, "score">[] = [
    ...given.map(({ id, name, lon, lat }) => ({ id, name, lon, lat, origin: "given" as const })),
    ...renewed.filter(({ lon }) => !Number.isNaN(lon)),
    ...found,
  ];
  const degrees = Float64Array.from(places.flatMap(({ lon, lat }) => [lon, lat]));
  const joins = joinsAt(scene, degrees);
  const around = surroundings(scene, scene.frame.toMetres(degrees), joins);
  return places.map((place, row) => ({
    ...place,
    score: { ...gainAt(scene, gaps, joins, row), ...around(row) },
  }));
}

/** Who is covered already, for one state of the centres. */
interface Gaps {
  readonly centers: readonly ServiceCenter[];
  readonly walk: WalkSettings;
  readonly limit: Decimetres;
  readonly slowLimit: Decimetres;
  /** Distance to the nearest centre. */
  readonly distance: Uint32Array;
  /** Households within the minutes, and all whose count is known. */
  readonly covered: number;
  readonly households: number;
}

/** Kept per scene until the centres or the walk are others, so that a pointer's next step is local. */
const kept = new WeakMap<Scene, Gaps>();

function gapsOf(scene: Scene, centers: readonly ServiceCenter[], walk: WalkSettings): Gaps {
  const last = kept.get(scene);
  if (last !== undefined && sameState(last, centers, walk)) return last;
  const { distance } = scene.solver.nearest(placeCenters(scene, centers).joins);
  const limit = reachLimit(walk.minutes, walk.speed);
  const slowLimit = reachLimit(walk.minutes, Math.min(ELDERLY, walk.speed));
  let [covered, households] = [0, 0];
  scene.baseline.residences.households.forEach((count, i) => {
    if (Number.isNaN(count)) return;
    households += count;
    if (scene.linked[i] === 1 && distance[i]! <= limit) covered += count;
  });
  const gaps = { centers, walk, limit, slowLimit, distance, covered, households };
  kept.set(scene, gaps);
  return gaps;
}

const sameState = (last: Gaps, centers: readonly ServiceCenter[], walk: WalkSettings): boolean =>
  last.walk.minutes === walk.minutes &&
  last.walk.speed === walk.speed &&
  last.centers.length === centers.length &&
  last.centers.every((was, i) => was.lon === centers[i]!.lon && was.lat === centers[i]!.lat);

const joinsAt = (scene: Scene, degrees: Float64Array): Joins =>
  scene.joinCenters(scene.frame.toMetres(degrees));

function gainAt(scene: Scene, gaps: Gaps, joins: Joins, row: number): PlaceGain {
  const { limit, slowLimit } = gaps;
  const { households } = scene.baseline.residences;
  const { points, distance } = scene.solver.reach(joins, row, limit);
  let [gained, residences, unknown, within, elderly, elderlyWithin] = [0, 0, 0, 0, 0, 0];
  for (let k = 0; k < points.length; k++) {
    const i = points[k]!;
    const count = households[i]!;
    const isNew = gaps.distance[i]! > limit;
    if (isNew) residences++;
    if (Number.isNaN(count)) {
      if (isNew) unknown++;
      continue;
    }
    within += count;
    if (isNew) gained += count;
    if (distance[k]! > slowLimit) continue;
    elderlyWithin += count;
    if (gaps.distance[i]! > slowLimit) elderly += count;
  }
  const covered = gaps.covered + gained;
  return {
    linked: joins.offsets[row]! < joins.offsets[row + 1]!,
    households: gained,
    residences,
    unknownResidences: unknown,
    within,
    elderly,
    elderlyWithin,
    covered,
    coverage: gaps.households > 0 ? covered / gaps.households : null,
  };
}

/** Density, stops and street of each place. */
function surroundings(
  scene: Scene,
  xy: Float64Array,
  joins: Joins,
): (row: number) => Omit<SiteScore, keyof PlaceGain> {
  const { residences, transit, network } = scene.baseline;
  const homes = scene.frame.toMetres(residences.xy);
  const stops = scene.frame.toMetres(transit.xy);
  return (row) => {
    const apart = (all: Float64Array, i: number): Metres =>
      Math.hypot(all[2 * i]! - xy[2 * row]!, all[2 * i + 1]! - xy[2 * row + 1]!);
    let around = 0;
    for (let i = 0; i < residences.count; i++) {
      if (residences.households[i]! > 0 && apart(homes, i) <= NEAR) around += residences.households[i]!;
    }
    const walks = Array.from({ length: transit.count }, (_, i) => apart(stops, i));
    const join = joins.offsets[row]!;
    const isOnStreet = scene.network !== null && join < joins.offsets[row + 1]!;
    const line = isOnStreet ? scene.network.edgeLine[joins.edge[join]!]! : -1;
    return {
      density: around / ((Math.PI * NEAR * NEAR) / 10_000),
      transitStops: transit.count === 0 ? null : walks.filter((walk) => walk <= NEAR).length,
      nearestStop: transit.count === 0 ? null : Math.min(...walks),
      street: line < 0 ? null : (ROAD_CLASSES[network.class[line]!] ?? null),
      streetMeters: isOnStreet ? joins.leg[join]! / 10 : null,
    };
  };
}

async function fillGaps(
  scene: Scene,
  { limit, distance }: Gaps,
  { most, spacing, excluded }: { most: number; spacing: Metres; excluded: readonly PolygonColumns[] },
  control: TaskControl,
): Promise<Omit<ScoredSite, "score">[]> {
  const { households } = scene.baseline.residences;
  const rows = Uint32Array.from(distance.keys()).filter((i) => distance[i]! > limit && households[i]! > 0);
  const { homes, ground } = scene.network === null ? straightGround(scene, rows) : pathGround(scene, rows);
  const degrees = scene.frame.toDegrees(ground.nodeXY);
  for (const zones of [scene.baseline.water, ...excluded]) {
    locate(zones, degrees).forEach((zone, node) => {
      if (zone >= 0) ground.isBarred[node] = 1;
    });
  }
  const picks = await generateCandidates(ground, homes, { limit, most, spacing }, control);
  return picks.map(({ node, origin }, i) => ({
    id: `gap-${i + 1}`,
    name: "",
    lon: degrees[2 * node]!,
    lat: degrees[2 * node + 1]!,
    origin,
  }));
}

interface Gap {
  readonly homes: GapHomes;
  readonly ground: GapGround;
}

function pathGround(scene: Scene, rows: Uint32Array): Gap {
  const network = scene.network!;
  const joins = scene.residenceJoins;
  const linked = rows.filter((i) => scene.linked[i] === 1);
  const node = new Uint32Array(linked.length);
  const rest = new Uint32Array(linked.length);
  linked.forEach((i, row) => {
    const join = joins.offsets[i]!;
    const edge = joins.edge[join]!;
    const [back, on] = [joins.along[join]!, network.edgeLength[edge]! - joins.along[join]!];
    node[row] = back <= on ? network.edgeFrom[edge]! : network.edgeTo[edge]!;
    rest[row] = Math.min(back, on) + joins.leg[join]!;
  });
  const { households } = scene.baseline.residences;
  return {
    homes: { node, rest, households: Float64Array.from(linked, (i) => households[i]!) },
    ground: {
      nodeCount: network.nodeCount,
      fields: createNodeFields(network),
      nodeXY: network.nodeXY,
      isJunction: Uint8Array.from({ length: network.nodeCount }, (_, n) =>
        network.offsets[n + 1]! - network.offsets[n]! >= 3 ? 1 : 0,
      ),
      isBarred: new Uint8Array(network.nodeCount),
    },
  };
}

/** Without a network the homes themselves are the nodes, and walks are straight lines drawn out. */
function straightGround(scene: Scene, rows: Uint32Array): Gap {
  const { households } = scene.baseline.residences;
  const { xy } = scene.residenceJoins;
  const nodeXY = Float64Array.from({ length: 2 * rows.length }, (_, k) => xy[2 * rows[k >> 1]! + (k & 1)]!);
  const walk = (a: number, b: number): Decimetres =>
    toDecimetres(
      scene.settings.detourRatio *
        Math.hypot(nodeXY[2 * a]! - nodeXY[2 * b]!, nodeXY[2 * a + 1]! - nodeXY[2 * b + 1]!),
    );
  const within = (source: number, limit: Decimetres) => {
    const nodes = Uint32Array.from(rows.keys()).filter((node) => walk(source, node) <= limit);
    return { nodes, distance: nodes.map((node) => walk(source, node)) };
  };
  return {
    homes: {
      node: Uint32Array.from(rows.keys()),
      rest: new Uint32Array(rows.length),
      households: Float64Array.from(rows, (i) => households[i]!),
    },
    ground: {
      nodeCount: rows.length,
      fields: { within },
      nodeXY,
      isJunction: new Uint8Array(rows.length),
      isBarred: new Uint8Array(rows.length),
    },
  };
}
