// Makes the edits of one list again on other ground: each change keeps what its side owns, finds its record
// where it now stands, and notes the record it now finds, so that the patch fits the plan it is made on.

import { applyPatch } from "./apply-patch.ts";
import { memberChange } from "./member-change.ts";
import { aspectOf, changedFields, keyOf } from "./merge-effects.ts";
import type { MemberClaims } from "./merge-members.ts";
import type { Claims, LossReason, MergeSide } from "./merge-sides.ts";
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
import { COLLECTION_NAMES, type CollectionName, type PlanRecord, type PlanState } from "./plan-state.ts";
import { settleNet } from "./settle-net.ts";
import { squashPatches } from "./squash-patches.ts";

/** What became of an entry. "partly": some of what it did was refused or said by the other side. */
export const MERGE_FATES = ["kept", "partly", "refused", "same", "void"] as const;
export type MergeFate = (typeof MERGE_FATES)[number];

interface Intent {
  readonly id: string;
  /** Record to add; null for other changes. */
  readonly add: PlanRecord | null;
  /** Place in the list of an added record; Infinity = at the end. */
  readonly at: number;
  readonly remove: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** An entry with what is left of it. */
export interface Remainder {
  readonly entry: ChangeEntry;
  readonly intents: readonly (readonly [CollectionName, readonly Intent[]])[];
  readonly moves: readonly MemberChange[];
  readonly losses: readonly LossReason[];
}

/** What each entry of a side may still do; `base` is the plan the list starts from. */
export function remaindersOf(
  edits: readonly ChangeEntry[],
  side: MergeSide,
  claims: { readonly claims: Claims; readonly members: MemberClaims },
  base: PlanState,
): readonly Remainder[] {
  const counts = new Map(COLLECTION_NAMES.map((name) => [name, base[name].length]));
  return edits.map((entry) => {
    const losses: LossReason[] = [];
    const intents = COLLECTION_NAMES.map((name) => {
      const own: Intent[] = [];
      for (const change of changesOf(entry.patch, name)) {
        const count = counts.get(name) ?? 0;
        const claim = claims.claims.get(keyOf(name, changedId(change)));
        const intent = intentOf(change, count, losses, (field) => {
          const found = claim?.get("whole") ?? (field === null ? undefined : claim?.get(aspectOf(field)));
          return found === undefined || found.owner === side ? null : found.loss;
        });
        if (intent !== null) own.push(intent);
        counts.set(name, count + (change.before === null ? 1 : change.after === null ? -1 : 0));
      }
      return [name, own] as const;
    });
    const moves = (entry.patch.members ?? []).map((move) => movesLeft(move, side, claims.members, losses));
    return { entry, intents, moves, losses };
  });
}

/** What is left of an entry, made on the plan: the entry, null when it changes nothing there, and the plan after. */
export function replay(
  plan: PlanState,
  { entry, intents, moves }: Remainder,
): { readonly plan: PlanState; readonly made: ChangeEntry | null } {
  const records = patchOf(intents.map(([name, own]) => [name, makeChanges(plan[name], own)]));
  const recorded = applyPatch(plan, records);
  const known = new Set(recorded.grids.map(({ id }) => id)).add("");
  const members = moves.map((move) => fitMove(move, plan.members[move.level], known));
  const raw = patchOf(
    COLLECTION_NAMES.map((name) => [name, changesOf(records, name)]),
    members,
  );
  const after = applyPatch(plan, raw);
  const settled = raw.grids === undefined && raw.members === undefined ? after : settleNet(after);
  const patch: Patch = settled === after ? raw : squashPatches(raw, patchBetween(after, settled));
  if (isEmptyPatch(patch)) return { plan, made: null };
  return { plan: settled === after ? after : applyPatch(plan, patch), made: { ...entry, patch } };
}

export function fateOf({ losses }: Remainder, made: ChangeEntry | null): MergeFate {
  if (made !== null) return losses.length === 0 ? "kept" : "partly";
  if (losses.includes("refused")) return "refused";
  return losses.includes("same") ? "same" : "void";
}

/** null when nothing is left; what is lost is added to `losses`. */
function intentOf(
  change: RecordChange,
  count: number,
  losses: LossReason[],
  loss: (field: string | null) => LossReason | null,
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
    if (lost === null) kept.push([field, after[field as keyof PlanRecord]]);
    else losses.push(lost);
  }
  return kept.length === 0
    ? null
    : { id, add: null, at: -1, remove: false, fields: Object.fromEntries(kept) };
}

function makeChanges(records: readonly PlanRecord[], intents: readonly Intent[]): readonly RecordChange[] {
  const list = [...records];
  return intents.map((intent) => makeChange(list, intent)).filter((change) => change !== null);
}

/** null when there is nothing left to do. */
function makeChange(list: PlanRecord[], { id, add, at, remove, fields }: Intent): RecordChange | null {
  if (add !== null) {
    const place = Math.min(at, list.length);
    list.splice(place, 0, add);
    return { before: null, after: add, at: place };
  }
  const index = list.findIndex((record) => record.id === id);
  const before = list[index];
  if (before === undefined) return null;
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

/** The rows of a move that the side owns; the very same move when it owns them all. */
function movesLeft(
  move: MemberChange,
  side: MergeSide,
  members: MemberClaims,
  losses: LossReason[],
): MemberChange {
  const claims = members[move.level];
  const lost = new Set<LossReason>();
  const kept: number[] = [];
  move.rows.forEach((row, i) => {
    const claim = claims.get(row);
    if (claim === undefined || claim.owner === side) kept.push(i);
    else lost.add(claim.loss);
  });
  losses.push(...lost);
  return kept.length === move.rows.length ? move : pick(move, kept);
}

const pick = ({ level, rows, ids, before, after }: MemberChange, kept: readonly number[]): MemberChange =>
  memberChange(level, new Map(kept.map((i) => [rows[i]!, [ids[before[i]!]!, ids[after[i]!]!] as const])));

/** The move as it is from where the residences now are; those whose grid is not there stay. */
function fitMove(move: MemberChange, column: readonly string[], known: ReadonlySet<string>): MemberChange {
  const { level, rows, ids, before, after } = move;
  const fits = rows.every((row, i) => column[row] === ids[before[i]!] && known.has(ids[after[i]!]!));
  if (fits) return move;
  const there = rows.map((row, i) => [row, [column[row]!, ids[after[i]!]!] as const] as const);
  return memberChange(level, new Map(there.filter(([, [, to]]) => known.has(to))));
}
