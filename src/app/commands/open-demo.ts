// Opens the demo district, the work on screen kept first: the project file next to the page and the files it names.

import { Failure } from "../../core/base/index.ts";
import type { InputFile } from "../../core/formats/index.ts";
import type { App } from "../state/app.ts";
import { keepBeforeLeaving } from "./keep-before-leaving.ts";
import { openProject } from "./open-project.ts";
import { noteTrouble } from "./run-work.ts";

const FOLDER = "./demo/";
const PROJECT_FILE = "project.json";

export async function openDemo(app: App): Promise<void> {
  try {
    if (!(await keepBeforeLeaving(app))) return;
    const projectFile = await fetchInput(app, PROJECT_FILE);
    const described = JSON.parse(new TextDecoder().decode(projectFile.bytes)) as {
      name: string;
      layers: { file: string }[];
    };
    const names = [...new Set(described.layers.map(({ file }) => file))];
    const files = await Promise.all(names.map((name) => fetchInput(app, name)));
    await openProject(app, { origin: "demo", name: described.name, files: [projectFile, ...files] });
  } catch (error) {
    noteTrouble(app.store, error);
  }
}

async function fetchInput(app: App, name: string): Promise<InputFile> {
  try {
    return { name, bytes: await app.host.fetchFile(FOLDER + name) };
  } catch {
    throw new Failure("demoMissing", { file: name });
  }
}
