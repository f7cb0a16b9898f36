// Plans are made beside the present state, not in it: the first planned change opens an option of its own.

import { DICTIONARIES } from "../i18n/use-text.ts";
import type { App } from "../state/app.ts";
import { nextOptionName } from "../state/option-names.ts";
import { isPresent } from "../state/plan-options.ts";
import { addOption } from "./add-option.ts";

/** True when what is shown is an option to be planned in. */
export function leavePresent(app: App): boolean {
  const state = app.store.getState();
  if (!isPresent(state, state.currentOption)) return true;
  const { options } = DICTIONARIES[state.settings.language];
  return addOption(app, { name: nextOptionName(state.options, options.letter), from: "current" }) !== null;
}
