// The list of edits as a record: going back to one, and saying why one was made.

import { annotateStep, undoTo } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { isReadOnly } from "../state/keeping.ts";
import { findCenter } from "./edit-plan.ts";
import { selectPlace } from "./select-place.ts";

/** The first `made` edits stay made; the others can be redone. */
export function goBackTo(app: App, made: number): void {
  if (isReadOnly(app.store.getState())) return;
  app.store.setState(({ history }) => ({ history: undoTo(history, made), drag: null }));
  const { selection } = app.store.getState().view;
  if (selection?.kind === "center" && findCenter(app, selection.id) === undefined) selectPlace(app, null);
}

/** `at` counts the edits made, oldest first. */
export function annotateEdit(app: App, at: number, note: string): void {
  if (isReadOnly(app.store.getState())) return;
  app.store.setState(({ history }) => ({ history: annotateStep(history, at, note) }));
}
