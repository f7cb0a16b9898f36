// Escape: one step back from wherever one is, innermost first.

import type { App } from "../state/app.ts";
import { changeView } from "./change-view.ts";
import { selectPlace } from "./select-place.ts";

export function stepBack(app: App): void {
  const { view, drag, trouble, grids, sites } = app.store.getState();
  if (drag?.held) return;
  if (view.helpOpen) changeView(app, { helpOpen: false });
  else if (view.swipe !== null) changeView(app, { swipe: null });
  else if (trouble !== null) app.store.setState({ trouble: null });
  else if (view.tool !== "select") changeView(app, { tool: "select" });
  else if (view.step === "grids" && grids !== null && grids.tool !== "select") {
    app.store.setState({ grids: { ...grids, tool: "select" } });
  } else if (view.step === "siting" && sites !== null && sites.tool !== "select") {
    app.store.setState({
      sites: { ...sites, tool: sites.drawing === null ? "select" : sites.tool, drawing: null },
    });
  } else if (view.selection !== null || view.finding >= 0) selectPlace(app, null);
  else if (view.drawerOpen) changeView(app, { drawerOpen: false });
}
