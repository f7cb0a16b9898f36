// The ground around the paths: every raster vertex within the buffer of a path belongs to its nearest path
// point that it sees across no barrier (a Voronoi diagram of the edges, cut off at the buffer). A service
// area is then the vertices whose path point is near enough, wherever the centre: the rule by which a
// residence joins the network, so that picture and table agree. The raster is laid tile by tile, when an
// area first comes there: a drag in a large city pays for its own quarter only.

import type { Metres, SquareMetres } from "../base/index.ts";
import type { LineColumns } from "../geo/index.ts";
import { type PathNetwork, shapeLength } from "../network/index.ts";
import { type BarrierWalls, createBarrierWalls } from "./barrier-walls.ts";
import { indexEdges } from "./edge-tiles.ts";
import type { RasterFrame } from "./raster-frame.ts";

/** Vertices along a side of a tile. */
export const TILE = 128;
/** A network so wide that it would have more tiles gets larger cells. */
const MOST_TILES = 2 ** 20;
/** Width of the strips claimed first: in a town most ground is nearer to a path. */
const NEAR: Metres = 20;

export interface AreaSurface {
  readonly frame: RasterFrame;
  /** Greatest aside that is inside, decimetres: the buffer less half a cell. */
  readonly widest: number;
  readonly walls: BarrierWalls;
  /** Columns and rows of vertices that edge e may hold: first column, last column, first row, last row at 4 e. */
  readonly boxes: Int32Array;
  /** The tile in this column and row of tiles; its vertices start at TILE × each. */
  tileAt(column: number, row: number): GroundTile;
}

export interface GroundTile {
  /** Edges that hold vertices here, ascending; those of edges[i] are [offsets[i], offsets[i+1]). */
  readonly edges: Uint32Array;
  readonly offsets: Uint32Array;
  /**
   * Four numbers a vertex: column, row, position of its path point on the edge (decimetres from the
   * from-node), straight distance from path point to vertex (decimetres), its aside. That is less half a cell:
   * a path runs between vertices, and its own ground must not end before it does.
   */
  readonly ground: Float32Array;
}

export interface SurfaceOptions {
  readonly barriers: LineColumns;
  readonly buffer: Metres;
  readonly cell: Metres;
}

export function createAreaSurface(network: PathNetwork, options: SurfaceOptions): AreaSurface {
  const { buffer } = options;
  const frame = frameOf(network, buffer, options.cell);
  // A cell more than the buffer, so that its outline lies between measured vertices.
  const reach = buffer + frame.cell;
  const walls = createBarrierWalls(options.barriers, frame, reach);
  const { boxes, perRow, offsets, edges } = indexEdges(network, frame, reach, TILE);
  const tiles = new Map<number, GroundTile>();
  const claims = createClaims(network, frame, walls);
  return {
    frame,
    widest: 10 * buffer - 5 * frame.cell,
    walls,
    boxes,
    tileAt(column, row) {
      const number = row * perRow + column;
      const kept = tiles.get(number);
      if (kept) return kept;
      const tile = layTile(claims, edges.subarray(offsets[number], offsets[number + 1]), column, row, reach);
      tiles.set(number, tile);
      return tile;
    },
  };
}

function frameOf({ shapeXY }: PathNetwork, buffer: Metres, asked: Metres): RasterFrame {
  let west = Number.POSITIVE_INFINITY;
  let south = west;
  let east = -west;
  let north = -west;
  for (let i = 0; i < shapeXY.length; i += 2) {
    west = Math.min(west, shapeXY[i]!);
    east = Math.max(east, shapeXY[i]!);
    south = Math.min(south, shapeXY[i + 1]!);
    north = Math.max(north, shapeXY[i + 1]!);
  }
  if (west > east) return { x: 0, y: 0, cell: asked, columns: 1, rows: 1 };
  const cell = Math.max(asked, Math.sqrt(((east - west) * (north - south)) / MOST_TILES) / TILE);
  const margin = buffer + 3 * cell;
  // Whole cells, so that the raster does not shift when the network grows at one side.
  const x = Math.floor((west - margin) / cell) * cell;
  const y = Math.floor((south - margin) / cell) * cell;
  return {
    x,
    y,
    cell,
    columns: Math.ceil((east + margin - x) / cell) + 1,
    rows: Math.ceil((north + margin - y) / cell) + 1,
  };
}

/** Who holds each vertex of the tile being laid: squared distance, place in the tile's edges, position (dm). */
interface Claims {
  readonly network: PathNetwork;
  readonly frame: RasterFrame;
  readonly walls: BarrierWalls;
  readonly square: Float32Array;
  readonly owner: Int32Array;
  readonly along: Float32Array;
  /** First column and row of the tile. */
  left: number;
  bottom: number;
}

const createClaims = (network: PathNetwork, frame: RasterFrame, walls: BarrierWalls): Claims => ({
  network,
  frame,
  walls,
  square: new Float32Array(TILE * TILE),
  owner: new Int32Array(TILE * TILE),
  along: new Float32Array(TILE * TILE),
  left: 0,
  bottom: 0,
});

