// Chooses a row of the findings: its place is selected and brought into view.

import type { App } from "../state/app.ts";
import { gridByRecord } from "../state/judged-net.ts";
import { gridBounds } from "../state/place-bounds.ts";
import { analysisOf } from "../state/plan-selectors.ts";
import { changeView } from "./change-view.ts";
import { selectPlace } from "./select-place.ts";

/** `index` counts in the analysis's list of findings. */
export function selectFinding(app: App, index: number): void {
  const state = app.store.getState();
  const place = analysisOf(state)?.findings[index]?.place;
  if (place === undefined) return;
  if (place.kind === "grid") {
    const grid = gridByRecord(state.history.plan, place.id);
    if (grid !== undefined) selectPlace(app, { kind: "grid", id: grid.id }, { fly: true });
    const bounds = grid === undefined ? gridBounds(state, place.id) : null;
    if (bounds !== null) app.map.current?.flyTo(bounds);
  } else if (place.kind === "center" || place.kind === "community") {
    selectPlace(app, { kind: place.kind, id: place.id }, { fly: true });
  }
  changeView(app, { finding: index });
}
