// The part of the raster that one service area is drawn in: walking distance and centre per vertex. Scratch
// that grows to the largest area asked and is used again.

import type { RasterFrame } from "./raster-frame.ts";

/** Walk of a vertex nobody reaches, decimetres. */
export const NO_WALK = 3e38;

export class AreaWindow {
  /** First column and row in the frame, and the size in vertices. */
  column = 0;
  row = 0;
  width = 0;
  height = 0;
  readonly frame: RasterFrame;
  /** Per vertex (row by row): walk to it and its distance from its path, decimetres; centre. */
  walk = new Float32Array(0);
  aside = new Float32Array(0);
  center = new Int32Array(0);
  /** Per vertex: centre when the vertex is inside the band being drawn, else -1. */
  inside = new Int32Array(0);
  /** Scratch of the tracing, four per vertex; zero between uses. */
  next = new Int32Array(0);

  constructor(frame: RasterFrame) {
    this.frame = frame;
  }

  /** Moves to columns and rows [first, last], one vertex wider on each side, and empties it. */
  moveTo(firstColumn: number, firstRow: number, lastColumn: number, lastRow: number): void {
    this.column = firstColumn - 1;
    this.row = firstRow - 1;
    this.width = lastColumn - firstColumn + 3;
    this.height = lastRow - firstRow + 3;
    const size = this.width * this.height;
    if (size > this.walk.length) {
      this.walk = new Float32Array(size);
      this.aside = new Float32Array(size);
      this.center = new Int32Array(size);
      this.inside = new Int32Array(size);
      this.next = new Int32Array(4 * size);
    }
    this.walk.fill(NO_WALK, 0, size);
  }
}
