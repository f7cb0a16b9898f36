// The hand with a grid tool in it: pointer and key events in, the state chart of grid-gesture.ts, callbacks and ink
// out. It listens on the map's container, before the map and the other hand, and takes only what its tool is for. From
// the keyboard, Enter presses and, once more, lets go.

import type { Map as MapLibre } from "maplibre-gl";
import type { Pixel } from "../interaction.ts";
import { attachKeyPointer } from "../key-pointer.ts";
import { GESTURE_IDLE, type GestureEffect, type GestureEvent, gestureStep } from "./grid-gesture.ts";
import { createInk } from "./grid-ink.ts";
import type { GridEvents, GridPointer, GridScene } from "./grid-scene.ts";
import type { GridTool } from "./grid-tools.ts";

export interface GridHand {
  /** The tool and brush of the scene; null puts the tool away. */
  readonly take: (scene: GridScene | null) => void;
  readonly detach: () => void;
}

type Handlers = { readonly [K in GestureEffect["do"]]: (effect: Extract<GestureEffect, { do: K }>) => void };

export function attachGridHand(map: MapLibre, events: GridEvents): GridHand {
  const canvas = map.getCanvas();
  const ink = createInk(map.getContainer());
  let state = GESTURE_IDLE;
  let radius = 0;
  let frame = 0;

  const send = (event: GestureEvent): void => {
    const next = gestureStep(state, event);
    state = next.state;
    for (const effect of next.effects) (handlers[effect.do] as (effect: GestureEffect) => void)(effect);
    canvas.dataset["gesture"] = `${state.kind} ${state.tool}`;
  };
  const hold = (held: boolean): void => {
    for (const way of [map.dragPan, map.boxZoom]) held ? way.disable() : way.enable();
  };
  const handlers: Handlers = {
    hold: () => hold(true),
    letGo: () => hold(false),
    requestFrame: () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        send({ type: "frame" });
      });
    },
    ink: ({ points }) => ink.shape(points, state.tool === "lasso"),
    strokeStart: ({ tool, at }) => events.onStrokeStart(tool, pointerAt(map, at)),
    strokeMove: ({ tool, trail }) =>
      events.onStrokeMove(
        tool,
        trail.map((at) => pointerAt(map, at)),
      ),
    strokeEnd: ({ tool }) => events.onStrokeEnd(tool),
    strokeCancel: ({ tool }) => events.onStrokeCancel(tool),
    shape: ({ tool, points }) =>
      events.onShape(
        tool,
        points.map((at) => pointerAt(map, at)),
      ),
  };
  canvas.dataset["gesture"] = "idle select";
  const isBusy = (): boolean => state.kind !== "idle";
  const showRing = (at: Pixel | null): void => ink.ring(state.tool === "brush" ? at : null, radius);
  const keys = attachKeyPointer(map, {
    isOn: () => state.tool !== "select",
    mayPan: () => !isBusy(),
    onMove: (at) => {
      showRing(at);
      if (isBusy()) send({ type: "move", at });
    },
    onEnter: (at) => {
      send({ type: isBusy() ? "release" : "press", at });
      return true;
    },
  });
  const stopListening = listen(map, {
    send,
    tool: () => state.tool,
    isBusy,
    showRing,
  });
  return {
    take: (scene) => {
      radius = scene?.brush ?? 0;
      const tool = scene?.tool ?? "select";
      if (tool === state.tool) return;
      send({ type: "tool", tool });
      canvas.style.cursor = cursorOf(tool);
      ink.ring(null, radius);
      keys.hide();
      if (tool !== "select" && document.activeElement === document.body)
        canvas.focus({ preventScroll: true });
    },
    detach: () => {
      stopListening();
      keys.detach();
      cancelAnimationFrame(frame);
      ink.remove();
    },
  };
}

interface Listener {
  readonly send: (event: GestureEvent) => void;
  readonly tool: () => GridTool;
  /** A gesture is under way. */
  readonly isBusy: () => boolean;
  readonly showRing: (at: Pixel | null) => void;
}

/** Returns what takes the listeners off again. */
function listen(map: MapLibre, { send, tool, isBusy, showRing }: Listener): () => void {
  const canvas = map.getCanvas();
  const off = new AbortController();
  let panning = false;
  const at = (event: MouseEvent): Pixel => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const on = <K extends keyof HTMLElementEventMap>(
    target: HTMLElement | Window,
    type: K,
    handler: (event: HTMLElementEventMap[K]) => void,
  ): void => target.addEventListener(type, handler as EventListener, { capture: true, signal: off.signal });

  on(map.getContainer(), "pointerdown", (event) => {
    if (event.target !== canvas || tool() === "select" || panning) return;
    if (!event.isPrimary || event.button !== 0) return send({ type: "cancel" });
    event.stopPropagation();
    send({ type: "press", at: at(event) });
  });
  on(window, "pointermove", (event) => {
    showRing(event.target === canvas && !panning ? at(event) : null);
    if (isBusy() && event.isPrimary) send({ type: "move", at: at(event) });
  });
  on(window, "pointerup", (event) => {
    if (isBusy() && event.isPrimary) send({ type: "release", at: at(event) });
  });
  on(window, "pointercancel", () => send({ type: "cancel" }));
  on(canvas, "pointerleave", () => showRing(null));
  on(window, "keydown", (event) => {
    if (event.key === "Escape" && isBusy()) {
      event.stopPropagation();
      send({ type: "cancel" });
    }
    if (event.key !== " " || tool() === "select" || isControl(event.target)) return;
    event.preventDefault();
    panning = true;
    canvas.style.cursor = "grab";
  });
  on(window, "keyup", (event) => {
    if (event.key !== " " || !panning) return;
    panning = false;
    canvas.style.cursor = cursorOf(tool());
  });
  return () => off.abort();
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, select, textarea, button");

const cursorOf = (tool: GridTool): string => (tool === "select" ? "" : "crosshair");

function pointerAt(map: MapLibre, [x, y]: Pixel): GridPointer {
  const { lng: lon, lat } = map.unproject([x, y]);
  const next = map.unproject([x + 1, y + 1]);
  return { lon, lat, perPixel: [next.lng - lon, lat - next.lat] };
}
