// Whose ground may touch on a drawing: Delaunay neighbours (d3-delaunay) of all units at once, whatever community they
// are of and whatever parts them. Grids of two such units are seen side by side, across a community's border or a river.

import { Delaunay } from "d3-delaunay";
import type { Adjacency } from "./colour-grids.ts";

/** `xy`: pairs, metres. Of several units on one spot the first stands for all. */
export function unitsInSight(xy: Float64Array): Adjacency {
  const count = xy.length / 2;
  const delaunay = new Delaunay(xy);
  const offsets = new Uint32Array(count + 1);
  const neighbours: number[] = [];
  for (let unit = 0; unit < count; unit++) {
    for (const other of delaunay.neighbors(unit)) neighbours.push(other);
    offsets[unit + 1] = neighbours.length;
  }
  return { offsets, neighbours: Uint32Array.from(neighbours) };
}
