// Walks from centres to the raster vertices of the edges they reach: one search, then each vertex takes the
// better end of its edge, or the way along it from a centre on the same edge; as residences do.

import type { Decimetres } from "../base/index.ts";
import type { Joins, PathNetwork } from "../network/index.ts";
import { type AreaSurface, type GroundTile, TILE } from "./area-surface.ts";
import type { AreaWindow } from "./area-window.ts";
import { FAR, NO_LIMIT } from "./field-search.ts";
import { createTouchedEdges, type TouchedEdges } from "./touched-edges.ts";
import { createWorkspace, seedJoins, type Workspace } from "./workspace.ts";

/** Label of the ground of all centres together. */
export const TOGETHER = 0;

/** Fills the window with the walks from `members`, up to `farthest` and a little beyond. */
export type Stamp = (
  centers: Joins,
  members: readonly number[],
  farthest: Decimetres,
  together: boolean,
) => void;

const NO_POINTS: Joins = {
  count: 0,
  offsets: new Uint32Array(1),
  edge: new Uint32Array(0),
  along: new Uint32Array(0),
  leg: new Uint32Array(0),
  xy: new Float64Array(0),
};

export function createStamp(network: PathNetwork, surface: AreaSurface, window: AreaWindow): Stamp {
  const space = createWorkspace(network, NO_POINTS);
  const edges = createTouchedEdges(space);
  return (centers, members, farthest, together) => {
    const { search } = space;
    // Two cells beyond the last band, so that its outline lies between measured vertices.
    const most = Math.min(NO_LIMIT, farthest + 20 * surface.frame.cell);
    search.clear();
    for (const center of members) seedJoins(space, search, centers, center, together ? TOGETHER : center);
    search.run(most);
    edges.begin();
    const { cells, touchedBase } = search;
    for (let i = 0; i < search.count; i++) edges.addNode(cells[touchedBase + i]! >> 2);
    for (const center of members) edges.addJoins(centers, center);
    openWindow(surface, window, edges);
    const { column, row, width, height } = window;
    eachTile(surface, [column, column + width - 1, row, row + height - 1], (tile) => {
      for (let i = 0; i < tile.edges.length; i++) stampEnds(space, tile, window, i, most);
    });
    for (const center of members) {
      stampAlong(surface, window, centers, center, together ? TOGETHER : center, most);
    }
  };
}

/** Opens the window over all ground that the touched edges may hold. */
function openWindow({ boxes }: AreaSurface, window: AreaWindow, edges: TouchedEdges): void {
  let west = Number.POSITIVE_INFINITY;
  let south = west;
  let east = -west;
  let north = -west;
  for (let i = 0; i < edges.count; i++) {
    const box = 4 * edges.list[i]!;
    west = Math.min(west, boxes[box]!);
    east = Math.max(east, boxes[box + 1]!);
    south = Math.min(south, boxes[box + 2]!);
    north = Math.max(north, boxes[box + 3]!);
  }
  if (west > east) window.moveTo(1, 1, 1, 1);
  else window.moveTo(west, south, east, north);
}

/** Visits the tiles that a box of vertices (first and last column, first and last row) lies in. */
function eachTile(
  { tileAt, frame }: AreaSurface,
  [west, east, south, north]: readonly [number, number, number, number],
  visit: (tile: GroundTile) => void,
): void {
  const index = (vertex: number, count: number): number =>
    Math.floor(Math.max(0, Math.min(count - 1, vertex)) / TILE);
  for (let row = index(south, frame.rows); row <= index(north, frame.rows); row++) {
    for (let column = index(west, frame.columns); column <= index(east, frame.columns); column++) {
      visit(tileAt(column, row));
    }
  }
}

/** A vertex belongs to one edge, so this is its only stamp but for a centre on the same edge. */
function stampEnds(
  { search, from, to, network }: Workspace,
  { edges, offsets, ground }: GroundTile,
  window: AreaWindow,
  holder: number,
  most: Decimetres,
): void {
  const { cells } = search;
  const edge = edges[holder]!;
  const a = from[edge]!;
  const b = to[edge]!;
  const atFrom = cells[a]!;
  const atTo = cells[b]! + network.edgeLength[edge]!;
  if (atFrom >= FAR && cells[b]! >= FAR) return;
  const fromCenter = cells[a + 1]!;
  const toCenter = cells[b + 1]!;
  const { field, spans, width, column, row } = window;
  for (let i = 4 * offsets[holder]!, end = 4 * offsets[holder + 1]!; i < end; i += 4) {
    const viaFrom = atFrom + ground[i + 2]!;
    const viaTo = atTo - ground[i + 2]!;
    const aside = ground[i + 3]!;
    const walk = (viaTo < viaFrom ? viaTo : viaFrom) + aside;
    if (walk > most) continue;
    const x = (ground[i]! - column) | 0;
    const y = (ground[i + 1]! - row) | 0;
    const at = 3 * (y * width + x);
    field[at] = walk;
    field[at + 1] = aside;
    field[at + 2] = viaTo < viaFrom ? toCenter : fromCenter;
    if (x < spans[2 * y]!) spans[2 * y] = x;
    if (x > spans[2 * y + 1]!) spans[2 * y + 1] = x;
  }
}

/** The ground of the edges that a centre joins, by the way along the edge. */
function stampAlong(
  surface: AreaSurface,
  window: AreaWindow,
  centers: Joins,
  center: number,
  label: number,
  most: Decimetres,
): void {
  const { field, spans, width, column, row } = window;
  for (let j = centers.offsets[center]!; j < centers.offsets[center + 1]!; j++) {
    const edge = centers.edge[j]!;
    const [west, east, south, north] = surface.boxes.subarray(4 * edge, 4 * edge + 4);
    eachTile(surface, [west!, east!, south!, north!], ({ edges, offsets, ground }) => {
      const holder = edges.indexOf(edge);
      if (holder < 0) return;
      for (let i = 4 * offsets[holder]!; i < 4 * offsets[holder + 1]!; i += 4) {
        const aside = ground[i + 3]!;
        const walk = centers.leg[j]! + Math.abs(centers.along[j]! - ground[i + 2]!) + aside;
        const x = ground[i]! - column;
        const y = ground[i + 1]! - row;
        const at = 3 * (y * width + x);
        if (walk > most || walk >= field[at]!) continue;
        field[at] = walk;
        field[at + 1] = aside;
        field[at + 2] = label;
        spans[2 * y] = Math.min(spans[2 * y]!, x);
        spans[2 * y + 1] = Math.max(spans[2 * y + 1]!, x);
      }
    });
  }
}
