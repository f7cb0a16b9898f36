// The one place where centres change: a new list with each change of the patch made in turn. A patch made
// for another list is a programmer's mistake and throws.

import type { ServiceCenter } from "./layers.ts";
import type { CenterChange, Patch } from "./patch.ts";

export function applyPatch(centers: readonly ServiceCenter[], patch: Patch): readonly ServiceCenter[] {
  if (patch.centers.length === 0) return centers;
  const list = [...centers];
  for (const change of patch.centers) applyChange(list, change);
  return list;
}

function applyChange(list: ServiceCenter[], { before, after, at }: CenterChange): void {
  if (before === null && after !== null) {
    if (at < 0 || at > list.length)
      throw new Error(`cannot add ${after.id} at ${at} of ${list.length} centres`);
    list.splice(at, 0, after);
    return;
  }
  if (before === null) return;
  const index = after === null ? at : list.findIndex(({ id }) => id === before.id);
  if (list[index]?.id !== before.id) {
    throw new Error(
      `the patch changes ${before.id} at ${index}, the list of ${list.length} has ${list[index]?.id}`,
    );
  }
  if (after === null) list.splice(index, 1);
  else list[index] = after;
}
