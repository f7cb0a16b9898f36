// Makes a patch that was found by comparing two plans fit the plan it is put onto, whatever else was left out: records
// that are gone stay gone, an id that is taken gives way, residences move only into grids that are there.

import { applyPatch } from "./apply-patch.ts";
import { freshId } from "./fresh-id.ts";
import { eachMove, memberChange } from "./member-change.ts";
import { changedFields, fieldOf } from "./merge-effects.ts";
import { changesOf, type Patch, patchOf, type RecordChange } from "./patch.ts";
import { patchBetween } from "./patch-between.ts";
import { COLLECTION_NAMES, type PlanRecord, type PlanState } from "./plan-state.ts";
import { sameRecord } from "./same-record.ts";
import { settleNet } from "./settle-net.ts";
import { squashPatches } from "./squash-patches.ts";

/** What is left of a patch on this plan; empty when nothing is. */
export function fitPatch(plan: PlanState, wanted: Patch): Patch {
  const records = patchOf(
    COLLECTION_NAMES.map((name) => [name, fitRecords(plan[name], changesOf(wanted, name))]),
  );
  const recorded = applyPatch(plan, records);
  const known = new Set(recorded.grids.map(({ id }) => id)).add("");
  const moves = (wanted.members ?? []).map((move) => {
    const ends = new Map<number, readonly [string, string]>();
    eachMove(move, (row, _before, after) => {
      if (known.has(after)) ends.set(row, [plan.members[move.level][row]!, after]);
    });
    return memberChange(move.level, ends);
  });
  const raw = patchOf(
    COLLECTION_NAMES.map((name) => [name, changesOf(records, name)]),
    moves,
  );
  const after = applyPatch(plan, raw);
  const settled = settleNet(after);
  return settled === after ? raw : squashPatches(raw, patchBetween(after, settled));
}

function fitRecords(
  records: readonly PlanRecord[],
  wanted: readonly RecordChange[],
): readonly RecordChange[] {
  const list = [...records];
  return wanted.map((change) => fitRecord(list, change)).filter((change) => change !== null);
}

/** null when there is nothing left to do. */
function fitRecord(list: PlanRecord[], { before, after }: RecordChange): RecordChange | null {
  const at = list.findIndex(({ id }) => id === (before ?? after)?.id);
  const found = list[at];
  if (before === null) {
    if (after === null) return null;
    const added = { ...after, id: found === undefined ? after.id : freshId(list) };
    list.push(added);
    return { before: null, after: added, at: list.length - 1 };
  }
  if (found === undefined) return null;
  if (after === null) {
    list.splice(at, 1);
    return { before: found, after: null, at };
  }
  const fields = changedFields({ before, after });
  const next = { ...found, ...Object.fromEntries(fields.map((field) => [field, fieldOf(after, field)])) };
  if (sameRecord(found, next)) return null;
  list[at] = next;
  return { before: found, after: next, at: -1 };
}
