// What a merge brings to the plan as it stands: one item for every entry of theirs and centre it still changes
// there, each of which can be taken or left alone. Found by comparing the two results, aspect by aspect; an aspect
// is credited to the last of their entries that touches it, so the change record names who did what and when.

import { freshCenterId } from "./add-center.ts";
import { applyPatch } from "./apply-patch.ts";
import type { EditCode } from "./edits.ts";
import type { ServiceCenter } from "./layers.ts";
import { type Aspect, aspectOf, changedFields } from "./merge-effects.ts";
import type { RenamedId } from "./merge-ids.ts";
import { type CenterChange, changedId } from "./patch.ts";
import type { ChangeEntry } from "./plan.ts";
import { sameCenter } from "./same-center.ts";

export interface MergeItem {
  readonly centerId: string;
  /** The entry of theirs that is credited. */
  readonly source: ChangeEntry;
  readonly label: EditCode;
  /** The centre as it stands and as the merge leaves it, in this item's aspects; null = not there. */
  readonly before: ServiceCenter | null;
  readonly after: ServiceCenter | null;
}

/**
 * `merged` are the centres after the merge, `renamed` its new ids; items are in the order of their entries. Of two
 * added centres with one id, the one that stands here keeps it, whichever of them the merge renamed.
 */
export function mergeItems(
  centers: readonly ServiceCenter[],
  merged: readonly ServiceCenter[],
  theirs: readonly ChangeEntry[],
  renamed: readonly RenamedId[] = [],
): readonly MergeItem[] {
  const credits = creditsOf(theirs, renamed);
  const wanted = new Map(keepMyIds(merged, renamed).map((center) => [center.id, center]));
  const present = new Map(centers.map((center) => [center.id, center]));
  const found: Credited[] = [];
  for (const id of new Set([...present.keys(), ...wanted.keys()])) {
    const [before, after] = [present.get(id) ?? null, wanted.get(id) ?? null];
    if (before !== null && after !== null) {
      found.push(...partsOf(before, after, credits));
      continue;
    }
    const at = lastTouching(credits, id, null);
    const source = credits[at]?.entry;
    if (source === undefined) continue;
    const label = before === null ? "center.add" : "center.remove";
    found.push({ at, item: { centerId: id, source, label, before, after } });
  }
  return found.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

/** The items as entries that follow each other on `centers`; `group` names the act they come in by. */
export function entriesOfItems(
  centers: readonly ServiceCenter[],
  items: readonly MergeItem[],
  group: string,
): readonly ChangeEntry[] {
  let list = centers;
  const entries: ChangeEntry[] = [];
  for (const item of items) {
    const change = changeOf(list, item);
    if (change === null) continue;
    const entry: ChangeEntry = { ...item.source, label: item.label, patch: { centers: [change] }, group };
    list = applyPatch(list, entry.patch);
    entries.push(entry);
  }
  return entries;
}

/** An entry of theirs and what it touches, by the ids used here. */
interface Credit {
  readonly entry: ChangeEntry;
  readonly touches: readonly { readonly id: string; readonly aspects: readonly Aspect[] }[];
}

interface Credited {
  readonly at: number;
  readonly item: MergeItem;
}

function creditsOf(theirs: readonly ChangeEntry[], renamed: readonly RenamedId[]): readonly Credit[] {
  const names = new Map(renamed.map(({ from, to }) => [from, to]));
  return theirs.map((entry) => ({
    entry,
    touches: entry.patch.centers.map((change) => {
      const id = changedId(change);
      return { id: names.get(id) ?? id, aspects: changedFields(change).map(aspectOf) };
    }),
  }));
}

function keepMyIds(
  merged: readonly ServiceCenter[],
  renamed: readonly RenamedId[],
): readonly ServiceCenter[] {
  const mine = renamed.filter(({ side }) => side === "mine");
  const swapped = new Map(mine.flatMap(({ from, to }) => [[from, to] as const, [to, from] as const]));
  return merged.map((center) => {
    const id = swapped.get(center.id);
    return id === undefined ? center : { ...center, id };
  });
}

function partsOf(
  before: ServiceCenter,
  after: ServiceCenter,
  credits: readonly Credit[],
): readonly Credited[] {
  if (sameCenter(before, after)) return [];
  const parts = new Map<number, Partial<ServiceCenter>>();
  for (const field of changedFields({ before, after, at: -1 })) {
    const at = lastTouching(credits, before.id, aspectOf(field));
    if (at >= 0) parts.set(at, { ...parts.get(at), [field]: after[field] });
  }
  return [...parts].flatMap(([at, fields]) => {
    const source = credits[at]?.entry;
    if (source === undefined) return [];
    const label = source.label in IN_PLACE ? source.label : labelOf(fields);
    return [{ at, item: { centerId: before.id, source, label, before, after: { ...before, ...fields } } }];
  });
}

const IN_PLACE: Readonly<Partial<Record<EditCode, true>>> = {
  "center.move": true,
  "center.rename": true,
  "center.resize": true,
};

const labelOf = (fields: Partial<ServiceCenter>): EditCode =>
  "lon" in fields || "lat" in fields
    ? "center.move"
    : "floorArea" in fields
      ? "center.resize"
      : "center.rename";

/** Index of the last entry that changes this aspect of the centre, else of the last one about it; -1 = none. */
function lastTouching(credits: readonly Credit[], id: string, aspect: Aspect | null): number {
  const exact = credits.findLastIndex(({ touches }) =>
    touches.some((touch) => touch.id === id && aspect !== null && touch.aspects.includes(aspect)),
  );
  return exact >= 0
    ? exact
    : credits.findLastIndex(({ touches }) => touches.some((touch) => touch.id === id));
}

/** null when there is nothing left to do. */
function changeOf(centers: readonly ServiceCenter[], item: MergeItem): CenterChange | null {
  const { centerId, before, after } = item;
  const at = centers.findIndex(({ id }) => id === centerId);
  const found = centers[at];
  if (before === null) {
    if (after === null) return null;
    const id = found === undefined ? after.id : freshCenterId(centers);
    return { before: null, after: { ...after, id }, at: centers.length };
  }
  if (found === undefined) return null;
  if (after === null) return { before: found, after: null, at };
  const fields = changedFields({ before, after, at: -1 });
  const next = { ...found, ...Object.fromEntries(fields.map((field) => [field, after[field]])) };
  return sameCenter(found, next) ? null : { before: found, after: next, at: -1 };
}
