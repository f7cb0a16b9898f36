// What a merge brings to the plan as it stands: one item for every entry of theirs and record it still changes
// there, each of which can be taken or left alone; grids and their members, which stand or fall together, are one
// item for every entry. Found by comparing the two results, aspect by aspect; an aspect is credited to the last of
// their entries that touches it, so the change record names who did what and when.

import { applyPatch } from "./apply-patch.ts";
import type { EditCode } from "./edit-codes.ts";
import { freshId } from "./fresh-id.ts";
import { GRID_LEVELS, type GridLevel } from "./grid.ts";
import { eachMove, memberChange, membersBetween } from "./member-change.ts";
import { aspectOf, changedFields, fieldOf, keyOf } from "./merge-effects.ts";
import { newIds, type RenamedId } from "./merge-ids.ts";
import {
  changedId,
  changesOf,
  isEmptyPatch,
  type MemberChange,
  type Patch,
  patchOf,
  type RecordChange,
} from "./patch.ts";
import { patchBetween } from "./patch-between.ts";
import type { ChangeEntry } from "./plan.ts";
import {
  COLLECTION_NAMES,
  COLLECTIONS,
  type CollectionName,
  type PlanRecord,
  type PlanState,
} from "./plan-state.ts";
import { renameInPatch, renameInPlan } from "./rename-ids.ts";
import { sameRecord } from "./same-record.ts";
import { settleNet } from "./settle-net.ts";
import { squashPatches } from "./squash-patches.ts";

export interface MergeItem {
  /** The entry of theirs that is credited. */
  readonly source: ChangeEntry;
  readonly label: EditCode;
  /** The plan as it stands and as the merge leaves it, in this item's records, aspects and residences. */
  readonly patch: Patch;
}

/**
 * `merged` is the plan after the merge, `renamed` its new ids; items are in the order of their entries. Of two
 * added records with one id, the one that stands here keeps it, whichever of them the merge renamed.
 */
export function mergeItems(
  plan: PlanState,
  merged: PlanState,
  theirs: readonly ChangeEntry[],
  renamed: readonly RenamedId[] = [],
): readonly MergeItem[] {
  const credits = creditsOf(theirs, renamed);
  const wanted = keepMyIds(merged, renamed);
  const parts = COLLECTION_NAMES.flatMap((name) => recordParts(name, plan[name], wanted[name], credits));
  const alone = parts.filter(({ collection }) => collection !== "grids").map(itemOf);
  const nets = netItems(
    parts.filter(({ collection }) => collection === "grids"),
    GRID_LEVELS.map((level) => membersBetween(level, plan.members[level], wanted.members[level])),
    credits,
  );
  return [...alone, ...nets].sort((a, b) => a.at - b.at).map(({ item }) => item);
}

/** The items as entries that follow each other on `plan`; `group` names the act they come in by. */
export function entriesOfItems(
  plan: PlanState,
  items: readonly MergeItem[],
  group: string,
): readonly ChangeEntry[] {
  let state = plan;
  const entries: ChangeEntry[] = [];
  for (const item of items) {
    const patch = fitPatch(state, item.patch);
    if (isEmptyPatch(patch)) continue;
    entries.push({ ...item.source, label: item.label, patch, group });
    state = applyPatch(state, patch);
  }
  return entries;
}

/** An entry of theirs and what it touches, by the ids used here. */
interface Credit {
  readonly entry: ChangeEntry;
  /** Record → aspects. */
  readonly touches: ReadonlyMap<string, readonly string[]>;
}

/** One record, as far as one entry of theirs changes it. */
interface Part {
  readonly at: number;
  readonly source: ChangeEntry;
  readonly collection: CollectionName;
  readonly before: PlanRecord | null;
  readonly after: PlanRecord | null;
}

interface Credited {
  readonly at: number;
  readonly item: MergeItem;
}

function creditsOf(theirs: readonly ChangeEntry[], renamed: readonly RenamedId[]): readonly Credit[] {
  const ids = newIds(renamed, "theirs");
  const mine = newIds(renamed, "mine");
  return theirs.map((entry) => {
    const patch = renameInPatch(entry.patch, ids);
    const touches = new Map<string, readonly string[]>();
    for (const name of COLLECTION_NAMES) {
      for (const change of changesOf(patch, name)) {
        const id = mine[name]?.get(changedId(change)) ?? changedId(change);
        touches.set(keyOf(name, id), changedFields(change).map(aspectOf));
      }
    }
    return { entry, touches };
  });
}

