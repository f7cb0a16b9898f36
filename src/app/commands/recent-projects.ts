// The projects stored in this browser: listing, opening and removing them.

import type { App } from "../state/app.ts";
import { readWorkSettings } from "../state/saved-project-of.ts";
import { closeProject } from "./close-project.ts";
import { keepBeforeLeaving } from "./keep-before-leaving.ts";
import { loadKeeper } from "./load-keeper.ts";
import { noteTrouble } from "./run-work.ts";

export interface RecentProject {
  readonly id: string;
  readonly name: string;
  /** ISO date and time of the last change. */
  readonly changedAt: string;
  /** null = not known. */
  readonly residences: number | null;
  readonly bytes: number | null;
}

/** Last worked on first. */
export async function listProjects(app: App): Promise<readonly RecentProject[]> {
  const projects = await (await (await loadKeeper(app)).store()).list();
  return projects.map(({ id, name, changedAt, settings }) => {
    const { residences, bytes } = readWorkSettings(settings);
    return { id, name, changedAt, residences, bytes };
  });
}

export async function openRecent(app: App, id: string): Promise<void> {
  try {
    if (await keepBeforeLeaving(app)) await (await loadKeeper(app)).open(id);
  } catch (error) {
    noteTrouble(app.store, error);
  }
}

/** Gone for good, with its snapshots; the one that is open is closed first. */
export async function removeProject(app: App, id: string): Promise<void> {
  try {
    const keeper = await loadKeeper(app);
    if (app.store.getState().keeping.identity?.id === id) {
      closeProject(app);
      await keeper.settled();
    }
    await (await keeper.store()).remove(id);
  } catch (error) {
    noteTrouble(app.store, error);
  }
}
