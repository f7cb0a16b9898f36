// Named states of the open project, kept beside it in the browser's database.

import type { SnapshotSummary } from "../../adapters/stored-project.ts";
import type { App } from "../state/app.ts";
import { loadKeeper } from "./load-keeper.ts";
import { noteTrouble } from "./run-work.ts";

/** Newest first; empty when nothing is stored. */
export async function listSnapshots(app: App): Promise<readonly SnapshotSummary[]> {
  const { identity } = app.store.getState().keeping;
  if (identity === null) return [];
  const store = await (await loadKeeper(app)).store();
  return [...(await store.snapshots(identity.id))].sort((a, b) => b.key - a.key);
}

export const takeSnapshot = (app: App, name: string): Promise<boolean> =>
  attempt(app, async (keeper, project) => {
    await (await keeper.store()).takeSnapshot(project, { name, time: app.host.now() });
  });

/** The state before it is kept as another snapshot, named `before`. */
export const restoreSnapshot = (app: App, key: number, before: string): Promise<boolean> =>
  attempt(app, async (keeper, project) => {
    await (await keeper.store()).restoreSnapshot(key, { name: before, time: app.host.now() });
    await keeper.open(project);
  });

export const renameSnapshot = (app: App, key: number, name: string): Promise<boolean> =>
  attempt(app, async (keeper) => (await keeper.store()).renameSnapshot(key, name));

export const removeSnapshot = (app: App, key: number): Promise<boolean> =>
  attempt(app, async (keeper) => (await keeper.store()).removeSnapshot(key));

type LoadedKeeper = Awaited<ReturnType<typeof loadKeeper>>;

async function attempt(
  app: App,
  work: (keeper: LoadedKeeper, project: string) => Promise<void>,
): Promise<boolean> {
  const { identity } = app.store.getState().keeping;
  if (identity === null) return false;
  try {
    const keeper = await loadKeeper(app);
    await keeper.settled();
    await work(keeper, identity.id);
    return true;
  } catch (error) {
    noteTrouble(app.store, error);
    return false;
  }
}
