// Where the vertices of the service-area raster lie.

import type { Metres } from "../base/index.ts";

/** Vertex (column, row) lies at (x + column × cell, y + row × cell), metres in the local frame. */
export interface RasterFrame {
  readonly x: number;
  readonly y: number;
  readonly cell: Metres;
  readonly columns: number;
  readonly rows: number;
}
