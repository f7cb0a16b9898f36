// The part of the raster that one service area is drawn in: walk and centre per vertex. Scratch that grows
// to the largest area asked and is used again.

import type { RasterFrame } from "./raster-frame.ts";

/** Walk of a vertex nobody reaches, decimetres. */
const NO_WALK = 3e38;

export class AreaWindow {
  readonly frame: RasterFrame;
  /** First column and row in the frame, and the size in vertices. */
  column = 0;
  row = 0;
  width = 0;
  height = 0;
  /** Three numbers a vertex, row by row: walk to it, its distance from its path (decimetres), centre. */
  field = new Float32Array(0);
  /** First and last stamped column of row r: spans[2r] and spans[2r + 1]; first > last where there is none. */
  spans = new Int32Array(0);
  /** Per vertex: centre when the vertex is inside the band being drawn, else -1. */
  inside = new Int32Array(0);
  /** Scratch of the tracing: links, four per vertex, zero between uses. */
  next = new Int32Array(0);

  /** Scratch of the tracing: vertices of one ring, pairs. */
  ring = new Float64Array(1024);

  constructor(frame: RasterFrame) {
    this.frame = frame;
  }

  /** Moves to columns and rows [first, last], one vertex wider on each side, and empties it. */
  moveTo(firstColumn: number, firstRow: number, lastColumn: number, lastRow: number): void {
    this.column = firstColumn - 1;
    this.row = firstRow - 1;
    this.width = lastColumn - firstColumn + 3;
    this.height = lastRow - firstRow + 3;
    if (2 * this.height > this.spans.length) this.spans = new Int32Array(2 * this.height);
    for (let row = 0; row < this.height; row++) {
      this.spans[2 * row] = this.width;
      this.spans[2 * row + 1] = -1;
    }
    const size = this.width * this.height;
    if (3 * size > this.field.length) {
      this.field = new Float32Array(3 * size);
      this.inside = new Int32Array(size);
      this.next = new Int32Array(4 * size);
    }
    this.field.fill(NO_WALK, 0, 3 * size);
  }
}
