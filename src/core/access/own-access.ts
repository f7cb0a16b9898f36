// Distance from every residence to the nearest centre of its own group (its community). One bounded search a
// group, from all its centres; the bound doubles until every residence that can be reached is within it.
// Doubling costs at most a few times the last search, and the search itself needs no list of targets.

import { UNREACHED } from "../base/index.ts";
import type { Joins } from "../network/index.ts";
import { type FieldSearch, NO_LIMIT } from "./field-search.ts";
import { componentsOf, seedJoins, type Workspace } from "./workspace.ts";

/** First bound, decimetres: most communities lie within it of their centre. */
const FIRST_LIMIT = 8000;

/** Per residence, decimetres; UNREACHED when its group (-1: none) has no centre it can walk to. */
export function ownAccess(
  space: Workspace,
  centers: Joins,
  groupOfCenter: Int32Array,
  groupOfPoint: Int32Array,
): Uint32Array {
  const distance = new Uint32Array(space.points.count).fill(UNREACHED);
  const centersOf = byGroup(groupOfCenter);
  const pointsOf = byGroup(groupOfPoint);
  for (const [group, members] of centersOf) {
    const points = pointsOf.get(group);
    if (points) groupAccess(space, centers, members, points, distance);
  }
  return distance;
}

function groupAccess(
  space: Workspace,
  centers: Joins,
  members: readonly number[],
  points: readonly number[],
  distance: Uint32Array,
): void {
  const components = new Set(members.flatMap((center) => [...componentsOf(space, centers, center)]));
  let open = points.filter((point) =>
    [...componentsOf(space, space.points, point)].some((c) => components.has(c)),
  );
  for (let limit = FIRST_LIMIT; open.length > 0; limit = Math.min(4 * limit, NO_LIMIT)) {
    space.search.clear();
    for (const center of members) seedJoins(space, space.search, centers, center, center);
    space.search.run(limit);
    const far: number[] = [];
    for (const point of open) {
      const walk = Math.min(
        throughEnds(space, space.search, point),
        alongEdge(space, centers, members, point),
      );
      if (walk <= limit) distance[point] = walk;
      else far.push(point);
    }
    open = limit < NO_LIMIT ? far : [];
  }
}

/** Shortest walk of `point` through an end of an edge it joins; at least FAR when the search reached none. */
function throughEnds({ points, from, to, network }: Workspace, search: FieldSearch, point: number): number {
  const { cells } = search;
  let best = Number.POSITIVE_INFINITY;
  for (let j = points.offsets[point]!; j < points.offsets[point + 1]!; j++) {
    const edge = points.edge[j]!;
    const along = points.along[j]!;
    const walk = Math.min(cells[from[edge]!]! + along, cells[to[edge]!]! + network.edgeLength[edge]! - along);
    best = Math.min(best, walk + points.leg[j]!);
  }
  return best;
}

/** Shortest walk of `point` to one of `members` that joins the same edge. */
function alongEdge({ points }: Workspace, centers: Joins, members: readonly number[], point: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let j = points.offsets[point]!; j < points.offsets[point + 1]!; j++) {
    for (const center of members) {
      for (let k = centers.offsets[center]!; k < centers.offsets[center + 1]!; k++) {
        if (centers.edge[k] !== points.edge[j]) continue;
        const apart = Math.abs(centers.along[k]! - points.along[j]!);
        best = Math.min(best, centers.leg[k]! + apart + points.leg[j]!);
      }
    }
  }
  return best;
}

function byGroup(groups: Int32Array): Map<number, number[]> {
  const members = new Map<number, number[]>();
  groups.forEach((group, i) => {
    if (group < 0) return;
    const list = members.get(group);
    if (list) list.push(i);
    else members.set(group, [i]);
  });
  return members;
}
