// Puts a project on the desk: its scene, its options, nothing selected. Whatever was shown stays until the new scene
// stands.

import type { RunOptions } from "../../core/engine/index.ts";
import type { OptionSet } from "../../core/model/index.ts";
import { DEFAULT_NETWORK_SETTINGS } from "../../core/network/index.ts";
import type { App } from "../state/app.ts";
import type { Project } from "../state/app-state.ts";
import { showOptions } from "../state/plan-options.ts";

export async function standProject(
  app: App,
  project: Project,
  plans: OptionSet,
  options: RunOptions,
): Promise<void> {
  const { store, engine } = app;
  const before = store.getState().scene;
  const { baseline } = project.imported;
  const scene =
    baseline === null
      ? null
      : await engine.run("scene.open", { baseline, settings: DEFAULT_NETWORK_SETTINGS }, options);
  app.analyses.clear();
  app.areas.clear();
  store.setState(({ view }) => ({
    project,
    scene,
    ...showOptions(plans),
    analysis: null,
    areas: null,
    drag: null,
    path: null,
    view: { ...view, selection: null, finding: -1, tool: "select", hovered: null, preview: null },
  }));
  if (before !== null) void engine.run("scene.close", { scene: before.scene }).catch(() => undefined);
}
