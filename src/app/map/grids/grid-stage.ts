// The grid part of the map: its sources and layers, and the hand with a tool in it. Made when the grid step is first
// shown; sends only what changed.

import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { Residences } from "../../../core/model/index.ts";
import { lineFeatures, NO_FEATURES } from "../features.ts";
import { residenceOutlines } from "../focus-features.ts";
import { shapeZoom } from "../residence-shapes.ts";
import { borderFeatures, nameFeatures, shapeFeatures } from "./grid-features.ts";
import { attachGridHand } from "./grid-hand.ts";
import { GRID_SOURCES, type GridSource, gridLayers } from "./grid-layers.ts";
import type { GridEvents, GridScene } from "./grid-scene.ts";

export interface GridStage {
  /** null: another step is shown. */
  readonly show: (scene: GridScene | null, residences: Residences) => void;
  readonly remove: () => void;
}

type Draw = (scene: GridScene, residences: Residences) => void;

export function createGridStage(map: MapLibre, events: GridEvents): GridStage {
  for (const id of GRID_SOURCES) map.addSource(id, { type: "geojson", data: NO_FEATURES });
  for (const { layer, under } of gridLayers()) map.addLayer(layer, under);
  const hand = attachGridHand(map, events);
  let shown: GridScene | null = null;

  const send = (source: GridSource, data: FeatureCollection): void => {
    void map.getSource<GeoJSONSource>(source)?.setData(data);
  };
  const outlinesOf = (residences: Residences, rows: readonly number[], hue: number): FeatureCollection => {
    const drawn = residenceOutlines(residences, rows, shapeZoom(map.getZoom()));
    for (const feature of drawn.features) feature.properties = { hue };
    return drawn;
  };
  const painted = new Map<number, number>();
  /** Sends only what the last frame added or took away: a long stroke costs no more than a short one. */
  const drawStroke = (stroke: GridScene["stroke"], residences: Residences): void => {
    const wanted = new Map(stroke.flatMap(({ rows, hue }) => rows.map((row) => [row, hue] as const)));
    if (wanted.size === 0) {
      painted.clear();
      send("grid-stroke", NO_FEATURES);
      return;
    }
    const remove = [...painted.keys()].filter((row) => !wanted.has(row));
    const fresh = [...wanted].filter(([row, hue]) => painted.get(row) !== hue);
    for (const row of remove) painted.delete(row);
    for (const [row, hue] of fresh) painted.set(row, hue);
    const add = fresh.flatMap(([row, hue]) => outlinesOf(residences, [row], hue).features);
    void map.getSource<GeoJSONSource>("grid-stroke")?.updateData({ remove, add });
  };
  const steps: readonly (readonly [readonly (keyof GridScene)[], Draw])[] = [
    [
      ["outlines", "marks", "selected", "isDraft"],
      (scene) => {
        send("grid-shapes", shapeFeatures(scene));
        send("grid-names", nameFeatures(scene));
      },
    ],
    [["outlines", "stale", "tool"], (scene) => send("grid-lines", borderFeatures(scene))],
    [["stroke"], ({ stroke }, residences) => drawStroke(stroke, residences)],
    [["pulled"], ({ pulled }) => send("grid-pulled", pulled === null ? NO_FEATURES : lineFeatures(pulled))],
    [["disputed"], ({ disputed }, residences) => send("grid-disputed", outlinesOf(residences, disputed, -1))],
    [["offered"], ({ offered }, residences) => send("grid-offer", outlinesOf(residences, offered, -1))],
  ];
  return {
    show: (scene, residences) => {
      hand.take(scene);
      const before = shown;
      shown = scene;
      if (scene === null) {
        if (before !== null) for (const id of GRID_SOURCES) send(id, NO_FEATURES);
        return;
      }
      for (const [inputs, draw] of steps) {
        if (before === null || inputs.some((key) => before[key] !== scene[key])) draw(scene, residences);
      }
    },
    remove: hand.detach,
  };
}
