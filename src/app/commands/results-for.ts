// The analysis and the service areas of a state, taken from what was computed before, else computed now. Rows of
// registers stay in the engine from one task to the next, so analyses take turns: each sends its own plan's rows and is
// judged by them before the next one's arrive.

import type { ServiceAreas } from "../../core/access/index.ts";
import type { Analysis, RunOptions } from "../../core/engine/index.ts";
import type { App } from "../state/app.ts";
import type { AppState, Keyed } from "../state/app-state.ts";
import { judgedNet } from "../state/judged-net.ts";
import { packOf } from "../state/plan-selectors.ts";
import { analysisKey, areasKey, bandsOf } from "../state/result-keys.ts";
import { sendRecords } from "./records/send-records.ts";

/** null while there is nothing to analyse. */
export async function analysisFor(
  app: App,
  state: AppState,
  options: RunOptions = {},
): Promise<Keyed<Analysis> | null> {
  const key = analysisKey(state);
  const pack = packOf(state);
  const { scene, history, settings } = state;
  if (key === null || pack === null || scene === null) return null;
  const input = { scene: scene.scene, ...walkedOn(history), ...judgedNet(history.plan) };
  const value =
    app.analyses.get(key) ??
    (await inTurn(app, async () => {
      await sendRecords(app, state);
      return app.engine.run("scene.analyse", { ...input, walk: settings.walk, pack }, options);
    }));
  app.analyses.set(key, value);
  return { key, value };
}

/** null while there is nothing to draw. */
export async function areasFor(
  app: App,
  state: AppState,
  options: RunOptions = {},
): Promise<Keyed<ServiceAreas> | null> {
  const key = areasKey(state);
  const { scene, history, settings } = state;
  if (key === null || scene === null) return null;
  const { minutes, speed } = settings.walk;
  const look = { bands: bandsOf(minutes), speed, view: settings.areaView };
  const value =
    app.areas.get(key) ??
    (await app.engine.run("scene.areas", { scene: scene.scene, ...walkedOn(history), ...look }, options));
  app.areas.set(key, value);
  return { key, value };
}

/** What results depend on of the plan: the centres, and the ways drawn. */
export const walkedOn = ({ plan: { centers, links } }: AppState["history"]) => ({ centers, links });

/** The last turn taken in each application. */
const turns = new WeakMap<App, Promise<unknown>>();

function inTurn<T>(app: App, task: () => Promise<T>): Promise<T> {
  const turn = (turns.get(app) ?? Promise.resolve()).then(task);
  turns.set(
    app,
    turn.catch(() => undefined),
  );
  return turn;
}
