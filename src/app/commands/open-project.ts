// Reads files into a baseline and makes the scene ready: the one way into the application, for the demo,
// dropped files and a changed mapping alike. Whatever was shown stays until the new scene stands.

import type { RunOptions } from "../../core/engine/index.ts";
import type { InputFile, LayerSpec } from "../../core/formats/index.ts";
import { EMPTY_PLAN, openHistory, openPlan } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import type { Project } from "../state/app-state.ts";
import { readHabits } from "../state/mapping-habits.ts";
import { runWork } from "./run-work.ts";
import { standProject } from "./stand-project.ts";

export interface ProjectInput {
  readonly origin: Project["origin"];
  readonly name: string;
  readonly files: readonly InputFile[];
  /** Names of the files that are new; none when only the mapping is. */
  readonly read?: readonly string[];
  /** Roles, fields and datum as the user set them; guessed where absent. */
  readonly layers?: readonly LayerSpec[];
}

/** Resolves when the project stands, or failed and said why. */
export async function openProject(app: App, input: ProjectInput): Promise<void> {
  await runWork(app, { stage: "read", takesOver: true }, (options) => readAndStand(app, input, options));
}

async function readAndStand(app: App, input: ProjectInput, options: RunOptions): Promise<void> {
  const { origin, name, files, layers, read = [] } = input;
  const imported = await app.engine.run(
    "files.import",
    { name, files, habits: readHabits(), ...(layers === undefined ? {} : { layers }) },
    options,
  );
  const history = openHistory(imported.baseline === null ? EMPTY_PLAN : openPlan(imported.baseline));
  await standProject(app, { origin, files, imported, read }, history, options);
}
