// Which grids one could become one with, and making them one. The selected grid keeps its code and name.

import { mergeGrids } from "../../../core/gridding/index.ts";
import type { App } from "../../state/app.ts";
import type { GridWork } from "../../state/grid-work.ts";
import { type EditRefusal, editPlan } from "../edit-plan.ts";

export interface Neighbour {
  /** Index into the net's grids. */
  readonly grid: number;
  /** Of both together. */
  readonly households: number;
  readonly refused: EditRefusal | null;
}

/** Grids of the same community that touch, the smallest sums first. */
export function besides({ net, ground }: GridWork, at: number): Neighbour[] {
  const { offsets, neighbours } = ground.graph;
  const found = new Set<number>();
  net.gridOf.forEach((grid, unit) => {
    if (grid !== at) return;
    for (let arc = offsets[unit]!; arc < offsets[unit + 1]!; arc++) {
      const other = net.gridOf[neighbours[arc]!] ?? -1;
      if (other >= 0 && other !== at) found.add(other);
    }
  });
  const own = net.grids[at];
  const sum = (grid: number): number => net.facts[grid]?.households ?? 0;
  return [...found]
    .filter((grid) => net.grids[grid]?.communityId === own?.communityId)
    .map((grid) => ({
      grid,
      households: sum(at) + sum(grid),
      refused: own?.locked || net.grids[grid]?.locked ? ("grid.locked" as const) : null,
    }))
    .sort((a, b) => a.households - b.households);
}

/** null when made, else why not. */
export function mergeInto(app: App, at: number, other: number): EditRefusal | null {
  const work = app.store.getState().grids;
  if (work === null) return "grid.unknown";
  const { net, ground } = work;
  const [kept, gone] = [net.grids[at], net.grids[other]];
  if (kept === undefined || gone === undefined) return "grid.unknown";
  if (mergeGrids(ground.units, ground.graph, net.gridOf, [at, other]) === null) return "grid.apart";
  const households = net.facts[other]?.households ?? 0;
  const figures = { households, residences: net.facts[other]?.units ?? 0 };
  return editPlan(app, "grid.merge", { ids: [kept.id, gone.id] }, { figures });
}
