// Reads files into a baseline and makes the scene ready: the one way into the application, for the demo,
// dropped files and a changed mapping alike. Whatever was shown stays until the new scene stands.

import type { RunOptions } from "../../core/engine/index.ts";
import type { ImportResult, InputFile, LayerSpec } from "../../core/formats/index.ts";
import { EMPTY_PLAN, editsOf, openHistory, openPlan } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import type { AppState, Project } from "../state/app-state.ts";
import type { Carried } from "../state/carry-edits.ts";
import { readHabits } from "../state/mapping-habits.ts";
import { changeKeeping } from "./change-keeping.ts";
import { runWork } from "./run-work.ts";
import { standProject } from "./stand-project.ts";

export interface ProjectInput {
  readonly origin: Project["origin"];
  readonly name: string;
  readonly files: readonly InputFile[];
  /** Names of the files that are new; none when only the mapping is. */
  readonly read?: readonly string[];
  /** The same work on other data: its edits are made again. */
  readonly continues?: boolean;
  /** Roles, fields and datum as the user set them; guessed where absent. */
  readonly layers?: readonly LayerSpec[];
}

/** Resolves when the project stands, or failed and said why. */
export async function openProject(app: App, input: ProjectInput): Promise<void> {
  await runWork(app, { stage: "read", takesOver: true }, (options) => readAndStand(app, input, options));
}

async function readAndStand(app: App, input: ProjectInput, options: RunOptions): Promise<void> {
  const { origin, name, files, layers, read = [], continues = false } = input;
  const imported = await app.engine.run(
    "files.import",
    { name, files, habits: readHabits(), ...(layers === undefined ? {} : { layers }) },
    options,
  );
  const before = app.store.getState();
  const { history, left } = await beginHistory(imported, continues ? before : null);
  await standProject(app, { origin, files, imported, read }, history, options);
  if (left.length > 0) changeKeeping(app, { news: { kind: "left", entries: left } });
}

async function beginHistory(
  { baseline }: ImportResult,
  before: Pick<AppState, "project" | "history"> | null,
): Promise<Carried> {
  const from = before?.project?.imported.baseline ?? null;
  if (baseline === null) return { history: openHistory(EMPTY_PLAN), left: [] };
  if (before === null || from === null || before.history.past.length === 0) {
    return { history: openHistory(openPlan(baseline)), left: [] };
  }
  const { carryEdits } = await import("../state/carry-edits.ts");
  return carryEdits(editsOf(before.history), from, baseline);
}
