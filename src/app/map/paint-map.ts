// Brings a map from one model to the next: compares by identity and sends only what changed. The pure
// makers of features and layers live in the files beside; this one knows which inputs each depends on.

import type { MapLibreOverlay } from "@deck.gl/maplibre";
import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { areaFeatures, circleFeatures } from "./area-layers.ts";
import { centerFeatures } from "./center-layer.ts";
import { paintVerdicts } from "./community-fill.ts";
import { NO_FEATURES } from "./features.ts";
import { focusFeatures } from "./focus-features.ts";
import { buildingNames, GROUND_SOURCES, type GroundSource, groundData } from "./ground-data.ts";
import type { MapModel } from "./map-model.ts";
import { type LiveSource, NAMES_FROM } from "./map-style.ts";
import { pathFeatures } from "./path-layer.ts";
import { previewFeatures } from "./preview-layer.ts";
import { createResidenceBrush } from "./residence-brush.ts";
import { unitFor } from "./wall-unit.ts";

export interface Painter {
  readonly paint: (model: MapModel) => void;
  /** Leaves one centre out (it is being dragged as a mark); null puts it back. */
  readonly hide: (center: string | null) => void;
  /** Outlines the residence under the pointer. */
  readonly point: (residence: number | null) => void;
  /** The zoom changed: shapes follow in half steps. */
  readonly zoomed: () => void;
  /** The map came to rest somewhere: buildings there are named. */
  readonly rested: () => void;
}

const AREA_INPUTS = [
  "theme",
  "walk",
  "areas",
  "areaView",
  "stale",
] as const satisfies readonly (keyof MapModel)[];

type Draw = (model: MapModel, before: MapModel | null) => void;
/** Parts of the model that a drawing step depends on, and the step. */
type Step = readonly [readonly (keyof MapModel)[], Draw];

