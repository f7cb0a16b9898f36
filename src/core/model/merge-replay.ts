// Makes the edits of one list again on other ground: each change keeps what its side owns, finds its centre
// where it now stands, and notes the record it now finds, so that the patch fits the list it is made on.

import type { ServiceCenter } from "./layers.ts";
import type { Claim, Claims, LossReason, MergeSide } from "./merge-claims.ts";
import { aspectOf, type CenterField, changedFields } from "./merge-effects.ts";
import { type CenterChange, changedId } from "./patch.ts";
import type { ChangeEntry } from "./plan.ts";

/** What became of an entry. "partly": some of what it did was refused or said by the other side. */
export const MERGE_FATES = ["kept", "partly", "refused", "same", "void"] as const;
export type MergeFate = (typeof MERGE_FATES)[number];

interface Intent {
  readonly id: string;
  /** Record to add; null for other changes. */
  readonly add: ServiceCenter | null;
  /** Place in the list of an added centre; Infinity = at the end. */
  readonly at: number;
  readonly remove: boolean;
  readonly fields: Partial<ServiceCenter>;
}

/** An entry with what is left of it. */
export interface Remainder {
  readonly entry: ChangeEntry;
  readonly intents: readonly Intent[];
  readonly losses: readonly LossReason[];
}

/** What each entry of a side may still do; `length` is the number of centres the list starts from. */
export function remaindersOf(
  edits: readonly ChangeEntry[],
  side: MergeSide,
  claims: Claims,
  length: number,
): readonly Remainder[] {
  let count = length;
  return edits.map((entry) => {
    const losses: LossReason[] = [];
    const intents: Intent[] = [];
    for (const change of entry.patch.centers) {
      const intent = intentOf(change, count, losses, (aspect) => lossOf(claims, change, aspect, side));
      if (intent !== null) intents.push(intent);
      count += change.before === null ? 1 : change.after === null ? -1 : 0;
    }
    return { entry, intents, losses };
  });
}

/** Makes what is left of an entry on `list`, in place; null when it changes nothing there. */
export function replay(list: ServiceCenter[], { entry, intents }: Remainder): ChangeEntry | null {
  const centers = intents.map((intent) => makeChange(list, intent)).filter((change) => change !== null);
  return centers.length === 0 ? null : { ...entry, patch: { centers } };
}

export function fateOf({ losses }: Remainder, made: ChangeEntry | null): MergeFate {
  if (made !== null) return losses.length === 0 ? "kept" : "partly";
  if (losses.includes("refused")) return "refused";
  return losses.includes("same") ? "same" : "void";
}

function lossOf(
  claims: Claims,
  change: CenterChange,
  field: CenterField | null,
  side: MergeSide,
): LossReason | null {
  const own = claims.get(changedId(change));
  const claim: Claim | undefined =
    own?.get("whole") ?? (field === null ? undefined : own?.get(aspectOf(field)));
  return claim === undefined || claim.owner === side ? null : claim.loss;
}

/** null when nothing is left; what is lost is added to `losses`. */
function intentOf(
  change: CenterChange,
  count: number,
  losses: LossReason[],
  loss: (field: CenterField | null) => LossReason | null,
): Intent | null {
  const { before, after, at } = change;
  const id = changedId(change);
  if (before === null || after === null) {
    const lost = loss(null);
    if (lost !== null) losses.push(lost);
    const place = at === count ? Number.POSITIVE_INFINITY : at;
    return lost === null ? { id, add: after, at: place, remove: after === null, fields: {} } : null;
  }
  const kept: [string, unknown][] = [];
  for (const field of changedFields(change)) {
    const lost = loss(field);
    if (lost === null) kept.push([field, after[field]]);
    else losses.push(lost);
  }
  return kept.length === 0
    ? null
    : { id, add: null, at: -1, remove: false, fields: Object.fromEntries(kept) };
}

function makeChange(list: ServiceCenter[], { id, add, at, remove, fields }: Intent): CenterChange | null {
  if (add !== null) {
    const place = Math.min(at, list.length);
    list.splice(place, 0, add);
    return { before: null, after: add, at: place };
  }
  const index = list.findIndex((center) => center.id === id);
  const before = list[index];
  if (before === undefined)
    throw new Error(`the merge changes ${id}, which is not among ${list.length} centres`);
  if (remove) {
    list.splice(index, 1);
    return { before, after: null, at: index };
  }
  const after = { ...before, ...fields };
  const change = { before, after, at: -1 };
  if (changedFields(change).length === 0) return null;
  list[index] = after;
  return change;
}
