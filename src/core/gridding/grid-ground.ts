// The ground that nets are drawn on, from a baseline: units in a metric frame with their compounds and
// communities, who is next to whom (from barriers, walls, gates and bridges, or from a table of pairs), outlines,
// footprints, and what is wrong with any of it. Without communities everything is one, named ALL_AREAS.

import type { Issue } from "../base/index.ts";
import type { LineColumns, LocalFrame, PolygonColumns } from "../geo/index.ts";
import { boxOf, createFrame, NO_POLYGONS } from "../geo/index.ts";
import type { Baseline, RoadClass, RouteLines } from "../model/index.ts";
import { BARRIER_CLASSES, ROAD_CLASSES } from "../model/index.ts";
import type { BarrierIndex } from "../network/index.ts";
import { indexBarriers } from "../network/index.ts";
import { bridgeEnds } from "./bridge-ends.ts";
import { type CourseLines, HAND_RANK } from "./course-sides.ts";
import type { GridUnits, UnitGraph } from "./grid-units.ts";
import { groundIssues } from "./ground-issues.ts";
import { joinLines, pickLines } from "./join-columns.ts";
import { readPairs } from "./read-pairs.ts";
import { buildUnitGraph, graphFromPairs, type UnitGates } from "./unit-graph.ts";

/** Id of the one community where none are given. */
export const ALL_AREAS = "all";

export interface GridGround {
  /** Longitude and latitude that the frame is made around. */
  readonly origin: readonly [number, number];
  readonly frame: LocalFrame;
  readonly unitIds: readonly string[];
  readonly units: GridUnits;
  readonly graph: UnitGraph;
  readonly areaIds: readonly string[];
  readonly areaNames: readonly string[];
  /** Name of each compound by its number in `units.compound`. */
  readonly compounds: readonly string[];
  /** Metres: communities (count 0 where none are given) and the units' footprints (count 0 for points). */
  readonly outlines: PolygonColumns;
  readonly footprints: PolygonColumns;
  /** Metres: what boundaries like to run along (roads, rivers, railways, walls). */
  readonly courses: CourseLines;
  readonly issues: readonly Issue[];
}

export interface GroundInput {
  readonly baseline: Baseline;
  /** Community per residence, -1 for none; not looked at where there are no communities. */
  readonly area: Int32Array;
  /** Neighbours by id, in place of those found on the ground. */
  readonly pairs?: readonly (readonly [string, string])[];
  /** Metres between neighbours at most; see unit-graph.ts. */
  readonly reach?: number;
}

/** What borders run along, lines drawn by hand (degrees) before all else. */
export function withLinesByHand(
  { courses, frame }: Pick<GridGround, "courses" | "frame">,
  byHand: LineColumns,
): CourseLines {
  const rank = new Uint8Array(courses.count + byHand.count).fill(HAND_RANK);
  rank.set(courses.rank);
  return { ...joinLines([courses, { ...byHand, xy: frame.toMetres(byHand.xy) }]), rank };
}

export function prepareGround(input: GroundInput): GridGround {
  const { baseline, pairs } = input;
  const { residences, communities } = baseline;
  const origin = middleOf(baseline);
  const frame = createFrame(...origin);
  const isOne = communities.records.length === 0;
  const area = isOne ? new Int32Array(residences.count) : input.area;
  const xy = frame.toMetres(residences.xy);
  const { compound, names } = numberCompounds(residences.compound, area);
  const units: GridUnits = { count: residences.count, xy, households: residences.households, area, compound };
  const areaIds = isOne ? [ALL_AREAS] : communities.records.map(({ id }) => id);
  const listed = pairs && readPairs(pairs, residences.id, area);
  const graph = listed
    ? graphFromPairs(units.count, listed.pairs, xy)
    : graphOnGround(input, frame, units, names, areaIds.length);
  const outlines = intoFrame(frame, communities.polygons);
  const ground = {
    origin,
    frame,
    unitIds: residences.id,
    units,
    graph,
    areaIds,
    areaNames: isOne ? [""] : communities.records.map(({ name }) => name),
    compounds: names,
    outlines,
    footprints: residences.footprints.count === 0 ? NO_POLYGONS : intoFrame(frame, residences.footprints),
    courses: coursesOf(baseline, frame),
  };
  return { ...ground, issues: [...(listed?.issues ?? []), ...groundIssues(ground)] };
}

function graphOnGround(
  { baseline, reach }: GroundInput,
  frame: LocalFrame,
  units: GridUnits,
  names: readonly string[],
  areaCount: number,
): UnitGraph {
  const gates = openGates(baseline, frame, units, names);
  const shores = waterAsBarriers(baseline.water);
  const barriers = indexOf(baseline.barriers, frame, gates.xy, (kind) => kind !== "wall");
  const water = indexOf(shores, frame, gates.xy, () => true);
  const walls = indexOf(baseline.barriers, frame, gates.xy, (kind) => kind === "wall");
  return buildUnitGraph({
    units,
    areaCount,
    barriers,
    gates,
    bridges: bridgeEnds(baseline.network, frame, barriers, water),
    ...(walls === null ? {} : { walls }),
    ...(water === null ? {} : { water }),
    ...(reach === undefined ? {} : { reach }),
  });
}

