// Centres: a dark disc with its level inside (街, 社, 站 …), sized by level, red ring when selected, dashed
// ring when edited. Marks are MapLibre symbols, so that names of places give way to them. The mark being
// dragged follows the pointer as an element of the page (no frame of delay) and is hidden here meanwhile.

import type { FeatureCollection } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import { CENTER_LEVELS } from "../../core/model/index.ts";
import { collection, feature } from "./features.ts";
import type { CenterMark, MapSelection } from "./map-model.ts";
import { CENTER_DIAMETER, FONT_STACK, markName } from "./mark-images.ts";
import { GROUND } from "./palette.ts";
import { byZoom } from "./style-terms.ts";

/** Names appear from here on; the selected centre's always. */
const NAME_ZOOM = 14.2;

const names = (id: string, selected: boolean): LayerSpecification => ({
  id,
  type: "symbol",
  source: "centers",
  filter: ["==", ["get", "selected"], selected],
  minzoom: selected ? 0 : NAME_ZOOM,
  layout: {
    "text-field": ["get", "name"],
    "text-font": FONT_STACK,
    "text-size": byZoom([13, 11], [17, 13]),
    "text-max-width": 9,
    "text-padding": 3,
    "text-variable-anchor": ["top", "bottom", "left", "right"],
    "text-radial-offset": ["get", "clear"],
    "text-justify": "auto",
    "symbol-sort-key": ["get", "order"],
  },
  paint: {
    "text-color": selected ? GROUND.accent : GROUND.ink,
    "text-halo-color": "#FFFFFF",
    "text-halo-width": 1.8,
  },
});

export const centerLayers = (): LayerSpecification[] => [
  names("center-names", false),
  names("center-name-selected", true),
  {
    id: "centers",
    type: "symbol",
    source: "centers",
    layout: {
      "icon-image": ["get", "mark"],
      "icon-allow-overlap": true,
      "icon-size": byZoom([10.5, 0.5], [13, 0.85], [15, 1]),
      "icon-padding": 1,
      "symbol-sort-key": ["-", 0, ["get", "order"]],
    },
  },
];

/** Centres as features, least important first; the one with id `hidden` is left out (it is being dragged). */
export function centerFeatures(
  centers: readonly CenterMark[],
  selection: MapSelection,
  hidden: string | null,
): FeatureCollection {
  return collection(
    centers.flatMap((center, row) => {
      if (center.id === hidden) return [];
      const { lon, lat, level, edited, name } = center;
      const selected = selection?.kind === "center" && selection.id === center.id;
      const properties = {
        name,
        selected,
        mark: markName({ level, selected, edited }),
        order: selected ? -1 : CENTER_LEVELS.indexOf(level),
        clear: (CENTER_DIAMETER[level] / 2 + (selected || edited ? 6 : 3)) / 12,
      };
      return [feature(row, { type: "Point", coordinates: [lon, lat] }, properties)];
    }),
  );
}
