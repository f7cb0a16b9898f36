// A pointer moved by keys, so that whatever a tool does under the mouse it does from the keyboard too: arrows move a
// cross over the map (Shift: farther), at its edge the map instead; Enter is what a press of the button is. It listens
// on the map's canvas, is there from the first arrow key on, and goes when the mouse moves or the canvas loses focus.

import type { Map as MapLibre } from "maplibre-gl";
import type { Pixel } from "./interaction.ts";

export interface KeyPointerEvents {
  /** A tool is held that wants a place. */
  readonly isOn: () => boolean;
  /** The map may move under the pointer. */
  readonly mayPan: () => boolean;
  readonly onMove: (at: Pixel) => void;
  /** False: Enter means something else now. */
  readonly onEnter: (at: Pixel) => boolean;
}

export interface KeyPointer {
  readonly hide: () => void;
  readonly detach: () => void;
}

/** Pixels a key moves it. */
const STEP = 8;
const FAR_STEP = 48;
/** Pixels to the edge of the map. */
const MARGIN = 24;

const DIRECTIONS: Readonly<Record<string, Pixel>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function attachKeyPointer(map: MapLibre, events: KeyPointerEvents): KeyPointer {
  const canvas = map.getCanvas();
  const cross = createCross(map.getContainer());
  const off = new AbortController();
  const options = { capture: true, signal: off.signal };
  let at: Pixel | null = null;

  const place = (next: Pixel | null): void => {
    at = next;
    cross.show(next);
  };
  const move = ([dx, dy]: Pixel): void => {
    const { clientWidth: width, clientHeight: height } = canvas;
    const [x, y] = at ?? [width / 2, height / 2];
    const next: Pixel = [within(x + dx, width), within(y + dy, height)];
    const beyond: Pixel = [x + dx - next[0], y + dy - next[1]];
    if ((beyond[0] !== 0 || beyond[1] !== 0) && events.mayPan()) map.panBy([...beyond], { duration: 0 });
    place(next);
    events.onMove(next);
  };
  const press = (event: KeyboardEvent): boolean => {
    const direction = DIRECTIONS[event.key];
    if (direction !== undefined) {
      const step = event.shiftKey ? FAR_STEP : STEP;
      move([direction[0] * step, direction[1] * step]);
      return true;
    }
    return event.key === "Enter" && at !== null && events.onEnter(at);
  };
  canvas.addEventListener(
    "keydown",
    (event) => {
      if (!events.isOn() || event.ctrlKey || event.metaKey || event.altKey || !press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    options,
  );
  map.getContainer().addEventListener("pointermove", () => place(null), options);
  canvas.addEventListener("blur", () => place(null), options);
  return {
    hide: () => place(null),
    detach: () => {
      off.abort();
      cross.remove();
    },
  };
}

const within = (value: number, size: number): number => Math.min(size - MARGIN, Math.max(MARGIN, value));

const SVG = "http://www.w3.org/2000/svg";
/** Pixels from the middle to an end. */
const ARM = 11;

function createCross(container: HTMLElement) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "key-pointer");
  svg.setAttribute("viewBox", `${-ARM} ${-ARM} ${2 * ARM} ${2 * ARM}`);
  svg.setAttribute("aria-hidden", "true");
  Object.assign(svg.style, {
    position: "absolute",
    left: `${-ARM}px`,
    top: `${-ARM}px`,
    width: `${2 * ARM}px`,
    height: `${2 * ARM}px`,
    pointerEvents: "none",
    display: "none",
  });
  for (const [color, width] of [
    ["#fff", 4],
    ["#1f2328", 1.5],
  ] as const) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", `M${-ARM},0H-3M3,0H${ARM}M0,${-ARM}V-3M0,3V${ARM}`);
    path.setAttribute("stroke", color);
    path.setAttribute("stroke-width", String(width));
    svg.append(path);
  }
  container.append(svg);
  return {
    show: (at: Pixel | null): void => {
      svg.style.display = at === null ? "none" : "";
      if (at !== null) svg.style.transform = `translate(${at[0]}px, ${at[1]}px)`;
    },
    remove: (): void => svg.remove(),
  };
}
