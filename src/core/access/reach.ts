// Residences within a distance of one centre: one bounded search, then the residences on the edges it touched.

import { type Decimetres, UNREACHED } from "../base/index.ts";
import type { Joins } from "../network/index.ts";
import { type NearestAccess, offerAlong, offerEnds } from "./nearest-access.ts";
import { createTouchedEdges, type TouchedEdges } from "./touched-edges.ts";
import { seedJoins, type Workspace } from "./workspace.ts";

export interface Reach {
  /** Residences within the limit, ascending. */
  readonly points: Uint32Array;
  /** Their walks, decimetres, both access legs included. */
  readonly distance: Uint32Array;
}

/** Keeps the scratch of one workspace; the returned function may be called any number of times. */
export function createReach(space: Workspace) {
  const edges: TouchedEdges = createTouchedEdges(space);
  const access: NearestAccess = {
    nearest: new Int32Array(space.points.count).fill(-1),
    distance: new Uint32Array(space.points.count).fill(UNREACHED),
  };
  return (centers: Joins, center: number, limit: Decimetres): Reach => {
    const { search, joinsByEdge } = space;
    search.clear();
    seedJoins(space, search, centers, center, center);
    search.run(limit);
    edges.collect(search, centers, center);
    for (let i = 0; i < edges.count; i++) {
      const edge = edges.list[i]!;
      offerEnds(space, search.cells, joinsByEdge.offsets[edge]!, joinsByEdge.offsets[edge + 1]!, access);
    }
    offerAlong(space, centers, center, center, access);
    const found: number[] = [];
    const touched: number[] = [];
    for (let i = 0; i < edges.count; i++) {
      const edge = edges.list[i]!;
      for (let j = joinsByEdge.offsets[edge]!; j < joinsByEdge.offsets[edge + 1]!; j++) {
        const point = joinsByEdge.point[j]!;
        if (access.nearest[point] !== center) continue;
        access.nearest[point] = -1;
        touched.push(point);
        if (access.distance[point]! <= limit) found.push(point);
      }
    }
    const points = Uint32Array.from(found).sort();
    const distance = points.map((point) => access.distance[point]!);
    for (const point of touched) access.distance[point] = UNREACHED;
    return { points, distance };
  };
}
