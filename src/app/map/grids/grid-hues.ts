// Twelve soft hues for grids, close in lightness so that none seems to matter more than another; neighbours never
// share one (the colouring is the core's). Buildings take the same hue darker. Whether a grid is in range is said by
// outline and number, never by hue.

import { rgbOf } from "../palette.ts";

export const GRID_HUES = [
  "#E9C79A",
  "#B9D7C0",
  "#C3CBEA",
  "#E8CFE0",
  "#D5E0A2",
  "#B5DCE0",
  "#F0C4B6",
  "#D8CDB6",
  "#C8DFF3",
  "#E7DFA6",
  "#D2C1E4",
  "#C5D8CE",
] as const;

/** A unit in no grid. */
export const NO_GRID_COLOR = "#BDB7AB";

/** Share of ink in the colour of a building. */
const DEEPER = 0.34;

/** RGBA per hue for buildings, the last for units in no grid: 4 × (hues + 1) bytes. */
export function buildingColors(): Uint8Array {
  const colors = new Uint8Array(4 * (GRID_HUES.length + 1));
  GRID_HUES.forEach((hue, k) => {
    colors.set([...deeper(hue), 255], 4 * k);
  });
  colors.set([...rgbOf(NO_GRID_COLOR), 255], 4 * GRID_HUES.length);
  return colors;
}

export const deeperHue = (hue: number): string =>
  `#${deeper(GRID_HUES[hue % GRID_HUES.length] ?? NO_GRID_COLOR)
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")}`;

function deeper(hue: string): number[] {
  const ink = rgbOf("#3A3F45");
  return rgbOf(hue).map((part, k) => Math.round(part * (1 - DEEPER) + (ink[k] ?? 0) * DEEPER));
}
