// Two people who each add a record give it the same id ("new-1"): two records, not one. The one added later
// gets an id that neither list has, in everything its list says about it. Both people's machines decide alike.

import { freshIds } from "./fresh-id.ts";
import { compareEntries, type MergeSide } from "./merge-sides.ts";
import { changesOf } from "./patch.ts";
import type { ChangeEntry } from "./plan.ts";
import { COLLECTION_NAMES, type CollectionName, type PlanRecord, type PlanState } from "./plan-state.ts";
import { type NewIds, renameInPatch } from "./rename-ids.ts";
import { sameRecord } from "./same-record.ts";

export interface RenamedId {
  readonly side: MergeSide;
  readonly collection: CollectionName;
  readonly from: string;
  readonly to: string;
}

export interface SeparateIds {
  readonly mine: readonly ChangeEntry[];
  readonly theirs: readonly ChangeEntry[];
  readonly renamed: readonly RenamedId[];
}

export function separateIds(
  base: PlanState,
  mine: readonly ChangeEntry[],
  theirs: readonly ChangeEntry[],
): SeparateIds {
  const renamed = COLLECTION_NAMES.flatMap((name) => separate(name, base[name], mine, theirs));
  return { mine: rename(mine, "mine", renamed), theirs: rename(theirs, "theirs", renamed), renamed };
}

/** The renamed ids of one side. */
export function newIds(renamed: readonly RenamedId[], side: MergeSide): NewIds {
  const ids: Partial<Record<CollectionName, Map<string, string>>> = {};
  for (const { collection, from, to } of renamed.filter((one) => one.side === side)) {
    ids[collection] ??= new Map();
    ids[collection].set(from, to);
  }
  return ids;
}

function separate(
  collection: CollectionName,
  base: readonly PlanRecord[],
  mine: readonly ChangeEntry[],
  theirs: readonly ChangeEntry[],
): readonly RenamedId[] {
  const known = new Set(base.map(({ id }) => id));
  const [added, theirAdded] = [firstAdditions(mine, collection), firstAdditions(theirs, collection)];
  const isSame = sameAdditions(collection);
  const clashes: { readonly side: MergeSide; readonly from: string }[] = [];
  for (const id of [...added.keys()].sort()) {
    const [a, b] = [added.get(id), theirAdded.get(id)];
    if (a === undefined || b === undefined || known.has(id) || isSame(a, b)) continue;
    clashes.push({ side: compareEntries(a.entry, b.entry) > 0 ? "mine" : "theirs", from: id });
  }
  const taken = [...base, ...idsIn(mine, collection), ...idsIn(theirs, collection)];
  const fresh = freshIds(clashes.length, taken);
  return clashes.map(({ side, from }, i) => ({ side, collection, from, to: fresh[i]! }));
}

interface Addition {
  readonly entry: ChangeEntry;
  readonly record: PlanRecord;
}

/** Both added the same record; grids are the same only when one act drew them, for their members make them. */
function sameAdditions(collection: CollectionName): (a: Addition, b: Addition) => boolean {
  const said = new Map<ChangeEntry, string>();
  const say = (entry: ChangeEntry): string => {
    const known = said.get(entry) ?? JSON.stringify(entry.patch);
    said.set(entry, known);
    return known;
  };
  return (a, b) =>
    sameRecord(a.record, b.record) && (collection !== "grids" || say(a.entry) === say(b.entry));
}

function firstAdditions(edits: readonly ChangeEntry[], collection: CollectionName): Map<string, Addition> {
  const found = new Map<string, Addition>();
  for (const entry of edits) {
    for (const { before, after } of changesOf(entry.patch, collection)) {
      if (before === null && after !== null && !found.has(after.id)) {
        found.set(after.id, { entry, record: after });
      }
    }
  }
  return found;
}

const idsIn = (edits: readonly ChangeEntry[], collection: CollectionName): readonly PlanRecord[] =>
  edits
    .flatMap(({ patch }) => changesOf(patch, collection).flatMap(({ before, after }) => [before, after]))
    .filter((record) => record !== null);

function rename(
  edits: readonly ChangeEntry[],
  side: MergeSide,
  renamed: readonly RenamedId[],
): readonly ChangeEntry[] {
  const ids = newIds(renamed, side);
  if (Object.keys(ids).length === 0) return edits;
  return edits.map((entry) => ({ ...entry, patch: renameInPatch(entry.patch, ids) }));
}
