// Goes to the next grid with a problem, the gravest first.

import type { App } from "../../state/app.ts";
import { selectPlace } from "../select-place.ts";
import { listProblems, nextProblem } from "./grid-problems.ts";
import { rangeShown } from "./range-of.ts";

export function goToNextProblem(app: App): void {
  const state = app.store.getState();
  const { grids: work, view } = state;
  if (work === null) return;
  const net = work.draft?.net ?? work.net;
  const chosen = view.selection?.kind === "grid" ? view.selection.id : null;
  const at = net.grids.findIndex(({ id }) => id === chosen);
  const problem = nextProblem(listProblems(net, rangeShown(state)), at);
  const grid = problem === null ? undefined : net.grids[problem.grid];
  if (grid !== undefined) selectPlace(app, { kind: "grid", id: grid.id }, { fly: true });
}
