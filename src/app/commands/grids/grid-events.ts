// What a hand does on the net, as commands.

import type { GridEvents } from "../../map/grids/grid-scene.ts";
import type { App } from "../../state/app.ts";
import { assignRing, cancelStroke, endStroke, moveStroke, startStroke } from "./grid-stroke.ts";
import { splitGridAlong } from "./split-grid.ts";

export const gridEvents = (app: App): GridEvents => ({
  onStrokeStart: (tool, at) => startStroke(app, tool, at),
  onStrokeMove: (trail) => moveStroke(app, trail),
  onStrokeEnd: () => endStroke(app),
  onStrokeCancel: () => cancelStroke(app),
  onShape: (tool, points) => (tool === "lasso" ? assignRing(app, points) : splitGridAlong(app, points)),
});
