// Puts the open files away: an empty desk, ready for others.

import { EMPTY_PLAN, openHistory } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { FIRST_VIEW } from "../state/app-state.ts";
import { presentOption, showOptions } from "../state/plan-options.ts";

export function closeProject(app: App): void {
  const { scene, work } = app.store.getState();
  work?.cancel();
  if (scene !== null) void app.engine.run("scene.close", { scene: scene.scene }).catch(() => undefined);
  app.analyses.clear();
  app.areas.clear();
  app.store.setState({
    project: null,
    scene: null,
    ...showOptions(presentOption(openHistory(EMPTY_PLAN), "")),
    analysis: null,
    areas: null,
    drag: null,
    path: null,
    trouble: null,
    view: { ...FIRST_VIEW, step: "data" },
  });
}
