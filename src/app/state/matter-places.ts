// The places that matters can be pinned to, each with a point: a centre where it stands, a point inside an area, and for
// grids drawn in the plan, which have members rather than outlines, the residence nearest the middle of them.

import { interiorPoint } from "../../core/geo/index.ts";
import type { Areas, Baseline, Matter, PlanState } from "../../core/model/index.ts";
import { judgedNet } from "./judged-net.ts";

/** WGS-84 degrees. */
type Point = readonly [lon: number, lat: number];

type PlacedPlan = Pick<PlanState, "centers" | "grids" | "members">;

export interface MatterPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: "subdistrict" | "community" | "grid" | "center";
  readonly lon: number;
  readonly lat: number;
}

/** By id; where ids are shared, a community goes before a centre, and both before the rest. */
export function matterPlaces(baseline: Baseline, plan: PlacedPlan): ReadonlyMap<string, MatterPlace> {
  const places = new Map<string, MatterPlace>();
  const put = (kind: MatterPlace["kind"], id: string, name: string, [lon, lat]: Point): void => {
    if (Number.isFinite(lon) && Number.isFinite(lat)) places.set(id, { id, name, kind, lon, lat });
  };
  const putAreas = (kind: MatterPlace["kind"], { records, polygons }: Areas): void =>
    records.forEach(({ id, name }, row) => {
      if (row < polygons.count) put(kind, id, name, interiorPoint(polygons, row));
    });
  putAreas("subdistrict", baseline.subdistricts);
  const { net } = judgedNet(plan);
  if (net === undefined) putAreas("grid", baseline.grids);
  else {
    const points = memberPoints(baseline.residences.xy, net.residenceGrid, net.grids.records.length);
    net.grids.records.forEach(({ id, name }, row) => {
      const point = points[row];
      if (point != null) put("grid", id, name, point);
    });
  }
  for (const { id, name, lon, lat } of plan.centers) put("center", id, name, [lon, lat]);
  putAreas("community", baseline.communities);
  return places;
}

/** Where a matter is pinned: at the point of its own, else at its place; null where it has neither. */
export function pinnedAt(
  { position, placeId }: Pick<Matter, "position" | "placeId">,
  places: ReadonlyMap<string, MatterPlace>,
): Point | null {
  if (position !== undefined) return position;
  const place = placeId === null ? undefined : places.get(placeId);
  return place === undefined ? null : [place.lon, place.lat];
}

/** The member of each group nearest the mean of its members; null for a group without members. */
function memberPoints(xy: Float64Array, groupOf: Int32Array, count: number): readonly (Point | null)[] {
  const sums = new Float64Array(2 * count);
  const sizes = new Uint32Array(count);
  groupOf.forEach((group, row) => {
    if (group < 0) return;
    sizes[group]! += 1;
    sums[2 * group]! += xy[2 * row]!;
    sums[2 * group + 1]! += xy[2 * row + 1]!;
  });
  const nearest = new Float64Array(count).fill(Infinity);
  const found: (Point | null)[] = Array(count).fill(null);
  groupOf.forEach((group, row) => {
    if (group < 0) return;
    const [x, y] = [xy[2 * row]!, xy[2 * row + 1]!];
    const size = sizes[group]!;
    const away = Math.hypot(x - sums[2 * group]! / size, y - sums[2 * group + 1]! / size);
    if (away >= nearest[group]!) return;
    nearest[group] = away;
    found[group] = [x, y];
  });
  return found;
}
