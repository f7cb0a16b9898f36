// The results of every plan option, the one shown and those that wait beside it, by the same measures.

import type { ServiceAreas } from "../../../core/access/index.ts";
import type { Analysis, RunOptions } from "../../../core/engine/index.ts";
import type { OptionHistory } from "../../../core/model/index.ts";
import type { App } from "../../state/app.ts";
import type { AppState, Keyed } from "../../state/app-state.ts";
import { findOption, optionSetOf } from "../../state/plan-options.ts";
import { analysisFor, areasFor } from "../results-for.ts";

/** The state as it is while the option is shown, results not yet looked for. */
export function stateWithOption(state: AppState, id: string): AppState | null {
  const option = findOption(optionSetOf(state), id);
  return option === undefined ? null : { ...state, history: option.history, currentOption: id, drag: null };
}

/** null while there is nothing to analyse. */
export async function measureOption(
  app: App,
  { id }: Pick<OptionHistory, "id">,
  options: RunOptions = {},
): Promise<Keyed<Analysis> | null> {
  const state = stateWithOption(app.store.getState(), id);
  return state === null ? null : analysisFor(app, state, options);
}

export async function areasOfOption(
  app: App,
  { id }: Pick<OptionHistory, "id">,
  options: RunOptions = {},
): Promise<Keyed<ServiceAreas> | null> {
  const state = stateWithOption(app.store.getState(), id);
  return state === null ? null : areasFor(app, state, options);
}
