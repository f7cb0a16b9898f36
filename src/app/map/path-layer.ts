// The walk from one building to its centre: a dark line on a white casing, dashed where it is a
// straight-line estimate, with its minutes at the building's end.

import type { FeatureCollection } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import type { WalkingPath } from "../../core/access/index.ts";
import { formatMinutes } from "../ui/format.ts";
import { collection, feature, NO_FEATURES, pairs } from "./features.ts";
import { FONT_STACK } from "./mark-images.ts";
import { GROUND } from "./palette.ts";

const round = { "line-cap": "round", "line-join": "round" } as const;

export const pathLayers = (): LayerSpecification[] => [
  {
    id: "path-casing",
    type: "line",
    source: "path",
    filter: ["==", ["get", "part"], "line"],
    layout: round,
    paint: { "line-color": "#FFFFFF", "line-width": 6.5, "line-opacity": 0.95 },
  },
  {
    id: "path",
    type: "line",
    source: "path",
    filter: ["all", ["==", ["get", "part"], "line"], ["!", ["get", "estimate"]]],
    layout: round,
    paint: { "line-color": GROUND.ink, "line-width": 2.8 },
  },
  {
    id: "path-estimate",
    type: "line",
    source: "path",
    filter: ["all", ["==", ["get", "part"], "line"], ["get", "estimate"]],
    paint: { "line-color": GROUND.ink, "line-width": 2.4, "line-dasharray": [2.5, 2] },
  },
  {
    id: "path-start",
    type: "circle",
    source: "path",
    filter: ["==", ["get", "part"], "start"],
    paint: {
      "circle-color": "#FFFFFF",
      "circle-radius": 3.6,
      "circle-stroke-color": GROUND.ink,
      "circle-stroke-width": 2,
    },
  },
  {
    id: "path-minutes",
    type: "symbol",
    source: "path",
    filter: ["==", ["get", "part"], "start"],
    layout: {
      "text-field": ["get", "label"],
      "text-font": FONT_STACK,
      "text-size": 14,
      "text-anchor": "bottom",
      "text-offset": [0, -0.7],
      "text-allow-overlap": true,
      "text-ignore-placement": true,
    },
    paint: { "text-color": GROUND.ink, "text-halo-color": "#FFFFFF", "text-halo-width": 2.5 },
  },
];

export function pathFeatures(path: WalkingPath | null, language: "zh-CN" | "en"): FeatureCollection {
  if (path === null || path.xy.length < 4) return NO_FEATURES;
  const coordinates = pairs(path.xy);
  const label = `${path.estimate ? "≈ " : ""}${formatMinutes(path.minutes)} ${language === "en" ? "min" : "分钟"}`;
  return collection([
    feature(0, { type: "LineString", coordinates }, { part: "line", estimate: path.estimate }),
    feature(1, { type: "Point", coordinates: coordinates[0]! }, { part: "start", label }),
  ]);
}
