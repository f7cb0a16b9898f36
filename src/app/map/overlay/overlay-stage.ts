// Draws an overlay of registers or matters: tints on the land, under water and buildings, hatched where nothing is
// recorded; dots with their names above, rings around centres. Made when one is first shown.

import type { ExpressionSpecification as Expression, GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { collection, feature, NO_FEATURES, polygonFeatures } from "../features.ts";
import { FONT_STACK } from "../mark-images.ts";
import { GROUND, UNKNOWN } from "../palette.ts";
import { byZoom } from "../style-terms.ts";
import { AREA_OPACITY, type OverlayScene } from "./overlay-scene.ts";

export interface OverlayStage {
  /** null: nothing. */
  readonly show: (scene: OverlayScene | null) => void;
}

const AREAS = "overlay-areas";
const DOTS = "overlay-dots";
/** Under water, roads and buildings; under the lines of places; under the names of centres. */
const UNDER_GROUND = "water";
const UNDER_LINES = "community-line";
const UNDER_NAMES = "center-names";

export function createOverlayStage(map: MapLibre): OverlayStage {
  for (const id of [AREAS, DOTS]) map.addSource(id, { type: "geojson", data: NO_FEATURES });
  addAreas(map);
  addDots(map);
  let shown: OverlayScene | null = null;
  map.on("click", BESIDE.map(dotLayer), ({ features }) => {
    const id: unknown = features?.[0]?.properties["id"];
    if (typeof id === "string") shown?.onPick?.(id);
  });
  return {
    show: (scene) => {
      shown = scene;
      void map.getSource<GeoJSONSource>(AREAS)?.setData(areaFeatures(scene));
      void map.getSource<GeoJSONSource>(DOTS)?.setData(dotFeatures(scene));
    },
  };
}

const areaFeatures = (scene: OverlayScene | null) =>
  scene === null
    ? NO_FEATURES
    : polygonFeatures(scene.areas.polygons, (row) => {
        const color = scene.areas.colors[row] ?? null;
        return color === null ? {} : { color };
      });

const dotFeatures = (scene: OverlayScene | null) =>
  collection(
    (scene?.dots ?? []).map(({ id, lon, lat, color, label, nth, ring }, row) =>
      feature(
        row,
        { type: "Point", coordinates: [lon, lat] },
        { id, label, nth, ring, ...(color === null ? {} : { color }) },
      ),
    ),
  );

function addAreas(map: MapLibre): void {
  map.addLayer(
    {
      id: "overlay-fill",
      type: "fill",
      source: AREAS,
      filter: ["has", "color"],
      paint: { "fill-color": ["get", "color"], "fill-opacity": AREA_OPACITY },
    },
    UNDER_GROUND,
  );
  map.addLayer(
    {
      id: "overlay-unknown",
      type: "fill",
      source: AREAS,
      filter: ["!", ["has", "color"]],
      paint: { "fill-pattern": "hatch-unknown", "fill-opacity": 0.9 },
    },
    UNDER_GROUND,
  );
  map.addLayer(
    {
      id: "overlay-line",
      type: "line",
      source: AREAS,
      layout: { "line-join": "round" },
      paint: { "line-color": GROUND.inkSoft, "line-width": byZoom([11, 0.4], [15, 1]), "line-opacity": 0.7 },
    },
    UNDER_LINES,
  );
}

/** Dots at one point stand beside each other, pixels apart; beyond the sixth they lie on it. */
const STEP = 15;
const BESIDE = [0, 1, 2, 3, 4, 5];

const dotLayer = (nth: number): string => `overlay-dot-${nth}`;

const colorOr = (other: string): Expression => ["coalesce", ["get", "color"], other] as Expression;

function addDots(map: MapLibre): void {
  map.addLayer(
    {
      id: "overlay-ring",
      type: "circle",
      source: DOTS,
      filter: ["get", "ring"],
      paint: {
        "circle-radius": byZoom([11, 12], [15, 18]),
        "circle-color": colorOr(GROUND.paper),
        "circle-opacity": 0.9,
        "circle-stroke-color": colorOr(UNKNOWN),
        "circle-stroke-width": 1.5,
      },
    },
    UNDER_LINES,
  );
  for (const nth of BESIDE) {
    map.addLayer(
      {
        id: dotLayer(nth),
        type: "circle",
        source: DOTS,
        filter: [
          "all",
          ["!", ["get", "ring"]],
          [nth === BESIDE.length - 1 ? ">=" : "==", ["get", "nth"], nth],
        ],
        paint: {
          "circle-radius": byZoom([11, 5], [15, 7]),
          "circle-color": colorOr("#FFFFFF"),
          "circle-stroke-color": ["case", ["has", "color"], "#FFFFFF", UNKNOWN],
          "circle-stroke-width": 2,
          "circle-translate": [nth * STEP, 0],
        },
      },
      UNDER_NAMES,
    );
  }
  map.addLayer(
    {
      id: "overlay-names",
      type: "symbol",
      source: DOTS,
      filter: ["==", ["get", "nth"], 0],
      layout: {
        "text-field": ["get", "label"],
        "text-font": FONT_STACK,
        "text-size": 12,
        "text-anchor": "bottom",
        "text-offset": [0, -0.8],
        "text-optional": true,
      },
      paint: { "text-color": GROUND.ink, "text-halo-color": "#FFFFFF", "text-halo-width": 1.8 },
    },
    UNDER_NAMES,
  );
}
