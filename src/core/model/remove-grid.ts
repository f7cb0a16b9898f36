// Takes a grid out of the plan; its residences are in none then, its micro-grids go with it.

import { NetDraft } from "./net-draft.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";

export interface RemoveGrid {
  readonly id: string;
}

export function removeGrid(plan: PlanState, { id }: RemoveGrid): Patch | Refusal {
  const draft = new NetDraft(plan);
  draft.remove(id);
  return draft.patch();
}
