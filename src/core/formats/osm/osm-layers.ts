// OpenStreetMap data to the layers of this product: the walking network, buildings, water, green, barriers
// (railways, rivers and canals) and one layer of boundaries per admin_level. Where a barrier and a walkable way
// share a node the data says that one crosses there (level crossing, ford): the barrier is interrupted.

import type { FeatureRow } from "../feature-table.ts";
import { isWalkable, WAY_TAGS } from "../foot-access.ts";
import type { NodePath, Ring } from "./assemble-rings.ts";
import { assembleRings, nestRings } from "./assemble-rings.ts";
import type { OsmData, OsmTags } from "./osm-data.ts";
import { nodeIndex } from "./osm-data.ts";

export interface OsmLayer {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly FeatureRow[];
}

export interface OsmLayers {
  /** Those with rows, the network first. */
  readonly layers: readonly OsmLayer[];
  readonly walkable: number;
  /** Areas left out because part of their outline is not in the extract. */
  readonly incomplete: number;
}

export function osmLayers(data: OsmData): OsmLayers {
  const drafts = new Map<string, FeatureRow[]>();
  const add: AddRow = (layer, id, tags, geometry) => {
    const rows = drafts.get(layer) ?? [];
    drafts.set(layer, rows);
    rows.push({ row: rows.length + 1, properties: { osm_id: id, ...tags }, geometry });
  };
  const paths = pathFinder(data);
  const walked = new Uint8Array(data.nodeIds.length);
  const walkable = addWalkable(data, paths, walked, add);
  addBarriers(data, paths, walked, add);
  const incomplete = addWayAreas(data, paths, add) + addRelationAreas(data, paths, add);
  return { layers: inOrder(drafts), walkable, incomplete };
}

type AddRow = (layer: string, id: string, tags: OsmTags, geometry: unknown) => void;

/** Marks the nodes of walkable ways in `walked`; returns their number. */
function addWalkable(data: OsmData, paths: FindPath, walked: Uint8Array, add: AddRow): number {
  let count = 0;
  for (const { id, tags, index } of data.ways) {
    if (tags["highway"] === undefined || !isWalkable(tags)) continue;
    count++;
    const { runs } = paths(index);
    for (const run of runs) for (const node of run) walked[node] = 1;
    if (runs.length === 0) continue;
    add("network", `way/${id}`, ofWays(tags), multiLine(runs.map((run) => place(run, data))));
  }
  return count;
}

/** Tags that say something of a way as a way; a street may also carry a tram, a border or a park's name. */
const ofWays = (tags: OsmTags): OsmTags =>
  Object.fromEntries(Object.entries(tags).filter(([key]) => WAY_KEYS.has(key)));
const WAY_KEYS: ReadonlySet<string> = new Set([
  ...WAY_TAGS,
  ..."name name:zh ref bridge tunnel layer".split(" "),
]);

function addBarriers(data: OsmData, paths: FindPath, walked: Uint8Array, add: AddRow): void {
  for (const { id, tags, index } of data.ways) {
    if (!isBarrier(tags)) continue;
    const pieces = paths(index).runs.flatMap((run) => interrupt(run, walked, data));
    const kind = { class: tags["railway"] ?? tags["waterway"] ?? "" };
    if (pieces.length > 0) add("barriers", `way/${id}`, { ...kind, ...tags }, multiLine(pieces));
  }
}

/** Returns how many areas are not whole. */
function addWayAreas(data: OsmData, paths: FindPath, add: AddRow): number {
  let incomplete = 0;
  for (const { id, tags, index } of data.ways) {
    const layer = areaLayer(tags);
    if (layer === null) continue;
    const { runs, whole } = paths(index);
    const [run] = runs;
    if (!whole) incomplete++;
    else if (run !== undefined && run.length >= 4 && run[0] === run.at(-1)) {
      add(layer, `way/${id}`, tags, { type: "Polygon", coordinates: [place(run, data)] });
    }
  }
  return incomplete;
}

/** Returns how many areas are not whole. */
function addRelationAreas(data: OsmData, paths: FindPath, add: AddRow): number {
  let incomplete = 0;
  for (const { id, tags, members } of data.relations) {
    const layer = areaLayer(tags);
    if (layer === null) continue;
    const polygons = relationPolygons(members, data, paths);
    if (polygons === null) incomplete++;
    else if (polygons.length > 0) {
      add(layer, `relation/${id}`, tags, { type: "MultiPolygon", coordinates: polygons });
    }
  }
  return incomplete;
}

const ORDER: readonly string[] = ["network", "barriers", "buildings", "water", "green"];

function inOrder(drafts: ReadonlyMap<string, readonly FeatureRow[]>): OsmLayer[] {
  const rank = (name: string): number => {
    const found = ORDER.indexOf(name);
    return found < 0 ? ORDER.length : found;
  };
  return [...drafts]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([name, rows]) => {
      const columns = new Set<string>(["osm_id"]);
      for (const { properties } of rows) for (const column in properties) columns.add(column);
      return { name, columns: [...columns], rows };
    });
}

