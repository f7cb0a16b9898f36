// Reads the rule packs that lie next to the page: the list of them at the start, each pack when it is first asked for.
// A pack that does not pass the check is not used, and that is said.

import { Failure } from "../../../core/base/index.ts";
import type { App } from "../../state/app.ts";
import type { AppState } from "../../state/app-state.ts";
import { isOwnId, type PackEntry } from "../../state/pack-entry.ts";
import { findPack } from "../../state/plan-selectors.ts";
import { DEFAULT_SETTINGS } from "../../state/settings.ts";
import { changeSettings } from "../change-settings.ts";
import { noteTrouble } from "../run-work.ts";

const FOLDER = "./standards/";

/** Reads the list, and sees to it that the pack in the settings is read, whoever sets it. */
export function loadPacks(app: App): void {
  const { store } = app;
  const tried = new Set<string>();
  const look = (state: AppState): void => {
    const { packId } = state.settings;
    if (findPack(state, packId) !== null) return;
    if (isOwnId(packId)) {
      if (state.project !== null) changeSettings(app, { packId: DEFAULT_SETTINGS.packId });
    } else if (!tried.has(packId)) {
      tried.add(packId);
      void loadPack(app, packId).catch((error: unknown) => {
        noteTrouble(store, error);
        if (store.getState().settings.packId === packId && packId !== DEFAULT_SETTINGS.packId) {
          changeSettings(app, { packId: DEFAULT_SETTINGS.packId });
        }
      });
    }
  };
  look(store.getState());
  store.subscribe(look);
  readIndex(app).catch((error: unknown) => noteTrouble(store, error));
}

/** Rejects with a Failure when there is no such pack, or it does not pass the check. */
export async function loadPack(app: App, id: string): Promise<void> {
  const { store, host, engine } = app;
  if (findPack(store.getState(), id) !== null) return;
  const name = `${id}.json`;
  const bytes = await host.fetchFile(FOLDER + name);
  const [read] = await engine.run("packs.read", { files: [{ name, bytes }] });
  const pack = read?.pack ?? null;
  if (pack === null) {
    const problem = read?.problems[0];
    const reason = `${problem?.subject ?? ""} ${problem?.path ?? ""}: ${problem?.message ?? ""}`.trim();
    throw new Failure("badInput", { file: name, reason });
  }
  if (findPack(store.getState(), id) === null) store.setState(({ packs }) => ({ packs: [...packs, pack] }));
}

async function readIndex({ store, host }: App): Promise<void> {
  const bytes = await host.fetchFile(`${FOLDER}packs.json`);
  store.setState({ packIndex: JSON.parse(new TextDecoder().decode(bytes)) as PackEntry[] });
}
