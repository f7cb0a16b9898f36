// What has to be written so that a stored log follows a history: the difference of two histories as one write.
// Steps are values that are made once and shared, and each stands for all before it, so the logs are alike up to
// the last place where they hold the same step: found from the end, in time of what changed.

import type { ChangeEntry, History, HistoryStep } from "../core/model/index.ts";
import type { LogWrite } from "./stored-project.ts";

/** Everything a fresh log needs to hold this history. */
export const wholeLog = (history: History): LogWrite => ({
  keep: 0,
  entries: entriesFrom(history, 0),
  made: history.past.length,
});

/** null when nothing has to be written. */
export function historyWrites(stored: History, history: History): LogWrite | null {
  if (stored === history) return null;
  const [before, after] = [lengthOf(stored), lengthOf(history)];
  let keep = Math.min(before, after);
  while (keep > 0 && stepAt(stored, keep - 1) !== stepAt(history, keep - 1)) keep--;
  const made = history.past.length;
  if (keep === before && keep === after && made === stored.past.length) return null;
  return { keep, entries: entriesFrom(history, keep), made };
}

const lengthOf = ({ past, future }: History): number => past.length + future.length;

/** Steps made, then steps to redo, next one first. */
function stepAt({ past, future }: History, at: number): HistoryStep | undefined {
  return at < past.length ? past[at] : future[future.length - 1 - (at - past.length)];
}

function entriesFrom(history: History, from: number): readonly ChangeEntry[] {
  return Array.from({ length: lengthOf(history) - from }, (_, index) => {
    const step = stepAt(history, from + index);
    if (step === undefined) throw new Error(`no step ${from + index} of ${lengthOf(history)}`);
    return step.entry;
  });
}