function layTile(claims: Claims, edges: Uint32Array, column: number, row: number, reach: Metres): GroundTile {
  claims.left = column * TILE;
  claims.bottom = row * TILE;
  claims.square.fill(reach * reach);
  claims.owner.fill(-1);
  // Near ground first: what is held from within NEAR is settled, and most of the wide strips is skipped.
  for (const [width, settled] of [[Math.min(NEAR, reach), -1] as const, [reach, NEAR * NEAR] as const]) {
    for (let i = 0; i < edges.length; i++) claimEdge(claims, edges[i]!, i, width, settled);
  }
  return sortByOwner(claims, edges);
}

/** One straight piece of an edge: from (ax, ay) by (dx, dy), metres; `start` and `walk` are decimetres. */
interface Piece {
  readonly owner: number;
  readonly ax: number;
  readonly ay: number;
  readonly dx: number;
  readonly dy: number;
  /** Position of (ax, ay) on the edge, and walking length of the piece. */
  readonly start: number;
  readonly walk: number;
}

function claimEdge(claims: Claims, edge: number, owner: number, reach: Metres, settled: SquareMetres): void {
  const { shapeOffsets, shapeXY, edgeLength } = claims.network;
  const length = shapeLength(claims.network, edge);
  const scale = length > 0 ? edgeLength[edge]! / length : 0;
  let start = 0;
  for (let v = shapeOffsets[edge]!; v + 1 < shapeOffsets[edge + 1]!; v++) {
    const ax = shapeXY[2 * v]!;
    const ay = shapeXY[2 * v + 1]!;
    const dx = shapeXY[2 * v + 2]! - ax;
    const dy = shapeXY[2 * v + 3]! - ay;
    const walk = scale * Math.hypot(dx, dy);
    claimAround(claims, { owner, ax, ay, dx, dy, start, walk }, reach, settled);
    start += walk;
  }
}

/** Claims the tile's vertices within `reach` of a piece, row by row: those in the strip along it and in its box. */
function claimAround(claims: Claims, piece: Piece, reach: Metres, settled: SquareMetres): void {
  const { ax, ay, dx, dy } = piece;
  const { cell, x, y } = claims.frame;
  const half = dy === 0 ? Number.POSITIVE_INFINITY : (reach * Math.hypot(dx, dy)) / Math.abs(dy);
  const slope = dy === 0 ? 0 : dx / dy;
  const west = Math.min(ax, ax + dx) - reach;
  const east = Math.max(ax, ax + dx) + reach;
  const { left, bottom } = claims;
  const lastRow = Math.min(bottom + TILE - 1, Math.floor((Math.max(ay, ay + dy) + reach - y) / cell));
  const firstRow = Math.max(bottom, Math.ceil((Math.min(ay, ay + dy) - reach - y) / cell));
  for (let row = firstRow; row <= lastRow; row++) {
    const middle = ax + (y + row * cell - ay) * slope;
    const from = Math.max(left, Math.ceil((Math.max(west, middle - half) - x) / cell));
    const to = Math.min(left + TILE - 1, Math.floor((Math.min(east, middle + half) - x) / cell));
    claimRow(claims, piece, row, from, to, settled);
  }
}

/** Claims columns [from, to] of a row; vertices held from at most `settled` away stay as they are. */
function claimRow(
  { frame, walls, square, owner: owners, along, left, bottom }: Claims,
  { owner, ax, ay, dx, dy, start, walk }: Piece,
  row: number,
  from: number,
  to: number,
  settled: SquareMetres,
): void {
  const length = dx * dx + dy * dy;
  const perSquare = length > 0 ? 1 / length : 0;
  const y = frame.y + row * frame.cell - ay;
  for (let column = from; column <= to; column++) {
    const vertex = (row - bottom) * TILE + column - left;
    const held = square[vertex]!;
    if (held <= settled) continue;
    const x = frame.x + column * frame.cell - ax;
    const t = Math.max(0, Math.min(1, (x * dx + y * dy) * perSquare));
    const offX = x - t * dx;
    const offY = y - t * dy;
    const apart = offX * offX + offY * offY;
    if (apart >= held) continue;
    if (walls.isNear(column, row) && walls.blocks(column, row, ax + t * dx, ay + t * dy)) continue;
    square[vertex] = apart;
    owners[vertex] = owner;
    along[vertex] = start + t * walk;
  }
}

function sortByOwner({ owner, along, square, frame, left, bottom }: Claims, near: Uint32Array): GroundTile {
  const counts = new Uint32Array(near.length);
  for (const i of owner) if (i >= 0) counts[i]!++;
  const holders = near.filter((_, i) => counts[i]! > 0);
  const offsets = new Uint32Array(holders.length + 1);
  const fill = new Uint32Array(near.length);
  let holder = 0;
  for (let i = 0; i < near.length; i++) {
    if (counts[i] === 0) continue;
    fill[i] = offsets[holder]!;
    offsets[++holder] = fill[i]! + counts[i]!;
  }
  const ground = new Float32Array(4 * offsets[holder]!);
  for (let vertex = 0; vertex < owner.length; vertex++) {
    if (owner[vertex]! < 0) continue;
    const at = 4 * fill[owner[vertex]!]!++;
    ground[at] = left + (vertex % TILE);
    ground[at + 1] = bottom + Math.floor(vertex / TILE);
    ground[at + 2] = along[vertex]!;
    ground[at + 3] = Math.max(0, 10 * Math.sqrt(square[vertex]!) - 5 * frame.cell);
  }
  return { edges: holders, offsets, ground };
}
