// Reads files into a baseline and makes the scene ready: the one way into the application, for the demo,
// dropped files and a changed mapping alike. Whatever was shown stays until the new scene stands.

import type { RunOptions } from "../../core/engine/index.ts";
import type {
  ImportResult,
  InputFile,
  KnownLayer,
  LayerSpec,
  TableChoice,
} from "../../core/formats/index.ts";
import {
  type ChangeEntry,
  EMPTY_PLAN,
  editsOf,
  type OptionSet,
  openHistory,
  openPlan,
} from "../../core/model/index.ts";
import { DICTIONARIES } from "../i18n/use-text.ts";
import type { App } from "../state/app.ts";
import type { AppState, Project } from "../state/app-state.ts";
import { readHabits } from "../state/mapping-habits.ts";
import { NO_PACK_STEPS } from "../state/pack-step.ts";
import { numberApart, optionSetOf, presentOption } from "../state/plan-options.ts";
import { baselineOf } from "../state/plan-selectors.ts";
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
  /** Layers decided before, for files that are there again. */
  readonly known?: readonly KnownLayer[];
  readonly choices?: readonly TableChoice[];
}

/** Resolves when the project stands, or failed and said why. */
export async function openProject(app: App, input: ProjectInput): Promise<void> {
  await runWork(app, { stage: "read", takesOver: true }, (options) => readAndStand(app, input, options));
}

async function readAndStand(app: App, input: ProjectInput, options: RunOptions): Promise<void> {
  const { origin, name, files, layers, known = [], choices = [], read = [], continues = false } = input;
  const imported = await app.engine.run(
    "files.import",
    { name, files, habits: readHabits(), known, choices, ...(layers === undefined ? {} : { layers }) },
    options,
  );
  const before = app.store.getState();
  const { plans, left } = await beginOptions(imported, before, continues);
  await standProject(app, { origin, files, imported, read }, plans, options);
  if (!continues) app.store.setState({ ownPacks: [], unreadPacks: [], packSteps: NO_PACK_STEPS });
  if (left.length > 0) changeKeeping(app, { news: { kind: "left", entries: left } });
}

interface Begun {
  readonly plans: OptionSet;
  readonly left: readonly ChangeEntry[];
}

/** Every option goes on with its edits when the work does; else there is the present state alone. */
async function beginOptions(
  { baseline }: ImportResult,
  before: AppState,
  continues: boolean,
): Promise<Begun> {
  const from = baselineOf(before);
  if (baseline === null || from === null || !continues) {
    const plan = baseline === null ? EMPTY_PLAN : openPlan(baseline);
    const { present } = DICTIONARIES[before.settings.language];
    return { plans: presentOption(openHistory(plan), present), left: [] };
  }
  const { carryEdits } = await import("../state/carry-edits.ts");
  const { options, current } = optionSetOf(before);
  const carried = options.map((option) => ({
    ...option,
    ...carryEdits(editsOf(option.history), from, baseline),
  }));
  const left = carried.flatMap((option) => option.left);
  return { plans: { options: numberApart(carried, baseline), current }, left };
}
