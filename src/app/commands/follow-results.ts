// Keeps the results on screen in step with the plan: whenever the state asks for an analysis or areas of
// another key, they are fetched from the cache or computed, newest wish first. Commands only change the
// plan and the settings; none of them computes.

import type { RunOptions } from "../../core/engine/index.ts";
import type { App } from "../state/app.ts";
import type { AppState } from "../state/app-state.ts";
import { createLatestWins } from "../state/latest-wins.ts";
import { analysisKey, areasKey } from "../state/result-keys.ts";
import { analysisFor, areasFor } from "./results-for.ts";
import { runWork } from "./run-work.ts";

/** Starts following; the returned function stops. */
export function followResults(app: App): () => void {
  /** The wish that failed or was cancelled last: not asked again until something changes. */
  let refused = "";
  const latest = createLatestWins<string>(async (wish) => {
    if (wish !== refused && !(await catchUp(app))) refused = wish;
  });
  const look = (state: AppState): void => {
    const wish = `${analysisKey(state)} ${areasKey(state)}`;
    if (state.drag?.held || wish === refused || !isBehind(state)) return;
    latest.ask(wish);
  };
  look(app.store.getState());
  return app.store.subscribe(look);
}

function isBehind(state: AppState): boolean {
  const [wantedAnalysis, wantedAreas] = [analysisKey(state), areasKey(state)];
  return (
    (wantedAnalysis !== null && wantedAnalysis !== state.analysis?.key) ||
    (wantedAreas !== null && wantedAreas !== state.areas?.key)
  );
}

/** False when it could not be done. */
async function catchUp(app: App): Promise<boolean> {
  const state = app.store.getState();
  if (!isBehind(state)) return true;
  if (showKept(app, state)) return true;
  const done = await runWork(app, { stage: "search" }, async (options) => {
    await bringAnalysis(app, state, options);
    await bringAreas(app, state, options);
    return true;
  });
  if (done === null && app.store.getState().drag?.held === false) app.store.setState({ drag: null });
  return done === true;
}

/** Shows both results at once when both were computed before. */
function showKept(app: App, state: AppState): boolean {
  const [analysisWish, areasWish] = [analysisKey(state), areasKey(state)];
  const analysis = analysisWish === null ? undefined : app.analyses.get(analysisWish);
  const areas = areasWish === null ? undefined : app.areas.get(areasWish);
  if (analysisWish === null || areasWish === null || analysis === undefined || areas === undefined)
    return false;
  app.store.setState(({ drag }) => ({
    analysis: { key: analysisWish, value: analysis },
    areas: { key: areasWish, value: areas },
    drag: drag?.held ? drag : null,
  }));
  return true;
}

async function bringAnalysis(app: App, state: AppState, options: RunOptions): Promise<void> {
  const analysis = state.analysis?.key === analysisKey(state) ? null : await analysisFor(app, state, options);
  if (analysis !== null) app.store.setState({ analysis });
}

async function bringAreas(app: App, state: AppState, options: RunOptions): Promise<void> {
  if (areasKey(state) === null) return;
  const areas = state.areas?.key === areasKey(state) ? null : await areasFor(app, state, options);
  if (areas !== null) app.store.setState({ areas });
  app.store.setState(({ drag }) => ({ drag: drag?.held ? drag : null }));
}
