// Which edges come near which tile of the raster, by the boxes of their shapes: a counting sort.

import type { Metres } from "../base/index.ts";
import type { PathNetwork } from "../network/index.ts";
import type { RasterFrame } from "./raster-frame.ts";

export interface EdgeTiles {
  /** Vertices within reach of edge e: first column, last column, first row, last row at 4 e. */
  readonly boxes: Int32Array;
  /** Tiles in a row. */
  readonly perRow: number;
  /** The edges of tile t are edges[offsets[t] .. offsets[t+1]), ascending. */
  readonly offsets: Uint32Array;
  readonly edges: Uint32Array;
}

/** `tile`: vertices along a side of a tile. */
export function indexEdges(network: PathNetwork, frame: RasterFrame, reach: Metres, tile: number): EdgeTiles {
  const boxes = edgeBoxes(network, frame, reach);
  const perRow = Math.ceil(frame.columns / tile);
  const offsets = new Uint32Array(perRow * Math.ceil(frame.rows / tile) + 1);
  const eachTile = (edge: number, visit: (number: number) => void): void => {
    const lastColumn = Math.floor(boxes[4 * edge + 1]! / tile);
    const lastRow = Math.floor(boxes[4 * edge + 3]! / tile);
    for (let row = Math.floor(boxes[4 * edge + 2]! / tile); row <= lastRow; row++) {
      for (let c = Math.floor(boxes[4 * edge]! / tile); c <= lastColumn; c++) visit(row * perRow + c);
    }
  };
  for (let e = 0; e < network.edgeCount; e++) eachTile(e, (number) => offsets[number + 1]!++);
  for (let t = 1; t < offsets.length; t++) offsets[t]! += offsets[t - 1]!;
  const fill = offsets.slice();
  const edges = new Uint32Array(offsets.at(-1)!);
  for (let e = 0; e < network.edgeCount; e++) {
    eachTile(e, (number) => {
      edges[fill[number]!++] = e;
    });
  }
  return { boxes, perRow, offsets, edges };
}

function edgeBoxes(
  { edgeCount, shapeOffsets, shapeXY }: PathNetwork,
  { x: left, y: bottom, cell, columns, rows }: RasterFrame,
  reach: Metres,
): Int32Array {
  const boxes = new Int32Array(4 * edgeCount);
  for (let e = 0; e < edgeCount; e++) {
    let west = Number.POSITIVE_INFINITY;
    let south = west;
    let east = -west;
    let north = -west;
    for (let v = 2 * shapeOffsets[e]!; v < 2 * shapeOffsets[e + 1]!; v += 2) {
      west = Math.min(west, shapeXY[v]!);
      east = Math.max(east, shapeXY[v]!);
      south = Math.min(south, shapeXY[v + 1]!);
      north = Math.max(north, shapeXY[v + 1]!);
    }
    boxes[4 * e] = Math.max(0, Math.ceil((west - reach - left) / cell));
    boxes[4 * e + 1] = Math.min(columns - 1, Math.floor((east + reach - left) / cell));
    boxes[4 * e + 2] = Math.max(0, Math.ceil((south - reach - bottom) / cell));
    boxes[4 * e + 3] = Math.min(rows - 1, Math.floor((north + reach - bottom) / cell));
  }
  return boxes;
}
