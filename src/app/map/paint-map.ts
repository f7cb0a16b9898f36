// Brings a map from one model to the next: compares by identity and sends only what changed. The pure
// makers of features and layers live in the files beside; this one knows which inputs each depends on.

import type { MapLibreOverlay } from "@deck.gl/maplibre";
import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { areaFeatures, circleFeatures } from "./area-layers.ts";
import { centerFeatures } from "./center-layer.ts";
import { paintVerdicts } from "./community-fill.ts";
import { collection, feature, NO_FEATURES, pairs, polygonParts } from "./features.ts";
import { GROUND_SOURCES, groundData } from "./ground-data.ts";
import { metresPerPixel } from "./ground-metres.ts";
import type { MapModel } from "./map-model.ts";
import { ABOVE_RESIDENCES, type LiveSource } from "./map-style.ts";
import { pathFeatures } from "./path-layer.ts";
import { classifyResidences, hatchedResidences } from "./residence-classes.ts";
import { residenceLayer } from "./residence-layer.ts";
import {
  hasFootprint,
  pointShape,
  type ResidenceShapes,
  residenceShapes,
  shapeZoom,
} from "./residence-shapes.ts";

export interface Painter {
  readonly paint: (model: MapModel) => void;
  /** Leaves one centre out (it is being dragged as a mark); null puts it back. */
  readonly hide: (center: string | null) => void;
  /** Outlines the residence under the pointer. */
  readonly point: (residence: number | null) => void;
  /** The zoom changed: shapes follow in half steps. */
  readonly zoomed: () => void;
}

type Step = readonly [readonly (keyof MapModel)[], (model: MapModel, before: MapModel | null) => void];

export function createPainter(map: MapLibre, overlay: MapLibreOverlay): Painter {
  let now: MapModel | null = null;
  let hidden: string | null = null;
  let pointed: number | null = null;
  let shapes: ResidenceShapes | null = null;
  let zoom = Number.NaN;
  let codes: Uint8Array = new Uint8Array(0);
  /** What the hatched source holds now; dragging seldom changes it. */
  let hatched = "";

  const send = (source: LiveSource | (typeof GROUND_SOURCES)[number], data: FeatureCollection): void => {
    void map.getSource<GeoJSONSource>(source)?.setData(data);
  };
  const drawResidences = (model: MapModel): void => {
    if (shapes === null) return;
    const { theme, stale } = model;
    overlay.setProps({ layers: [residenceLayer(shapes, { codes, theme, stale }, ABOVE_RESIDENCES)] });
  };
  const reshape = (model: MapModel, force: boolean): boolean => {
    const wanted = shapeZoom(map.getZoom());
    if (!force && wanted === zoom) return false;
    zoom = wanted;
    shapes = residenceShapes(model.baseline.residences, zoom);
    return true;
  };
  const drawGround = (model: MapModel): void => {
    const ground = groundData(model.baseline);
    for (const source of GROUND_SOURCES) send(source, ground[source]);
    reshape(model, true);
    hatched = "";
  };
  const classify = (model: MapModel): void => {
    codes = classifyResidences({ ...model, households: model.baseline.residences.households });
  };
  const drawHatched = (model: MapModel): void => {
    const rows = hatchedResidences(codes, model.theme);
    const key = `${zoom} ${rows.join()}`;
    if (key === hatched) return;
    hatched = key;
    send("hatched", outlines(model, rows, zoom));
  };
  const drawFocus = (model: MapModel): void => {
    const selected = model.selection?.kind === "residence" ? model.selection.index : null;
    const rows = [pointed, selected].filter((row): row is number => row !== null);
    send("focus", rows.length === 0 ? NO_FEATURES : outlines(model, rows, zoom, selected));
  };
  const drawCenters = (model: MapModel): void =>
    send("centers", centerFeatures(model.centers, model.selection, hidden));
  const drawAreas = (model: MapModel): void => {
    const { areas, walk, stale } = model;
    const moving = model.movingAreas ?? null;
    const shown = model.theme === "circles";
    const without = moving === null ? -1 : (moving.center[0] ?? -1);
    send("areas", shown ? areaFeatures(areas, walk.minutes, stale, without) : NO_FEATURES);
    send("moving-areas", shown ? areaFeatures(moving, walk.minutes, false) : NO_FEATURES);
  };

  const drawCircles = (model: MapModel): void => {
    const shown = model.straightCircles && model.theme !== "data";
    send("circles", shown ? circleFeatures(model.centers, model.walk) : NO_FEATURES);
  };
  /** Every drawing step with the parts of the model it depends on, in order. */
  const steps: readonly Step[] = [
    [["baseline"], drawGround],
    [["baseline", "theme", "walk", "access", "linked"], classify],
    [["baseline", "theme", "walk", "access", "linked"], drawHatched],
    [["baseline", "theme", "walk", "access", "linked", "stale"], drawResidences],
    [["theme", "walk", "areas", "stale", "movingAreas"], drawAreas],
    [["theme", "walk", "centers", "straightCircles"], drawCircles],
    [["baseline", "theme", "communityStates", "stale"], (model, before) => paintVerdicts(map, before, model)],
    [["baseline", "selection"], (model, before) => paintSelection(map, before, model)],
    [["baseline", "selection"], drawFocus],
    [["centers", "selection"], drawCenters],
    [["path", "language"], (model) => send("path", pathFeatures(model.path, model.language))],
  ];

  return {
    paint: (model) => {
      const before = now;
      now = model;
      for (const [inputs, draw] of steps) {
        if (before === null || inputs.some((key) => before[key] !== model[key])) draw(model, before);
      }
    },
    hide: (center) => {
      if (center === hidden) return;
      hidden = center;
      if (now !== null) drawCenters(now);
    },
    point: (residence) => {
      if (residence === pointed) return;
      pointed = residence;
      if (now !== null) drawFocus(now);
    },
    zoomed: () => {
      if (now === null || !reshape(now, false)) return;
      drawResidences(now);
      drawHatched(now);
      drawFocus(now);
    },
  };
}

function paintSelection(map: MapLibre, before: MapModel | null, now: MapModel): void {
  const rowOf = (model: MapModel | null): number => {
    const selection = model?.selection;
    return selection?.kind === "community"
      ? (model?.baseline.communities.records.findIndex(({ id }) => id === selection.id) ?? -1)
      : -1;
  };
  const [old, wanted] = [rowOf(before), rowOf(now)];
  if (old !== -1 && old !== wanted) {
    map.setFeatureState({ source: "communities", id: old }, { selected: false });
  }
  if (wanted !== -1) map.setFeatureState({ source: "communities", id: wanted }, { selected: true });
}

/** Footprints (or the octagons of points) of some residences, with which of them is selected. */
function outlines(
  { baseline }: MapModel,
  rows: readonly number[],
  zoom: number,
  selected: number | null = null,
): FeatureCollection {
  const { residences } = baseline;
  return collection(
    rows.map((row) => {
      const properties = { selected: row === selected };
      if (hasFootprint(residences, row)) {
        const coordinates = polygonParts(residences.footprints, row);
        return feature(row, { type: "MultiPolygon", coordinates }, properties);
      }
      const pixel = metresPerPixel(zoom, residences.xy[2 * row + 1]!);
      const ring = pairs(pointShape(residences, row, pixel));
      return feature(row, { type: "Polygon", coordinates: [[...ring, ring[0]!]] }, properties);
    }),
  );
}
