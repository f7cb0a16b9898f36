// Makes several grids one: the first keeps its code and name, takes the members of the others and their
// micro-grids. All of one community; micro-grids all of one grid.

import { levelOf } from "./grid.ts";
import { NetDraft } from "./net-draft.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";

export interface MergeGrids {
  /** The one that stays, then those that go into it. */
  readonly ids: readonly string[];
}

export function mergeGrids(plan: PlanState, { ids }: MergeGrids): Patch | Refusal {
  const draft = new NetDraft(plan);
  const [kept, ...others] = [...new Set(ids)].map((id) => draft.grid(id));
  if (kept === undefined) draft.fail("grid.unknown");
  for (const other of others) {
    if (other === undefined || kept === undefined) draft.fail("grid.unknown");
    else if (other.communityId !== kept.communityId || other.parentId !== kept.parentId)
      draft.fail("grid.apart");
    else {
      const micros = draft.members("micro").slice();
      const own = draft.grids.filter(({ parentId }) => parentId === other.id);
      const rows = draft.rowsOf(other);
      draft.move(levelOf(other), rows, kept.id);
      for (const { id } of own) {
        draft.change(id, { parentId: kept.id });
        draft.move(
          "micro",
          rows.filter((row) => micros[row] === id),
          id,
        );
      }
      draft.remove(other.id);
    }
  }
  return draft.patch();
}
