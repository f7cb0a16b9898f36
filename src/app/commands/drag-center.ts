// Dragging a centre: every move shows the whole analysis for where the centre is now, newest position first;
// letting go makes one entry in the history; Escape keeps nothing.

import type { ServiceCenter } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { judgedNet } from "../state/judged-net.ts";
import { isReadOnly } from "../state/keeping.ts";
import { createLatestWins, type LatestWins } from "../state/latest-wins.ts";
import { packOf } from "../state/plan-selectors.ts";
import { bandsOf } from "../state/result-keys.ts";
import { moveCenter } from "./move-center.ts";
import { noteTrouble } from "./run-work.ts";

interface Step {
  readonly id: string;
  readonly centers: readonly ServiceCenter[];
}
const steps = new WeakMap<App, LatestWins<Step>>();

export function startDrag(app: App, id: string): void {
  const state = app.store.getState();
  if (isReadOnly(state) || state.talk !== null) return;
  app.store.setState(({ history, view }) => ({
    drag: { id, centers: history.plan.centers, analysis: null, areas: null, held: true },
    path: null,
    view: { ...view, selection: { kind: "center", id }, hovered: null, finding: -1 },
  }));
}

/** Degrees; called once per frame at most. */
export function moveDrag(app: App, id: string, lon: number, lat: number): void {
  const { drag } = app.store.getState();
  if (drag?.id !== id || !drag.held) return;
  const centers = drag.centers.map((center) => (center.id === id ? { ...center, lon, lat } : center));
  app.store.setState({ drag: { ...drag, centers } });
  stepsOf(app).ask({ id, centers });
}

export function endDrag(app: App, id: string, lon: number, lat: number): void {
  const { drag } = app.store.getState();
  if (drag?.id !== id) return;
  stepsOf(app).forget();
  if (moveCenter(app, id, lon, lat) !== null) {
    app.store.setState({ drag: null });
    return;
  }
  const { history } = app.store.getState();
  app.store.setState({ drag: { ...drag, centers: history.plan.centers, held: false } });
}

export function cancelDrag(app: App): void {
  stepsOf(app).forget();
  app.store.setState({ drag: null });
}

function stepsOf(app: App): LatestWins<Step> {
  const known = steps.get(app);
  if (known !== undefined) return known;
  const latest = createLatestWins<Step>((step) => showStep(app, step));
  steps.set(app, latest);
  return latest;
}

async function showStep(app: App, { id, centers }: Step): Promise<void> {
  const state = app.store.getState();
  const { scene, settings } = state;
  const pack = packOf(state);
  if (scene === null || pack === null || !state.drag?.held) return;
  const moving = centers.findIndex((center) => center.id === id);
  const { walk } = settings;
  try {
    const { analysis, areas } = await app.engine.run("scene.drag", {
      scene: scene.scene,
      centers,
      links: state.history.plan.links,
      moving,
      walk,
      pack,
      ...judgedNet(state.history.plan),
      bands: bandsOf(walk.minutes),
    });
    app.store.setState(({ drag }) => ({ drag: drag?.id === id ? { ...drag, analysis, areas } : drag }));
  } catch (error) {
    noteTrouble(app.store, error);
  }
}
