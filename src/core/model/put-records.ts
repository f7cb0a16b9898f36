// Rows of registers and matters come and go by the table: a record whose id is known takes the old one's place, others
// are added at the end; records that stay as they are change nothing.

import type { Matter } from "./matter.ts";
import { type Patch, patchOf, type RecordChange } from "./patch.ts";
import { COLLECTIONS, type PlanState } from "./plan-state.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { RegisterRow } from "./register-row.ts";
import { sameValue } from "./same-record.ts";

export interface PutRows {
  readonly rows: readonly RegisterRow[];
}
export interface PutMatters {
  readonly matters: readonly Matter[];
}
export interface RemoveIds {
  readonly ids: readonly string[];
}

export const putRows = (plan: PlanState, { rows }: PutRows): Patch | Refusal =>
  putRecords(plan, "registers", rows);

export const removeRows = (plan: PlanState, { ids }: RemoveIds): Patch | Refusal =>
  removeRecords(plan, "registers", ids);

export const putMatters = (plan: PlanState, { matters }: PutMatters): Patch | Refusal =>
  putRecords(plan, "matters", matters);

export const removeMatters = (plan: PlanState, { ids }: RemoveIds): Patch | Refusal =>
  removeRecords(plan, "matters", ids);

type Listed = "registers" | "matters";

function putRecords(
  plan: PlanState,
  name: Listed,
  records: readonly (RegisterRow | Matter)[],
): Patch | Refusal {
  const list: readonly (RegisterRow | Matter)[] = plan[name];
  const known = new Map(list.map((record) => [record.id, record]));
  const given = new Set<string>();
  const changes: RecordChange[] = [];
  let at = list.length;
  for (const record of records) {
    if (given.has(record.id)) return refuse(`${COLLECTIONS[name].noun}.duplicateId`);
    if (record.name.trim() === "") return refuse("name.blank");
    given.add(record.id);
    const before = known.get(record.id) ?? null;
    const after = { ...record, name: record.name.trim() };
    if (before === null) changes.push({ before, after, at: at++ });
    else if (!sameValue(before, after)) changes.push({ before, after, at: -1 });
  }
  return changes.length === 0 ? refuse("nothingChanged") : patchOf([[name, changes]]);
}

function removeRecords(plan: PlanState, name: Listed, ids: readonly string[]): Patch | Refusal {
  const gone = new Set(ids);
  const list: readonly (RegisterRow | Matter)[] = plan[name];
  const changes = list.flatMap((before, at) => (gone.has(before.id) ? [{ before, after: null, at }] : []));
  if (changes.length < gone.size) return refuse(`${COLLECTIONS[name].noun}.unknown`);
  return changes.length === 0 ? refuse("nothingChanged") : patchOf([[name, changes.reverse()]]);
}
