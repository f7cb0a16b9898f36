// What a hand does on the net, as commands.

import type { GridEvents } from "../../map/grids/grid-scene.ts";
import type { App } from "../../state/app.ts";
import { assignRing, cancelStroke, endStroke, moveStroke, startStroke } from "./grid-stroke.ts";
import { cancelPull, endPull, movePull, startPull } from "./pull-border.ts";
import { splitGridAlong } from "./split-grid.ts";

export const gridEvents = (app: App): GridEvents => ({
  onStrokeStart: (tool, at) => (tool === "border" ? startPull(app, at) : startStroke(app, tool, at)),
  onStrokeMove: (tool, trail) => (tool === "border" ? movePull(app, trail) : moveStroke(app, trail)),
  onStrokeEnd: (tool) => (tool === "border" ? endPull(app) : endStroke(app)),
  onStrokeCancel: (tool) => (tool === "border" ? cancelPull(app) : cancelStroke(app)),
  onShape: (tool, points) => (tool === "lasso" ? assignRing(app, points) : splitGridAlong(app, points)),
});
