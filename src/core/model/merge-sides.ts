// The words of a merge: whose an aspect is, and what becomes of the side that does not own it.

import type { Aspect } from "./merge-effects.ts";
import type { ChangeEntry } from "./plan.ts";

export type MergeSide = "mine" | "theirs";

/** What becomes of the side that does not own: it lost a conflict, said the same, or had no lasting effect. */
export type LossReason = "refused" | "same" | "void";

export interface Claim {
  /** null: both sides were refused. */
  readonly owner: MergeSide | null;
  readonly loss: LossReason;
}

/** Record → aspect (or "whole") → claim. What is not in it belongs to the only side that touches it. */
export type Claims = ReadonlyMap<string, ReadonlyMap<Aspect | "whole", Claim>>;

/** Orders entries the same way on both people's machines: by time, else by what they say. */
export function compareEntries(a: ChangeEntry, b: ChangeEntry): number {
  const [left, right] = a.time === b.time ? [JSON.stringify(a), JSON.stringify(b)] : [a.time, b.time];
  return left < right ? -1 : left > right ? 1 : 0;
}
