// Takes a whole draft as the net of some communities, or as the micro-grids of some grids: grids that the draft
// does not have any more go, the others keep their ids, and every residence that was in one of them is where the
// draft puts it. Locked grids must be in the draft as they are.

import type { Grid, GridLevel } from "./grid.ts";
import { levelOf } from "./grid.ts";
import { NetDraft } from "./net-draft.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";
import { sameRecord } from "./same-record.ts";

export interface AdoptGrids {
  readonly level: GridLevel;
  /** Communities whose grids are replaced; for micro-grids, the grids they are in. */
  readonly within: readonly string[];
  /** The draft's grids; one with the id of a grid that is there takes its place. */
  readonly grids: readonly Grid[];
  /** Residence rows and the grid of each, as places in `grids`; -1 = in none. */
  readonly rows: ArrayLike<number>;
  readonly gridOf: ArrayLike<number>;
}

export function adoptGrids(
  plan: PlanState,
  { level, within, grids, rows, gridOf }: AdoptGrids,
): Patch | Refusal {
  const draft = new NetDraft(plan);
  const places = new Set(within);
  const wanted = new Map(grids.map((grid) => [grid.id, grid]));
  if (wanted.size < grids.length) draft.fail("grid.duplicateId");
  const target = new Map<number, string>();
  const old = plan.grids.filter((grid) => levelOf(grid) === level && places.has(placeOf(grid)));
  const replaced = new Set(old.map(({ id }) => id));
  plan.members[level].forEach((id, row) => {
    if (replaced.has(id)) target.set(row, "");
  });
  for (let i = 0; i < rows.length; i++) target.set(rows[i]!, grids[gridOf[i]!]?.id ?? "");
  for (const grid of grids) {
    const was = draft.grid(grid.id);
    if (levelOf(grid) !== level || !places.has(placeOf(grid))) draft.fail("grid.apart");
    else if (was?.locked && !sameRecord(was, grid)) draft.fail("grid.locked");
    else if (replaced.has(grid.id)) draft.change(grid.id, grid);
    else draft.add(grid);
  }
  for (const [id, own] of rowsByGrid(target)) draft.move(level, own, id);
  for (const { id } of old) if (!wanted.has(id)) draft.remove(id);
  return draft.patch();
}

/** What a grid is drawn in. */
const placeOf = ({ communityId, parentId }: Grid): string => parentId ?? communityId;

function rowsByGrid(target: ReadonlyMap<number, string>): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, number[]>();
  for (const [row, id] of target) {
    const own = lists.get(id);
    if (own === undefined) lists.set(id, [row]);
    else own.push(row);
  }
  return lists;
}
