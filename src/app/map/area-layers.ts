// Service areas as steps of teal, and straight circles dashed beside them. MapLibre draws both: outlines of
// sixty areas are fifty thousand segments, which deck.gl's instanced PathLayer draws thirty times slower on
// software rendering than a native line. The areas of a centre being dragged have a source of their own, so
// that one step sends three polygons, not all.

import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification as Expression, LayerSpecification } from "maplibre-gl";
import type { ServiceAreas, WalkSettings } from "../../core/access/index.ts";
import { collection, feature, NO_FEATURES, pairs, polygonParts } from "./features.ts";
import { regularPolygon } from "./ground-metres.ts";
import type { CenterMark } from "./map-model.ts";
import { BAND_COLORS, GROUND, STALE_STRENGTH } from "./palette.ts";
import { byZoom } from "./style-terms.ts";

const stale = (value: number): Expression => [
  "*",
  value,
  ["case", ["boolean", ["get", "stale"], false], STALE_STRENGTH, 1],
];
const bandColor: Expression = [
  "match",
  ["get", "band"],
  0,
  BAND_COLORS[0],
  1,
  BAND_COLORS[1],
  BAND_COLORS[2],
];

/** Fill and outline of one source of areas; the widest band lies lowest and has the strongest line. */
const layersOf = (source: string): LayerSpecification[] => [
  {
    id: `${source}-fill`,
    type: "fill",
    source,
    layout: { "fill-sort-key": ["get", "band"] },
    paint: {
      "fill-color": bandColor,
      "fill-antialias": false,
      "fill-opacity": ["match", ["get", "band"], 0, stale(0.17), 1, stale(0.17), stale(0.26)],
    },
  },
  {
    id: `${source}-line`,
    type: "line",
    source,
    layout: { "line-join": "round" },
    paint: {
      "line-color": ["match", ["get", "band"], 2, BAND_COLORS[0], BAND_COLORS[1]],
      "line-opacity": ["match", ["get", "band"], 2, stale(0.75), stale(0.35)],
      "line-width": byZoom(
        [11, ["match", ["get", "band"], 2, 0.7, 0.2]],
        [15, ["match", ["get", "band"], 2, 1.5, 0.8]],
      ),
    },
  },
];

export const areaLayers = (): LayerSpecification[] => [...layersOf("areas"), ...layersOf("moving-areas")];

export const circleLayer = (): LayerSpecification[] => [
  {
    id: "circles",
    type: "line",
    source: "circles",
    paint: {
      "line-color": GROUND.ink,
      "line-opacity": 0.55,
      "line-width": byZoom([11, 0.7], [15, 1.2]),
      "line-dasharray": [4, 3],
    },
  },
];

/**
 * Areas as features, widest first; `band` counts from the inside (0 = within a third of the minutes).
 * Those of the centre `without` are left out.
 */
export function areaFeatures(
  areas: ServiceAreas | null,
  minutes: number,
  isStale: boolean,
  without = -1,
): FeatureCollection {
  if (areas === null) return NO_FEATURES;
  const rows = Array.from({ length: areas.polygons.count }, (_, row) => row)
    .filter((row) => without === -1 || areas.center[row] !== without)
    .sort((a, b) => areas.minutes[b]! - areas.minutes[a]!);
  return collection(
    rows.flatMap((row) => {
      const coordinates = polygonParts(areas.polygons, row);
      const band = bandOf(areas.minutes[row]!, minutes);
      return coordinates.length === 0
        ? []
        : [feature(row, { type: "MultiPolygon", coordinates }, { band, stale: isStale })];
    }),
  );
}

/** 0, 1 or 2 for minutes within one, two or three thirds of `all`. */
export const bandOf = (minutes: number, all: number): number =>
  Math.min(2, Math.max(0, Math.ceil((minutes / all) * 3 - 1e-6) - 1));

const CIRCLE_SIDES = 96;

/** Circles of the reach in a straight line (minutes × speed), one per centre. */
export function circleFeatures(centers: readonly CenterMark[], walk: WalkSettings): FeatureCollection {
  const radius = walk.minutes * 60 * walk.speed;
  return collection(
    centers.map(({ lon, lat }, row) => {
      const ring = pairs(regularPolygon(lon, lat, radius, CIRCLE_SIDES));
      return feature(row, { type: "LineString", coordinates: [...ring, ring[0]!] });
    }),
  );
}
