// Codes for a whole net: grids that held a code keep it, new ones are numbered by the rule; where a community's own
// code does not fit the rule, its id and a serial make the code (CODE_BY_ID).

import { centresOf } from "./draw-net.ts";
import type { GridUnits } from "./grid-units.ts";
import type { CodeRule } from "./number-grids.ts";
import { numberGrids } from "./number-grids.ts";

/** For communities whose ids are not codes: the id, a hyphen, three digits. */
export const CODE_BY_ID: CodeRule = {
  id: "by-id",
  fields: [{ kind: "areaId", after: "-" }],
  serialDigits: 3,
};

export interface NetCodes {
  /** Grid numbers, ascending, and the code of each. */
  readonly grids: readonly number[];
  readonly codes: readonly string[];
  /** Community of each. */
  readonly areas: Int32Array;
  /** Codes held before that no grid holds now. */
  readonly retired: readonly string[];
}

/** `held`: code of each grid that had one. */
export function codeNet(
  units: GridUnits,
  areaIds: readonly string[],
  gridOf: Int32Array,
  held: ReadonlyMap<number, string>,
  rule: CodeRule,
): NetCodes {
  const areaOf = new Map<number, number>();
  gridOf.forEach((grid, unit) => {
    if (grid >= 0 && !areaOf.has(grid)) areaOf.set(grid, units.area[unit]!);
  });
  const grids = [...areaOf.keys()].sort((a, b) => a - b);
  const areas = Int32Array.from(grids, (grid) => areaOf.get(grid)!);
  const centres = centresOf(units, gridOf, grids);
  const used = [...held.values()];
  const given = { areaCodes: areaIds, areaOf: areas, centres, used };
  const first = numberGrids({ ...given, rule, held: grids.map((grid) => held.get(grid) ?? "") });
  const second = numberGrids({ ...given, rule: CODE_BY_ID, held: first.codes });
  return { grids, codes: second.codes, areas, retired: second.retired };
}
