// What an edit changes, with both ends of each change, so that it reverses and squashes. Changes of a collection
// are in order: each one holds for the list the change before it left. What does not change keeps its identity.

import type { GridLevel } from "./grid.ts";
import { COLLECTION_NAMES, type CollectionName, type PlanRecord, type PlanRecords } from "./plan-state.ts";

/** One record: added (`before` null), removed (`after` null) or changed (both, with the same id). */
export interface RecordChange<R extends PlanRecord = PlanRecord> {
  readonly before: R | null;
  readonly after: R | null;
  /** Place in the list of an added or removed record; -1 for a change in place. */
  readonly at: number;
}

/** Residences that change grids, in columns: `rows[i]` goes from `ids[before[i]]` to `ids[after[i]]`; "" = none. */
export interface MemberChange {
  readonly level: GridLevel;
  /** Ascending. */
  readonly rows: readonly number[];
  readonly ids: readonly string[];
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What is absent does not change. */
export type Patch = { readonly [C in CollectionName]?: readonly RecordChange<PlanRecords[C]>[] } & {
  /** One a level at most. */
  readonly members?: readonly MemberChange[];
};

export const EMPTY_PATCH: Patch = {};

export const isEmptyPatch = (patch: Patch): boolean =>
  COLLECTION_NAMES.every((name) => changesOf(patch, name).length === 0) &&
  (patch.members ?? []).every(({ rows }) => rows.length === 0);

/** The changes of one collection, whichever it is. */
export const changesOf = (patch: Patch, name: CollectionName): readonly RecordChange[] => patch[name] ?? [];

/** A patch made of changes by collection; what is empty is left out. */
export function patchOf(
  records: Iterable<readonly [CollectionName, readonly RecordChange[]]>,
  members: readonly MemberChange[] = [],
): Patch {
  const lists = [...records].filter(([, changes]) => changes.length > 0);
  const moved = members.filter(({ rows }) => rows.length > 0);
  return { ...Object.fromEntries(lists), ...(moved.length > 0 ? { members: moved } : {}) } as Patch;
}

/** The id of the record a change is about. */
export function changedId(change: RecordChange): string {
  const record = change.after ?? change.before;
  if (record === null) throw new Error("a change needs a record at one end at least, this one has none");
  return record.id;
}
