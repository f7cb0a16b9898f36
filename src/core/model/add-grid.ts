// Adds a grid, or a micro-grid of one, with nobody in it yet.

import type { Grid } from "./grid.ts";
import { NetDraft } from "./net-draft.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";

/** What is absent: a base grid without code, posts and note, unlocked, in no other grid. */
export interface AddGrid extends Partial<Grid> {
  readonly id: string;
  readonly name: string;
  readonly communityId: string;
}

export function addGrid(plan: PlanState, input: AddGrid): Patch | Refusal {
  const draft = new NetDraft(plan);
  draft.add(gridOf(input));
  return draft.patch();
}

/** The grid with everything that was left out. */
export const gridOf = (input: AddGrid): Grid => ({
  ...{ code: "", kind: "base", parentId: null, locked: false, posts: {}, note: "" },
  ...input,
});
