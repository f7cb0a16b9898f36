// Reads files into a baseline and makes the scene ready: the one way into the application, for the demo,
// dropped files and a changed mapping alike. Whatever was shown stays until the new scene stands.

import type { RunOptions } from "../../core/engine/index.ts";
import type { InputFile, LayerSpec } from "../../core/formats/index.ts";
import { openHistory } from "../../core/model/index.ts";
import { DEFAULT_NETWORK_SETTINGS } from "../../core/network/index.ts";
import type { App } from "../state/app.ts";
import type { Project } from "../state/app-state.ts";
import { runWork } from "./run-work.ts";

export interface ProjectInput {
  readonly origin: Project["origin"];
  readonly name: string;
  readonly files: readonly InputFile[];
  /** Roles, fields and datum as the user set them; guessed where absent. */
  readonly layers?: readonly LayerSpec[];
}

/** Resolves when the project stands, or failed and said why. */
export async function openProject(app: App, input: ProjectInput): Promise<void> {
  await runWork(app, { stage: "read", takesOver: true }, (options) => readAndStand(app, input, options));
}

async function readAndStand(app: App, input: ProjectInput, options: RunOptions): Promise<void> {
  const { store, engine } = app;
  const { origin, name, files, layers } = input;
  const imported = await engine.run(
    "files.import",
    { name, files, ...(layers === undefined ? {} : { layers }) },
    options,
  );
  const project: Project = { origin, files, imported };
  const before = store.getState().scene;
  const { baseline } = imported;
  const scene =
    baseline === null
      ? null
      : await engine.run("scene.open", { baseline, settings: DEFAULT_NETWORK_SETTINGS }, options);
  app.analyses.clear();
  app.areas.clear();
  store.setState((state) => ({
    project,
    scene,
    history: openHistory(baseline?.centers ?? []),
    analysis: null,
    areas: null,
    drag: null,
    path: null,
    view: { ...state.view, selection: null, finding: -1, tool: "select", hovered: null },
  }));
  if (before !== null) void engine.run("scene.close", { scene: before.scene }).catch(() => undefined);
}
