// Outlines of the labelled regions of a raster: marching squares (Lorensen & Cline's idea in the plane) for
// any number of labels. Where two labels meet on a grid line there is one crossing, shared by both outlines,
// so neighbours tile each other exactly. Rings keep their region on the left: outer rings run counter-
// clockwise, holes clockwise. A cell whose corners alternate joins the outside, or the lower label; a cell
// where three or four regions meet gets a meeting point in its middle. Crossings stay off the cell corners,
// hence no two outlines of one label touch.

import type { AreaWindow } from "./area-window.ts";

/** Places a crossing on the grid line from `vertex` to `other`: share of the way, in (0, 1). */
export type CrossingAt = (vertex: number, other: number) => number;
/** Takes a closed ring of `label`: pairs in cells of the window, first not repeated; valid until the next ring. */
export type TakeRing = (label: number, ring: readonly number[]) => void;

/** Keys: 4 × vertex + 2 × (grid line upwards) + (the region is at its upper end); next[key] is 0 or next key + 1. */
export function traceRings(window: AreaWindow, crossingAt: CrossingAt, take: TakeRing): void {
  const starts = linkCells(window);
  for (const start of starts) {
    if (window.next[start] !== 0)
      take(window.inside[regionVertex(window, start)]!, follow(window, start, crossingAt));
  }
}

function linkCells(window: AreaWindow): readonly number[] {
  const { width, height, inside } = window;
  const starts: number[] = [];
  for (let row = 0; row + 1 < height; row++) {
    const end = row * width + width - 1;
    let a = inside[row * width]!;
    let d = inside[row * width + width]!;
    for (let v = row * width; v < end; v++) {
      const b = inside[v + 1]!;
      const c = inside[v + width + 1]!;
      if (a !== b || a !== c || a !== d) linkCell(window, v, a, b, c, d, starts);
      a = b;
      d = c;
    }
  }
  return starts;
}

/** Corners counter-clockwise from the lower left: a, b, c, d; sides ab, bc, cd, da. */
function linkCell(
  window: AreaWindow,
  v: number,
  a: number,
  b: number,
  c: number,
  d: number,
  starts: number[],
): void {
  const { next, width } = window;
  const corners = [a, b, c, d];
  // Keys of each side seen from the corner before it and from the corner after it.
  const before = [4 * v, 4 * (v + 1) + 2, 4 * (v + width) + 1, 4 * v + 3];
  const after = [4 * v + 1, 4 * (v + 1) + 3, 4 * (v + width), 4 * v + 2];
  const sides = Number(a !== b) + Number(b !== c) + Number(c !== d) + Number(d !== a);
  const joined = sides === 4 ? joinedDiagonal(a, b, c, d) : -1;
  const meeting = sides === 3 || (sides === 4 && a !== c && b !== d);
  const link = (from: number, to: number): void => {
    next[from] = meeting ? -(to + 1) : to + 1;
    starts.push(from);
  };
  for (let i = 0; i < 4; i++) {
    const label = corners[i]!;
    if (label < 0 || label === corners[(i + 3) & 3]) continue;
    // A run of equal corners starts at corner i: its outline enters by the side after its last corner.
    let last = i;
    while (corners[(last + 1) & 3] === label) last = (last + 1) & 3;
    if ((i & 1) === joined) link(before[i]!, after[(i + 1) & 3]!);
    else link(before[last]!, after[(i + 3) & 3]!);
  }
}

/** Of four alternating corners: 0 when a and c are one region across the cell, 1 when b and d are, -1 neither. */
function joinedDiagonal(a: number, b: number, c: number, d: number): number {
  if (a === c && (b !== d || a < b)) return 0;
  return b === d ? 1 : -1;
}

/** Window vertex at the region's end of the grid line that `key` names. */
const regionVertex = ({ width }: AreaWindow, key: number): number =>
  (key >> 2) + (key & 1) * ((key & 2) === 0 ? 1 : width);

function follow(window: AreaWindow, start: number, crossingAt: CrossingAt): readonly number[] {
  const { next, width } = window;
  const ring: number[] = [];
  for (let key = start; ; ) {
    const vertex = key >> 2;
    const upward = (key & 2) !== 0;
    const share = crossingAt(vertex, vertex + (upward ? width : 1));
    const x = vertex % width;
    const y = (vertex - x) / width;
    ring.push(upward ? x : x + share, upward ? y + share : y);
    const link = next[key]!;
    next[key] = 0;
    const to = Math.abs(link) - 1;
    if (link < 0) {
      const other = to >> 2;
      // The middle of the one cell that has both grid lines as sides.
      const column = Math.min(x, other % width);
      const row = Math.min(y, Math.floor(other / width));
      ring.push(column + 0.5, row + 0.5);
    }
    if (to === start) return ring;
    key = to;
  }
}
