// Entries that came in by one act (a merge) are undone and redone together.

import { type History, type HistoryStep, redo, undo } from "./history.ts";

export function undoAct(history: History): History {
  const group = groupOf(history.past.at(-1));
  let state = undo(history);
  while (group !== undefined && groupOf(state.past.at(-1)) === group) state = undo(state);
  return state;
}

export function redoAct(history: History): History {
  const group = groupOf(history.future.at(-1));
  let state = redo(history);
  while (group !== undefined && groupOf(state.future.at(-1)) === group) state = redo(state);
  return state;
}

const groupOf = (step: HistoryStep | undefined): string | undefined => step?.entry.group;
