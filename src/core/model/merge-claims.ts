// Who decides what when two lists of edits meet. Every aspect of a centre that both sides touch gets one
// owner, so that no value is written by both and the order of replaying them cannot matter. Both sides came
// to the same value: either will do. One side ended where it began: the other one owns. Both differ: a
// conflict, which a person decides. A centre that either side added or removed has one owner as a whole.

import type { ServiceCenter } from "./layers.ts";
import { type Aspect, agree, type CenterEffect, effectsOf } from "./merge-effects.ts";
import type { ChangeEntry } from "./plan.ts";
import { sameCenter } from "./same-center.ts";

export type MergeSide = "mine" | "theirs";

export const CONFLICT_KINDS = [
  "moved",
  "renamed",
  "resized",
  "changed",
  "removedByMe",
  "removedByThem",
  "replaced",
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** One thing two people decided differently, side by side. */
export interface MergeConflict {
  readonly kind: ConflictKind;
  readonly centerId: string;
  /** The centre as each side leaves it; null = removed. */
  readonly mine: ServiceCenter | null;
  readonly theirs: ServiceCenter | null;
  /** The entries of each side that bear on it, oldest first: taken or refused together. */
  readonly mineEntries: readonly ChangeEntry[];
  readonly theirsEntries: readonly ChangeEntry[];
}

/** What becomes of the side that does not own: it lost a conflict, said the same, or had no lasting effect. */
export type LossReason = "refused" | "same" | "void";

export interface Claim {
  readonly owner: MergeSide;
  readonly loss: LossReason;
}

/** Centre → aspect (or "whole") → claim. What is not in it belongs to the only side that touches it. */
export type Claims = ReadonlyMap<string, ReadonlyMap<Aspect | "whole", Claim>>;

interface Meeting {
  readonly conflicts: MergeConflict[];
  readonly claims: Map<string, Map<Aspect | "whole", Claim>>;
}

/** The two lists start from the same centres; `choices[i]` decides conflict i, mine when absent. */
export function claimAspects(
  mine: readonly ChangeEntry[],
  theirs: readonly ChangeEntry[],
  choices: readonly MergeSide[],
): { readonly claims: Claims; readonly conflicts: readonly MergeConflict[] } {
  const meeting: Meeting = { conflicts: [], claims: new Map() };
  const [mineEffects, theirEffects] = [effectsOf(mine), effectsOf(theirs)];
  for (const id of [...mineEffects.keys()].sort()) {
    const [a, b] = [mineEffects.get(id), theirEffects.get(id)];
    if (a === undefined || b === undefined) continue;
    const claims = new Map<Aspect | "whole", Claim>();
    meeting.claims.set(id, claims);
    const shared = [...a.touched.keys()].filter((aspect) => b.touched.has(aspect)).sort();
    for (const aspect of a.lifecycle || b.lifecycle ? (["whole"] as const) : shared) {
      const entries = {
        mine: entriesOn(a, aspect).map((index) => mine[index] as ChangeEntry),
        theirs: entriesOn(b, aspect).map((index) => theirs[index] as ChangeEntry),
      };
      const choice = choices[meeting.conflicts.length] ?? "mine";
      const claim = claimOne(a, b, aspect, entries);
      claims.set(aspect, claim ?? { owner: choice, loss: "refused" });
      if (claim !== null) continue;
      meeting.conflicts.push({
        kind: kindOf(a, b, aspect),
        centerId: id,
        mine: a.after,
        theirs: b.after,
        mineEntries: entries.mine,
        theirsEntries: entries.theirs,
      });
    }
  }
  return meeting;
}

/** Orders entries the same way on both people's machines: by time, else by what they say. */
export function compareEntries(a: ChangeEntry, b: ChangeEntry): number {
  const [left, right] = a.time === b.time ? [JSON.stringify(a), JSON.stringify(b)] : [a.time, b.time];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** null = a conflict. */
function claimOne(
  a: CenterEffect,
  b: CenterEffect,
  aspect: Aspect | "whole",
  entries: Readonly<Record<MergeSide, readonly ChangeEntry[]>>,
): Claim | null {
  const [mineHolds, theirsHolds] = [lasts(a, aspect), lasts(b, aspect)];
  if (mineHolds && theirsHolds && !alike(a.after, b.after, aspect)) return null;
  if (mineHolds !== theirsHolds) return { owner: mineHolds ? "mine" : "theirs", loss: "void" };
  const first = compareEntries(lastOf(entries.mine), lastOf(entries.theirs)) <= 0;
  return { owner: first ? "mine" : "theirs", loss: mineHolds ? "same" : "void" };
}

/** Does the side leave the aspect other than it found it? */
const lasts = ({ before, after }: CenterEffect, aspect: Aspect | "whole"): boolean =>
  !alike(before, after, aspect);

function alike(a: ServiceCenter | null, b: ServiceCenter | null, aspect: Aspect | "whole"): boolean {
  if (a === null || b === null) return a === b;
  return aspect === "whole" ? sameCenter(a, b) : agree(a, b, aspect);
}

function kindOf(a: CenterEffect, b: CenterEffect, aspect: Aspect | "whole"): ConflictKind {
  if (aspect === "place") return "moved";
  if (aspect === "name") return "renamed";
  if (aspect === "floorArea") return "resized";
  if (aspect !== "whole") return "changed";
  if (a.after === null) return "removedByMe";
  return b.after === null ? "removedByThem" : "replaced";
}

const entriesOn = (effect: CenterEffect, aspect: Aspect | "whole"): readonly number[] =>
  (aspect === "whole" ? effect.entries : effect.touched.get(aspect)) ?? [];

function lastOf(entries: readonly ChangeEntry[]): ChangeEntry {
  const last = entries.at(-1);
  if (last === undefined) throw new Error("an aspect is claimed by entries, here are none");
  return last;
}
