// The hand on the siting step: a pin that tells its gain as it moves, a way drawn click by click, a candidate picked. It
// listens on the map's container before the map and the other hand, and takes only what its tool is for. From the
// keyboard, Enter is the click; once more on the same spot it ends a way.

import type { Map as MapLibre } from "maplibre-gl";
import { DRAG_THRESHOLD, type Pixel } from "../interaction.ts";
import { attachKeyPointer } from "../key-pointer.ts";
import { SITE_MARKS } from "./site-layers.ts";
import { isLinkTool, isPinTool, type SiteEvents, type SiteScene, type SiteTool } from "./site-scene.ts";

export interface SiteHand {
  /** The tool of the scene; null puts it away. */
  readonly take: (scene: SiteScene | null) => void;
  readonly detach: () => void;
}

/** Pixels around a candidate in which a click picks it. */
const NEAR = 5;

export function attachSiteHand(map: MapLibre, events: SiteEvents): SiteHand {
  const canvas = map.getCanvas();
  const tag = createTag(map.getContainer());
  let tool: SiteTool | null = null;
  let pointer: Pixel | null = null;
  let pressed: Pixel = [0, 0];
  let frame = 0;

  const lonLat = (pixel: Pixel): [number, number] => map.unproject([...pixel]).toArray();
  const at = (event: MouseEvent): Pixel => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const look = (next: Pixel | null): void => {
    pointer = next;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      tag.move(pointer);
      events.onPoint(pointer === null ? null : lonLat(pointer));
    });
  };
  const isHolding = (): boolean => tool !== null && tool !== "select";
  let placed: Pixel | null = null;
  const keys = attachKeyPointer(map, {
    isOn: isHolding,
    mayPan: () => true,
    onMove: (at) => {
      placed = null;
      if (tool !== null && isPinTool(tool)) look(at);
    },
    onEnter: (at) => {
      if (tool !== null && isLinkTool(tool) && placed === at) return false;
      placed = at;
      events.onPress(...lonLat(at));
      return true;
    },
  });
  const off = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    handler: (event: HTMLElementEventMap[K]) => void,
  ): void =>
    map
      .getContainer()
      .addEventListener(type, handler as EventListener, { capture: true, signal: off.signal });

  on("pointerdown", (event) => {
    pressed = at(event);
    if (isHolding() && event.target === canvas) canvas.dataset["hand"] = "siting";
  });
  on("pointermove", (event) => {
    if (tool !== null && isPinTool(tool) && event.target === canvas) look(at(event));
  });
  on("pointerleave", () => {
    if (tool !== null && isPinTool(tool)) look(null);
  });
  on("click", (event) => {
    if (tool === null || event.target !== canvas) return;
    const pixel = at(event);
    if (Math.hypot(pixel[0] - pressed[0], pixel[1] - pressed[1]) > DRAG_THRESHOLD) return;
    const candidate = tool === "select" ? candidateAt(map, pixel) : null;
    if (candidate === null && tool === "select") return;
    event.stopPropagation();
    if (candidate !== null) events.onPick(candidate);
    else if (event.detail < 2) events.onPress(...lonLat(pixel));
  });
  on("dblclick", (event) => {
    if (!isHolding() || event.target !== canvas) return;
    event.stopPropagation();
    events.onFinish();
  });
  return {
    take: (scene) => {
      tag.say(scene?.tag ?? null);
      const next = scene?.tool ?? null;
      if (next === tool) return;
      tool = next;
      canvas.style.cursor = isHolding() ? "crosshair" : "";
      canvas.dataset["siteTool"] = tool ?? "";
      if (tool === null || !isPinTool(tool)) look(null);
      keys.hide();
      if (isHolding() && document.activeElement === document.body) canvas.focus({ preventScroll: true });
    },
    detach: () => {
      off.abort();
      keys.detach();
      cancelAnimationFrame(frame);
      tag.remove();
    },
  };
}

function candidateAt(map: MapLibre, [x, y]: Pixel): string | null {
  const box: [[number, number], [number, number]] = [
    [x - NEAR, y - NEAR],
    [x + NEAR, y + NEAR],
  ];
  const [found] = map.queryRenderedFeatures(box, { layers: [SITE_MARKS] });
  return (found?.properties["id"] as string | undefined) ?? null;
}

/** Words that go with the pointer, without a repaint of the map. */
function createTag(container: HTMLElement) {
  const element = document.createElement("div");
  element.className = "site-tag";
  element.hidden = true;
  container.append(element);
  let words: string | null = null;
  let place: Pixel | null = null;
  const show = (): void => {
    element.hidden = words === null || place === null;
    if (words !== null) element.textContent = words;
    if (place !== null) element.style.transform = `translate(${place[0] + 14}px, ${place[1] + 14}px)`;
  };
  return {
    say: (next: string | null): void => {
      words = next;
      show();
    },
    move: (next: Pixel | null): void => {
      place = next;
      show();
    },
    remove: (): void => element.remove(),
  };
}
