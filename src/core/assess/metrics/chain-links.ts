// Whether the chain of places holds together: residences in grids, grids in communities, communities in
// subdistricts; residences with both a household count and a grid; rows that lie in a grid.

import { locate } from "../../geo/index.ts";
import type { Ground } from "../ground.ts";
import { exactly, NO_DATA } from "../span.ts";
import { evidence } from "./metric.ts";
import { registerMetric } from "./register-metric.ts";

export const communityUnhungUnits = registerMetric({
  flag: "unhung",
  missing: "grids",
  lacks: noGrids,
  conclude: ({ unit, ground }) => {
    const { index, subdistricts } = ground;
    const rows = membersOf(ground, unit.index);
    const loose = rows.filter((row) => ground.residenceGrid[row]! < 0).length;
    const hung = index.subdistrictOf(unit.id) !== undefined;
    const top = subdistricts.records.length > 0 && !hung ? 1 : 0;
    return {
      span: rows.length === 0 ? NO_DATA : exactly(loose + top),
      inputs: [
        evidence("parts", rows.length === 0 ? null : rows.length, "count", ground.files.residences),
        evidence("counted", loose, "count", ground.files.grids, {
          zh: "未入格的住宅",
          en: "Residences in no grid",
        }),
      ],
    };
  },
});

export const communityLinkedResidences = registerMetric({
  flag: "unhung",
  missing: "grids",
  lacks: noGrids,
  conclude: ({ unit, ground }) => {
    const rows = membersOf(ground, unit.index);
    const linked = rows.filter(
      (row) => ground.residenceGrid[row]! >= 0 && !Number.isNaN(ground.residences.households[row]!),
    );
    return {
      span: rows.length === 0 ? NO_DATA : exactly(linked.length / rows.length),
      inputs: [
        evidence("parts", rows.length === 0 ? null : rows.length, "count", ground.files.residences),
        evidence("partsWith", linked.length, "count", ground.files.residences),
      ],
    };
  },
});

export const placeInGrids = registerMetric({
  flag: "unhung",
  missing: "grids",
  registers: ({ of }) => [of!.register!],
  lacks: (_, ground) => (hasShapes(ground) ? [] : [ground.index.labelOf("grid", "grid")]),
  conclude: ({ rule, unit, ground }) => {
    const register = rule.of!.register!;
    const rows = ground.index.rowsAt(register, unit) ?? [];
    const placed = rows.filter(({ position }) => position !== null);
    const inside = countInGrids(ground, Float64Array.from(placed.flatMap(({ position }) => [...position!])));
    const lost = rows.length - placed.length;
    return {
      span: rows.length === 0 ? NO_DATA : { low: inside / rows.length, high: (inside + lost) / rows.length },
      inputs: [
        evidence(
          "counted",
          rows.length === 0 ? null : rows.length,
          "count",
          ground.index.fileOf(register),
          ground.index.labelOf(register, register),
        ),
        evidence("partsWith", inside, "count"),
      ],
    };
  },
});

export const membersOf = ({ memberOffsets, memberRows }: Ground, community: number): Uint32Array =>
  memberRows.subarray(memberOffsets[community]!, memberOffsets[community + 1]!);

/** Grids that a plan draws have no shape here, but tile the communities they divide. */
function countInGrids({ grids, communities, gridsOf }: Ground, points: Float64Array): number {
  if (grids.polygons.count > 0) return locate(grids.polygons, points).filter((grid) => grid >= 0).length;
  return locate(communities.polygons, points).filter((community) => gridsOf[community]! > 0).length;
}

const hasShapes = ({ grids, communities }: Ground): boolean =>
  grids.polygons.count > 0 || (grids.records.length > 0 && communities.polygons.count > 0);

function noGrids(_: unknown, { grids, index }: Ground) {
  return grids.records.length === 0 ? [index.labelOf("grid", "grid")] : [];
}
