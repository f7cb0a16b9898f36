// The walk of a residence to its nearest centre, drawn while it is hovered or selected.

import type { App } from "../state/app.ts";
import { createLatestWins, type LatestWins } from "../state/latest-wins.ts";

const askers = new WeakMap<App, LatestWins<number>>();

/** null: no residence is hovered or selected any more. */
export function showPath(app: App, residence: number | null): void {
  if (residence === null) {
    askerOf(app).forget();
    app.store.setState({ path: null });
  } else if (app.store.getState().path?.residence !== residence) {
    askerOf(app).ask(residence);
  }
}

/** The pointer is over another residence; when over none, the selected one's walk comes back. */
export function hoverResidence(app: App, residence: number | null): void {
  const { view, drag } = app.store.getState();
  if (drag !== null || view.hovered === residence) return;
  app.store.setState({ view: { ...view, hovered: residence } });
  showPath(app, residence ?? (view.selection?.kind === "residence" ? view.selection.index : null));
}

function askerOf(app: App): LatestWins<number> {
  const known = askers.get(app);
  if (known !== undefined) return known;
  const asker = createLatestWins<number>(async (residence) => {
    const { scene, history, settings } = app.store.getState();
    if (scene === null || history.plan.centers.length === 0) return;
    const input = {
      scene: scene.scene,
      centers: history.plan.centers,
      links: history.plan.links,
      speed: settings.walk.speed,
      residence,
    };
    const walk = await app.engine.run("scene.path", input).catch(() => null);
    const { view } = app.store.getState();
    const wanted = view.hovered ?? (view.selection?.kind === "residence" ? view.selection.index : null);
    if (wanted === residence) app.store.setState({ path: { residence, walk } });
  });
  askers.set(app, asker);
  return asker;
}
