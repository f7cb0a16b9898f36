// The engine that searches: a worker of its own, started with the first search, so that figures keep following the
// hand while a search runs. Where there are no workers, the application's engine searches.

import type { Engine } from "../../../core/engine/index.ts";
import { createWorkerEngine } from "../../../worker/index.ts";
import type { App } from "../../state/app.ts";

const started = new WeakMap<App, Engine>();

export function solverOf(app: App): Engine {
  if (typeof Worker === "undefined") return app.engine;
  const known = started.get(app);
  if (known !== undefined) return known;
  const engine = createWorkerEngine(
    new Worker(new URL("../../../worker/entry.ts", import.meta.url), { type: "module" }),
  );
  started.set(app, engine);
  return engine;
}
