// Draws an overlay of registers or matters: fills over the residences and under the lines, dots with their names above.
// Made when one is first shown.

import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { collection, feature, NO_FEATURES, polygonFeatures } from "../features.ts";
import { FONT_STACK } from "../mark-images.ts";
import { GROUND } from "../palette.ts";
import { byZoom } from "../style-terms.ts";
import type { OverlayScene } from "./overlay-scene.ts";

export interface OverlayStage {
  /** null: nothing. */
  readonly show: (scene: OverlayScene | null) => void;
}

export function createOverlayStage(map: MapLibre): OverlayStage {
  for (const id of ["overlay-areas", "overlay-dots"])
    map.addSource(id, { type: "geojson", data: NO_FEATURES });
  map.addLayer(
    {
      id: "overlay-fill",
      type: "fill",
      source: "overlay-areas",
      filter: ["has", "color"],
      paint: { "fill-color": ["get", "color"], "fill-opacity": 0.5 },
    },
    "community-line",
  );
  map.addLayer(
    {
      id: "overlay-dot",
      type: "circle",
      source: "overlay-dots",
      paint: {
        "circle-radius": byZoom([11, 5], [15, 8]),
        "circle-color": ["get", "color"],
        "circle-stroke-color": "#FFFFFF",
        "circle-stroke-width": 2,
      },
    },
    "center-names",
  );
  map.addLayer(
    {
      id: "overlay-names",
      type: "symbol",
      source: "overlay-dots",
      layout: {
        "text-field": ["get", "label"],
        "text-font": FONT_STACK,
        "text-size": 12,
        "text-anchor": "left",
        "text-offset": [0.9, 0],
        "text-optional": true,
      },
      paint: { "text-color": GROUND.ink, "text-halo-color": "#FFFFFF", "text-halo-width": 1.8 },
    },
    "center-names",
  );
  return {
    show: (scene) => {
      const areas = scene?.areas ?? null;
      const drawn =
        areas === null
          ? NO_FEATURES
          : polygonFeatures(areas.polygons, (row) => {
              const color = areas.colors[row] ?? null;
              return color === null ? {} : { color };
            });
      void map.getSource<GeoJSONSource>("overlay-areas")?.setData(drawn);
      const dots = (scene?.dots ?? []).map(({ lon, lat, color, label }, row) =>
        feature(row, { type: "Point", coordinates: [lon, lat] }, { color, label }),
      );
      void map.getSource<GeoJSONSource>("overlay-dots")?.setData(collection(dots));
    },
  };
}
