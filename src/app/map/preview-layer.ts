// A layer at two positions while its datum is weighed: full dots where it lies now, rings where another datum would put it.

import type { FeatureCollection } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import { collection, feature, NO_FEATURES, pairs } from "./features.ts";
import type { PlacePreview } from "./map-model.ts";
import { GROUND } from "./palette.ts";
import { byZoom } from "./style-terms.ts";

export const previewLayers = (): LayerSpecification[] => [
  {
    id: "preview-there",
    type: "circle",
    source: "preview",
    filter: ["==", ["get", "at"], "there"],
    paint: {
      "circle-color": "rgba(255,255,255,0.55)",
      "circle-radius": byZoom([10, 1.6], [14, 3], [17, 5]),
      "circle-stroke-color": GROUND.inkSoft,
      "circle-stroke-width": 1.2,
    },
  },
  {
    id: "preview-here",
    type: "circle",
    source: "preview",
    filter: ["==", ["get", "at"], "here"],
    paint: {
      "circle-color": GROUND.accent,
      "circle-radius": byZoom([10, 1.6], [14, 3], [17, 5]),
      "circle-stroke-color": "#FFFFFF",
      "circle-stroke-width": 0.8,
    },
  },
];

export function previewFeatures(preview: PlacePreview | null): FeatureCollection {
  if (preview === null) return NO_FEATURES;
  return collection(
    (["there", "here"] as const).map((at, i) => {
      const coordinates = pairs(preview[at]).filter(([x, y]) => Number.isFinite(x! + y!));
      return feature(i, { type: "MultiPoint", coordinates }, { at });
    }),
  );
}
