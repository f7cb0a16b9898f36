// Makes this tab the one that edits: the other one finishes what it is writing and looks on from then on.

import type { App } from "../state/app.ts";
import { loadKeeper } from "./load-keeper.ts";
import { noteTrouble } from "./run-work.ts";

export async function takeOverTab(app: App): Promise<void> {
  try {
    await (await loadKeeper(app)).takeOver();
  } catch (error) {
    noteTrouble(app.store, error);
  }
}
