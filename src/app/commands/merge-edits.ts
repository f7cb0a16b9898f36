// Brings a colleague's edits onto the open plan: what applies item by item, what both decided differently side by
// side. All that is taken enters the history as one act, which one undo takes back.

import type { SavedProject } from "../../core/formats/index.ts";
import {
  type ChangeEntry,
  editsOf,
  entriesOfItems,
  type History,
  type MergeConflict,
  type MergeItem,
  type MergeSide,
  mergeHistories,
  mergeItems,
  openPlan,
  record,
} from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { isReadOnly } from "../state/keeping.ts";
import { randomId } from "./fresh-identity.ts";

export interface MergeOffer {
  /** What the merge changes in the plan as it stands. */
  readonly items: readonly MergeItem[];
  readonly conflicts: readonly MergeConflict[];
  /** Entries both lists begin with. */
  readonly common: number;
}

/** `choices[i]` decides conflict i; mine when absent. Both plans stand on `theirs.baseline`. */
export function offerMerge(
  history: History,
  theirs: SavedProject,
  choices: readonly MergeSide[],
): MergeOffer {
  const edits = editsOfCurrent(theirs);
  const merge = mergeHistories(openPlan(theirs.baseline), editsOf(history), edits, choices);
  const items = mergeItems(history.plan, merge.plan, edits.slice(merge.common), merge.renamed);
  return { items, conflicts: merge.conflicts, common: merge.common };
}

/** Takes these items into the plan; the number of edits made. */
export function mergeEdits(app: App, items: readonly MergeItem[]): number {
  const state = app.store.getState();
  if (isReadOnly(state)) return 0;
  const entries = entriesOfItems(state.history.plan, items, randomId());
  app.store.setState({ history: entries.reduce(record, state.history), drag: null });
  return entries.length;
}

const editsOfCurrent = ({ options, currentOption }: SavedProject): readonly ChangeEntry[] =>
  options.find(({ id }) => id === currentOption)?.edits ?? [];
