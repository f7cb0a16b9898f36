// Back to an earlier state of a plan: the steps after it are undone, and can be redone one by one.

import { type History, undo } from "./history.ts";

/** `made` steps stay made; the same history when no more than these are. */
export function undoTo(history: History, made: number): History {
  let state = history;
  while (state.past.length > Math.max(0, made)) state = undo(state);
  return state;
}
