// Undo and redo without a limit over one plan option. Values, not objects with behaviour: every step
// returns a new history. A revision names a state of the plan: undo brings an old revision back, every
// new change has a number never used before, so results can be cached by it and "unsaved" is one comparison.

import { applyPatch } from "./apply-patch.ts";
import { invertPatch } from "./invert-patch.ts";
import { isEmptyPatch, type Patch } from "./patch.ts";
import type { ChangeEntry, PlanOption } from "./plan.ts";
import type { PlanState } from "./plan-state.ts";
import { squashPatches } from "./squash-patches.ts";

/** A change and the revision it leads to. */
export interface HistoryStep {
  readonly entry: ChangeEntry;
  readonly revision: number;
}

export interface History {
  readonly plan: PlanState;
  /** Steps made, oldest first. */
  readonly past: readonly HistoryStep[];
  /** Steps taken back, the next one to redo last. */
  readonly future: readonly HistoryStep[];
  /** Revision of `plan`. */
  readonly revision: number;
  readonly savedRevision: number;
  /** Number the next new state gets. */
  readonly nextRevision: number;
}

/** A plan option (方案) while it is worked on. */
export interface OptionHistory {
  readonly id: string;
  readonly name: string;
  readonly history: History;
}

/** Every option of a project and the one that is shown. */
export interface OptionSet {
  readonly options: readonly OptionHistory[];
  readonly current: string;
}

/** Revision of the baseline, before any edit. */
export const BASELINE_REVISION = 0;

/** The history of an option as saved: every edit made, nothing to redo, nothing unsaved. */
export function openHistory(baseline: PlanState, option?: PlanOption): History {
  const past = (option?.edits ?? []).map((entry, index) => ({ entry, revision: index + 1 }));
  const plan = past.reduce((state, { entry }) => applyPatch(state, entry.patch), baseline);
  const revision = past.length;
  return { plan, past, future: [], revision, savedRevision: revision, nextRevision: revision + 1 };
}

/** Makes a change; what was taken back before it cannot be redone any more. An empty patch changes nothing. */
export function record(history: History, entry: ChangeEntry): History {
  if (isEmptyPatch(entry.patch)) return history;
  const revision = history.nextRevision;
  return {
    ...history,
    plan: applyPatch(history.plan, entry.patch),
    past: [...history.past, { entry, revision }],
    future: [],
    revision,
    nextRevision: revision + 1,
  };
}

/**
 * Folds a further change into the last step (a nudge after a nudge, the next letter of a name), with the
 * figures and time of the later one. A step that comes back to where it started disappears.
 */
export function amend(history: History, entry: ChangeEntry): History {
  const last = history.past.at(-1);
  if (last === undefined || isEmptyPatch(entry.patch)) return record(history, entry);
  const patch: Patch = squashPatches(last.entry.patch, entry.patch);
  const note = entry.note === "" ? last.entry.note : entry.note;
  const earlier = history.past.slice(0, -1);
  const before: History = {
    ...history,
    plan: applyPatch(history.plan, invertPatch(last.entry.patch)),
    past: earlier,
    future: [],
    revision: earlier.at(-1)?.revision ?? BASELINE_REVISION,
  };
  return record(before, { ...entry, label: last.entry.label, patch, note });
}

/** Takes back the last step; the same history when there is none. */
export function undo(history: History): History {
  const step = history.past.at(-1);
  if (step === undefined) return history;
  const past = history.past.slice(0, -1);
  return {
    ...history,
    plan: applyPatch(history.plan, invertPatch(step.entry.patch)),
    past,
    future: [...history.future, step],
    revision: past.at(-1)?.revision ?? BASELINE_REVISION,
  };
}

/** Makes the last step taken back again; the same history when there is none. */
export function redo(history: History): History {
  const step = history.future.at(-1);
  if (step === undefined) return history;
  return {
    ...history,
    plan: applyPatch(history.plan, step.entry.patch),
    past: [...history.past, step],
    future: history.future.slice(0, -1),
    revision: step.revision,
  };
}

export const markSaved = (history: History): History => ({ ...history, savedRevision: history.revision });

export const isUnsaved = (history: History): boolean => history.revision !== history.savedRevision;

/** The edits that lead to the present state, for saving and for the change record. */
export const editsOf = (history: History): readonly ChangeEntry[] => history.past.map(({ entry }) => entry);
