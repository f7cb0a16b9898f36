// Opens the user's own files. They take the place of the demo district; to one's own project they are added,
// a file of the same name replacing the earlier one; what was decided of a file stays, new files are mapped
// as those of the same columns were before, mended rows as the file they came from. What is on screen is kept first.

import { Failure } from "../../core/base/index.ts";
import { type InputFile, PROJECT_EXTENSION } from "../../core/formats/index.ts";
import type { App } from "../state/app.ts";
import { isReadOnly } from "../state/keeping.ts";
import { choicesOf, knownLayers } from "../state/known-layers.ts";
import { layersWithMended } from "../state/mended-rows.ts";
import { changeView } from "./change-view.ts";
import { keepBeforeLeaving } from "./keep-before-leaving.ts";
import { openProject, type ProjectInput } from "./open-project.ts";
import { noteTrouble } from "./run-work.ts";

/** A browser's File, or anything read like one. */
export interface ReadableFile {
  readonly name: string;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

export async function openFiles(app: App, dropped: readonly ReadableFile[]): Promise<void> {
  const [first] = dropped;
  if (first === undefined) return;
  try {
    if (first.name.toLowerCase().endsWith(PROJECT_EXTENSION)) {
      await (await import("./open-project-file.ts")).openProjectFile(app, first);
      return;
    }
    const state = app.store.getState();
    const kept = state.project?.origin === "files" ? state.project : null;
    if (kept !== null && isReadOnly(state)) throw new Failure("readOnly");
    if (!(await keepBeforeLeaving(app))) return;
    const fresh = await Promise.all(dropped.map(readInput));
    const replaced = new Set(fresh.map(({ name }) => name));
    const files = [...(kept?.files ?? []).filter(({ name }) => !replaced.has(name)), ...fresh];
    const layers = kept === null ? null : layersWithMended(kept, files);
    changeView(app, { step: "data" });
    const input: ProjectInput = {
      ...{ origin: "files", name: projectName(files), files },
      ...{ read: [...replaced], continues: kept !== null },
      ...(kept === null ? {} : { known: knownLayers(kept), choices: choicesOf(kept.imported) }),
    };
    await openProject(app, layers === null ? input : { ...input, layers });
  } catch (error) {
    noteTrouble(app.store, error);
  }
}

const readInput = async (file: ReadableFile): Promise<InputFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** The name before the extension of the first file; a project file among them knows better. */
const projectName = (files: readonly InputFile[]): string => files[0]?.name.replace(/\.[^.]*$/, "") ?? "";
