// Takes a centre out of the plan.

import { removeRecord } from "./edit-record.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";

export interface RemoveCenter {
  readonly id: string;
}

export const removeCenter = (plan: PlanState, { id }: RemoveCenter): Patch | Refusal =>
  removeRecord(plan, "centers", id);
