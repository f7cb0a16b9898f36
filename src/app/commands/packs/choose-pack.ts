// Judges by another rule pack: it is read first, so that what is shown changes at once.

import type { App } from "../../state/app.ts";
import { changeSettings } from "../change-settings.ts";
import { noteTrouble } from "../run-work.ts";
import { loadPack } from "./load-packs.ts";

/** Resolves when the pack is in force, or could not be read and why was said. */
export async function choosePack(app: App, packId: string): Promise<void> {
  try {
    await loadPack(app, packId);
    changeSettings(app, { packId });
  } catch (error) {
    noteTrouble(app.store, error);
  }
}
