// Binds the state chart of interaction.ts to a map and a page: pointer and key events in, picking, marks and
// callbacks out. Pointer events run before MapLibre's own mouse and touch handlers, so a press on a centre
// can take the map's panning away before it begins.

import type { Map as MapLibre, MapMouseEvent } from "maplibre-gl";
import { type DragMark, dragMark } from "./drag-mark.ts";
import { placeBounds } from "./ground-data.ts";
import {
  type HandEffect,
  type HandEvent,
  type HandState,
  handStep,
  IDLE,
  type Pixel,
} from "./interaction.ts";
import type { MapEvents, MapModel, MapSelection } from "./map-model.ts";
import { type Pickable, type Pointer, pick, pickCenter, type Target } from "./picking.ts";

export interface HandHost {
  readonly map: MapLibre;
  readonly model: () => MapModel;
  readonly events: () => MapEvents;
  readonly pickable: () => Pickable;
  /** The centre shown as a dragged mark instead of on the map, or null. */
  readonly hide: (center: string | null) => void;
  readonly flyTo: (bounds: readonly [number, number, number, number]) => void;
}

export interface Hand {
  readonly send: (event: HandEvent) => void;
  /** The map has drawn what the last drag left: the mark may go. */
  readonly settled: () => void;
  readonly detach: () => void;
}

export function attachHand(host: HandHost): Hand {
  const { map } = host;
  let state: HandState = IDLE;
  let frame = 0;
  let hovered: number | null = null;
  let mark: DragMark | null = null;

  const send = (event: HandEvent): void => {
    const next = handStep(state, event);
    state = next.state;
    for (const effect of next.effects) run(effect);
    map.getCanvas().dataset["hand"] = state.kind;
  };
  const requestFrame = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      send({ type: "frame" });
    });
  };
  const hover = (target: Target | null): void => {
    const residence = target?.kind === "residence" ? target.row : null;
    map.getCanvas().style.cursor = cursorOf(state, target);
    if (residence === hovered) return;
    hovered = residence;
    host.events().onHover(residence);
  };
  const dropMark = (): void => {
    mark?.remove();
    mark = null;
    host.hide(null);
  };
  const handlers: { [K in HandEffect["do"]]: (effect: Extract<HandEffect, { do: K }>) => void } = {
    requestFrame,
    hover: ({ at }) =>
      hover(at === null ? null : pick(host.pickable(), host.model().centers, pointerAt(map, at))),
    select: ({ at }) => {
      const target = pick(host.pickable(), host.model().centers, pointerAt(map, at));
      host.events().onSelect(selectionOf(host.model(), target));
    },
    place: ({ at }) => host.events().onPlace(...lonLat(map, at)),
    grab: () => {
      map.dragPan.disable();
      map.getCanvas().style.cursor = "grabbing";
    },
    letGo: () => {
      map.dragPan.enable();
      map.getCanvas().style.cursor = "";
    },
    dragStart: ({ center }) => {
      const found = host.model().centers.find(({ id }) => id === center);
      if (found === undefined) return;
      hover(null);
      mark?.remove();
      mark = dragMark(map, found, host.model().language);
      host.hide(center);
      host.events().onDragStart(center);
      map.getCanvas().style.cursor = "grabbing";
    },
    dragMove: ({ center, at }) => {
      const [lon, lat] = lonLat(map, at);
      mark?.move(lon, lat);
      host.events().onDragMove(center, lon, lat);
    },
    dragEnd: ({ center, at }) => {
      const [lon, lat] = lonLat(map, at);
      mark?.move(lon, lat);
      host.events().onDragEnd(center, lon, lat);
      host.hide(null);
    },
    dragCancel: ({ center }) => {
      dropMark();
      host.events().onDragCancel(center);
    },
  };
  const run = (effect: HandEffect): void => {
    (handlers[effect.do] as (effect: HandEffect) => void)(effect);
  };

  const detachListeners = listen(host, send, () => state);
  return {
    send,
    settled: () => {
      if (state.kind !== "dragging" && mark !== null) dropMark();
    },
    detach: () => {
      detachListeners();
      cancelAnimationFrame(frame);
      mark?.remove();
    },
  };
}

/** Pointer, key and click listeners; returns what takes them off again. */
function listen(
  { map, model, pickable, flyTo }: HandHost,
  send: (event: HandEvent) => void,
  state: () => HandState,
) {
  const canvas = map.getCanvas();
  const at = (event: MouseEvent): Pixel => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const off = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(
    target: HTMLElement | Window,
    type: K,
    handler: (event: HTMLElementEventMap[K]) => void,
  ): void => target.addEventListener(type, handler as EventListener, { capture: true, signal: off.signal });
  on(canvas, "pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return send({ type: "cancel" });
    const pixel = at(event);
    const center = model().centers[pickCenter(model().centers, pointerAt(map, pixel))];
    if (center === undefined) return;
    const { x, y } = map.project([center.lon, center.lat]);
    send({ type: "press", at: pixel, center: center.id, middle: [x, y] });
  });
  on(window, "pointermove", (event) => {
    const held = state().kind === "dragging" || state().kind === "pressed";
    if (held || (event.target === canvas && event.buttons === 0)) send({ type: "move", at: at(event) });
  });
  on(window, "pointerup", (event) => send({ type: "release", at: at(event) }));
  on(window, "pointercancel", () => send({ type: "cancel" }));
  on(canvas, "pointerleave", () => send({ type: "leave" }));
  on(window, "keydown", (event) => {
    if (event.key !== "Escape" || state().kind !== "dragging") return;
    event.stopPropagation();
    send({ type: "cancel" });
  });
  const click = ({ point }: MapMouseEvent): void => send({ type: "click", at: [point.x, point.y] });
  const doubleClick = ({ point }: MapMouseEvent): void => {
    if (model().tool !== "select") return;
    const pointer = pointerAt(map, [point.x, point.y]);
    const target = pick(pickable(), [], pointer);
    const row = target?.kind === "residence" ? communityUnder(pickable(), pointer) : target?.row;
    if (row !== undefined) flyTo(placeBounds(model().baseline.communities, row));
  };
  map.on("click", click);
  map.on("dblclick", doubleClick);
  return () => {
    off.abort();
    map.off("click", click);
    map.off("dblclick", doubleClick);
  };
}

const communityUnder = (pickable: Pickable, pointer: Pointer): number | undefined =>
  pick({ ...pickable, residenceBoxes: null }, [], pointer)?.row;

function selectionOf(model: MapModel, target: Target | null): MapSelection {
  switch (target?.kind) {
    case "center":
      return { kind: "center", id: model.centers[target.row]!.id };
    case "residence":
      return { kind: "residence", index: target.row };
    case "community":
      return { kind: "community", id: model.baseline.communities.records[target.row]!.id };
    default:
      return null;
  }
}

function cursorOf(state: HandState, target: Target | null): string {
  if (state.kind === "placing") return "crosshair";
  if (target?.kind === "center") return "grab";
  return target === null ? "" : "pointer";
}

function lonLat(map: MapLibre, [x, y]: Pixel): [number, number] {
  const { lng, lat } = map.unproject([x, y]);
  return [lng, lat];
}

function pointerAt(map: MapLibre, pixel: Pixel): Pointer {
  const [lon, lat] = lonLat(map, pixel);
  const [east, south] = lonLat(map, [pixel[0] + 1, pixel[1] + 1]);
  return {
    x: pixel[0],
    y: pixel[1],
    lon,
    lat,
    perPixel: [east - lon, lat - south],
    project: (x, y) => {
      const point = map.project([x, y]);
      return [point.x, point.y];
    },
  };
}
