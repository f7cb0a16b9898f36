// Are two records alike in every field? Also in those written by a later edition, which this one does not know
// by name.

import { COLLECTION_NAMES, type PlanRecord, type PlanState } from "./plan-state.ts";

export const sameRecord = (a: PlanRecord, b: PlanRecord): boolean => sameValue(a, b);

/** Numbers by Object.is; lists and records by what they hold. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)))
  );
}

/** The same records in the same order, as many residences: lists of edits on the two can be merged. */
export const sameRecords = (a: PlanState, b: PlanState): boolean =>
  a.members.grid.length === b.members.grid.length &&
  COLLECTION_NAMES.every((name) => {
    const [left, right]: (readonly PlanRecord[])[] = [a[name], b[name]];
    return left!.length === right!.length && left!.every((record, i) => sameRecord(record, right![i]!));
  });
