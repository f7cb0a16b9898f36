// The siting part of the map: its sources and layers, and the hand with a tool in it. Made when the siting step is
// first shown; sends only what changed.

import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { NO_FEATURES } from "../features.ts";
import { attachSiteHand } from "./site-hand.ts";
import { markFeatures, SITE_SOURCES, type SiteSource, siteLayers, wayFeatures } from "./site-layers.ts";
import type { SiteEvents, SiteScene } from "./site-scene.ts";

export interface SiteStage {
  /** null: another step is shown. */
  readonly show: (scene: SiteScene | null) => void;
  readonly remove: () => void;
}

export function createSiteStage(map: MapLibre, events: SiteEvents): SiteStage {
  for (const id of SITE_SOURCES) map.addSource(id, { type: "geojson", data: NO_FEATURES });
  for (const { layer, under } of siteLayers()) map.addLayer(layer, under);
  const hand = attachSiteHand(map, events);
  let shown: SiteScene | null = null;
  const send = (source: SiteSource, data: typeof NO_FEATURES): void => {
    void map.getSource<GeoJSONSource>(source)?.setData(data);
  };
  return {
    show: (scene) => {
      hand.take(scene);
      const before = shown;
      shown = scene;
      if (scene?.marks !== before?.marks) send("site-marks", markFeatures(scene?.marks ?? []));
      if (scene?.ways !== before?.ways) send("site-ways", wayFeatures(scene?.ways ?? []));
    },
    remove: hand.detach,
  };
}
