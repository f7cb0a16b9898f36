// A click on the map: the thing itself, on the grid step the grid it is in, before an audience the community. A hand with
// a tool in it selects nothing.

import type { MapSelection } from "../map/map-model.ts";
import type { App } from "../state/app.ts";
import { communityOf } from "../state/community-of.ts";
import { selectPlace } from "./select-place.ts";

export function selectOnMap(app: App, selection: MapSelection): void {
  const state = app.store.getState();
  const { grids, view, sites, talk } = state;
  if (talk !== null) {
    selectPlace(app, communityOf(state, selection), { fly: true });
    return;
  }
  const tool = view.step === "siting" ? sites?.tool : view.step === "grids" ? grids?.tool : "select";
  if (tool !== undefined && tool !== "select") return;
  const net = view.step === "grids" ? (grids?.draft?.net ?? grids?.net) : undefined;
  const grid = selection?.kind === "residence" ? net?.grids[net.gridOf[selection.index] ?? -1] : undefined;
  selectPlace(app, grid === undefined ? selection : { kind: "grid", id: grid.id });
}
