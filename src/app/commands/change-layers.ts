// Reads the open files again with another mapping: a file's role, fields, datum, encoding or date set by hand. What the
// user did not decide is found anew, since it may hang on what was changed; what was decided is remembered for later
// files of the same columns.

import type { LayerSpec, TableChoice } from "../../core/formats/index.ts";
import type { App } from "../state/app.ts";
import type { Project } from "../state/app-state.ts";
import { choicesOf, keptColumnsOf, withChoice } from "../state/known-layers.ts";
import { rememberHabit } from "../state/mapping-habits.ts";
import { mappingLock } from "../state/mapping-lock.ts";
import { undecided } from "../state/undecided.ts";
import { openProject } from "./open-project.ts";

export async function changeLayer(app: App, before: LayerSpec, change: Partial<LayerSpec>): Promise<void> {
  const project = openToMapping(app);
  if (project === null) return;
  const after = { ...undecided(project, before), ...change, byHand: true };
  remember(project, after);
  await reread(
    app,
    project,
    project.imported.layers.map((layer) => (layer === before ? after : undecided(project, layer))),
  );
}

/** Leaves a layer out of the plan; its file stays open. */
export async function leaveLayerOut(app: App, layer: LayerSpec): Promise<void> {
  const project = openToMapping(app);
  if (project === null) return;
  const others = project.imported.layers.filter((other) => other !== layer);
  await reread(
    app,
    project,
    others.map((other) => undecided(project, other)),
    others.some(({ file }) => file === layer.file)
      ? choicesOf(project.imported)
      : withChoice(choicesOf(project.imported), { file: layer.file, unused: true }),
  );
}

/** Takes a file that no layer uses as `role`, its datum and fields to be found. */
export async function takeFileAs(app: App, role: LayerSpec["role"], file: string): Promise<void> {
  const project = openToMapping(app);
  if (project === null) return;
  const keepColumns = keptColumnsOf(project.imported, file, null);
  const layer = { role, file, datum: "", fields: {}, asOf: null, keepColumns, byHand: true };
  remember(project, layer);
  await reread(
    app,
    project,
    [...project.imported.layers.map((other) => undecided(project, other)), layer],
    choicesOf(project.imported).filter((choice) => choice.file !== file),
  );
}

/** Reads a column of a file although it looks like personal information, or leaves it out again; of all its layers. */
export async function keepColumn(app: App, file: string, column: string, keep: boolean): Promise<void> {
  const project = openToMapping(app);
  if (project === null) return;
  const { imported } = project;
  const changed = (layer: LayerSpec | null): readonly string[] => {
    const others = keptColumnsOf(imported, file, layer).filter((other) => other !== column);
    return keep ? [...others, column] : others;
  };
  const layers = imported.layers.map((layer) => {
    const again = undecided(project, layer);
    return layer.file === file ? { ...again, keepColumns: changed(layer), byHand: true } : again;
  });
  const before = choicesOf(imported).find((choice) => choice.file === file);
  const choice = { ...before, file, keepColumns: changed(null) };
  const isUsed = imported.layers.some((layer) => layer.file === file);
  await reread(app, project, layers, isUsed ? choicesOf(imported) : withChoice(choicesOf(imported), choice));
}

/** null when there is none, or its mapping is not to be changed here. */
const openToMapping = (app: App): Project | null =>
  mappingLock(app.store.getState()) === null ? app.store.getState().project : null;

function remember({ imported }: Project, { file, role, datum, fields }: LayerSpec): void {
  const columns = imported.columns[file] ?? [];
  if (columns.length > 0) rememberHabit({ columns, role, datum, fields });
}

async function reread(
  app: App,
  { origin, files, imported }: Project,
  layers: readonly LayerSpec[],
  choices: readonly TableChoice[] = choicesOf(imported),
): Promise<void> {
  const name = imported.baseline?.name ?? "";
  await openProject(app, { origin, name, files, layers, choices, continues: true });
}
