// OpenStreetMap data to the layers of this product: the walking network, buildings, water, green, barriers
// (railways, rivers and canals) and one layer of boundaries per admin_level. Where a barrier and a walkable way
// share a node the data says that one crosses there (level crossing, ford): the barrier is interrupted.

import type { FeatureRow } from "../feature-table.ts";
import { isWalkable, WAY_TAGS } from "../foot-access.ts";
import type { RecordSource } from "../row-access.ts";
import { recordRow } from "../row-access.ts";
import type { NodePath, Ring } from "./assemble-rings.ts";
import { assembleRings, nestRings } from "./assemble-rings.ts";
import type { OsmData, OsmTags, OsmWay } from "./osm-data.ts";
import { wayNodes } from "./osm-data.ts";
import type { Position } from "./way-source.ts";
import { place, positionOf, waySource } from "./way-source.ts";

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
  const drafts = new Drafts();
  const ground = { data, nodes: wayNodes(data), walked: new Uint8Array(data.nodeIds.length) };
  const walkable = addWalkable(ground, drafts);
  addBarriers(ground, drafts);
  const incomplete = addWayAreas(ground, drafts) + addRelationAreas(ground, drafts);
  return { layers: drafts.inOrder(), walkable, incomplete };
}

interface Ground {
  readonly data: OsmData;
  /** Node of each reference of `data.wayRefs`, -1 where the extract does not hold it. */
  readonly nodes: Int32Array;
  /** 1 for nodes of walkable ways. */
  readonly walked: Uint8Array;
}

class Drafts {
  readonly #layers = new Map<string, { readonly rows: FeatureRow[]; readonly columns: Set<string> }>();

  /** A way whose nodes are all there stays in the columns; `way` is its place among `data.ways`. */
  addWay(layer: string, source: RecordSource, way: number, tags: OsmTags): void {
    this.#add(layer, tags, (row) => recordRow(row, source, way));
  }

  add(layer: string, id: string, tags: OsmTags, geometry: unknown): void {
    this.#add(layer, tags, (row) => ({ row, properties: { osm_id: id, ...tags }, geometry }));
  }

  #add(layer: string, tags: OsmTags, rowOf: (row: number) => FeatureRow): void {
    const { rows, columns } = this.#layers.get(layer) ?? { rows: [], columns: new Set(["osm_id"]) };
    if (rows.length === 0) this.#layers.set(layer, { rows, columns });
    for (const key in tags) columns.add(key);
    rows.push(rowOf(rows.length + 1));
  }

  inOrder(): OsmLayer[] {
    const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
    return [...this.#layers]
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([name, { rows, columns }]) => ({ name, columns: [...columns], rows }));
  }
}

/** Marks the nodes of walkable ways; returns how many ways these are. */
function addWalkable(ground: Ground, drafts: Drafts): number {
  const { data, walked } = ground;
  const source = waySource(data, ground.nodes, "line", ofWays);
  let count = 0;
  data.ways.forEach((way, i) => {
    const { id, tags } = way;
    if (tags["highway"] === undefined || !isWalkable(tags)) return;
    count++;
    const path = pathOf(way, ground);
    if (isWhole(path)) {
      for (const node of path) walked[node] = 1;
      if (path.length > 1) drafts.addWay("network", source, i, ofWays(tags));
      return;
    }
    const runs = runsOf(path);
    for (const run of runs) for (const node of run) walked[node] = 1;
    const lines = runs.map((run) => place(run, data));
    if (runs.length > 0) drafts.add("network", `way/${id}`, ofWays(tags), multiLine(lines));
  });
  return count;
}

/** Tags that say something of a way as a way; a street may also carry a tram, a border or a park's name. */
function ofWays(tags: OsmTags): OsmTags {
  const own: Record<string, string> = {};
  for (const key in tags) if (WAY_KEYS.has(key)) own[key] = tags[key]!;
  return own;
}
const WAY_KEYS: ReadonlySet<string> = new Set([
  ...WAY_TAGS,
  ..."name name:zh ref bridge tunnel layer".split(" "),
]);

function addBarriers(ground: Ground, drafts: Drafts): void {
  const { data, walked } = ground;
  for (const way of data.ways) {
    const { id, tags } = way;
    if (!isBarrier(tags)) continue;
    const pieces = runsOf(pathOf(way, ground)).flatMap((run) => interrupt(run, walked, data));
    const kind = { class: tags["railway"] ?? tags["waterway"] ?? "" };
    if (pieces.length > 0) drafts.add("barriers", `way/${id}`, { ...kind, ...tags }, multiLine(pieces));
  }
}

/** Returns how many areas are not whole. */
function addWayAreas(ground: Ground, drafts: Drafts): number {
  const { data, nodes } = ground;
  const source = waySource(data, nodes, "polygon", (tags) => tags);
  let incomplete = 0;
  data.ways.forEach((way, i) => {
    const layer = areaLayer(way.tags);
    if (layer === null) return;
    const path = pathOf(way, ground);
    if (!isWhole(path)) incomplete++;
    else if (path.length >= 4 && path[0] === path.at(-1)) drafts.addWay(layer, source, i, way.tags);
  });
  return incomplete;
}

/** Returns how many areas are not whole. */
function addRelationAreas(ground: Ground, drafts: Drafts): number {
  let incomplete = 0;
  for (const { id, tags, members } of ground.data.relations) {
    const layer = areaLayer(tags);
    if (layer === null) continue;
    const polygons = relationPolygons(members, ground);
    if (polygons === null) incomplete++;
    else if (polygons.length > 0) {
      drafts.add(layer, `relation/${id}`, tags, { type: "MultiPolygon", coordinates: polygons });
    }
  }
  return incomplete;
}

const ORDER: readonly string[] = ["network", "barriers", "buildings", "water", "green"];

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

/** Nodes of a way, -1 for those that are missing. */
const pathOf = ({ index }: OsmWay, { data: { wayOffsets }, nodes }: Ground): Int32Array =>
  nodes.subarray(wayOffsets[index], wayOffsets[index + 1]);

const isWhole = (path: Int32Array): boolean => !path.includes(-1);

/** The nodes of a way in runs of at least two without a missing one between. */
function runsOf(path: Int32Array): NodePath[] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const node of path) {
    if (node >= 0) run.push(node);
    else {
      runs.push(run);
      run = [];
    }
  }
  return [...runs, run].filter(({ length }) => length > 1);
}

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
  { data, nodes }: Ground,
): Ring[][] | null {
  const outline: NodePath[] = [];
  for (const { type, id } of members) {
    if (type !== "way") continue;
    const way = data.wayIndex.get(id);
    if (way === undefined) return null;
    const path = nodes.subarray(data.wayOffsets[way], data.wayOffsets[way + 1]);
    if (!isWhole(path)) return null;
    outline.push(Array.from(path));
  }
  const { rings, open } = assembleRings(outline);
  return open > 0 ? null : nestRings(rings.map((ring) => place(ring, data)));
}
