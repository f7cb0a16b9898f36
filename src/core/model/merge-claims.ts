// Who decides what when two lists of edits meet. Every aspect of a record that both sides touch gets one
// owner, so that no value is written by both and the order of replaying them cannot matter. Both sides came
// to the same value: either will do. One side ended where it began: the other one owns. Both differ: a
// conflict, which a person decides. A record that either side added or removed has one owner as a whole.

import { type Aspect, agree, type Effects, effectsOf, type RecordEffect, withUses } from "./merge-effects.ts";
import { claimMembers, type MemberClaims, type MemberConflict } from "./merge-members.ts";
import { type Claim, type Claims, compareEntries, type MergeSide } from "./merge-sides.ts";
import type { ChangeEntry } from "./plan.ts";
import type { CollectionName, PlanRecord } from "./plan-state.ts";
import { sameRecord } from "./same-record.ts";

export const CONFLICT_KINDS = [
  "moved",
  "renamed",
  "resized",
  "changed",
  "removedByMe",
  "removedByThem",
  "replaced",
  "assigned",
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** A record two people decided differently, side by side. */
export interface RecordConflict {
  readonly kind: Exclude<ConflictKind, "assigned">;
  readonly collection: CollectionName;
  readonly id: string;
  /** The record as each side leaves it; null = removed. */
  readonly mine: PlanRecord | null;
  readonly theirs: PlanRecord | null;
  /** The entries of each side that bear on it, oldest first: taken or refused together. */
  readonly mineEntries: readonly ChangeEntry[];
  readonly theirsEntries: readonly ChangeEntry[];
}

export type MergeConflict = RecordConflict | MemberConflict;

interface Decided {
  readonly claims: Claims;
  readonly members: MemberClaims;
  readonly conflicts: readonly MergeConflict[];
}

/** The two lists start from the same plan; `choices[i]` decides conflict i, mine when absent. */
export function claimAspects(
  mine: readonly ChangeEntry[],
  theirs: readonly ChangeEntry[],
  choices: readonly MergeSide[],
): Decided {
  const [own, their] = [effectsOf(mine), effectsOf(theirs)];
  const effects = { mine: withUses(own, mine, their), theirs: withUses(their, theirs, own) };
  const { claims, conflicts } = claimRecords(effects, { mine, theirs }, choices);
  const rest = choices.slice(conflicts.length);
  const members = claimMembers(mine, theirs, rest, { ...effects, claims });
  return { claims, members: members.claims, conflicts: [...conflicts, ...members.conflicts] };
}

function claimRecords(
  effects: Readonly<Record<MergeSide, Effects>>,
  edits: Readonly<Record<MergeSide, readonly ChangeEntry[]>>,
  choices: readonly MergeSide[],
): { readonly claims: Claims; readonly conflicts: readonly RecordConflict[] } {
  const conflicts: RecordConflict[] = [];
  const all = new Map<string, ReadonlyMap<Aspect | "whole", Claim>>();
  for (const key of [...effects.mine.keys()].sort()) {
    const [a, b] = [effects.mine.get(key), effects.theirs.get(key)];
    if (a === undefined || b === undefined) continue;
    const claims = new Map<Aspect | "whole", Claim>();
    all.set(key, claims);
    for (const aspect of sharedAspects(a, b)) {
      const entries = {
        mine: entriesOn(a, aspect).map((index) => edits.mine[index]!),
        theirs: entriesOn(b, aspect).map((index) => edits.theirs[index]!),
      };
      const choice = choices[conflicts.length] ?? "mine";
      const claim = claimOne(a, b, aspect, entries);
      claims.set(aspect, claim ?? { owner: choice, loss: "refused" });
      if (claim === null) conflicts.push(conflictOf(a, b, aspect, entries));
    }
  }
  return { claims: all, conflicts };
}

const sharedAspects = (a: RecordEffect, b: RecordEffect): readonly (Aspect | "whole")[] =>
  a.lifecycle || b.lifecycle ? ["whole"] : [...a.touched.keys()].filter((each) => b.touched.has(each)).sort();

/** null = a conflict. */
function claimOne(
  a: RecordEffect,
  b: RecordEffect,
  aspect: Aspect | "whole",
  entries: Readonly<Record<MergeSide, readonly ChangeEntry[]>>,
): Claim | null {
  const [mineHolds, theirsHolds] = [lasts(a, aspect), lasts(b, aspect)];
  if (mineHolds && theirsHolds && !alike(a.after, b.after, aspect)) return null;
  if (mineHolds !== theirsHolds) return { owner: mineHolds ? "mine" : "theirs", loss: "void" };
  const first = compareEntries(entries.mine.at(-1)!, entries.theirs.at(-1)!) <= 0;
  return { owner: first ? "mine" : "theirs", loss: mineHolds ? "same" : "void" };
}

/** Does the side leave the aspect other than it found it, or count on the record? */
const lasts = ({ before, after, used }: RecordEffect, aspect: Aspect | "whole"): boolean =>
  (used && after !== null) || !alike(before, after, aspect);

function alike(a: PlanRecord | null, b: PlanRecord | null, aspect: Aspect | "whole"): boolean {
  if (a === null || b === null) return a === b;
  return aspect === "whole" ? sameRecord(a, b) : agree(a, b, aspect);
}

const conflictOf = (
  a: RecordEffect,
  b: RecordEffect,
  aspect: Aspect | "whole",
  entries: Readonly<Record<MergeSide, readonly ChangeEntry[]>>,
): RecordConflict => ({
  kind: kindOf(a, b, aspect),
  collection: a.collection,
  id: a.id,
  mine: a.after,
  theirs: b.after,
  mineEntries: entries.mine,
  theirsEntries: entries.theirs,
});

function kindOf(a: RecordEffect, b: RecordEffect, aspect: Aspect | "whole"): RecordConflict["kind"] {
  if (aspect === "place") return "moved";
  if (aspect === "name") return "renamed";
  if (aspect === "floorArea") return "resized";
  if (aspect !== "whole") return "changed";
  if (a.after === null) return "removedByMe";
  return b.after === null ? "removedByThem" : "replaced";
}

const entriesOn = (effect: RecordEffect, aspect: Aspect | "whole"): readonly number[] =>
  (aspect === "whole" ? effect.entries : effect.touched.get(aspect)) ?? [];
