// Changes what is at hand on the grid step: tool, brush, tab, stroke, draft.

import type { App } from "../../state/app.ts";
import type { GridWork } from "../../state/grid-work.ts";

export function changeGrids(app: App, change: Partial<GridWork>): void {
  app.store.setState(({ grids }) => (grids === null ? {} : { grids: { ...grids, ...change } }));
}