function keepMyIds(merged: PlanState, renamed: readonly RenamedId[]): PlanState {
  const mine = renamed.filter(({ side }) => side === "mine");
  const back = mine.map((one) => ({ ...one, from: one.to, to: one.from }));
  return mine.length === 0 ? merged : renameInPlan(merged, newIds([...mine, ...back], "mine"));
}

function recordParts(
  collection: CollectionName,
  list: readonly PlanRecord[],
  merged: readonly PlanRecord[],
  credits: readonly Credit[],
): readonly Part[] {
  const [present, wanted] = [list, merged].map((records) => new Map(records.map((one) => [one.id, one])));
  return [...new Set([...present!.keys(), ...wanted!.keys()])].flatMap((id) => {
    const [before, after] = [present!.get(id) ?? null, wanted!.get(id) ?? null];
    if (before !== null && after !== null) return aspectParts(collection, before, after, credits);
    const at = lastTouching(credits, keyOf(collection, id), null);
    const source = credits[at]?.entry;
    return source === undefined ? [] : [{ at, source, collection, before, after }];
  });
}

function aspectParts(
  collection: CollectionName,
  before: PlanRecord,
  after: PlanRecord,
  credits: readonly Credit[],
): readonly Part[] {
  if (sameRecord(before, after)) return [];
  const parts = new Map<number, Readonly<Record<string, unknown>>>();
  for (const field of changedFields({ before, after })) {
    const at = lastTouching(credits, keyOf(collection, before.id), aspectOf(field));
    if (at >= 0) parts.set(at, { ...parts.get(at), [field]: fieldOf(after, field) });
  }
  return [...parts].flatMap(([at, fields]) => {
    const source = credits[at]?.entry;
    return source === undefined ? [] : [{ at, source, collection, before, after: { ...before, ...fields } }];
  });
}

/** Index of the last entry that changes this aspect of the record, else of the last one about it; -1 = none. */
function lastTouching(credits: readonly Credit[], key: string, aspect: string | null): number {
  const exact =
    aspect === null
      ? -1
      : credits.findLastIndex(({ touches }) => touches.get(key)?.includes(aspect) === true);
  return exact >= 0 ? exact : credits.findLastIndex(({ touches }) => touches.has(key));
}

function itemOf(part: Part): Credited {
  const { at, source, collection, before, after } = part;
  const { noun, changes, otherChange } = COLLECTIONS[collection];
  const own = new Set([...Object.values(changes), otherChange]);
  const aspect = aspectOf(changedFields({ before, after })[0] ?? "");
  const inPlace = own.has(source.label) ? source.label : (changes[aspect] ?? otherChange);
  const label =
    before === null ? (`${noun}.add` as const) : after === null ? (`${noun}.remove` as const) : inPlace;
  return { at, item: { source, label, patch: patchOf([[collection, [changeOf(part)]]]) } };
}

const changeOf = ({ before, after }: Part): RecordChange => ({ before, after, at: -1 });

/** What one entry of theirs does to the net. */
interface NetPart {
  readonly parts: Part[];
  readonly moves: Map<GridLevel, Map<number, readonly [before: string, after: string]>>;
}

/** One item for every entry. */
function netItems(
  parts: readonly Part[],
  moves: readonly MemberChange[],
  credits: readonly Credit[],
): readonly Credited[] {
  const entries = new Map<number, NetPart>();
  const partOf = (at: number): NetPart => {
    const part = entries.get(at) ?? { parts: [], moves: new Map() };
    entries.set(at, part);
    return part;
  };
  for (const part of parts) partOf(part.at).parts.push(part);
  for (const move of moves) {
    const movers = moversOf(credits, move.level);
    eachMove(move, (row, before, after) => {
      const at = movers.get(row);
      if (at === undefined) return;
      const levels = partOf(at).moves;
      const ends = levels.get(move.level) ?? new Map<number, readonly [string, string]>();
      levels.set(move.level, ends.set(row, [before, after]));
    });
  }
  return [...entries].map(([at, own]) => {
    const source = credits[at]!.entry;
    const members = [...own.moves].map(([level, ends]) => memberChange(level, ends));
    const patch = patchOf([["grids", own.parts.map(changeOf)]], members);
    return { at, item: { source, label: source.label, patch } };
  });
}

/** Residence row → index of the last entry that moves it. */
function moversOf(credits: readonly Credit[], level: GridLevel): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  credits.forEach(({ entry }, at) => {
    for (const move of entry.patch.members ?? []) {
      if (move.level === level) for (const row of move.rows) last.set(row, at);
    }
  });
  return last;
}

/** What an item still does to the plan, as a patch that fits it. */
function fitPatch(plan: PlanState, wanted: Patch): Patch {
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
