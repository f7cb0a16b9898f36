// Divides a grid: some of its residences become a new grid of the same community, kind and parent.

import type { Grid } from "./grid.ts";
import { levelOf } from "./grid.ts";
import { NetDraft } from "./net-draft.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";

export interface SplitGrid {
  readonly id: string;
  /** Residences that leave; neither none nor all of the grid's. */
  readonly rows: readonly number[];
  /** The new grid; no code and no posts when absent. */
  readonly created: Pick<Grid, "id" | "name"> & Partial<Pick<Grid, "code" | "posts" | "note">>;
}

export function splitGrid(plan: PlanState, { id, rows, created }: SplitGrid): Patch | Refusal {
  const draft = new NetDraft(plan);
  const grid = draft.grid(id);
  if (grid === undefined) draft.fail("grid.unknown");
  else {
    const own = new Set(draft.rowsOf(grid));
    const leaving = new Set(rows);
    if (rows.some((row) => !own.has(row))) draft.fail("residence.outside");
    if (leaving.size === 0 || leaving.size === own.size) draft.fail("nothingChanged");
    draft.add({ ...grid, code: "", posts: {}, note: "", locked: false, ...created });
    draft.move(levelOf(grid), leaving, created.id);
  }
  return draft.patch();
}
