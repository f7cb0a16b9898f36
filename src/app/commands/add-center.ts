// Adds a community centre where the map was clicked, and selects it so that its name and area can be given.

import { freshId } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { baselineOf } from "../state/plan-selectors.ts";
import { changeView } from "./change-view.ts";
import { editPlan } from "./edit-plan.ts";

/** Degrees. `name` is what a nameless centre is called in the user's language. */
export function addCenter(app: App, lon: number, lat: number, name: string): void {
  const state = app.store.getState();
  const id = freshId(state.history.plan.centers, baselineOf(state)?.centers ?? []);
  const number = id.replace(/\D/g, "");
  const input = { id, name: `${name} ${number}`, level: "community", lon, lat, floorArea: null } as const;
  if (editPlan(app, "center.add", input) === null) {
    changeView(app, { tool: "select", selection: { kind: "center", id }, finding: -1 });
  }
}
