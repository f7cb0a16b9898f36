// Before another project takes the place of this one: what is still being stored is waited for; what cannot be
// stored is saved as a file, so that nothing is lost either way.

import type { App } from "../state/app.ts";
import { isAtRisk } from "../state/keeping.ts";
import { loadKeeper } from "./load-keeper.ts";
import { saveProject } from "./save-project.ts";

/** False when the work is neither stored nor saved: then it must stay. */
export async function keepBeforeLeaving(app: App): Promise<boolean> {
  if (app.store.getState().keeping.state === "none") return true;
  await (await loadKeeper(app)).settled();
  return !isAtRisk(app.store.getState()) || saveProject(app);
}
