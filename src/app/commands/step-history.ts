// Undo and redo, of the plan and of the packs copied in the project alike. A selected centre that is gone by it is no
// longer selected.

import { redoAct, undoAct } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { isReadOnly } from "../state/keeping.ts";
import { packsBack, packsOn } from "../state/pack-steps.ts";
import { findCenter } from "./edit-plan.ts";
import { selectPlace } from "./select-place.ts";

export function stepHistory(app: App, direction: "undo" | "redo"): void {
  const { drag } = app.store.getState();
  if (drag?.held || isReadOnly(app.store.getState())) return;
  app.store.setState((state) => {
    const packs = direction === "undo" ? packsBack(state) : packsOn(state);
    if (packs !== null) return packs;
    const { history } = state;
    return { history: direction === "undo" ? undoAct(history) : redoAct(history), drag: null };
  });
  const { selection } = app.store.getState().view;
  if (selection?.kind === "center" && findCenter(app, selection.id) === undefined) selectPlace(app, null);
}
