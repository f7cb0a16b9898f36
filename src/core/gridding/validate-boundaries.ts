// The independent check of drawn boundaries, from polygons alone: their areas add up to the community's, every
// edge is shared by exactly two of them with opposite directions or lies on the outline, and every unit's point
// lies in the polygon of its own grid.

import type { PolygonColumns } from "../geo/index.ts";
import { areaOf, contains } from "../geo/index.ts";

export interface BoundaryReport {
  /** Square metres: the community's, less the sum of the grids'. */
  readonly areaGap: number;
  /** Edges of grids that no other grid and no stretch of outline answers. */
  readonly openEdges: number;
  /** Points that lie in the polygon of another grid or of none. */
  readonly misplaced: readonly number[];
}

/** `grids`: the grid of each polygon; points (pairs, metres) with the grid each should lie in. */
export function validateBoundaries(
  community: PolygonColumns,
  feature: number,
  polygons: PolygonColumns,
  grids: Int32Array,
  points: Float64Array,
  gridOf: Int32Array,
): BoundaryReport {
  let area = areaOf(community, feature);
  for (let g = 0; g < polygons.count; g++) area -= areaOf(polygons, g);
  const misplaced: number[] = [];
  const rowOf = new Map([...grids].map((grid, row) => [grid, row]));
  for (let i = 0; i < gridOf.length; i++) {
    const row = rowOf.get(gridOf[i]!);
    if (row === undefined || !contains(polygons, row, points[2 * i]!, points[2 * i + 1]!)) misplaced.push(i);
  }
  return { areaGap: area, openEdges: countOpen(community, feature, polygons), misplaced };
}

function countOpen(community: PolygonColumns, feature: number, polygons: PolygonColumns): number {
  const edges = new Map<string, number>();
  const ringCount = polygons.ringOffsets.length - 1;
  for (let ring = 0; ring < ringCount; ring++) {
    for (const [from, to] of edgesOf(polygons, ring))
      edges.set(`${from}>${to}`, (edges.get(`${from}>${to}`) ?? 0) + 1);
  }
  let open = 0;
  for (const [edge, times] of edges) {
    const [from, to] = edge.split(">");
    if (times === 1 && edges.get(`${to}>${from}`) === 1) continue;
    if (times > 1 || !isOnOutline(community, feature, from!, to!)) open++;
  }
  return open;
}

function* edgesOf({ xy, ringOffsets }: PolygonColumns, ring: number): Generator<[string, string]> {
  const [start, end] = [ringOffsets[ring]!, ringOffsets[ring + 1]!];
  for (let i = start, j = end - 1; i < end; j = i++) {
    yield [`${xy[2 * j]},${xy[2 * j + 1]}`, `${xy[2 * i]},${xy[2 * i + 1]}`];
  }
}

/** Do both ends and the middle lie within a micrometre of the community's outline? */
function isOnOutline(community: PolygonColumns, feature: number, from: string, to: string): boolean {
  const [ax, ay] = from.split(",").map(Number) as [number, number];
  const [bx, by] = to.split(",").map(Number) as [number, number];
  const spots = [
    [ax, ay],
    [(ax + bx) / 2, (ay + by) / 2],
    [bx, by],
  ] as const;
  return spots.every(([x, y]) => distanceToOutline(community, feature, x, y) < 1e-6);
}

function distanceToOutline(
  { featureOffsets, partOffsets, ringOffsets, xy }: PolygonColumns,
  feature: number,
  x: number,
  y: number,
): number {
  let least = Infinity;
  const last = partOffsets[featureOffsets[feature + 1]!]!;
  for (let ring = partOffsets[featureOffsets[feature]!]!; ring < last; ring++) {
    const [start, end] = [ringOffsets[ring]!, ringOffsets[ring + 1]!];
    for (let i = start, j = end - 1; i < end; j = i++) {
      const [ax, ay] = [xy[2 * j]!, xy[2 * j + 1]!];
      const [dx, dy] = [xy[2 * i]! - ax, xy[2 * i + 1]! - ay];
      const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, Math.hypot(ax + t * dx - x, ay + t * dy - y));
    }
  }
  return least;
}
