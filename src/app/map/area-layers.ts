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

const BAND: Expression = ["get", "band"];
const staleness: Expression = ["case", ["get", "stale"], STALE_STRENGTH, 1];
/** Drawn strongly: does not overlap with others, or is the selected centre's. */
const clear: Expression = [
  "any",
  ["get", "clear"],
  ["boolean", ["feature-state", "selected"], false],
] as unknown as Expression;
/** Opacity by band: strong where clear, faint where sixty areas lie over each other. */
const opacity = (
  strong: readonly [number, number, number],
  faint: readonly [number, number, number],
): Expression => ["*", staleness, ["case", clear, byBand(...strong), byBand(...faint)]];
function byBand<T extends number | string>(near: T, middle: T, far: T): Expression {
  return ["match", BAND, 0, near, 1, middle, far] as Expression;
}

/** Fill and outline of one source of areas; the widest band lies lowest and has the strongest line. */
const layersOf = (source: string): LayerSpecification[] => [
  {
    id: `${source}-fill`,
    type: "fill",
    source,
    layout: { "fill-sort-key": ["-", 0, BAND] },
    paint: {
      "fill-color": byBand(...BAND_COLORS),
      "fill-antialias": false,
      "fill-opacity": opacity([0.2, 0.2, 0.28], [0.12, 0.13, 0.2]),
    },
  },
  {
    id: `${source}-line`,
    type: "line",
    source,
    layout: { "line-join": "round" },
    paint: {
      "line-color": byBand<string>(BAND_COLORS[1], BAND_COLORS[1], BAND_COLORS[0]),
      "line-opacity": opacity([0.22, 0.22, 0.9], [0, 0, 0.32]),
      "line-width": byZoom([11, byBand(0.3, 0.3, 0.8)], [15, byBand(0.7, 0.7, 1.8)]),
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

export interface AreaLook {
  /** The whole reach; areas of fewer minutes are inner bands. */
  readonly minutes: number;
  readonly stale: boolean;
  /** Drawn strongly, because these areas do not lie over each other. */
  readonly clear: boolean;
  /** Row of a centre whose areas are left out, -1 for none. */
  readonly without: number;
}

/** Areas as features, widest first; `band` counts from the inside (0 = within a third of the minutes). */
export function areaFeatures(areas: ServiceAreas | null, look: AreaLook): FeatureCollection {
  if (areas === null) return NO_FEATURES;
  const { minutes, stale, clear, without } = look;
  const rows = Array.from({ length: areas.polygons.count }, (_, row) => row)
    .filter((row) => without === -1 || areas.center[row] !== without)
    .sort((a, b) => areas.minutes[b]! - areas.minutes[a]!);
  return collection(
    rows.flatMap((row) => {
      const coordinates = polygonParts(areas.polygons, row);
      const band = bandOf(areas.minutes[row]!, minutes);
      return coordinates.length === 0
        ? []
        : [feature(row, { type: "MultiPolygon", coordinates }, { band, stale, clear })];
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
