// What is wrong with a net, the gravest first, and the step to the next of it: grids in pieces, grids out of range,
// residences in no grid, compounds cut for no reason, grids that cannot be judged.

import type { HouseholdRange } from "../../../core/gridding/index.ts";
import type { GridNet } from "../../state/grid-work.ts";
import { stateOf } from "./grid-scenery.ts";

export const GRID_TROUBLES = ["broken", "empty", "outside", "unknown"] as const;
export type GridTrouble = (typeof GRID_TROUBLES)[number];

export interface GridProblem {
  /** Index into the net's grids. */
  readonly grid: number;
  readonly trouble: GridTrouble;
  /** Households beyond the range. */
  readonly off: number;
}

/** The first trouble of a grid; null when it has none. */
export function troubleOf(net: GridNet, grid: number): GridTrouble | null {
  const [record, facts] = [net.grids[grid], net.facts[grid] ?? null];
  if (record === undefined) return null;
  if (facts === null) return "empty";
  if (facts.pieces > 1 || facts.crossesAreas) return "broken";
  const state = stateOf(record, facts);
  return state === "inRange" ? null : state;
}

export function listProblems(net: GridNet, range: HouseholdRange): GridProblem[] {
  return net.grids
    .flatMap((_, grid): GridProblem[] => {
      const trouble = troubleOf(net, grid);
      if (trouble === null) return [];
      const households = net.facts[grid]?.households ?? 0;
      return [{ grid, trouble, off: Math.max(0, range.min - households, households - range.max) }];
    })
    .sort(
      (a, b) =>
        GRID_TROUBLES.indexOf(a.trouble) - GRID_TROUBLES.indexOf(b.trouble) ||
        b.off - a.off ||
        a.grid - b.grid,
    );
}

/** The problem after the one of the grid that is selected; the first when none is. */
export function nextProblem(problems: readonly GridProblem[], selected: number): GridProblem | null {
  if (problems.length === 0) return null;
  const at = problems.findIndex(({ grid }) => grid === selected);
  return problems[(at + 1) % problems.length] ?? null;
}
