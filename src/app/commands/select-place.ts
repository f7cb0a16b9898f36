// Selects a centre, community or residence, and on request brings it into view. A selected residence shows
// its walk.

import type { MapSelection } from "../map/map-model.ts";
import type { App } from "../state/app.ts";
import { placeBounds } from "../state/place-bounds.ts";
import { changeView } from "./change-view.ts";
import { showPath } from "./show-path.ts";

export function selectPlace(app: App, selection: MapSelection, { fly = false } = {}): void {
  changeView(app, { selection, finding: -1, tool: "select" });
  showPath(app, selection?.kind === "residence" ? selection.index : null);
  const bounds = fly && selection !== null ? placeBounds(app.store.getState(), selection) : null;
  if (bounds !== null) app.map.current?.flyTo(bounds);
}
