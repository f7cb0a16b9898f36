// The plan's grids and members as a net over the ground: columns of numbers, facts from the independent check,
// hues in which no two neighbours are alike.

import type { GridGroundSummary } from "../../../core/engine/index.ts";
import { colourGrids, type HouseholdRange, validateGrids } from "../../../core/gridding/index.ts";
import type { Grid, GridLevel, PlanState } from "../../../core/model/index.ts";
import { levelOf } from "../../../core/model/index.ts";
import { GRID_HUES } from "../../map/grids/grid-hues.ts";
import type { GridNet } from "../../state/grid-work.ts";

type Ground = Pick<GridGroundSummary, "units" | "graph" | "sight">;

/** `before`: the net shown until now; grids that are in both keep their hues. */
export function netOfPlan(
  plan: Pick<PlanState, "grids" | "members">,
  level: GridLevel,
  ground: Ground,
  range: HouseholdRange,
  before?: GridNet,
): GridNet {
  const grids = sameList(
    plan.grids.filter((grid) => levelOf(grid) === level),
    before?.grids,
  );
  const index = new Map(grids.map(({ id }, k) => [id, k]));
  const members = plan.members[level];
  const gridOf = new Int32Array(members.length);
  for (let row = 0; row < gridOf.length; row++) gridOf[row] = index.get(members[row]!) ?? -1;
  return describeNet(grids, gridOf, ground, range, before);
}

/** `gridOf`: index into `grids` per unit, -1 = none. */
export function describeNet(
  grids: readonly Grid[],
  gridOf: Int32Array,
  { units, graph, sight }: Ground,
  range: HouseholdRange,
  before?: GridNet,
): GridNet {
  const report = validateGrids(units, graph, gridOf, range);
  const facts = grids.map(() => null) as GridNet["facts"][number][];
  for (const fact of report.grids) facts[fact.grid] = fact;
  const known = new Map(before?.grids.map(({ id }, k) => [id, before.hues[k]!]));
  return {
    gridOf,
    grids,
    facts,
    hues: colourGrids([graph, sight], gridOf, grids.length, GRID_HUES.length, {
      held: grids.map(({ id }) => known.get(id) ?? -1),
      ...(before?.grids === grids ? { moved: changedUnits(before.gridOf, gridOf) } : {}),
      wished: grids.map(({ id }) => numberOf(id)),
    }),
    without: report.without,
    splitCompounds: report.split
      .filter(({ fault }) => fault)
      .map(({ compound, households }) => ({ compound, households })),
  };
}

function changedUnits(before: Int32Array, now: Int32Array): number[] {
  const units: number[] = [];
  for (let unit = 0; unit < now.length; unit++) if (before[unit] !== now[unit]) units.push(unit);
  return units;
}

/** The list that is known already where it holds the same records: outlines drawn for it stay. */
const sameList = (grids: readonly Grid[], known: readonly Grid[] = []): readonly Grid[] =>
  grids.length === known.length && grids.every((grid, k) => grid === known[k]) ? known : grids;

/** A number that stays with the id, so that its hue mostly does from one session to the next. */
function numberOf(id: string): number {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) % 65_521;
  return sum;
}
