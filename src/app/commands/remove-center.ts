// Takes a centre out of the plan; undo brings it back.

import type { App } from "../state/app.ts";
import { changeView } from "./change-view.ts";
import { editPlan } from "./edit-plan.ts";

export function removeCenter(app: App, id: string): void {
  if (editPlan(app, "center.remove", { id }) === null) changeView(app, { selection: null, finding: -1 });
}
