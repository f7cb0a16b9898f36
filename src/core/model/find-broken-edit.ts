// Validates an ordered list of edits against the plan it starts from: every change must find the record, and every
// move of a residence the grid, that it says it found, and lead to what is there. Independent of applyPatch,
// which trusts a patch to belong to its plan.

import { GRID_LEVELS, type GridLevel, levelOf } from "./grid.ts";
import { changesOf, type MemberChange, type Patch, type RecordChange } from "./patch.ts";
import type { ChangeEntry } from "./plan.ts";
import { COLLECTION_NAMES, type CollectionName, type PlanRecord, type PlanState } from "./plan-state.ts";
import { sameRecord } from "./same-record.ts";

/** Index of the first entry that does not fit what came before it; -1 when all do. */
export function findBrokenEdit(baseline: PlanState, edits: readonly ChangeEntry[]): number {
  const ground: Ground = {
    records: new Map(COLLECTION_NAMES.map((name) => [name, [...baseline[name]]])),
    members: new Map(GRID_LEVELS.map((level) => [level, [...baseline.members[level]]])),
  };
  return edits.findIndex(({ patch }) => !fits(ground, patch));
}

interface Ground {
  readonly records: ReadonlyMap<CollectionName, PlanRecord[]>;
  readonly members: ReadonlyMap<GridLevel, string[]>;
}

/** Makes the changes as far as they fit; false when one does not. */
function fits({ records, members }: Ground, patch: Patch): boolean {
  for (const name of COLLECTION_NAMES) {
    const list = records.get(name) ?? [];
    if (!changesOf(patch, name).every((change) => follow(list, change))) return false;
  }
  const moves = patch.members ?? [];
  if (moves.length === 0) return true;
  const grids = (records.get("grids") ?? []) as PlanState["grids"];
  return moves.every((move) => {
    const known = new Set(grids.filter((grid) => levelOf(grid) === move.level).map(({ id }) => id));
    return moveAll(members.get(move.level) ?? [], move, known.add(""));
  });
}

function moveAll(column: string[], move: MemberChange, known: ReadonlySet<string>): boolean {
  const { rows, ids, before, after } = move;
  if (before.length !== rows.length || after.length !== rows.length) return false;
  return rows.every((row, i) => {
    const [from, to] = [ids[before[i]!], ids[after[i]!]];
    if (from === undefined || to === undefined || column[row] !== from || !known.has(to)) return false;
    column[row] = to;
    return true;
  });
}

/** Makes the change when it fits; false when it does not. */
function follow(list: PlanRecord[], { before, after, at }: RecordChange): boolean {
  const index = before === null ? -1 : list.findIndex(({ id }) => id === before.id);
  const found = list[index];
  if (before === null) {
    if (after === null || !Number.isInteger(at) || at < 0 || at > list.length) return false;
    if (list.some(({ id }) => id === after.id)) return false;
    list.splice(at, 0, after);
    return true;
  }
  if (found === undefined || !sameRecord(found, before)) return false;
  if (after === null) {
    if (at !== index) return false;
    list.splice(index, 1);
    return true;
  }
  if (after.id !== before.id) return false;
  list[index] = after;
  return true;
}
