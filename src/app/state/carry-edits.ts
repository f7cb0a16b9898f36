// The edits of a plan made again on other data of the same project. What is about records that are still there is made
// on them as they are now; what is about centres, grids or residences that are gone is handed back. Residences are known
// by their ids, since rows move when files change.

import {
  type Baseline,
  type ChangeEntry,
  COLLECTION_NAMES,
  type CollectionName,
  changedId,
  changesOf,
  eachMove,
  type History,
  isEmptyPatch,
  type MemberChange,
  memberChange,
  mergeHistories,
  openHistory,
  openPlan,
  type Patch,
  patchOf,
  type RecordChange,
} from "../../core/model/index.ts";

export interface Carried {
  readonly history: History;
  /** Entries of which something, or all, could not be made again. */
  readonly left: readonly ChangeEntry[];
}

export function carryEdits(edits: readonly ChangeEntry[], from: Baseline, to: Baseline): Carried {
  const plan = openPlan(to);
  const there = new Map(COLLECTION_NAMES.map((name) => [name, new Set(plan[name].map(({ id }) => id))]));
  const rowOf = rowsById(from.residences.id, to.residences.id);
  const kept: ChangeEntry[] = [];
  const left: ChangeEntry[] = [];
  for (const entry of edits) {
    const { patch, whole } = fitting(entry.patch, there, rowOf);
    if (!whole) left.push(entry);
    if (!isEmptyPatch(patch)) kept.push({ ...entry, patch });
  }
  const { edits: made } = mergeHistories(plan, [], kept);
  return { history: openHistory(plan, { id: "", name: "", edits: made }), left };
}

type There = ReadonlyMap<CollectionName, Set<string>>;
type RowOf = (row: number) => number | undefined;

/** What of a patch is about things that are there; `there` follows what it adds and removes. */
function fitting(
  patch: Patch,
  there: There,
  rowOf: RowOf,
): { readonly patch: Patch; readonly whole: boolean } {
  const records = COLLECTION_NAMES.map((name) => {
    const ids = there.get(name) ?? new Set();
    return [name, changesOf(patch, name).filter((change) => fits(change, ids))] as const;
  });
  const members = (patch.members ?? []).map((change) => movedRows(change, rowOf));
  const whole =
    records.every(([name, changes]) => changes.length === changesOf(patch, name).length) &&
    members.every(({ rows }, i) => rows.length === patch.members?.[i]?.rows.length);
  return { patch: patchOf(records, members), whole };
}

function fits(change: RecordChange, ids: Set<string>): boolean {
  const id = changedId(change);
  const isThere = ids.has(id);
  if (change.before === null) ids.add(id);
  else if (change.after === null) ids.delete(id);
  return change.before === null ? !isThere : isThere;
}

function movedRows(change: MemberChange, rowOf: RowOf): MemberChange {
  const ends = new Map<number, readonly [string, string]>();
  eachMove(change, (row, before, after) => {
    const now = rowOf(row);
    if (now !== undefined) ends.set(now, [before, after]);
  });
  return memberChange(change.level, ends);
}

/** Row of the same residence in the other list; undefined when it is gone. */
function rowsById(from: readonly string[], to: readonly string[]): RowOf {
  const rows = new Map(to.map((id, row) => [id, row]));
  return (row) => rows.get(from[row] ?? "");
}
