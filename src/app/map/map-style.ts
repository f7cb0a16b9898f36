// The drawing order and look of everything MapLibre draws: one constant style, its sources filled and
// refilled by others. No glyphs, no sprite, no address: letters come from local fonts, pictures from
// mark-images.ts. Order of a printed plan: land, tints, water over them (nobody lives on it),
// buildings, roads, residences, lines, marks, names.

import type {
  ExpressionSpecification as Expression,
  FilterSpecification as Filter,
  LayerSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { areaLayers, circleLayer } from "./area-layers.ts";
import { centerLayers } from "./center-layer.ts";
import { communityFillLayers } from "./community-fill.ts";
import { NO_FEATURES } from "./features.ts";
import { GROUND_SOURCES } from "./ground-data.ts";
import { FONT_STACK } from "./mark-images.ts";
import { GROUND } from "./palette.ts";
import { pathLayers } from "./path-layer.ts";
import { previewLayers } from "./preview-layer.ts";
import { byZoom } from "./style-terms.ts";

/** Sources that follow the results and the hand rather than the files. */
export const LIVE_SOURCES = [
  "areas",
  "moving-areas",
  "circles",
  "hatched",
  "focus",
  "path",
  "centers",
  "preview",
  "building-names",
] as const;
export type LiveSource = (typeof LIVE_SOURCES)[number];

/** Zoom from which buildings are named. */
export const NAMES_FROM = 16.6;

/** The deck.gl layer of residences is drawn under this one. */
export const ABOVE_RESIDENCES = "residence-hatch";

export function mapStyle(): StyleSpecification {
  return {
    version: 8,
    sources: Object.fromEntries(
      [...GROUND_SOURCES, ...LIVE_SOURCES].map((id) => [id, { type: "geojson", data: NO_FEATURES }]),
    ),
    layers: [
      ...landLayers(),
      ...communityFillLayers(),
      ...areaLayers(),
      fill("water", GROUND.water, GROUND.waterEdge),
      buildingLayer(),
      ...roadLayers(),
      ...barrierLayers(),
      ...residenceMarkLayers(),
      ...circleLayer(),
      ...placeLineLayers(),
      ...focusLayers(),
      ...pathLayers(),
      ...nameLayers(),
      ...centerLayers(),
      ...previewLayers(),
    ],
  };
}

const fill = (id: string, color: string, edge: string): LayerSpecification => ({
  id,
  type: "fill",
  source: id,
  paint: { "fill-color": color, "fill-outline-color": edge },
});

const landLayers = (): LayerSpecification[] => [
  { id: "paper", type: "background", paint: { "background-color": GROUND.outside } },
  { id: "land", type: "fill", source: "communities", paint: { "fill-color": GROUND.paper } },
  fill("green", GROUND.green, GROUND.green),
];

const buildingLayer = (): LayerSpecification => ({
  id: "buildings",
  type: "fill",
  source: "buildings",
  minzoom: 12.5,
  paint: {
    "fill-color": GROUND.building,
    "fill-outline-color": GROUND.buildingEdge,
    "fill-opacity": byZoom([12.5, 0], [13.5, 1]),
  },
});

const WALKED: Filter = ["match", ["get", "kind"], ["path", "steps"], true, false];
const DRIVEN: Filter = ["match", ["get", "kind"], ["path", "steps"], false, true];
const byClass = (arterial: number, collector: number, local: number): Expression => [
  "match",
  ["get", "kind"],
  "arterial",
  arterial,
  "collector",
  collector,
  local,
];
const roadOrder: Expression = ["+", ["*", 10, ["get", "level"]], byClass(2, 1, 0)];

/** White roads on a darker casing; widths in pixels, near their true widths from zoom 16 on. */
const roadLayers = (): LayerSpecification[] => [
  {
    id: "paths",
    type: "line",
    source: "roads",
    filter: WALKED,
    minzoom: 14,
    layout: { "line-join": "round" },
    paint: {
      "line-color": GROUND.path,
      "line-width": byZoom([14, 0.5], [18, 1.8]),
      "line-dasharray": [2.5, 1.5],
    },
  },
  {
    id: "road-casing",
    type: "line",
    source: "roads",
    filter: DRIVEN,
    layout: { "line-join": "round", "line-cap": "round", "line-sort-key": roadOrder },
    paint: {
      "line-color": GROUND.roadEdge,
      "line-width": byZoom(
        [11, byClass(1.6, 0.9, 0.4)],
        [14, byClass(5, 3.4, 2)],
        [16, byClass(12.5, 8.5, 5.5)],
        [18, byClass(36, 24, 15)],
      ),
    },
  },
  {
    id: "road",
    type: "line",
    source: "roads",
    filter: DRIVEN,
    layout: { "line-join": "round", "line-cap": "round", "line-sort-key": roadOrder },
    paint: {
      "line-color": GROUND.road,
      "line-width": byZoom(
        [11, byClass(0.9, 0.4, 0)],
        [14, byClass(3.6, 2.2, 1.1)],
        [16, byClass(10.8, 7, 4.2)],
        [18, byClass(33.6, 21.8, 13)],
      ),
    },
  },
];

const barrierLayers = (): LayerSpecification[] => [
  {
    id: "rail",
    type: "line",
    source: "barriers",
    filter: ["==", ["get", "kind"], "rail"],
    paint: { "line-color": GROUND.rail, "line-width": byZoom([11, 0.8], [14, 1.8], [17, 4]) },
  },
  {
    id: "rail-gaps",
    type: "line",
    source: "barriers",
    filter: ["==", ["get", "kind"], "rail"],
    minzoom: 12.5,
    paint: {
      "line-color": GROUND.paper,
      "line-width": byZoom([12.5, 0.5], [14, 1], [17, 2.6]),
      "line-dasharray": [5, 5],
    },
  },
  {
    id: "walls",
    type: "line",
    source: "barriers",
    filter: ["==", ["get", "kind"], "wall"],
    minzoom: 14.5,
    paint: { "line-color": GROUND.wall, "line-width": byZoom([14.5, 0.6], [18, 1.6]) },
  },
];

const residenceMarkLayers = (): LayerSpecification[] => [
  {
    id: ABOVE_RESIDENCES,
    type: "fill",
    source: "hatched",
    paint: { "fill-pattern": "hatch-building" },
  },
  {
    id: "residence-hatch-line",
    type: "line",
    source: "hatched",
    paint: { "line-color": GROUND.inkSoft, "line-width": byZoom([13, 0.4], [17, 1]) },
  },
];

const placeLineLayers = (): LayerSpecification[] => [
  {
    id: "community-line",
    type: "line",
    source: "community-lines",
    layout: { "line-join": "round" },
    paint: {
      "line-color": GROUND.community,
      "line-width": byZoom([11, 0.5], [14, 0.9], [17, 1.4]),
      "line-dasharray": [8, 3],
    },
  },
  {
    id: "subdistrict-line",
    type: "line",
    source: "subdistrict-lines",
    layout: { "line-join": "round" },
    paint: {
      "line-color": GROUND.subdistrict,
      "line-width": byZoom([10, 1], [14, 1.9], [17, 2.8]),
      "line-dasharray": [7, 2, 1.2, 2],
    },
  },
];

/** What is selected or pointed at: red for the selection, ink for the pointer; a place has a white casing. */
const focusLayers = (): LayerSpecification[] => [
  {
    id: "focus-casing",
    type: "line",
    source: "focus",
    filter: ["==", ["get", "kind"], "place"],
    layout: { "line-join": "round" },
    paint: { "line-color": "#FFFFFF", "line-width": 5.5, "line-opacity": 0.85 },
  },
  {
    id: "focus",
    type: "line",
    source: "focus",
    layout: { "line-join": "round" },
    paint: {
      "line-color": ["match", ["get", "kind"], "pointed", GROUND.ink, GROUND.accent],
      "line-width": ["match", ["get", "kind"], "pointed", 1.8, 2.4],
    },
  },
];

const halo = (color: string, width = 1.6) => ({
  "text-color": color,
  "text-halo-color": GROUND.paper,
  "text-halo-width": width,
});

const nameOf = { "text-field": ["get", "name"] as Expression, "text-font": FONT_STACK };

/** Names, least important first: MapLibre places the last layer first, so places win over buildings. */
const nameLayers = (): LayerSpecification[] => [
  {
    id: "building-names",
    type: "symbol",
    source: "building-names",
    minzoom: NAMES_FROM,
    layout: { ...nameOf, "text-size": 10.5, "text-max-width": 6, "text-padding": 1 },
    paint: { ...halo(GROUND.ink, 1.2), "text-halo-color": "rgba(255,255,255,0.85)" },
  },
  {
    id: "compound-names",
    type: "symbol",
    source: "compound-names",
    minzoom: 14.6,
    layout: {
      ...nameOf,
      "text-size": byZoom([14.6, 10], [17, 12.5]),
      "text-max-width": 7,
      "text-padding": 4,
      "symbol-sort-key": ["-", 0, ["get", "rank"]],
    },
    paint: halo(GROUND.inkSoft),
  },
  {
    id: "community-names",
    type: "symbol",
    source: "place-names",
    filter: ["==", ["get", "kind"], "community"],
    minzoom: 11.6,
    layout: {
      ...nameOf,
      "text-size": byZoom([12, named(10, 2)], [14, named(11.5, 3)], [16.5, named(15, 5)]),
      "text-letter-spacing": 0.06,
      "text-max-width": 8,
      "text-padding": 3,
      "text-variable-anchor": ["center", "top", "bottom", "left", "right"],
      "text-radial-offset": 1.1,
      "text-justify": "auto",
      "symbol-sort-key": ["-", 0, ["get", "rank"]],
    },
    paint: halo(GROUND.ink, 1.8),
  },
  {
    id: "subdistrict-names",
    type: "symbol",
    source: "place-names",
    filter: ["==", ["get", "kind"], "subdistrict"],
    maxzoom: 14.4,
    layout: {
      ...nameOf,
      "text-size": byZoom([10, 12], [12, 15], [14, 19]),
      "text-letter-spacing": 0.28,
      "text-max-width": 12,
      "text-padding": 6,
      "text-variable-anchor": ["center", "top", "bottom", "left", "right"],
      "text-radial-offset": 0.8,
      "text-justify": "auto",
    },
    paint: { ...halo(GROUND.subdistrict, 2), "text-opacity": byZoom([13.8, 0.9], [14.4, 0]) },
  },
];

function named(base: number, more: number): Expression {
  return ["+", base, ["*", more, ["get", "rank"]]];
}
