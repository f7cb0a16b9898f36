// Gives a centre another name; blanks around it are dropped.

import { changeRecord } from "./edit-record.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";

export interface RenameCenter {
  readonly id: string;
  readonly name: string;
}

export const renameCenter = (plan: PlanState, { id, name }: RenameCenter): Patch | Refusal =>
  changeRecord(plan, "centers", id, { name: name.trim() });
