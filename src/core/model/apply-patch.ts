// The one place where a plan changes: new lists with each change of the patch made in turn, new columns with
// each member moved; what the patch does not name stays the very same. A patch made for another plan is a
// programmer's mistake and throws.

import { changesOf, type MemberChange, type Patch, type RecordChange } from "./patch.ts";
import {
  COLLECTION_NAMES,
  type CollectionName,
  type Members,
  type PlanRecord,
  type PlanState,
} from "./plan-state.ts";

export function applyPatch(plan: PlanState, patch: Patch): PlanState {
  const changed: Partial<Record<CollectionName, readonly PlanRecord[]>> = {};
  for (const name of COLLECTION_NAMES) {
    const changes = changesOf(patch, name);
    if (changes.length > 0) changed[name] = applyChanges(plan[name], changes, name);
  }
  const moves = patch.members ?? [];
  if (Object.keys(changed).length === 0 && moves.length === 0) return plan;
  const members = moves.length === 0 ? plan.members : moves.reduce(moveMembers, plan.members);
  return { ...plan, ...changed, members } as PlanState;
}

function applyChanges(
  records: readonly PlanRecord[],
  changes: readonly RecordChange[],
  name: CollectionName,
): readonly PlanRecord[] {
  const list = [...records];
  for (const change of changes) applyChange(list, change, name);
  return list;
}

function applyChange(list: PlanRecord[], { before, after, at }: RecordChange, name: CollectionName): void {
  if (before === null && after !== null) {
    if (at < 0 || at > list.length)
      throw new Error(`cannot add ${after.id} at ${at} of ${list.length} ${name}`);
    list.splice(at, 0, after);
    return;
  }
  if (before === null) return;
  const index = after === null ? at : list.findIndex(({ id }) => id === before.id);
  if (list[index]?.id !== before.id) {
    throw new Error(
      `the patch changes ${before.id} at ${index}, the list of ${list.length} ${name} has ${list[index]?.id}`,
    );
  }
  if (after === null) list.splice(index, 1);
  else list[index] = after;
}

function moveMembers(members: Members, { level, rows, ids, before, after }: MemberChange): Members {
  const column = members[level].slice();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (column[row] !== ids[before[i]!]) {
      throw new Error(
        `the patch moves residence ${row} from "${ids[before[i]!]}", it is in "${column[row]}"`,
      );
    }
    column[row] = ids[after[i]!]!;
  }
  return { ...members, [level]: column };
}
