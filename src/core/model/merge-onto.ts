// What a merge brings to the plan as it stands: one item for every entry of theirs and record it still changes
// there, each of which can be taken or left alone; grids and their members, which stand or fall together, are one
// item for every entry, an added grid with the entry that adds it. Found by comparing the two results, aspect by
// aspect; each is credited to an entry of theirs, so the change record names who did what and when.

import { applyPatch } from "./apply-patch.ts";
import type { EditCode } from "./edit-codes.ts";
import { GRID_LEVELS, type GridLevel } from "./grid.ts";
import { eachMove, memberChange, membersBetween } from "./member-change.ts";
import {
  type Credit,
  creditedFirst,
  creditedWith,
  creditsOf,
  type Movers,
  moversOf,
} from "./merge-credits.ts";
import { aspectOf, changedFields, fieldOf, keyOf } from "./merge-effects.ts";
import { fitPatch } from "./merge-fit.ts";
import { newIds, type RenamedId } from "./merge-ids.ts";
import { isEmptyPatch, type MemberChange, type Patch, patchOf, type RecordChange } from "./patch.ts";
import type { ChangeEntry } from "./plan.ts";
import {
  COLLECTION_NAMES,
  COLLECTIONS,
  type CollectionName,
  type PlanRecord,
  type PlanState,
} from "./plan-state.ts";
import { renameInPlan } from "./rename-ids.ts";
import { sameRecord } from "./same-record.ts";

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
    { credits, movers: moversOf(theirs) },
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
    const at = creditOf(collection, id, before === null ? after : null, present!, credits);
    const source = credits[at]?.entry;
    return source === undefined ? [] : [{ at, source, collection, before, after }];
  });
}

/** An added grid comes in with the first entry about it, but not before the grid it is in. */
function creditOf(
  collection: CollectionName,
  id: string,
  added: PlanRecord | null,
  present: ReadonlyMap<string, PlanRecord>,
  credits: readonly Credit[],
): number {
  if (added === null || !("parentId" in added)) return creditedWith(credits, keyOf(collection, id), null);
  const own = creditedFirst(credits, keyOf(collection, id));
  const { parentId } = added;
  if (parentId === null) return own;
  const parent = present.get(parentId) ?? null;
  const key = keyOf(collection, parentId);
  if (parent === null) return Math.max(own, creditedFirst(credits, key));
  return parentOf(parent) === null ? own : Math.max(own, creditedWith(credits, key, "parentId"));
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
    const at = creditedWith(credits, keyOf(collection, before.id), aspectOf(field));
    if (at >= 0) parts.set(at, { ...parts.get(at), [field]: fieldOf(after, field) });
  }
  return [...parts].flatMap(([at, fields]) => {
    const source = credits[at]?.entry;
    return source === undefined ? [] : [{ at, source, collection, before, after: { ...before, ...fields } }];
  });
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

/** undefined when there is no grid. */
const parentOf = (record: PlanRecord | null): string | null | undefined =>
  record !== null && "parentId" in record ? record.parentId : undefined;

/** One item for every entry; residences move no earlier than the grid they move into comes. */
function netItems(
  parts: readonly Part[],
  moves: readonly MemberChange[],
  { credits, movers }: { readonly credits: readonly Credit[]; readonly movers: Movers },
): readonly Credited[] {
  const entries = new Map<number, NetPart>();
  const partOf = (at: number): NetPart => {
    const part = entries.get(at) ?? { parts: [], moves: new Map() };
    entries.set(at, part);
    return part;
  };
  for (const part of parts) partOf(part.at).parts.push(part);
  const comes = new Map(
    parts.flatMap(({ at, before, after }) =>
      after !== null && parentOf(before) !== parentOf(after) ? [[after.id, at] as const] : [],
    ),
  );
  for (const move of moves) {
    eachMove(move, (row, before, after) => {
      const mover = movers[move.level].get(row) ?? creditedWith(credits, keyOf("grids", after), null);
      const levels = partOf(Math.max(mover, comes.get(after) ?? 0)).moves;
      const ends = levels.get(move.level) ?? new Map<number, readonly [string, string]>();
      levels.set(move.level, ends.set(row, [before, after]));
    });
  }
  return [...entries].map(([at, own]) => {
    const source = credits[at]!.entry;
    const label = source.label.startsWith("grid") ? source.label : "grids.adopt";
    const members = [...own.moves].map(([level, ends]) => memberChange(level, ends));
    return { at, item: { source, label, patch: patchOf([["grids", own.parts.map(changeOf)]], members) } };
  });
}
