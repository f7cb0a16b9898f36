// Saves the open project as one file: for a colleague, as a copy, or when the browser cannot store it.

import { PROJECT_EXTENSION } from "../../core/formats/index.ts";
import type { App } from "../state/app.ts";
import { savedProjectOf } from "../state/saved-project-of.ts";
import { freshIdentity } from "./fresh-identity.ts";
import { runWork } from "./run-work.ts";

/** True when the file was handed to the browser. */
export async function saveProject(app: App): Promise<boolean> {
  const state = app.store.getState();
  const { project, keeping } = state;
  if (project === null) return false;
  const name = project.imported.baseline?.name ?? "";
  const identity = keeping.identity ?? freshIdentity(name, app.host.now());
  const saved = savedProjectOf(state, identity, app.host.now());
  if (saved === null) return false;
  const bytes = await runWork(app, { stage: "write" }, (options) =>
    app.engine.run("project.write", { project: saved }, options),
  );
  if (bytes === null) return false;
  app.host.download(fileName(identity.name, saved.savedAt), bytes, "application/zip");
  return true;
}

/** "星河区 2026-03-01.quandian"; what file systems refuse is left out of the name. */
const fileName = (name: string, time: string): string =>
  `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, " ").trim() || "quandian"} ${time.slice(0, 10)}${PROJECT_EXTENSION}`;
