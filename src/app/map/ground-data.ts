// The user's own layers as GeoJSON for the ground of the map: water, green, buildings, roads by class, rail
// and walls, community and subdistrict lines, and the points where their names stand.

import type { Feature, FeatureCollection } from "geojson";
import { areaOf, boxOf, interiorPoint } from "../../core/geo/index.ts";
import {
  type Areas,
  BARRIER_CLASSES,
  type Baseline,
  type Residences,
  ROAD_CLASSES,
} from "../../core/model/index.ts";
import { boundaryLines, type DrawnSegments } from "./boundary-lines.ts";
import { collection, feature, lineFeatures, polygonFeatures } from "./features.ts";
import { degreesPerMetre } from "./ground-metres.ts";

export const GROUND_SOURCES = [
  "water",
  "green",
  "buildings",
  "roads",
  "barriers",
  "communities",
  "subdistrict-lines",
  "community-lines",
  "place-names",
  "compound-names",
] as const;
export type GroundSource = (typeof GROUND_SOURCES)[number];

export function groundData(baseline: Baseline): Record<GroundSource, FeatureCollection> {
  const { network, barriers, communities, subdistricts, residences } = baseline;
  const drawn: DrawnSegments = new Set();
  return {
    water: polygonFeatures(baseline.water),
    green: polygonFeatures(baseline.green),
    buildings: polygonFeatures(baseline.buildings),
    roads: lineFeatures(network.lines, (row) => ({
      kind: ROAD_CLASSES[network.class[row]!] ?? "local",
      level: network.level[row]!,
    })),
    barriers: lineFeatures(barriers.lines, (row) => ({
      kind: BARRIER_CLASSES[barriers.class[row]!] ?? "other",
    })),
    communities: polygonFeatures(communities.polygons),
    "subdistrict-lines": boundaryLines(subdistricts.polygons, drawn),
    "community-lines": boundaryLines(communities.polygons, drawn),
    "place-names": collection([...areaNames(communities), ...areaNames(subdistricts)]),
    "compound-names": collection(compoundNames(residences)),
  };
}

/** Side of the square as large as a place, metres, that is the smallest and the largest to be told apart. */
const SMALL_SIDE = 300;
const LARGE_SIDE = 2500;

/** One point per named place; `rank` 0..1 from its area, which sets the size of the letters. */
function areaNames({ kind, polygons, records }: Areas) {
  return records.flatMap(({ name }, row) => {
    const [lon, lat] = interiorPoint(polygons, row);
    if (name === "" || Number.isNaN(lon)) return [];
    const [perX, perY] = degreesPerMetre(lat);
    const side = Math.sqrt(areaOf(polygons, row) / (perX * perY));
    const rank = Math.log(side / SMALL_SIDE) / Math.log(LARGE_SIDE / SMALL_SIDE);
    return feature(
      row,
      { type: "Point", coordinates: [lon, lat] },
      { kind, row, name, rank: Math.min(1, Math.max(0, rank)) },
    );
  });
}

/** One point per compound (小区): the middle of its buildings; `rank` by their number. */
function compoundNames({ count, compound, communityId, xy }: Residences) {
  const groups = new Map<string, Map<string, { name: string; x: number; y: number; buildings: number }>>();
  for (let i = 0; i < count; i++) {
    const name = compound[i]!;
    if (name === "") continue;
    const own = groups.get(communityId[i]!) ?? new Map();
    groups.set(communityId[i]!, own);
    const group = own.get(name) ?? { name, x: 0, y: 0, buildings: 0 };
    group.x += xy[2 * i]!;
    group.y += xy[2 * i + 1]!;
    group.buildings++;
    own.set(name, group);
  }
  return [...groups.values()]
    .flatMap((own) => [...own.values()])
    .map(({ name, x, y, buildings }, row) =>
      feature(row, { type: "Point", coordinates: [x / buildings, y / buildings] }, { name, rank: buildings }),
    );
}

/** Names of the buildings whose middle lies in a box of degrees; they are read from near only. */
export function buildingNames(
  { count, name, compound, xy }: Residences,
  [west, south, east, north]: readonly [number, number, number, number],
): FeatureCollection {
  const features: Feature[] = [];
  for (let i = 0; i < count; i++) {
    const [lon, lat] = [xy[2 * i]!, xy[2 * i + 1]!];
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) continue;
    const text = withoutPrefix(name[i]!, compound[i]!);
    if (text !== "") features.push(feature(i, { type: "Point", coordinates: [lon, lat] }, { name: text }));
  }
  return collection(features);
}

/** 金桂苑3栋 inside 金桂苑 is written 3栋: the compound's own name already stands there. */
const withoutPrefix = (name: string, compound: string): string =>
  compound !== "" && name.startsWith(compound) && name.length > compound.length
    ? name.slice(compound.length).trim()
    : name;

/** [west, south, east, north] of one place, for flying to it. */
export const placeBounds = (areas: Areas, row: number): [number, number, number, number] =>
  boxOf(areas.polygons, row);
