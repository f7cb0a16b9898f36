// Reads the rule packs that lie next to the page: the chosen one first, so that nothing waits for the others. A pack
// that does not pass the check is left out and said.

import { Failure } from "../../core/base/index.ts";
import type { App } from "../state/app.ts";
import { noteTrouble } from "./run-work.ts";

const FOLDER = "./standards/";

/** Lies beside the packs and is none. */
const COVERAGE = "coverage.json";

export async function loadPacks(app: App): Promise<void> {
  const { store, host } = app;
  try {
    const index = await host.fetchFile(`${FOLDER}index.json`);
    const names = (JSON.parse(new TextDecoder().decode(index)) as string[]).filter(
      (name) => name !== COVERAGE,
    );
    const first = `${store.getState().settings.packId}.json`;
    await readPacks(
      app,
      names.filter((name) => name === first),
    );
    await readPacks(
      app,
      names.filter((name) => name !== first),
    );
  } catch (error) {
    noteTrouble(store, error);
  }
}

async function readPacks({ store, engine, host }: App, names: readonly string[]): Promise<void> {
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await host.fetchFile(FOLDER + name) })),
  );
  const loaded = await engine.run("packs.read", { files });
  store.setState(({ packs }) => ({ packs: [...packs, ...loaded.flatMap(({ pack }) => pack ?? [])] }));
  const broken = loaded.find(({ pack }) => pack === null);
  const problem = broken?.problems[0];
  if (broken === undefined || problem === undefined) return;
  const reason = `${problem.subject ?? ""} ${problem.path}: ${problem.message}`.trim();
  throw new Failure("badInput", { file: broken.file, reason });
}
