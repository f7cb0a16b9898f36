// Keeps the work on siting in step with the plan while the siting step is shown: candidates scored anew when they, the
// centres, the ways or the walk are others, newest wish first; what the map draws.

import type { App } from "../../state/app.ts";
import type { AppState } from "../../state/app-state.ts";
import { createLatestWins } from "../../state/latest-wins.ts";
import { FIRST_WISH, type SiteWork } from "../../state/site-work.ts";
import { noteTrouble } from "../run-work.ts";
import { changeSiting } from "./change-siting.ts";
import { siteKey } from "./site-keys.ts";
import { createSceneryMaker } from "./site-scenery.ts";

const followed = new WeakSet<App>();

/** Starts following; once for each application. */
export function followSiting(app: App): void {
  if (followed.has(app)) return;
  followed.add(app);
  const scenery = createSceneryMaker();
  const scores = createLatestWins<string>((key) => scoreCandidates(app, key));
  const look = (state: AppState): void => {
    const { scene, view, sites } = state;
    if (view.step !== "siting" || scene === null) return;
    if (sites?.scene !== scene.scene) {
      sites?.running?.stop();
      const work = { ...FIRST_WORK, scene: scene.scene, wish: sites?.wish ?? FIRST_WISH };
      app.store.setState({ sites: { ...work, scenery: scenery(state, work) } });
      return;
    }
    const drawn = scenery(state, sites);
    if (drawn !== sites.scenery) app.store.setState({ sites: { ...sites, scenery: drawn } });
    else if (sites.scores?.key !== siteKey(state) && state.drag === null) scores.ask(siteKey(state));
  };
  app.store.subscribe(look);
  look(app.store.getState());
}

async function scoreCandidates(app: App, key: string): Promise<void> {
  const state = app.store.getState();
  const { scene, history, settings } = state;
  if (scene === null || siteKey(state) !== key || state.sites?.scores?.key === key) return;
  const { centers, links, candidates } = history.plan;
  try {
    const sites = await app.engine.run("siting.candidates", {
      ...{ scene: scene.scene, centers, links, walk: settings.walk },
      given: candidates,
      most: 0,
      spacing: 0,
      excluded: [],
    });
    const given = sites.filter(({ origin }) => origin === "given");
    if (siteKey(app.store.getState()) === key) changeSiting(app, { scores: { key, sites: given } });
  } catch (error) {
    noteTrouble(app.store, error);
  }
}

const FIRST_WORK: Omit<SiteWork, "scene" | "wish" | "scenery"> = {
  tool: "select",
  scores: null,
  excluded: new Set(),
  picked: null,
  running: null,
  answer: null,
  fault: null,
  pin: null,
  drawing: null,
  table: null,
  difference: null,
};
