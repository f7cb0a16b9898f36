// Before another project takes the place of this one: what is still being stored is waited for; what cannot be
// stored is saved as a file, so that nothing is lost either way.

import type { App } from "../state/app.ts";
import { isAtRisk, isWorthKeeping } from "../state/keeping.ts";
import { loadKeeper } from "./load-keeper.ts";

/** False when the work is neither stored nor saved: then it must stay. */
export async function keepBeforeLeaving(app: App): Promise<boolean> {
  if (!isWorthKeeping(app.store.getState())) return true;
  await (await loadKeeper(app)).settled();
  return !isAtRisk(app.store.getState()) || (await import("./save-project.ts")).saveProject(app);
}
