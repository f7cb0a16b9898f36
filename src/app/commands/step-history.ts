// Undo and redo. A selected centre that is gone by it is no longer selected.

import { redo, undo } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { findCenter } from "./edit-plan.ts";
import { selectPlace } from "./select-place.ts";

export function stepHistory(app: App, direction: "undo" | "redo"): void {
  if (app.store.getState().drag?.held) return;
  app.store.setState(({ history }) => ({
    history: direction === "undo" ? undo(history) : redo(history),
    drag: null,
  }));
  const { selection } = app.store.getState().view;
  if (selection?.kind === "center" && findCenter(app, selection.id) === undefined) selectPlace(app, null);
}
