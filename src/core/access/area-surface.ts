// The ground around the paths, made once for a network: every raster vertex within the buffer of a path
// belongs to its nearest path point that it sees across no barrier (a Voronoi diagram of the edges, cut off
// at the buffer). A service area is then the vertices whose path point is near enough, wherever the centre:
// the same rule by which a residence joins the network, so the picture and the table cannot disagree.

import type { Metres, SquareMetres } from "../base/index.ts";
import type { LineColumns } from "../geo/index.ts";
import { type PathNetwork, shapeLength } from "../network/index.ts";
import { type BarrierWalls, createBarrierWalls } from "./barrier-walls.ts";
import type { RasterFrame } from "./raster-frame.ts";

/** Vertices of a raster at most; a wider network gets larger cells. */
const MOST_VERTICES = 2 ** 25;
/** Width of the strips claimed first: in a town most ground is nearer to a path. */
const NEAR: Metres = 20;
/** Columns and rows fit 16 bits. */
const MOST_ACROSS = 2 ** 16 - 1;

export interface AreaSurface {
  readonly frame: RasterFrame;
  /** Greatest aside that is inside, decimetres: the buffer less half a cell. */
  readonly widest: number;
  readonly walls: BarrierWalls;
  /** Box of edge e's vertices: first and last column, first and last row, at 4 e; first > last when it has none. */
  readonly boxes: Uint16Array;
  /** The vertices of edge e are [offsets[e], offsets[e+1]), row by row. */
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
  const size = frame.columns * frame.rows;
  const claims: Claims = {
    frame,
    walls,
    square: new Float32Array(size).fill(reach * reach),
    owner: new Int32Array(size).fill(-1),
    along: new Float32Array(size),
  };
  // Near ground first: what is held from within NEAR is settled, and most of the wide strips is skipped.
  for (const [width, settled] of [[Math.min(NEAR, reach), -1] as const, [reach, NEAR * NEAR] as const]) {
    for (let edge = 0; edge < network.edgeCount; edge++) claimEdge(network, edge, claims, width, settled);
  }
  return { frame, widest: 10 * buffer - 5 * frame.cell, walls, ...sortByOwner(claims, network.edgeCount) };
}

/** Who holds each vertex so far: squared distance (m²), edge, position on it (dm). */
interface Claims {
  readonly frame: RasterFrame;
  readonly walls: BarrierWalls;
  readonly square: Float32Array;
  readonly owner: Int32Array;
  readonly along: Float32Array;
}

function frameOf({ shapeXY, nodeXY }: PathNetwork, buffer: Metres, asked: Metres): RasterFrame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const xy of [shapeXY, nodeXY]) {
    for (let i = 0; i < xy.length; i += 2) {
      west = Math.min(west, xy[i]!);
      east = Math.max(east, xy[i]!);
      south = Math.min(south, xy[i + 1]!);
      north = Math.max(north, xy[i + 1]!);
    }
  }
  if (west > east) return { x: 0, y: 0, cell: asked, columns: 1, rows: 1 };
  const margin = buffer + 3 * asked;
  const width = east - west + 2 * margin;
  const height = north - south + 2 * margin;
  const cell = Math.max(
    asked,
    Math.sqrt((width * height) / MOST_VERTICES),
    Math.max(width, height) / (MOST_ACROSS - 4),
  );
  // Rounded down to whole cells, so that the raster does not shift when the network grows at one side.
  const x = Math.floor((west - buffer - 3 * cell) / cell) * cell;
  const y = Math.floor((south - buffer - 3 * cell) / cell) * cell;
  return {
    x,
    y,
    cell,
    columns: Math.ceil((east + buffer + 3 * cell - x) / cell) + 1,
    rows: Math.ceil((north + buffer + 3 * cell - y) / cell) + 1,
  };
}

/** One straight piece of an edge: from (ax, ay) by (dx, dy), metres; `start` and `walk` are decimetres. */
interface Piece {
  readonly edge: number;
  readonly ax: number;
  readonly ay: number;
  readonly dx: number;
  readonly dy: number;
  /** Position of (ax, ay) on the edge, and walking length of the piece. */
  readonly start: number;
  readonly walk: number;
}

