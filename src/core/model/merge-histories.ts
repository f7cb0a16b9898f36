// Merges the edits of two people who started from the same plan. Three-way merge by aspect: what only one
// side changed is taken, what both changed alike is taken once, what they changed differently is listed side
// by side and follows the choices given. The two lists are woven by time and replayed, so the result is an
// ordinary change record; both people get the same one, whoever merges.

import { applyPatch } from "./apply-patch.ts";
import { claimAspects, type MergeConflict } from "./merge-claims.ts";
import { type RenamedId, separateIds } from "./merge-ids.ts";
import { fateOf, type MergeFate, type Remainder, remaindersOf, replay } from "./merge-replay.ts";
import { compareEntries, type MergeSide } from "./merge-sides.ts";
import type { ChangeEntry } from "./plan.ts";
import type { PlanState } from "./plan-state.ts";

export interface Merge {
  /** Entries at the head of both lists that are the same. */
  readonly common: number;
  /** The merged change record, valid from `baseline`; open conflicts stand as mine. */
  readonly edits: readonly ChangeEntry[];
  /** The plan it leads to. */
  readonly plan: PlanState;
  /** What was decided differently; its order does not depend on the choices. */
  readonly conflicts: readonly MergeConflict[];
  /** What became of each entry after the common ones. */
  readonly fates: { readonly mine: readonly MergeFate[]; readonly theirs: readonly MergeFate[] };
  /** Added records that got another id because both sides had used the same one. */
  readonly renamed: readonly RenamedId[];
}

/** `choices[i]` decides conflict i of an earlier call with the same lists; mine when absent. */
export function mergeHistories(
  baseline: PlanState,
  mine: readonly ChangeEntry[],
  theirs: readonly ChangeEntry[],
  choices: readonly MergeSide[] = [],
): Merge {
  const common = countCommon(mine, theirs);
  const shared = mine.slice(0, common);
  const base = shared.reduce((plan, { patch }) => applyPatch(plan, patch), baseline);
  const apart = separateIds(base, mine.slice(common), theirs.slice(common));
  const decided = claimAspects(apart.mine, apart.theirs, choices);
  let plan = base;
  const edits = [...shared];
  const fates: Record<MergeSide, MergeFate[]> = { mine: [], theirs: [] };
  const turns = weave(
    remaindersOf(apart.mine, "mine", decided, base),
    remaindersOf(apart.theirs, "theirs", decided, base),
  );
  for (const { side, remainder } of turns) {
    const step = replay(plan, remainder);
    plan = step.plan;
    fates[side].push(fateOf(remainder, step.made));
    if (step.made !== null) edits.push(step.made);
  }
  return { common, edits, plan, conflicts: decided.conflicts, fates, renamed: apart.renamed };
}

function countCommon(mine: readonly ChangeEntry[], theirs: readonly ChangeEntry[]): number {
  const limit = Math.min(mine.length, theirs.length);
  let common = 0;
  while (common < limit && JSON.stringify(mine[common]) === JSON.stringify(theirs[common])) common++;
  return common;
}

interface Turn {
  readonly side: MergeSide;
  readonly remainder: Remainder;
}

/** Both lists in one, by time; the order within each list stays. */
function weave(mine: readonly Remainder[], theirs: readonly Remainder[]): readonly Turn[] {
  const turns: Turn[] = [];
  let [i, j] = [0, 0];
  while (i < mine.length || j < theirs.length) {
    const [a, b] = [mine[i], theirs[j]];
    const takeMine = b === undefined || (a !== undefined && compareEntries(a.entry, b.entry) <= 0);
    const remainder = takeMine ? a : b;
    if (remainder === undefined) break;
    turns.push({ side: takeMine ? "mine" : "theirs", remainder });
    if (takeMine) i++;
    else j++;
  }
  return turns;
}
