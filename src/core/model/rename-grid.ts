// Gives a grid another name; blanks around it are dropped.

import { changeRecord } from "./edit-record.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";

export interface RenameGrid {
  readonly id: string;
  readonly name: string;
}

export const renameGrid = (plan: PlanState, { id, name }: RenameGrid): Patch | Refusal =>
  changeRecord(plan, "grids", id, { name: name.trim() });
