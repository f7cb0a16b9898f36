// A click on the map: the thing itself, or on the grid step the grid it is in. A hand with a tool in it selects nothing.

import type { MapSelection } from "../map/map-model.ts";
import type { App } from "../state/app.ts";
import { selectPlace } from "./select-place.ts";

export function selectOnMap(app: App, selection: MapSelection): void {
  const { grids, view } = app.store.getState();
  if (view.step !== "grids" || grids === null) return selectPlace(app, selection);
  if (grids.tool !== "select") return;
  if (selection?.kind !== "residence") return selectPlace(app, selection);
  const net = grids.draft?.net ?? grids.net;
  const grid = net.grids[net.gridOf[selection.index] ?? -1];
  selectPlace(app, grid === undefined ? selection : { kind: "grid", id: grid.id });
}
