// Two patches in a row as one: a drag of two hundred steps becomes one change from first to last place.
// Changes in place commute with everything about other records, so they fold into the last earlier change of
// the same record. Additions and removals carry list places, so an addition and its removal cancel only when
// no other addition or removal lies between them. Members fold row by row.

import { GRID_LEVELS } from "./grid.ts";
import { memberChange } from "./member-change.ts";
import { changedId, changesOf, type MemberChange, type Patch, patchOf, type RecordChange } from "./patch.ts";
import { COLLECTION_NAMES } from "./plan-state.ts";
import { sameRecord } from "./same-record.ts";

/** One patch that does what `first` and then `second` do; empty when they cancel out. */
export const squashPatches = (first: Patch, second: Patch): Patch =>
  patchOf(
    COLLECTION_NAMES.map((name) => [name, foldAll(changesOf(first, name), changesOf(second, name))]),
    GRID_LEVELS.map((level) => {
      const moves = [...(first.members ?? []), ...(second.members ?? [])];
      return foldMembers(
        level,
        moves.filter((move) => move.level === level),
      );
    }),
  );

function foldMembers(level: MemberChange["level"], moves: readonly MemberChange[]): MemberChange {
  const [only] = moves;
  if (only !== undefined && moves.length === 1) return only;
  const ends = new Map<number, readonly [before: string, after: string]>();
  for (const { rows, ids, before, after } of moves) {
    for (const [i, row] of rows.entries()) {
      ends.set(row, [ends.get(row)?.[0] ?? ids[before[i]!]!, ids[after[i]!]!]);
    }
  }
  return memberChange(level, ends);
}

function foldAll(first: readonly RecordChange[], second: readonly RecordChange[]): readonly RecordChange[] {
  if (second.length === 0) return first;
  const changes = [...first];
  for (const next of second) fold(changes, next);
  return changes;
}

function fold(changes: RecordChange[], next: RecordChange): void {
  const id = changedId(next);
  const index = changes.findLastIndex((change) => changedId(change) === id);
  const previous = changes[index];
  if (previous === undefined || previous.after === null) {
    changes.push(next);
    return;
  }
  if (next.after !== null) {
    if (previous.before !== null && sameRecord(previous.before, next.after)) changes.splice(index, 1);
    else changes[index] = { ...previous, after: next.after };
    return;
  }
  if (previous.before !== null) {
    changes.splice(index, 1);
    changes.push({ before: previous.before, after: null, at: next.at });
    return;
  }
  if (changes.slice(index + 1).every(({ at }) => at < 0)) changes.splice(index, 1);
  else changes.push(next);
}
