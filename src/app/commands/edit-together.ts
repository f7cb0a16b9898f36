// Several edits as one act: each an entry of the change record with its own figures, undone together.

import {
  type ChangeEntry,
  EDITS,
  type EditCode,
  type EditInputs,
  isRefusal,
  record,
} from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { isReadOnly } from "../state/keeping.ts";
import { randomId } from "./fresh-identity.ts";

export type Edit = {
  readonly [C in EditCode]: readonly [
    code: C,
    input: EditInputs[C],
    figures?: Readonly<Record<string, number>>,
  ];
}[EditCode];

/** The number of edits made; one that is refused is left out. */
export function editTogether(app: App, edits: readonly Edit[]): number {
  const state = app.store.getState();
  if (isReadOnly(state) || edits.length === 0) return 0;
  const { author } = state.settings;
  const shared = {
    note: "",
    time: app.host.now(),
    group: randomId(),
    ...(author === "" ? {} : { by: author }),
  };
  let history = state.history;
  let made = 0;
  for (const [label, input, figures = {}] of edits) {
    const make = EDITS[label] as (
      plan: typeof history.plan,
      input: EditInputs[EditCode],
    ) => ReturnType<(typeof EDITS)[EditCode]>;
    const patch = make(history.plan, input);
    if (isRefusal(patch)) continue;
    const entry: ChangeEntry = { label, patch, figures, ...shared };
    history = record(history, entry);
    made++;
  }
  app.store.setState({ history, drag: null });
  return made;
}
