// Opens the demo district: the project file next to the page and the files it names.

import type { InputFile } from "../../core/formats/index.ts";
import type { App } from "../state/app.ts";
import { openProject } from "./open-project.ts";
import { noteTrouble } from "./run-work.ts";

const FOLDER = "./demo/";
const PROJECT_FILE = "project.json";

export async function openDemo(app: App): Promise<void> {
  try {
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

const fetchInput = async (app: App, name: string): Promise<InputFile> => ({
  name,
  bytes: await app.host.fetchFile(FOLDER + name),
});
