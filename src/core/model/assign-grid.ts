// Puts residences into a grid, out of the ones they are in: the stroke of the brush. `create` makes the grid first.

import { type AddGrid, gridOf } from "./add-grid.ts";
import type { GridLevel } from "./grid.ts";
import { NetDraft } from "./net-draft.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";

export interface AssignGrid {
  readonly level: GridLevel;
  readonly rows: readonly number[];
  /** Grid of that level; "" = in none. */
  readonly gridId: string;
  readonly create?: AddGrid;
}

export function assignGrid(plan: PlanState, { level, rows, gridId, create }: AssignGrid): Patch | Refusal {
  const draft = new NetDraft(plan);
  if (create !== undefined) draft.add(gridOf(create));
  draft.move(level, rows, gridId);
  return draft.patch();
}
