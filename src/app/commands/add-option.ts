// Makes another plan option, a copy of the one that is shown or the present state anew, and shows it.

import { openHistory, openPlan } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { isReadOnly } from "../state/keeping.ts";
import { optionSetOf } from "../state/plan-options.ts";
import { baselineOf } from "../state/plan-selectors.ts";
import { randomId } from "./fresh-identity.ts";
import { switchOption } from "./switch-option.ts";

export interface NewOption {
  readonly name: string;
  readonly from: "current" | "present";
}

/** Its id; null when it cannot be: no name, no data, or another tab edits. */
export function addOption(app: App, { name, from }: NewOption): string | null {
  const state = app.store.getState();
  const baseline = baselineOf(state);
  const title = name.trim();
  if (baseline === null || title === "" || isReadOnly(state) || state.drag?.held === true) return null;
  const history = from === "current" ? { ...state.history, future: [] } : openHistory(openPlan(baseline));
  const id = randomId();
  app.store.setState({ options: [...optionSetOf(state).options, { id, name: title, history }] });
  switchOption(app, id);
  return id;
}
