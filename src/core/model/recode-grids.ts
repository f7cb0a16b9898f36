// Gives grids other codes, one or a whole net at once. No two grids share a code; a blank one is none.

import { NetDraft } from "./net-draft.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";

export interface RecodeGrids {
  /** Grid id → code. */
  readonly codes: Readonly<Record<string, string>>;
}

export function recodeGrids(plan: PlanState, { codes }: RecodeGrids): Patch | Refusal {
  const draft = new NetDraft(plan);
  for (const [id, code] of Object.entries(codes)) draft.change(id, { code: code.trim() });
  const given = draft.grids.map(({ code }) => code).filter((code) => code !== "");
  if (new Set(given).size < given.length) draft.fail("grid.duplicateCode");
  return draft.patch();
}
