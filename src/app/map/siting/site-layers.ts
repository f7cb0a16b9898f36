// The look of candidates and drawn ways: open rings by what they gain, filled where the answer chose them; ways as a
// firm dashed line, one under the hand in the accent.

import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification as Expression, LayerSpecification } from "maplibre-gl";
import { collection, feature } from "../features.ts";
import { FONT_STACK } from "../mark-images.ts";
import { BAND_COLORS, GROUND } from "../palette.ts";
import { byZoom } from "../style-terms.ts";
import type { SiteMark, SiteWay } from "./site-scene.ts";

export const SITE_SOURCES = ["site-ways", "site-marks"] as const;
export type SiteSource = (typeof SITE_SOURCES)[number];
/** Where a click picks a candidate. */
export const SITE_MARKS = "site-marks";

const state = (name: SiteMark["state"]): Expression => ["==", ["get", "state"], name];
const picked: Expression = ["get", "picked"];
const chosen = state("chosen");
const radius = (scale: number): Expression => ["*", scale, ["+", 4, ["*", 6, ["get", "weight"]]]];

/** Each under the layer named with it. */
export const siteLayers = (): { readonly layer: LayerSpecification; readonly under: string }[] => [
  {
    under: "focus-casing",
    layer: {
      id: "site-way-casing",
      type: "line",
      source: "site-ways",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": "#FFFFFF", "line-width": byZoom([12, 4], [17, 8]), "line-opacity": 0.9 },
    },
  },
  {
    under: "focus-casing",
    layer: {
      id: "site-ways",
      type: "line",
      source: "site-ways",
      layout: { "line-join": "round" },
      paint: {
        "line-color": ["case", ["get", "drawn"], GROUND.accent, ["get", "open"], GROUND.ink, GROUND.path],
        "line-width": byZoom([12, 1.8], [17, 4]),
        "line-dasharray": [2, 0.8],
      },
    },
  },
  {
    under: "focus-casing",
    layer: {
      id: "site-gates",
      type: "circle",
      source: "site-ways",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": byZoom([12, 2.5], [17, 5]),
        "circle-color": "#FFFFFF",
        "circle-stroke-color": ["case", ["get", "drawn"], GROUND.accent, GROUND.ink],
        "circle-stroke-width": 2,
      },
    },
  },
  {
    under: "center-names",
    layer: {
      id: SITE_MARKS,
      type: "circle",
      source: "site-marks",
      layout: { "circle-sort-key": ["get", "order"] },
      paint: {
        "circle-radius": byZoom([11, radius(0.7)], [14, radius(1)], [17, radius(1.4)]),
        "circle-color": ["case", chosen, BAND_COLORS[0], state("closing"), GROUND.ink, "#FFFFFF"],
        "circle-opacity": ["case", state("excluded"), 0.5, chosen, 1, 0.92],
        "circle-stroke-width": ["case", picked, 3, chosen, 2.5, 2],
        "circle-stroke-color": [
          "case",
          picked,
          GROUND.accent,
          chosen,
          "#FFFFFF",
          state("excluded"),
          GROUND.path,
          BAND_COLORS[0],
        ],
      },
    },
  },
  {
    under: "center-names",
    layer: {
      id: "site-names",
      type: "symbol",
      source: "site-marks",
      filter: ["any", chosen, state("closing"), picked, [">=", ["zoom"], 13.5]],
      layout: {
        "text-field": ["get", "label"],
        "text-font": FONT_STACK,
        "text-size": byZoom([12, 11], [16, 13]),
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": ["+", 0.6, ["*", 0.5, ["get", "weight"]]],
        "text-justify": "auto",
        "text-padding": 2,
        "symbol-sort-key": ["-", 0, ["get", "order"]],
      },
      paint: {
        "text-color": ["case", picked, GROUND.accent, chosen, GROUND.ink, GROUND.inkSoft],
        "text-halo-color": "#FFFFFF",
        "text-halo-width": 1.8,
      },
    },
  },
];

export const markFeatures = (marks: readonly SiteMark[]): FeatureCollection =>
  collection(
    marks.map(({ id, lon, lat, weight, label, state: own, picked: isPicked }, row) =>
      feature(
        row,
        { type: "Point", coordinates: [lon, lat] },
        {
          id,
          weight,
          label,
          state: own,
          picked: isPicked,
          order: weight + (own === "chosen" ? 1 : 0) + (isPicked ? 2 : 0),
        },
      ),
    ),
  );

export const wayFeatures = (ways: readonly SiteWay[]): FeatureCollection =>
  collection(
    ways.map(({ kind, line, open, drawn }, row) => {
      const pairs = Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i]!, line[2 * i + 1]!]);
      const geometry =
        pairs.length === 1
          ? ({ type: "Point", coordinates: pairs[0]! } as const)
          : ({ type: "LineString", coordinates: pairs } as const);
      return feature(row, geometry, { kind, open, drawn });
    }),
  );
