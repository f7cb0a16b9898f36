// Reads the rule packs that lie next to the page; one that does not pass the check is left out and said.

import { Failure } from "../../core/base/index.ts";
import type { App } from "../state/app.ts";
import { noteTrouble } from "./run-work.ts";

const FOLDER = "./standards/";

export async function loadPacks(app: App): Promise<void> {
  const { store, engine, host } = app;
  try {
    const index = await host.fetchFile(`${FOLDER}index.json`);
    const names = JSON.parse(new TextDecoder().decode(index)) as string[];
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: await host.fetchFile(FOLDER + name) })),
    );
    const loaded = await engine.run("packs.read", { files });
    store.setState({ packs: loaded.flatMap(({ pack }) => pack ?? []) });
    const broken = loaded.find(({ pack }) => pack === null);
    const problem = broken?.problems[0];
    if (broken !== undefined) {
      const reason = `${problem?.path ?? ""}: ${problem?.message ?? ""}`;
      throw new Failure("badInput", { file: broken.file, reason });
    }
  } catch (error) {
    noteTrouble(store, error);
  }
}