const RAILS: ReadonlySet<string> = new Set(["rail", "light_rail", "subway", "narrow_gauge", "monorail"]);
const RIVERS: ReadonlySet<string> = new Set(["river", "canal"]);
const GREEN: ReadonlySet<string> = new Set([
  "park",
  "garden",
  "nature_reserve",
  "grass",
  "forest",
  "wood",
  "meadow",
  "village_green",
  "recreation_ground",
]);
const WATER: ReadonlySet<string> = new Set(["water", "riverbank", "reservoir", "basin", "dock"]);

const isBarrier = ({ railway = "", waterway = "" }: OsmTags): boolean =>
  RAILS.has(railway) || RIVERS.has(waterway);

/** The layer an area with these tags belongs to; null for none. */
function areaLayer(tags: OsmTags): string | null {
  const { building, natural = "", waterway = "", landuse = "", leisure = "", boundary } = tags;
  if (building !== undefined && building !== "no") return "buildings";
  if (boundary === "administrative" && tags["admin_level"] !== undefined) {
    return `boundaries-${tags["admin_level"].replace(/[^\w.-]/g, "")}`;
  }
  if (WATER.has(natural) || WATER.has(waterway) || WATER.has(landuse)) return "water";
  return GREEN.has(natural) || GREEN.has(landuse) || GREEN.has(leisure) ? "green" : null;
}

interface FoundPath {
  /** Node indices, in runs of at least two without a missing node between. */
  readonly runs: readonly NodePath[];
  /** True when no node of the way is missing. */
  readonly whole: boolean;
}

type FindPath = (way: number) => FoundPath;

/** Node indices of a way by its position; each lookup starts next to the last, as ids often run on. */
function pathFinder({ nodeIds, wayRefs, wayOffsets }: OsmData): FindPath {
  let found = -1;
  return (way) => {
    const runs: number[][] = [];
    let run: number[] = [];
    let whole = true;
    for (let i = wayOffsets[way]!; i < wayOffsets[way + 1]!; i++) {
      const node = nodeIndex(nodeIds, wayRefs[i]!, found);
      if (node >= 0) {
        found = node;
        run.push(node);
        continue;
      }
      whole = false;
      if (run.length > 1) runs.push(run);
      run = [];
    }
    if (run.length > 1) runs.push(run);
    return { runs, whole };
  };
}

type Position = [number, number];

const positionOf = (node: number, { nodeXy }: OsmData): Position => [
  nodeXy[2 * node]! / 1e7,
  nodeXy[2 * node + 1]! / 1e7,
];

const place = (path: NodePath, data: OsmData): Position[] => path.map((node) => positionOf(node, data));

const multiLine = (lines: readonly (readonly Position[])[]) =>
  lines.length === 1
    ? { type: "LineString", coordinates: lines[0] }
    : { type: "MultiLineString", coordinates: lines };

/** Half the opening of a barrier where a way crosses it, in metres. */
const OPENING = 2;

/** A barrier in pieces that stop short of the nodes it shares with walkable ways. */
function interrupt(path: NodePath, walked: Uint8Array, data: OsmData): Position[][] {
  const pieces: Position[][] = [];
  let piece: Position[] = [];
  path.forEach((node, i) => {
    const at = positionOf(node, data);
    if (walked[node] === 0) {
      piece.push(at);
      return;
    }
    if (i > 0) piece.push(toward(at, positionOf(path[i - 1]!, data)));
    if (piece.length > 1) pieces.push(piece);
    piece = i + 1 < path.length ? [toward(at, positionOf(path[i + 1]!, data))] : [];
  });
  if (piece.length > 1) pieces.push(piece);
  return pieces;
}

/** The point OPENING metres from `a` on the way to `b`, at most half way. */
function toward(a: Position, b: Position): Position {
  const metres = Math.hypot((b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180), b[1] - a[1]) * METRES_A_DEGREE;
  const share = Math.min(0.5, OPENING / metres);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

const METRES_A_DEGREE = 111_320;

/** Polygons of a relation's ways; null when a way is missing or the outline does not close. */
function relationPolygons(
  members: readonly { readonly type: string; readonly id: number }[],
  data: OsmData,
  paths: FindPath,
): Ring[][] | null {
  const outline: NodePath[] = [];
  for (const { type, id } of members) {
    if (type !== "way") continue;
    const way = data.wayIndex.get(id);
    const found = way === undefined ? null : paths(way);
    if (found === null || !found.whole) return null;
    outline.push(...found.runs);
  }
  const { rings, open } = assembleRings(outline);
  return open > 0 ? null : nestRings(rings.map((ring) => place(ring, data)));
}
