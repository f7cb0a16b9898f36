// Outlines of the labelled regions of a raster: marching squares (Lorensen & Cline's idea in the plane) for
// any number of labels. Where two labels meet on a grid line there is one crossing, shared by both outlines,
// so neighbours tile each other exactly. Rings keep their region on the left: outer rings run counter-
// clockwise, holes clockwise. A cell whose corners alternate joins the outside, or the lower label; a cell
// where three or four regions meet gets a meeting point in its middle. Crossings stay off the cell corners,
// hence no two outlines of one label touch.

import type { AreaWindow } from "./area-window.ts";

/** Places a crossing on the grid line from `vertex` to `other`: share of the way, in (0, 1). */
export type CrossingAt = (vertex: number, other: number) => number;
/** Takes a closed ring of `label`: `size` pairs in metres, the first not repeated; valid until the next ring. */
export type TakeRing = (label: number, ring: Float64Array, size: number) => void;

/**
 * Traces the regions of `window.inside` that have a label ≥ 0. Keys are 4 × vertex + 2 × (the grid line runs
 * upwards from it) + (the region is at the line's far end); next[key] is the next key + 1, negative when
 * the outline goes through the middle of the cell, and 0 when there is nothing left to trace.
 */
export function traceRings(window: AreaWindow, crossingAt: CrossingAt, take: TakeRing): void {
  const { next, inside, width } = window;
  for (const start of linkCells(window)) {
    if (next[start] === 0) continue;
    const far = (start & 1) * ((start & 2) === 0 ? 1 : width);
    const size = follow(window, start, crossingAt);
    take(inside[(start >> 2) + far]!, window.ring, size);
  }
}

/** Links the outlines through every cell that has unlike corners; returns the keys. */
function linkCells(window: AreaWindow): readonly number[] {
  const { width, height, inside, spans } = window;
  const linker = new CellLinker(window);
  for (let row = 0; row + 1 < height; row++) {
    const from = Math.max(0, Math.min(spans[2 * row]!, spans[2 * row + 2]!) - 1);
    const end = row * width + Math.min(width - 2, Math.max(spans[2 * row + 1]!, spans[2 * row + 3]!));
    let a = inside[row * width + from]!;
    let d = inside[row * width + width + from]!;
    for (let v = row * width + from; v <= end; v++) {
      const b = inside[v + 1]!;
      const c = inside[v + width + 1]!;
      if (a !== b || a !== c || a !== d) linker.link(v, a, b, c, d);
      a = b;
      d = c;
    }
  }
  return linker.keys;
}

class CellLinker {
  readonly keys: number[] = [];
  private readonly next: Int32Array;
  /** Labels of the corners, counter-clockwise from the lower left. */
  private readonly corners = new Int32Array(4);
  /** Key of the side after corner i, seen from corner i and from corner i + 1, less 4 × the cell's vertex. */
  private readonly near: Int32Array;
  private readonly far: Int32Array;

  constructor({ next, width }: AreaWindow) {
    this.next = next;
    this.near = Int32Array.of(0, 6, 4 * width + 1, 3);
    this.far = Int32Array.of(1, 7, 4 * width, 2);
  }

  /** Links the regions of the cell whose lower left vertex is `v`. */
  link(v: number, a: number, b: number, c: number, d: number): void {
    const { corners, near, far } = this;
    corners[0] = a;
    corners[1] = b;
    corners[2] = c;
    corners[3] = d;
    const sides = Number(a !== b) + Number(b !== c) + Number(c !== d) + Number(d !== a);
    const joined = sides === 4 ? joinedDiagonal(a, b, c, d) : -1;
    const meeting = sides === 3 || (sides === 4 && a !== c && b !== d);
    for (let i = 0; i < 4; i++) {
      const label = corners[i]!;
      if (label < 0 || label === corners[(i + 3) & 3]) continue;
      // A run of equal corners begins here; the outline comes in by the side after its last corner.
      let last = i;
      while (corners[(last + 1) & 3] === label) last = (last + 1) & 3;
      const from = 4 * v + near[last]!;
      const to = 4 * v + far[(i & 1) === joined ? (i + 1) & 3 : (i + 3) & 3]!;
      this.next[from] = meeting ? -(to + 1) : to + 1;
      this.keys.push(from);
    }
  }
}

/** Of four alternating corners: 0 when a and c are one region across the cell, 1 when b and d are, -1 neither. */
function joinedDiagonal(a: number, b: number, c: number, d: number): number {
  if (a === c && (b !== d || a < b)) return 0;
  return b === d ? 1 : -1;
}

/** Follows the outline from `start` into window.ring, unlinking it; returns its number of vertices. */
function follow(window: AreaWindow, start: number, crossingAt: CrossingAt): number {
  const { next, width, frame } = window;
  const left = frame.x + window.column * frame.cell;
  const bottom = frame.y + window.row * frame.cell;
  let size = 0;
  const put = (x: number, y: number): void => {
    if (2 * size === window.ring.length) window.ring = doubled(window.ring);
    window.ring[2 * size] = left + x * frame.cell;
    window.ring[2 * size + 1] = bottom + y * frame.cell;
    size++;
  };
  for (let key = start; ; ) {
    const vertex = key >> 2;
    const upward = (key & 2) !== 0;
    const share = crossingAt(vertex, vertex + (upward ? width : 1));
    const x = vertex % width;
    const y = (vertex - x) / width;
    put(upward ? x : x + share, upward ? y + share : y);
    const link = next[key]!;
    next[key] = 0;
    const to = Math.abs(link) - 1;
    if (link < 0) {
      // The middle of the one cell that has both grid lines as sides.
      const other = to >> 2;
      put(Math.min(x, other % width) + 0.5, Math.min(y, Math.floor(other / width)) + 0.5);
    }
    if (to === start) return size;
    key = to;
  }
}

const doubled = (ring: Float64Array): Float64Array<ArrayBuffer> => {
  const larger = new Float64Array(2 * ring.length);
  larger.set(ring);
  return larger;
};
