// Validates an ordered list of edits against the centres it starts from: every change must find the record it
// says it found, at both ends. Independent of applyPatch, which trusts a patch to belong to its list.

import type { ServiceCenter } from "./layers.ts";
import type { CenterChange } from "./patch.ts";
import type { ChangeEntry } from "./plan.ts";
import { sameCenter } from "./same-center.ts";

/** Index of the first entry that does not fit what came before it; -1 when all do. */
export function findBrokenEdit(baseline: readonly ServiceCenter[], edits: readonly ChangeEntry[]): number {
  const list = [...baseline];
  return edits.findIndex(({ patch }) => !patch.centers.every((change) => follow(list, change)));
}

/** Makes the change when it fits; false when it does not. */
function follow(list: ServiceCenter[], { before, after, at }: CenterChange): boolean {
  const index = before === null ? -1 : list.findIndex(({ id }) => id === before.id);
  const found = list[index];
  if (before === null) {
    if (after === null || !Number.isInteger(at) || at < 0 || at > list.length) return false;
    if (list.some(({ id }) => id === after.id)) return false;
    list.splice(at, 0, after);
    return true;
  }
  if (found === undefined || !sameCenter(found, before)) return false;
  if (after === null) {
    if (at !== index) return false;
    list.splice(index, 1);
    return true;
  }
  if (after.id !== before.id) return false;
  list[index] = after;
  return true;
}
