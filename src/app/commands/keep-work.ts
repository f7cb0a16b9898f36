// From the start on: opens the last project where it was left, the demo district when there is none, and calls the
// keeper as soon as something is worth keeping: files of one's own, or the first edit of the demo.

import type { App } from "../state/app.ts";
import { isWorthKeeping } from "../state/keeping.ts";
import { lastProject } from "../state/last-project.ts";
import { loadKeeper } from "./load-keeper.ts";
import { openDemo } from "./open-demo.ts";
import { noteTrouble } from "./run-work.ts";

export function keepWork(app: App): void {
  const stop = app.store.subscribe((state) => {
    if (!isWorthKeeping(state)) return;
    stop();
    void loadKeeper(app);
  });
  void openLast(app);
}

async function openLast(app: App): Promise<void> {
  const last = lastProject();
  try {
    if (last !== null && (await (await loadKeeper(app)).open(last))) return;
  } catch (error) {
    noteTrouble(app.store, error);
  }
  if (app.store.getState().project === null) await openDemo(app);
}
