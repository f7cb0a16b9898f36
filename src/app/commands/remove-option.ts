// Takes a plan option out of the project, and puts it back where it was: what was removed is handed to whoever
// offers to undo it. The last option stays.

import type { OptionHistory } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { isReadOnly } from "../state/keeping.ts";
import { optionSetOf } from "../state/plan-options.ts";
import { switchOption } from "./switch-option.ts";

export interface RemovedOption {
  readonly option: OptionHistory;
  /** Place among the options. */
  readonly at: number;
}

/** null when it is the last one, or not there, or another tab edits. */
export function removeOption(app: App, id: string): RemovedOption | null {
  const state = app.store.getState();
  const { options } = optionSetOf(state);
  const at = options.findIndex((option) => option.id === id);
  const option = options[at];
  const next = options[at - 1] ?? options[at + 1];
  if (option === undefined || next === undefined || isReadOnly(state)) return null;
  if (id === state.currentOption && !switchOption(app, next.id)) return null;
  app.store.setState((now) => ({ options: now.options.filter((one) => one.id !== id) }));
  return { option, at };
}

/** False when it is there already, or another tab edits. */
export function restoreOption(app: App, { option, at }: RemovedOption): boolean {
  const state = app.store.getState();
  if (isReadOnly(state) || state.options.some(({ id }) => id === option.id)) return false;
  app.store.setState(({ options }) => ({ options: options.toSpliced(at, 0, option) }));
  return true;
}
