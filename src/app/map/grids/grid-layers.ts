// The look of a net on the map: soft fills, one line per border, a heavy one round what is out of range, a red one
// round what is selected, numbers in the middle. Each layer says what it is drawn under.

import type { ExpressionSpecification as Expression, LayerSpecification } from "maplibre-gl";
import { FONT_STACK } from "../mark-images.ts";
import { GROUND } from "../palette.ts";
import { byZoom } from "../style-terms.ts";
import { deeperHue, GRID_HUES } from "./grid-hues.ts";

export const GRID_SOURCES = [
  "grid-shapes",
  "grid-lines",
  "grid-names",
  "grid-stroke",
  "grid-offer",
  "grid-pulled",
  "grid-disputed",
] as const;
export type GridSource = (typeof GRID_SOURCES)[number];

export interface PlacedLayer {
  readonly layer: LayerSpecification;
  /** Layer of the map that is drawn over it. */
  readonly under: string;
}

const hue: Expression = ["get", "hue"];
const byHue = (color: (hue: number) => string): Expression =>
  ["match", hue, ...GRID_HUES.flatMap((_, k) => [k, color(k)]), GROUND.building] as unknown as Expression;
const outside: Expression = ["==", ["get", "state"], "outside"];
const selected: Expression = ["boolean", ["get", "selected"], false];

/** From the lowest to the highest. */
export const gridLayers = (): PlacedLayer[] => [...fillLayers(), ...lineLayers(), ...topLayers()];

const fillLayers = (): PlacedLayer[] => [
  {
    under: "water",
    layer: {
      id: "grid-fill",
      type: "fill",
      source: "grid-shapes",
      paint: {
        "fill-color": byHue((k) => GRID_HUES[k] ?? GROUND.paper),
        "fill-opacity": ["case", ["boolean", ["get", "draft"], false], 0.5, 0.72],
      },
    },
  },
  {
    under: "focus-casing",
    layer: {
      id: "grid-stroke",
      type: "fill",
      source: "grid-stroke",
      paint: { "fill-color": byHue(deeperHue), "fill-outline-color": GROUND.ink },
    },
  },
  {
    under: "focus-casing",
    layer: {
      id: "grid-disputed",
      type: "fill",
      source: "grid-disputed",
      paint: { "fill-pattern": "hatch-building" },
    },
  },
  {
    under: "focus-casing",
    layer: {
      id: "grid-disputed-line",
      type: "line",
      source: "grid-disputed",
      paint: { "line-color": GROUND.accent, "line-width": 1.6 },
    },
  },
];

const lineLayers = (): PlacedLayer[] => [
  {
    under: "focus-casing",
    layer: {
      id: "grid-offer",
      type: "line",
      source: "grid-offer",
      paint: { "line-color": GROUND.accent, "line-width": 2, "line-dasharray": [2, 1.2] },
    },
  },
  {
    under: "focus-casing",
    layer: {
      id: "grid-line",
      type: "line",
      source: "grid-lines",
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": GROUND.ink,
        "line-opacity": ["case", ["boolean", ["get", "stale"], false], 0.25, 0.75],
        "line-width": byZoom([11, 0.5], [14, 1.1], [17, 1.8]),
      },
    },
  },
  {
    under: "focus-casing",
    layer: {
      id: "grid-held",
      type: "line",
      source: "grid-lines",
      filter: ["==", ["get", "held"], true],
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": GROUND.accent, "line-opacity": 0.55, "line-width": byZoom([11, 1], [15, 3]) },
    },
  },
  {
    under: "focus-casing",
    layer: {
      id: "grid-outside",
      type: "line",
      source: "grid-shapes",
      filter: outside as never,
      layout: { "line-join": "round" },
      paint: {
        "line-color": GROUND.ink,
        "line-width": byZoom([11, 1.4], [14, 3], [17, 4.5]),
        "line-offset": byZoom([11, 0.5], [14, 1.2], [17, 2]),
      },
    },
  },
  {
    under: "focus-casing",
    layer: {
      id: "grid-selected",
      type: "line",
      source: "grid-shapes",
      filter: selected as never,
      layout: { "line-join": "round" },
      paint: { "line-color": GROUND.accent, "line-width": byZoom([11, 2], [15, 3.5]) },
    },
  },
];

const topLayers = (): PlacedLayer[] => [
  {
    under: "center-names",
    layer: {
      id: "grid-pulled",
      type: "line",
      source: "grid-pulled",
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": GROUND.accent, "line-width": byZoom([11, 2], [15, 4]) },
    },
  },
  {
    under: "center-names",
    layer: {
      id: "grid-names",
      type: "symbol",
      source: "grid-names",
      minzoom: 13,
      layout: {
        "text-field": [
          "format",
          ["get", "households"],
          { "font-scale": 1 },
          "\n",
          {},
          ["get", "label"],
          { "font-scale": 0.78, "text-color": GROUND.inkSoft },
        ],
        "text-font": FONT_STACK,
        "text-size": byZoom([13, 10.5], [15, 13], [17, 16]),
        "text-line-height": 1.15,
        "text-padding": 2,
        "symbol-sort-key": ["get", "order"],
      },
      paint: {
        "text-color": ["case", selected, GROUND.accent, GROUND.ink],
        "text-halo-color": GROUND.paper,
        "text-halo-width": 1.8,
      },
    },
  },
];
