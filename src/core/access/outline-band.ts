// The outline of one band on the stamped raster. Inside is where the walk is within the limit and the path
// within the buffer; the outline runs where the worse of the two, interpolated between vertices, is even.

import type { Decimetres } from "../base/index.ts";
import type { AreaSurface } from "./area-surface.ts";
import type { AreaWindow } from "./area-window.ts";
import { type CrossingAt, type TakeRing, traceRings } from "./trace-rings.ts";

/** Share of a grid line by which every crossing stays off its ends. */
const CLEAR = 0.02;

/** Gives each ring of the band to `take`. */
export function outlineBand(
  surface: AreaSurface,
  window: AreaWindow,
  limit: Decimetres,
  take: TakeRing,
): void {
  const { field, inside, spans, width, height } = window;
  const { widest } = surface;
  inside.fill(-1, 0, width * height);
  for (let row = 0; row < height; row++) {
    const end = row * width + spans[2 * row + 1]!;
    for (let v = row * width + spans[2 * row]!; v <= end; v++) {
      if (field[3 * v]! <= limit && field[3 * v + 1]! <= widest) inside[v] = field[3 * v + 2]!;
    }
  }
  traceRings(window, crossingOf(surface, window, limit), take);
}

function crossingOf(surface: AreaSurface, window: AreaWindow, limit: Decimetres): CrossingAt {
  const { field, inside } = window;
  const { walls, widest } = surface;
  const cell = 10 * surface.frame.cell;
  /** How far outside a vertex is, decimetres, negative inside; a cell at most, so that a jump is split evenly. */
  const excess = (v: number): number =>
    Math.max(-cell, Math.min(cell, Math.max(field[3 * v]! - limit, field[3 * v + 1]! - widest)));
  return (v: number, other: number): number => {
    const isIn = inside[v]! >= 0;
    let share: number;
    if (isIn && inside[other]! >= 0) {
      // Two centres meet: each would reach the other's vertex about a cell later than its own.
      share = 0.5 + (field[3 * other]! - field[3 * v]!) / (2 * cell);
    } else {
      const here = excess(v);
      const there = excess(other);
      const column = window.column + (v % window.width);
      const cut = walls.cutOf(column, window.row + Math.floor(v / window.width), other !== v + 1);
      // Up to a barrier the ground goes on as it is on the near side: a metre further, a metre less to spare.
      if (!cut) share = here / (here - there);
      else if (isIn) share = Math.min(-here / cell, cut[0] - CLEAR);
      else share = Math.max(1 + there / cell, cut[1] + CLEAR);
    }
    return Math.max(CLEAR, Math.min(1 - CLEAR, share));
  };
}
