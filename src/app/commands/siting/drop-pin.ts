// The pin: what one more centre would bring where the pointer is now, newest position first; a press leaves a candidate
// or a centre there.

import { SITING_DICTIONARIES } from "../../i18n/siting-dictionaries.ts";
import type { App } from "../../state/app.ts";
import { createLatestWins, type LatestWins } from "../../state/latest-wins.ts";
import { changeView } from "../change-view.ts";
import { editPlan } from "../edit-plan.ts";
import { leavePresent } from "../leave-present.ts";
import { changeSiting } from "./change-siting.ts";
import { freshSiteId } from "./fresh-site-ids.ts";

type Place = readonly [lon: number, lat: number];

const askers = new WeakMap<App, LatestWins<Place>>();

/** null: the pointer has left. */
export function movePin(app: App, at: Place | null): void {
  const { sites } = app.store.getState();
  if (sites === null) return;
  if (at === null) {
    askerOf(app).forget();
    if (sites.pin !== null) changeSiting(app, { pin: null });
  } else askerOf(app).ask(at);
}

function askerOf(app: App): LatestWins<Place> {
  const known = askers.get(app);
  if (known !== undefined) return known;
  const asker = createLatestWins<Place>(async ([lon, lat]) => {
    const { scene, history, settings } = app.store.getState();
    if (scene === null) return;
    const { centers, links } = history.plan;
    const input = { scene: scene.scene, centers, links, walk: settings.walk, lon, lat };
    const gain = await app.engine.run("siting.gain", input).catch(() => null);
    changeSiting(app, { pin: { lon, lat, gain } });
  });
  askers.set(app, asker);
  return asker;
}

/** Leaves a candidate of unknown area and cost, and picks it so that they can be given. */
export function placeCandidate(app: App, lon: number, lat: number): void {
  const state = app.store.getState();
  const id = freshSiteId(state);
  const name = SITING_DICTIONARIES[state.settings.language].newCandidate(id.replace(/\D/g, ""));
  if (editPlan(app, "candidate.add", { id, name, lon, lat }) === null) changeSiting(app, { picked: id });
}

/** Leaves a centre in the option that is shown, a new one where the present state is. */
export function placeCenter(app: App, lon: number, lat: number): void {
  if (!leavePresent(app)) return;
  const state = app.store.getState();
  const id = freshSiteId(state);
  const name = SITING_DICTIONARIES[state.settings.language].newCenter(id.replace(/\D/g, ""));
  const input = { id, name, level: "community", lon, lat, floorArea: null } as const;
  if (editPlan(app, "center.add", input) !== null) return;
  changeSiting(app, { tool: "select", pin: null });
  changeView(app, { selection: { kind: "center", id }, finding: -1 });
}
