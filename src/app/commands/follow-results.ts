// Keeps the results on screen in step with the plan: whenever the state asks for an analysis or areas of
// another key, they are fetched from the cache or computed, newest wish first. Commands only change the
// plan and the settings; none of them computes.

import type { RunOptions } from "../../core/engine/index.ts";
import type { App } from "../state/app.ts";
import type { AppState } from "../state/app-state.ts";
import { judgedNet } from "../state/judged-net.ts";
import { createLatestWins } from "../state/latest-wins.ts";
import { packOf } from "../state/plan-selectors.ts";
import { analysisKey, areasKey, bandsOf } from "../state/result-keys.ts";
import { sendRecords } from "./records/send-records.ts";
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

/** What results depend on of the plan: the centres, and the ways drawn. */
export const walkedOn = ({ plan: { centers, links } }: AppState["history"]) => ({ centers, links });

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
  const key = analysisKey(state);
  const pack = packOf(state);
  const { scene, history, settings } = state;
  if (key === null || pack === null || scene === null || state.analysis?.key === key) return;
  await sendRecords(app, state);
  const value =
    app.analyses.get(key) ??
    (await app.engine.run(
      "scene.analyse",
      { scene: scene.scene, ...walkedOn(history), ...judgedNet(history.plan), walk: settings.walk, pack },
      options,
    ));
  app.analyses.set(key, value);
  app.store.setState({ analysis: { key, value } });
}

async function bringAreas(app: App, state: AppState, options: RunOptions): Promise<void> {
  const key = areasKey(state);
  const { scene, history, settings } = state;
  if (key === null || scene === null) return;
  if (state.areas?.key !== key) {
    const value =
      app.areas.get(key) ??
      (await app.engine.run(
        "scene.areas",
        {
          scene: scene.scene,
          ...walkedOn(history),
          bands: bandsOf(settings.walk.minutes),
          speed: settings.walk.speed,
          view: settings.areaView,
        },
        options,
      ));
    app.areas.set(key, value);
    app.store.setState({ areas: { key, value } });
  }
  app.store.setState(({ drag }) => ({ drag: drag?.held ? drag : null }));
}
