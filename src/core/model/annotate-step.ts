// Says why a change was made, or says it otherwise. The plan stays as it is, and so do the revisions; every
// step from the noted one on is a new value, because a step stands for all before it (see history-writes).

import type { History, HistoryStep } from "./history.ts";

/** `at` counts the steps made, oldest first. */
export function annotateStep(history: History, at: number, note: string): History {
  const step = history.past[at];
  if (step === undefined || step.entry.note === note) return history;
  const again = (old: HistoryStep, index: number): HistoryStep =>
    index < at ? old : { ...old, entry: index === at ? { ...old.entry, note } : old.entry };
  return {
    ...history,
    past: history.past.map(again),
    future: history.future.map((old) => ({ ...old })),
  };
}
