// The engine that searches: one of its own, started with the first search, so that figures keep following the hand while
// a search runs. Where there are no workers, the application's engine searches.

import type { Engine } from "../../../core/engine/index.ts";
import type { App } from "../../state/app.ts";

const started = new WeakMap<App, Engine>();

export function solverOf(app: App): Engine {
  const engine = started.get(app) ?? app.startEngine?.() ?? app.engine;
  started.set(app, engine);
  return engine;
}
