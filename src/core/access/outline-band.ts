// The outline of one band on the stamped raster. Inside is where the walk is within the limit and the path
// within the buffer; the outline runs where the worse of the two, interpolated between vertices, is even.

import type { Decimetres } from "../base/index.ts";
import type { AreaSurface } from "./area-surface.ts";
import type { AreaWindow } from "./area-window.ts";
import { traceRings } from "./trace-rings.ts";

/** Rings in metres per label. */
export type BandRings = ReadonlyMap<number, readonly (readonly number[])[]>;

/** Share of a grid line by which every crossing stays off its ends. */
const CLEAR = 0.02;

export function outlineBand(surface: AreaSurface, window: AreaWindow, limit: Decimetres): BandRings {
  const { walk, aside, center, inside, width, height } = window;
  const buffer = 10 * surface.buffer;
  for (let v = 0, end = width * height; v < end; v++) {
    inside[v] = walk[v]! <= limit && aside[v]! <= buffer ? center[v]! : -1;
  }
  const { cell, x, y } = surface.frame;
  const rings = new Map<number, number[][]>();
  const crossing = crossingOf(surface, window, limit);
  traceRings(window, crossing, (label, ring) => {
    const metres = ring.map((value, i) =>
      i % 2 === 0 ? x + (window.column + value) * cell : y + (window.row + value) * cell,
    );
    const list = rings.get(label);
    if (list) list.push(metres);
    else rings.set(label, [metres]);
  });
  return rings;
}

function crossingOf(surface: AreaSurface, window: AreaWindow, limit: Decimetres) {
  const { walk, aside, inside } = window;
  const { walls } = surface;
  const cell = 10 * surface.frame.cell;
  const buffer = 10 * surface.buffer;
  /** How far outside a vertex is, decimetres, negative inside; a cell at most, so that a jump is split evenly. */
  const excess = (v: number): number =>
    Math.max(-cell, Math.min(cell, Math.max(walk[v]! - limit, aside[v]! - buffer)));
  return (v: number, other: number): number => {
    const isIn = inside[v]! >= 0;
    let share: number;
    if (isIn && inside[other]! >= 0) {
      // Two centres meet: each would reach the other's vertex about a cell later than its own.
      share = 0.5 + (walk[other]! - walk[v]!) / (2 * cell);
    } else {
      const here = excess(v);
      share = here / (here - excess(other));
      const column = window.column + (v % window.width);
      const cut = walls.cutOf(column, window.row + Math.floor(v / window.width), other !== v + 1);
      if (cut) share = isIn ? Math.min(share, cut[0] - CLEAR) : Math.max(share, cut[1] + CLEAR);
    }
    return Math.max(CLEAR, Math.min(1 - CLEAR, share));
  };
}
