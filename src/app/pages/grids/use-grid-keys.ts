// Keys of the grid step: a letter for each tool, [ and ] for the size of the brush, N for the next problem.

import { useEffect } from "react";
import { changeGrids } from "../../commands/grids/change-grids.ts";
import { goToNextProblem } from "../../commands/grids/next-problem.ts";
import { GRID_TOOL_KEYS, GRID_TOOLS, nextBrush } from "../../map/grids/grid-tools.ts";
import type { App } from "../../state/app.ts";

export function useGridKeys(app: App): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      if (press(app, event.key.toLowerCase())) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [app]);
}

/** False when the key means nothing here. */
function press(app: App, key: string): boolean {
  const work = app.store.getState().grids;
  if (work === null) return false;
  const tool = GRID_TOOLS.find((own) => GRID_TOOL_KEYS[own] === key);
  if (tool !== undefined) {
    if (work.draft === null) changeGrids(app, { tool });
    return true;
  }
  if (key === "n") goToNextProblem(app);
  else if (key === "[") changeGrids(app, { brush: nextBrush(work.brush, -1) });
  else if (key === "]") changeGrids(app, { brush: nextBrush(work.brush, 1) });
  else return false;
  return true;
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, select, textarea, [contenteditable]");
