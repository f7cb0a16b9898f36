// Locks grids, so that nobody enters or leaves them, or unlocks them.

import { NetDraft } from "./net-draft.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";

export interface LockGrids {
  readonly ids: readonly string[];
  readonly locked: boolean;
}

export function lockGrids(plan: PlanState, { ids, locked }: LockGrids): Patch | Refusal {
  const draft = new NetDraft(plan);
  for (const id of ids) draft.change(id, { locked });
  return draft.patch();
}