export function createPainter(map: MapLibre, overlay: MapLibreOverlay): Painter {
  let now: MapModel | null = null;
  let hidden: string | null = null;
  let pointed: number | null = null;

  const send = (source: LiveSource | GroundSource, data: FeatureCollection): void => {
    void map.getSource<GeoJSONSource>(source)?.setData(data);
  };
  const residences = createResidenceBrush(overlay, (data) => send("hatched", data));
  const reshape = (model: MapModel): void => {
    if (!residences.reshape(legibleZoom(map, model))) return;
    residences.draw(model);
    residences.drawHatched(model);
    drawFocus(model, model);
  };
  /** Where buildings are named now, and of which data. */
  let named: { readonly baseline: MapModel["baseline"]; readonly box: Box } | null = null;
  const drawNames = (): void => {
    if (now === null || map.getZoom() < NAMES_FROM) return;
    const view = map.getBounds();
    const [west, south, east, north] = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
    const { baseline } = now;
    if (named?.baseline === baseline && isWithin([west, south, east, north], named.box)) return;
    const [padX, padY] = [(east - west) / 2, (north - south) / 2];
    named = { baseline, box: [west - padX, south - padY, east + padX, north + padY] };
    send("building-names", buildingNames(baseline.residences, named.box));
  };
  const drawGround: Draw = (model) => {
    const ground = groundData(model.baseline);
    for (const source of GROUND_SOURCES) send(source, ground[source]);
    residences.load(model, legibleZoom(map, model));
    drawNames();
  };
  const drawFocus: Draw = (model) => send("focus", focusFeatures(model, pointed, residences.zoom()));
  const drawCenters: Draw = (model) =>
    send("centers", centerFeatures(model.centers, model.selection, hidden));
  const drawAreas: Draw = (model, before) => {
    const { theme, areas, areaView, walk, stale, movingAreas = null } = model;
    const shown = theme === "circles";
    const without = movingCenter(model);
    const look = { minutes: walk.minutes, stale, clear: areaView !== "overlap", without };
    const moving = { ...look, stale: false, clear: true, without: -1 };
    send("moving-areas", shown ? areaFeatures(movingAreas, moving) : NO_FEATURES);
    const same = AREA_INPUTS.every((key) => before?.[key] === model[key]);
    if (same && without === movingCenter(before)) return;
    send("areas", shown ? areaFeatures(areas, look) : NO_FEATURES);
  };
  const drawCircles: Draw = ({ theme, straightCircles, centers, walk }) =>
    send(
      "circles",
      straightCircles && (theme === "circles" || theme === "assess")
        ? circleFeatures(centers, walk)
        : NO_FEATURES,
    );
  const steps: readonly Step[] = [
    [["baseline"], drawGround],
    [["baseline", "theme", "walk", "access", "linked", "gridHues"], residences.classify],
    [["baseline", "theme", "walk", "access", "linked", "gridHues"], residences.drawHatched],
    [["baseline", "theme", "walk", "access", "linked", "gridHues", "stale"], residences.draw],
    [["wall"], reshape],
    [[...AREA_INPUTS, "movingAreas"], drawAreas],
    [["areas", "centers", "selection"], (model, before) => paintSelectedAreas(map, before, model)],
    [["theme", "walk", "centers", "straightCircles"], drawCircles],
    [["baseline", "theme", "communityStates", "stale"], (model, before) => paintVerdicts(map, before, model)],
    [["baseline", "selection"], drawFocus],
    [["centers", "selection"], drawCenters],
    [["preview"], (model) => send("preview", previewFeatures(model.preview ?? null))],
    [["path", "language"], (model) => send("path", pathFeatures(model.path, model.language))],
  ];

  return {
    paint: (model) => {
      const before = now;
      now = model;
      if (before?.baseline !== model.baseline) pointed = null;
      for (const [inputs, draw] of steps) {
        if (before === null || inputs.some((key) => before[key] !== model[key])) draw(model, before);
      }
    },
    hide: (center) => {
      if (center === hidden) return;
      hidden = center;
      if (now !== null) drawCenters(now, now);
    },
    point: (residence) => {
      if (residence === pointed) return;
      pointed = residence;
      if (now !== null) drawFocus(now, now);
    },
    zoomed: () => {
      if (now !== null) reshape(now);
    },
    rested: drawNames,
  };
}

/** How many times larger residences are drawn before a room. */
const WALL_SHAPES = 1.6;

/** The zoom at which residences are as large at the desk as they have to be here. */
function legibleZoom(map: MapLibre, model: MapModel): number {
  const unit = unitFor(model);
  return map.getZoom() - (unit === null ? 0 : Math.log2(WALL_SHAPES * unit));
}

type Box = readonly [west: number, south: number, east: number, north: number];

const isWithin = ([west, south, east, north]: Box, box: Box): boolean =>
  west >= box[0] && south >= box[1] && east <= box[2] && north <= box[3];

/** Row of the centre whose areas are drawn apart, -1 for none; where it reaches nothing, the selected one. */
const movingCenter = (model: MapModel | null): number =>
  model?.movingAreas ? (model.movingAreas.center[0] ?? selectedCenter(model)) : -1;

function selectedCenter({ selection, centers }: MapModel): number {
  return selection?.kind === "center" ? centers.findIndex(({ id }) => id === selection.id) : -1;
}

/** The areas of the selected centre stand out among the others. */
function paintSelectedAreas(map: MapLibre, before: MapModel | null, now: MapModel): void {
  const [old, wanted] = [selectedAreaRows(before), selectedAreaRows(now)];
  for (const id of old)
    if (!wanted.includes(id)) map.setFeatureState({ source: "areas", id }, { selected: false });
  for (const id of wanted)
    if (!old.includes(id)) map.setFeatureState({ source: "areas", id }, { selected: true });
}

function selectedAreaRows(model: MapModel | null): number[] {
  const center = model === null ? -1 : selectedCenter(model);
  const areas = model?.areas ?? null;
  if (center === -1 || areas === null) return [];
  return Array.from(areas.center.keys()).filter((row) => areas.center[row] === center);
}