function claimEdge(
  network: PathNetwork,
  edge: number,
  claims: Claims,
  reach: Metres,
  settled: SquareMetres,
): void {
  const { shapeOffsets, shapeXY } = network;
  const length = shapeLength(network, edge);
  const scale = length > 0 ? network.edgeLength[edge]! / length : 0;
  let start = 0;
  for (let v = shapeOffsets[edge]!; v + 1 < shapeOffsets[edge + 1]!; v++) {
    const ax = shapeXY[2 * v]!;
    const ay = shapeXY[2 * v + 1]!;
    const dx = shapeXY[2 * v + 2]! - ax;
    const dy = shapeXY[2 * v + 3]! - ay;
    const walk = scale * Math.hypot(dx, dy);
    claimAround(claims, { edge, ax, ay, dx, dy, start, walk }, reach, settled);
    start += walk;
  }
}

/** Claims the vertices within `reach` of a piece, row by row: those in the strip along it and in its box. */
function claimAround(claims: Claims, piece: Piece, reach: Metres, settled: SquareMetres): void {
  const { ax, ay, dx, dy } = piece;
  const { cell, x: left, y: bottom } = claims.frame;
  const half = dy === 0 ? Number.POSITIVE_INFINITY : (reach * Math.hypot(dx, dy)) / Math.abs(dy);
  const slope = dy === 0 ? 0 : dx / dy;
  const west = Math.min(ax, ax + dx) - reach;
  const east = Math.max(ax, ax + dx) + reach;
  const lastRow = Math.floor((Math.max(ay, ay + dy) + reach - bottom) / cell);
  for (let row = Math.ceil((Math.min(ay, ay + dy) - reach - bottom) / cell); row <= lastRow; row++) {
    const middle = ax + (bottom + row * cell - ay) * slope;
    const from = Math.ceil((Math.max(west, middle - half) - left) / cell);
    const to = Math.floor((Math.min(east, middle + half) - left) / cell);
    claimRow(claims, piece, row, from, to, settled);
  }
}

/** Claims columns [from, to] of a row; vertices held from at most `settled` away stay as they are. */
function claimRow(
  { frame, walls, square, owner, along }: Claims,
  { edge, ax, ay, dx, dy, start, walk }: Piece,
  row: number,
  from: number,
  to: number,
  settled: SquareMetres,
): void {
  const length = dx * dx + dy * dy;
  const perSquare = length > 0 ? 1 / length : 0;
  const y = frame.y + row * frame.cell - ay;
  for (let column = from; column <= to; column++) {
    const vertex = row * frame.columns + column;
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
    owner[vertex] = edge;
    along[vertex] = start + t * walk;
  }
}

function sortByOwner(
  { owner, along, square, frame }: Claims,
  edgeCount: number,
): Pick<AreaSurface, "boxes" | "offsets" | "ground"> {
  const offsets = new Uint32Array(edgeCount + 1);
  for (const edge of owner) if (edge >= 0) offsets[edge + 1]!++;
  for (let e = 0; e < edgeCount; e++) offsets[e + 1]! += offsets[e]!;
  const fill = offsets.slice();
  const ground = new Float32Array(4 * offsets[edgeCount]!);
  const boxes = new Uint16Array(4 * edgeCount);
  for (let e = 0; e < edgeCount; e++) boxes[4 * e] = boxes[4 * e + 2] = MOST_ACROSS;
  for (let row = 0; row < frame.rows; row++) {
    for (let column = 0; column < frame.columns; column++) {
      const vertex = row * frame.columns + column;
      const edge = owner[vertex]!;
      if (edge < 0) continue;
      const at = 4 * fill[edge]!++;
      boxes[4 * edge] = Math.min(boxes[4 * edge]!, column);
      boxes[4 * edge + 1] = Math.max(boxes[4 * edge + 1]!, column);
      boxes[4 * edge + 2] = Math.min(boxes[4 * edge + 2]!, row);
      boxes[4 * edge + 3] = row;
      ground[at] = column;
      ground[at + 1] = row;
      ground[at + 2] = along[vertex]!;
      ground[at + 3] = Math.max(0, 10 * Math.sqrt(square[vertex]!) - 5 * frame.cell);
    }
  }
  return { boxes, offsets, ground };
}
