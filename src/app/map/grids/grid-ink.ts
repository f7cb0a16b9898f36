// What the hand holds, drawn over the map in an SVG of its own: the ring of the brush, the loop of the lasso, the
// line of a cut. Moves in the frame of the pointer without a repaint of the map.

import type { Pixel } from "../interaction.ts";

export interface GridInk {
  readonly ring: (at: Pixel | null, radius: number) => void;
  readonly shape: (points: readonly Pixel[] | null, closed: boolean) => void;
  readonly remove: () => void;
}

const SVG = "http://www.w3.org/2000/svg";

export function createInk(container: HTMLElement): GridInk {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "grid-ink");
  svg.setAttribute("aria-hidden", "true");
  const circle = document.createElementNS(SVG, "circle");
  const line = document.createElementNS(SVG, "path");
  svg.append(line, circle);
  container.append(svg);
  return {
    ring: (at, radius) => {
      circle.style.display = at === null ? "none" : "";
      if (at === null) return;
      circle.setAttribute("cx", String(at[0]));
      circle.setAttribute("cy", String(at[1]));
      circle.setAttribute("r", String(radius));
    },
    shape: (points, closed) => {
      line.setAttribute(
        "d",
        points === null ? "" : `M${points.map(([x, y]) => `${x},${y}`).join("L")}${closed ? "Z" : ""}`,
      );
    },
    remove: () => svg.remove(),
  };
}
