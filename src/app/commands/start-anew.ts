// An empty desk for other work; what lies on it is kept first.

import type { App } from "../state/app.ts";
import { closeProject } from "./close-project.ts";
import { keepBeforeLeaving } from "./keep-before-leaving.ts";
import { noteTrouble } from "./run-work.ts";

export async function startAnew(app: App): Promise<void> {
  try {
    if (await keepBeforeLeaving(app)) closeProject(app);
  } catch (error) {
    noteTrouble(app.store, error);
  }
}