/** Compounds of one name in two communities are two. */
function numberCompounds(
  names: readonly string[],
  area: Int32Array,
): { readonly compound: Int32Array; readonly names: readonly string[] } {
  const numbers = new Map<string, number>();
  const list: string[] = [];
  const compound = Int32Array.from(names, (name, unit) => {
    if (name === "") return -1;
    const key = `${area[unit]} ${name}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, list.length);
    return list.push(name) - 1;
  });
  return { compound, names: list };
}

/** Open gates, each with the compound of its name whose nearest unit is nearest. */
function openGates(
  { gates }: Baseline,
  frame: LocalFrame,
  units: GridUnits,
  names: readonly string[],
): UnitGates {
  const xy = frame.toMetres(gates.xy).filter((_, i) => gates.open[i >> 1] === 1);
  const wanted = gates.compound.filter((_, gate) => gates.open[gate] === 1);
  const unitsOf = new Map<string, number[]>();
  for (let unit = 0; unit < units.count; unit++) {
    const name = names[units.compound[unit]!];
    if (name === undefined) continue;
    const list = unitsOf.get(name);
    if (list) list.push(unit);
    else unitsOf.set(name, [unit]);
  }
  const compound = Int32Array.from(wanted, (name, gate) => {
    let [nearest, least] = [-1, Infinity];
    for (const unit of unitsOf.get(name) ?? []) {
      const far = Math.hypot(
        units.xy[2 * unit]! - xy[2 * gate]!,
        units.xy[2 * unit + 1]! - xy[2 * gate + 1]!,
      );
      if (far < least) [nearest, least] = [unit, far];
    }
    return nearest < 0 ? -1 : units.compound[nearest]!;
  });
  return { xy, compound };
}

function indexOf(
  routes: RouteLines,
  frame: LocalFrame,
  gates: Float64Array,
  has: (kind: (typeof BARRIER_CLASSES)[number]) => boolean,
): BarrierIndex | null {
  const lines = pickLines(routes.lines, (line) => has(BARRIER_CLASSES[routes.class[line]!] ?? "other"));
  if (lines.count === 0) return null;
  const level = routes.level.filter((_, line) => has(BARRIER_CLASSES[routes.class[line]!] ?? "other"));
  return indexBarriers({ lines: { ...lines, xy: frame.toMetres(lines.xy) }, level }, gates);
}

/** Road lines at ground level, every barrier and the edges of water, each with its rank as a border. */
function coursesOf({ network, barriers, water }: Baseline, frame: LocalFrame): CourseLines {
  const isGround = (line: number): boolean => network.level[line] === 0;
  const roads = pickLines(network.lines, isGround);
  const shores = shoresOf(water);
  const lines = joinLines([roads, barriers.lines, shores]);
  return {
    ...lines,
    xy: frame.toMetres(lines.xy),
    rank: Uint8Array.from([
      ...network.class.filter((_, line) => isGround(line)).map((kind) => ROAD_RANK[ROAD_CLASSES[kind]!] ?? 0),
      ...barriers.class.map((kind) => (BARRIER_CLASSES[kind] === "wall" ? WALL_RANK : WATER_RANK)),
      ...new Uint8Array(shores.count).fill(WATER_RANK),
    ]),
  };
}

/** What boundaries keep to first, highest first; a wall counts as much as a street. */
const ROAD_RANK: Readonly<Record<RoadClass, number>> = {
  steps: 0,
  path: 0,
  local: 1,
  collector: 2,
  arterial: 3,
};
const WALL_RANK = 2;
const WATER_RANK = 4;

/** The edges of water as barriers at ground level. */
function waterAsBarriers(water: PolygonColumns): RouteLines {
  const lines = shoresOf(water);
  const kind = BARRIER_CLASSES.indexOf("river");
  return {
    lines,
    level: new Int8Array(lines.count),
    class: new Uint8Array(lines.count).fill(kind),
    row: new Uint32Array(lines.count),
  };
}

/** Rings of polygons as closed lines. */
function shoresOf({ ringOffsets, xy }: PolygonColumns): LineColumns {
  const offsets = [0];
  const points: number[] = [];
  for (let ring = 0; ring + 1 < ringOffsets.length; ring++) {
    const [start, end] = [2 * ringOffsets[ring]!, 2 * ringOffsets[ring + 1]!];
    points.push(...xy.subarray(start, end), ...xy.subarray(start, start + 2));
    offsets.push(points.length / 2);
  }
  return { count: offsets.length - 1, offsets: Uint32Array.from(offsets), xy: Float64Array.from(points) };
}

const intoFrame = (frame: LocalFrame, polygons: PolygonColumns): PolygonColumns => ({
  ...polygons,
  xy: frame.toMetres(polygons.xy),
});

/** The middle of the residences and the communities. */
function middleOf({ residences, communities }: Baseline): [number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < residences.count; i++) {
    [west, east] = [Math.min(west, residences.xy[2 * i]!), Math.max(east, residences.xy[2 * i]!)];
    [south, north] = [Math.min(south, residences.xy[2 * i + 1]!), Math.max(north, residences.xy[2 * i + 1]!)];
  }
  for (let i = 0; i < communities.polygons.count; i++) {
    const box = boxOf(communities.polygons, i);
    [west, east] = [Math.min(west, box[0]), Math.max(east, box[2])];
    [south, north] = [Math.min(south, box[1]), Math.max(north, box[3])];
  }
  return west <= east ? [(west + east) / 2, (south + north) / 2] : [0, 0];
}
