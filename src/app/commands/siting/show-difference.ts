// Shows on the map who is inside in one option and not in the other: the second option, coloured by what changes.

import { DICTIONARIES } from "../../i18n/use-text.ts";
import type { App } from "../../state/app.ts";
import { findOption, nameOf, optionSetOf } from "../../state/plan-options.ts";
import { changeView } from "../change-view.ts";
import { switchOption } from "../switch-option.ts";
import { changeSiting } from "./change-siting.ts";
import { differenceOf } from "./compare-options.ts";
import { followSiting } from "./follow-siting.ts";

export async function showDifference(app: App, fromId: string, toId: string): Promise<void> {
  const state = app.store.getState();
  const set = optionSetOf(state);
  const [from, to] = [findOption(set, fromId), findOption(set, toId)];
  if (from === undefined || to === undefined) return;
  const { present } = DICTIONARIES[state.settings.language];
  const difference = await differenceOf(app, from, to, [
    nameOf(set, fromId, present),
    nameOf(set, toId, present),
  ]);
  if (difference === null || !switchOption(app, toId)) return;
  changeView(app, { step: "siting", comparing: false });
  followSiting(app);
  changeSiting(app, { difference, answer: null });
}
