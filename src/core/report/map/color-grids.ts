// Colours for areas so that neighbours differ: DSATUR (Brélaz 1979), the area with most colours around it first; of
// the free colours the one used least so far, so that all twelve hues are seen. Areas whose boxes meet
// count as neighbours: more than touch, never fewer, and nets drawn by hand share no border point by point.

import { boxOf, type PolygonColumns } from "../../geo/index.ts";

/** Colour of each area, 0 … `colors` − 1. Areas in metres. */
export function colorGrids(polygons: PolygonColumns, colors: number): number[] {
  const neighbours = neighboursOf(polygons);
  const color = new Array<number>(polygons.count).fill(-1);
  const used = new Array<number>(colors).fill(0);
  const around = neighbours.map(() => new Set<number>());
  const open = new Set(neighbours.keys());
  while (open.size > 0) {
    let chosen = -1;
    for (const row of open) {
      if (chosen === -1 || isHarder(row, chosen, around, neighbours)) chosen = row;
    }
    open.delete(chosen);
    const free = used.map((count, hue) => ({ count, hue })).filter(({ hue }) => !around[chosen]!.has(hue));
    const best = free.reduce(
      (a, b) => (b.count < a.count ? b : a),
      free[0] ?? { count: 0, hue: chosen % colors },
    );
    color[chosen] = best.hue;
    used[best.hue]!++;
    for (const other of neighbours[chosen]!) around[other]!.add(best.hue);
  }
  return color;
}

function isHarder(
  row: number,
  than: number,
  around: readonly ReadonlySet<number>[],
  neighbours: readonly ReadonlySet<number>[],
): boolean {
  const [a, b] = [around[row]!.size, around[than]!.size];
  return a > b || (a === b && neighbours[row]!.size > neighbours[than]!.size);
}

/** Boxes this near are taken for neighbours, in metres: a lane between two grids. */
const NEAR = 5;

function neighboursOf(polygons: PolygonColumns): Set<number>[] {
  const boxes = Array.from({ length: polygons.count }, (_, row) => boxOf(polygons, row));
  const order = [...boxes.keys()].sort((a, b) => boxes[a]![0] - boxes[b]![0]);
  const neighbours = boxes.map(() => new Set<number>());
  order.forEach((a, i) => {
    for (let k = i + 1; k < order.length; k++) {
      const b = order[k]!;
      if (boxes[b]![0] > boxes[a]![2] + NEAR) break;
      if (boxes[b]![1] > boxes[a]![3] + NEAR || boxes[a]![1] > boxes[b]![3] + NEAR) continue;
      neighbours[a]!.add(b);
      neighbours[b]!.add(a);
    }
  });
  return neighbours;
}
