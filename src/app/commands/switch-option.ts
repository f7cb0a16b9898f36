// Shows another plan option; the one shown until now waits as it is.

import type { App } from "../state/app.ts";
import { findOption, optionSetOf, showOptions } from "../state/plan-options.ts";
import { findCenter } from "./edit-plan.ts";
import { selectPlace } from "./select-place.ts";

/** False when there is no such option, or a centre is being dragged. */
export function switchOption(app: App, id: string): boolean {
  const state = app.store.getState();
  if (findOption(state, id) === undefined || state.drag?.held === true) return false;
  if (id === state.currentOption) return true;
  app.store.setState({ ...showOptions({ ...optionSetOf(state), current: id }), drag: null });
  const { selection } = app.store.getState().view;
  if (selection?.kind === "center" && findCenter(app, selection.id) === undefined) selectPlace(app, null);
  return true;
}
