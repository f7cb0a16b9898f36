// Last year's net over today's units: from a list of units with their grid codes, or from the grids' polygons. What
// does not fit is told: units that are no more, overlaps, gaps, grids in several communities.

import type { Issue, IssueCode } from "../base/index.ts";
import type { PolygonColumns } from "../geo/index.ts";
import { locate } from "../geo/index.ts";
import type { Areas } from "../model/index.ts";
import type { GridGround } from "./grid-ground.ts";
import { sampleOf } from "./sample-of.ts";

export interface PreviousGrids {
  /** Grid per unit, -1 = none, and the code of each grid. */
  readonly gridOf: Int32Array;
  readonly codes: readonly string[];
  readonly issues: readonly Issue[];
}

type Ground = Pick<GridGround, "units" | "unitIds" | "frame">;

export function netByCodes(
  ground: Ground,
  rows: readonly { readonly unit: string; readonly code: string }[],
): PreviousGrids {
  const unitOf = new Map(ground.unitIds.map((id, unit) => [id, unit]));
  const gridOf = new Int32Array(ground.unitIds.length).fill(-1);
  const codes = new Map<string, number>();
  const gone = new Set<string>();
  const twice = new Set<number>();
  for (const { unit: id, code } of rows) {
    const unit = unitOf.get(id);
    if (unit === undefined) gone.add(id);
    if (code !== "" && !codes.has(code)) codes.set(code, codes.size);
    if (unit === undefined || code === "") continue;
    const grid = codes.get(code)!;
    if (gridOf[unit] === -1) gridOf[unit] = grid;
    else if (gridOf[unit] !== grid) twice.add(unit);
  }
  return {
    gridOf,
    codes: [...codes.keys()],
    issues: [
      ...say("grids.previousUnknown", [...gone]),
      ...say("grids.previousOverlap", namesOf(ground, twice)),
      ...placeIssues(ground, gridOf, [...codes.keys()]),
    ],
  };
}

export function netByLayer(ground: Ground, { polygons, records }: Areas): PreviousGrids {
  const net = { ...polygons, xy: ground.frame.toMetres(polygons.xy) };
  const gridOf = locate(net, ground.units.xy);
  const codes = records.map(({ id }) => id);
  const twice = doublyHeld(net, ground.units.xy, gridOf);
  return {
    gridOf,
    codes,
    issues: [...say("grids.previousOverlap", namesOf(ground, twice)), ...placeIssues(ground, gridOf, codes)],
  };
}

/** Points (pairs) that lie in another polygon besides `first`, the first that holds each. */
export function doublyHeld(net: PolygonColumns, xy: Float64Array, first: Int32Array): number[] {
  const last = locate(reversed(net), xy).map((row) => (row < 0 ? -1 : net.count - 1 - row));
  return [...first.keys()].filter((point) => first[point] !== last[point]);
}

/** Units that no grid holds, and grids in several communities. */
function placeIssues(ground: Ground, gridOf: Int32Array, codes: readonly string[]): Issue[] {
  const { area } = ground.units;
  const gaps = [...gridOf.keys()].filter((unit) => gridOf[unit] === -1 && area[unit]! >= 0);
  const home = new Map<number, number>();
  const crossing = new Set<string>();
  gridOf.forEach((grid, unit) => {
    if (grid < 0 || area[unit]! < 0) return;
    if (!home.has(grid)) home.set(grid, area[unit]!);
    if (home.get(grid) !== area[unit]) crossing.add(codes[grid]!);
  });
  return [...say("grids.previousGap", namesOf(ground, gaps)), ...say("grids.previousCrosses", [...crossing])];
}

const namesOf = ({ unitIds }: Ground, units: Iterable<number>): string[] =>
  [...units].map((unit) => unitIds[unit]!);

const say = (code: IssueCode, ids: readonly string[]): Issue[] =>
  ids.length === 0 ? [] : [{ code, severity: "warning", values: sampleOf(ids) }];

/** The same polygons, last first. */
function reversed(polygons: PolygonColumns): PolygonColumns {
  const { count, featureOffsets, partOffsets, ringOffsets, xy } = polygons;
  const features = [0];
  const parts = [0];
  const rings = [0];
  const points: number[] = [];
  for (let feature = count - 1; feature >= 0; feature--) {
    for (let part = featureOffsets[feature]!; part < featureOffsets[feature + 1]!; part++) {
      for (let ring = partOffsets[part]!; ring < partOffsets[part + 1]!; ring++) {
        for (let v = 2 * ringOffsets[ring]!; v < 2 * ringOffsets[ring + 1]!; v++) points.push(xy[v]!);
        rings.push(points.length / 2);
      }
      parts.push(rings.length - 1);
    }
    features.push(parts.length - 1);
  }
  return {
    count,
    featureOffsets: Uint32Array.from(features),
    partOffsets: Uint32Array.from(parts),
    ringOffsets: Uint32Array.from(rings),
    xy: Float64Array.from(points),
  };
}
