// What an edit changes, with both ends of each change, so that it reverses and squashes. Changes are in
// order: each one holds for the list the change before it left. Records that do not change keep their identity.

import type { ServiceCenter } from "./layers.ts";

/** One centre: added (`before` null), removed (`after` null) or changed (both, with the same id). */
export interface CenterChange {
  readonly before: ServiceCenter | null;
  readonly after: ServiceCenter | null;
  /** Place in the list of an added or removed centre; -1 for a change in place. */
  readonly at: number;
}

export interface Patch {
  readonly centers: readonly CenterChange[];
}

export const EMPTY_PATCH: Patch = { centers: [] };

export const isEmptyPatch = (patch: Patch): boolean => patch.centers.length === 0;

/** The id of the centre a change is about. */
export function changedId(change: CenterChange): string {
  const center = change.after ?? change.before;
  if (center === null) throw new Error("a change needs a centre at one end at least, this one has none");
  return center.id;
}
