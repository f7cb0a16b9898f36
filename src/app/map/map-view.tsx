// The map as a React component: makes the MapLibre map once, then hands every new model to the painter and
// every gesture to the events. North is always up, as on a printed plan; there is no tilt.

import { MapLibreOverlay } from "@deck.gl/maplibre";
import { Map as MapLibre, type PaddingOptions, ScaleControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { type ReactElement, type Ref, useEffect, useImperativeHandle, useRef } from "react";
import type { GridStage } from "./grids/grid-stage.ts";
import { attachHand, type Hand } from "./hand.ts";
import { DRAG_THRESHOLD } from "./interaction.ts";
import "./map.css";
import type { MapEvents, MapHandle, MapModel } from "./map-model.ts";
import { ABOVE_RESIDENCES, mapStyle } from "./map-style.ts";
import { deskPictures, FONT_STACK, putPictures } from "./mark-images.ts";
import type { PinStage } from "./meeting/pin-stage.ts";
import { NorthArrow } from "./north-arrow.ts";
import type { OverlayStage } from "./overlay/overlay-stage.ts";
import { createPainter, type Painter } from "./paint-map.ts";
import { indexPickable, type Pickable } from "./picking.ts";
import { NO_SHAPES, residenceLayer } from "./residence-layer.ts";
import type { SiteStage } from "./siting/site-stage.ts";
import { drawsOnProcessor } from "./software-rendering.ts";
import type { Wall } from "./wall.ts";
import { unitFor } from "./wall-unit.ts";

type Bounds = readonly [number, number, number, number];

/** Room left free around what is flown to, pixels at the desk; before a room the panels leave the map alone. */
const PADDING: PaddingOptions = { top: 48, bottom: 56, left: 56, right: 56 };
const WALL_PADDING = { top: 40, bottom: 40, left: 72, right: 72 };
const FLIGHT_MS = 600;
const MAP_NAMES = { "zh-CN": "地图", en: "Map" } as const;

export interface MapViewProps {
  readonly model: MapModel;
  readonly events: MapEvents;
  readonly handle?: Ref<MapHandle>;
}

export function MapView({ model, events, handle }: MapViewProps): ReactElement {
  const element = useRef<HTMLDivElement>(null);
  const live = useRef({ model, events });
  const stage = useRef<Stage | null>(null);
  live.current = { model, events };

  useEffect(() => {
    if (element.current === null) return;
    const made = createStage(element.current, live);
    stage.current = made;
    return () => {
      stage.current = null;
      made.remove();
    };
  }, []);
  useEffect(() => stage.current?.show(model), [model]);
  useImperativeHandle(handle, () => ({
    project: (lon, lat) => stage.current?.project(lon, lat) ?? null,
    flyTo: (bounds) => stage.current?.flyTo(bounds, FLIGHT_MS),
    fitAll: () => stage.current?.flyTo(live.current.model.bounds, FLIGHT_MS),
    showOverlay: (scene) => stage.current?.showOverlay(scene),
    onCamera: (look) => stage.current?.onCamera(look) ?? (() => undefined),
    jumpTo: (camera) => stage.current?.jumpTo(camera),
  }));
  return <div ref={element} className="map-view" />;
}

interface Stage extends Pick<MapHandle, "onCamera" | "jumpTo" | "showOverlay"> {
  readonly show: (model: MapModel) => void;
  readonly flyTo: (bounds: Bounds, duration: number) => void;
  readonly project: (lon: number, lat: number) => readonly [number, number];
  readonly remove: () => void;
}

function createStage(container: HTMLElement, live: { readonly current: MapViewProps }): Stage {
  setWorkerUrl(workerUrl);
  const first = live.current.model;
  const bar = new ScaleControl({ maxWidth: 110, unit: "metric" });
  const map = createMap(container, first.bounds, bar);

  let painter: Painter | null = null;
  let hand: Hand | null = null;
  let shown: MapModel | null = null;
  let pickable: Pickable | null = null;
  const grids = createGridShow(map, live);
  const sites = createSiteShow(map, live);
  const pins = createPinShow(map, live);
  const wall = createWallShow(map, bar);
  /** What was flown to, until a hand moves the map: it stays in the middle when panels open and close. */
  let held: Bounds | null = first.bounds;
  const flyTo = (bounds: Bounds, duration: number): void => {
    held = bounds;
    map.fitBounds([...bounds], { padding: paddingFor(live.current.model), duration, maxZoom: 17.5 });
  };
  map.on("movestart", ({ originalEvent }) => {
    if (originalEvent !== undefined) held = null;
  });
  map.on("resize", () => {
    if (shown?.wall === true) show(shown);
    if (held !== null) flyTo(held, map.isMoving() ? FLIGHT_MS : 0);
  });
  const show = (model: MapModel): void => {
    if (painter === null || hand === null) return;
    if (shown?.baseline !== model.baseline) {
      pickable = null;
      if (shown !== null) flyTo(model.bounds, 0);
    }
    if (shown?.language !== model.language) {
      putPictures(map, deskPictures(model.language));
      map.getCanvas().ariaLabel = MAP_NAMES[model.language];
    }
    wall.show(model);
    if (shown?.tool !== model.tool) hand.send({ type: "tool", tool: model.tool });
    shown = model;
    painter.paint(model);
    grids.show(model);
    sites.show(model);
    pins.show(model);
  };
  const open = (): void => {
    const overlay = residenceOverlay(map.getCanvas());
    map.addControl(overlay);
    const brush = createPainter(map, overlay);
    painter = brush;
    hand = attachHand({
      map,
      model: () => live.current.model,
      events: () => ({
        ...live.current.events,
        onHover: (residence) => {
          brush.point(residence);
          live.current.events.onHover(residence);
        },
      }),
      pickable: () => {
        const { residences, communities } = live.current.model.baseline;
        pickable ??= indexPickable(residences, communities);
        return pickable;
      },
      hide: brush.hide,
      flyTo: (bounds) => flyTo(bounds, FLIGHT_MS),
    });
    map.on("zoom", brush.zoomed);
    map.on("moveend", brush.rested);
    map.on("idle", () => hand?.settled());
    show(live.current.model);
  };
  map.once("load", open);
  return {
    show,
    showOverlay: createOverlayShow(map),
    flyTo,
    project: (lon, lat) => {
      const { x, y } = map.project([lon, lat]);
      return [x, y];
    },
    onCamera: (look) => tellCamera(map, look),
    jumpTo: ({ lon, lat, zoom }) => {
      held = null;
      map.jumpTo({ center: [lon, lat], zoom });
    },
    remove: () => {
      grids.remove();
      sites.remove();
      pins.remove();
      wall.remove();
      hand?.detach();
      map.remove();
    },
  };
}

function tellCamera(map: MapLibre, look: Parameters<MapHandle["onCamera"]>[0]): () => void {
  const tell = (): void => {
    const { lng: lon, lat } = map.getCenter();
    look({ lon, lat, zoom: map.getZoom() });
  };
  map.on("move", tell);
  tell();
  return () => void map.off("move", tell);
}

function createMap(container: HTMLElement, bounds: Bounds, bar: ScaleControl): MapLibre {
  const map = new MapLibre({
    container,
    style: mapStyle(),
    bounds: [...bounds],
    fitBoundsOptions: { padding: PADDING },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    doubleClickZoom: false,
    maxPitch: 0,
    minZoom: 7,
    maxZoom: 20,
    fadeDuration: 120,
    clickTolerance: DRAG_THRESHOLD,
    renderWorldCopies: false,
    localIdeographFontFamily: FONT_STACK.join(","),
    canvasContextAttributes: { antialias: !drawsOnProcessor() },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NorthArrow(), "bottom-right");
  map.addControl(bar, "bottom-right");
  return map;
}

interface StepShow {
  readonly show: (model: MapModel) => void;
  readonly remove: () => void;
}

/** The part of the map that one step needs loads when it is first `wanted`; then it follows every model. */
function createStepShow<S extends { readonly remove: () => void }>(
  load: () => Promise<S>,
  wanted: (model: MapModel) => boolean,
  draw: (stage: S, model: MapModel) => void,
): StepShow {
  let stage: Promise<S> | null = null;
  let last: MapModel | null = null;
  return {
    show: (model) => {
      last = model;
      if (wanted(model)) stage ??= load();
      void stage?.then((own) => {
        if (last === model) draw(own, model);
      });
    },
    remove: () => void stage?.then((own) => own.remove()),
  };
}

const createGridShow = (map: MapLibre, live: { readonly current: MapViewProps }): StepShow =>
  createStepShow<GridStage>(
    async () => {
      const [{ createGridStage }, events] = await Promise.all([
        import("./grids/grid-stage.ts"),
        live.current.events.loadGridEvents(),
      ]);
      return createGridStage(map, events);
    },
    ({ grids }) => grids !== null,
    (stage, { grids, baseline }) => stage.show(grids, baseline.residences),
  );

const createSiteShow = (map: MapLibre, live: { readonly current: MapViewProps }): StepShow =>
  createStepShow<SiteStage>(
    async () => {
      const [{ createSiteStage }, events] = await Promise.all([
        import("./siting/site-stage.ts"),
        live.current.events.loadSiteEvents(),
      ]);
      return createSiteStage(map, events);
    },
    ({ sites }) => sites !== null,
    (stage, { sites }) => stage.show(sites),
  );

const createPinShow = (map: MapLibre, live: { readonly current: MapViewProps }): StepShow =>
  createStepShow<PinStage>(
    async () => {
      const [{ createPinStage }, events] = await Promise.all([
        import("./meeting/pin-stage.ts"),
        live.current.events.loadPinEvents?.() ?? { onPick: () => undefined },
      ]);
      return createPinStage(map, events);
    },
    ({ pins }) => pins !== null,
    (stage, { pins, language }) => stage.show(pins, language),
  );

const createWallShow = (map: MapLibre, bar: ScaleControl): StepShow =>
  createStepShow<Wall>(
    async () => (await import("./wall.ts")).createWall(map, bar),
    ({ wall }) => wall === true,
    (stage, model) => stage.show(unitFor(model), model.language),
  );

function paddingFor(model: MapModel): PaddingOptions {
  const unit = unitFor(model);
  if (unit === null) return PADDING;
  const { top, bottom, left, right } = WALL_PADDING;
  return { top: top * unit, bottom: bottom * unit, left: left * unit, right: right * unit };
}

/** The part that draws registers and matters loads when one is first shown. */
function createOverlayShow(map: MapLibre): MapHandle["showOverlay"] {
  let stage: Promise<OverlayStage> | null = null;
  return (scene) => {
    if (scene !== null)
      stage ??= import("./overlay/overlay-stage.ts").then((own) => own.createOverlayStage(map));
    void stage?.then((own) => own.show(scene));
  };
}

/**
 * The overlay takes its place among the layers only while no source is loading, so it comes first, with an
 * empty layer; added later, it would be drawn over the names. deck.gl sets a cursor of its own with every frame unless
 * told which: the hand's.
 */
function residenceOverlay(canvas: HTMLCanvasElement): MapLibreOverlay {
  const look = { codes: new Uint8Array(0), theme: "data", stale: false } as const;
  return new MapLibreOverlay({
    interleaved: true,
    getCursor: () => canvas.style.cursor,
    layers: [residenceLayer(NO_SHAPES, look, ABOVE_RESIDENCES)],
  });
}
