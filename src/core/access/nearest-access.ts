// Nearest centre of every residence: one search from all centres at once, then each residence takes the
// better end of its edge, or walks straight along it when a centre joins the same edge. Both access legs
// count. Ties go to the lower centre index.

import { UNREACHED } from "../base/index.ts";
import type { Joins } from "../network/index.ts";
import { FAR, type FieldSearch, NO_LIMIT } from "./field-search.ts";
import { seedJoins, type Workspace } from "./workspace.ts";

export interface NearestAccess {
  /** Per residence: index of the nearest centre, -1 when it reaches none. */
  readonly nearest: Int32Array;
  /** Decimetres, both access legs included; UNREACHED when it reaches none. */
  readonly distance: Uint32Array;
}

/** Leaves the field of all centres but `skip` in `search`. */
export function nearestAccess(
  space: Workspace,
  search: FieldSearch,
  centers: Joins,
  skip: number,
): NearestAccess {
  search.clear();
  for (let center = 0; center < centers.count; center++) {
    if (center !== skip) seedJoins(space, search, centers, center, center);
  }
  search.run(NO_LIMIT);
  const access: NearestAccess = {
    nearest: new Int32Array(space.points.count).fill(-1),
    distance: new Uint32Array(space.points.count).fill(UNREACHED),
  };
  offerEnds(space, search.cells, 0, space.joinsByEdge.point.length, access);
  for (let center = 0; center < centers.count; center++) {
    if (center !== skip) offerAlong(space, centers, center, center, access);
  }
  return access;
}

/** Offers the joins [first, last) the walk through each end of their edge. */
export function offerEnds(
  { joinsByEdge, from, to, network }: Workspace,
  cells: Int32Array,
  first: number,
  last: number,
  { nearest, distance }: NearestAccess,
): void {
  const { point, edge, along, leg } = joinsByEdge;
  const { edgeLength } = network;
  for (let i = first; i < last; i++) {
    const e = edge[i]!;
    const a = from[e]!;
    const b = to[e]!;
    const viaFrom = cells[a]! + along[i]!;
    const viaTo = cells[b]! + edgeLength[e]! - along[i]!;
    let walk = viaFrom;
    let center = cells[a + 1]!;
    if (viaTo < walk || (viaTo === walk && cells[b + 1]! < center)) {
      walk = viaTo;
      center = cells[b + 1]!;
    }
    if (walk < FAR) offer(nearest, distance, point[i]!, walk + leg[i]!, center);
  }
}

/** Takes `center` for the point when it is nearer, or as near with a lower index. */
function offer(
  nearest: Int32Array,
  distance: Uint32Array,
  point: number,
  walk: number,
  center: number,
): void {
  const best = distance[point]!;
  if (walk < best || (walk === best && center < nearest[point]!)) {
    distance[point] = walk;
    nearest[point] = center;
  }
}

/** Offers the walk along one edge to the residences that join the same edge as row `row` of `centers`. */
export function offerAlong(
  { joinsByEdge }: Workspace,
  centers: Joins,
  row: number,
  center: number,
  { nearest, distance }: NearestAccess,
): void {
  const { offsets, point, along, leg } = joinsByEdge;
  for (let j = centers.offsets[row]!; j < centers.offsets[row + 1]!; j++) {
    const edge = centers.edge[j]!;
    for (let i = offsets[edge]!; i < offsets[edge + 1]!; i++) {
      const walk = centers.leg[j]! + Math.abs(centers.along[j]! - along[i]!) + leg[i]!;
      offer(nearest, distance, point[i]!, walk, center);
    }
  }
}
