// Reads the rule packs that lie next to the page; one that does not pass the check is left out and said.

import { Failure } from "../../core/base/index.ts";
import { loadRulePack } from "../../core/standards/index.ts";
import type { App } from "../state/app.ts";
import { noteTrouble } from "./run-work.ts";

const FOLDER = "./standards/";

export async function loadPacks(app: App): Promise<void> {
  try {
    const names = (await fetchJson(app, "index.json")) as string[];
    const loaded = await Promise.all(
      names.map(async (name) => ({ name, ...loadRulePack(await fetchJson(app, name)) })),
    );
    app.store.setState({ packs: loaded.flatMap(({ pack }) => pack ?? []) });
    const broken = loaded.find(({ pack }) => pack === null);
    const problem = broken?.problems[0];
    if (broken !== undefined) {
      throw new Failure("badInput", {
        file: broken.name,
        reason: `${problem?.path ?? ""}: ${problem?.message ?? ""}`,
      });
    }
  } catch (error) {
    noteTrouble(app.store, error);
  }
}

const fetchJson = async (app: App, name: string): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await app.host.fetchFile(FOLDER + name)));
