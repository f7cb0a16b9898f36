// Keeps the pins of the meeting step in step with the plan, while the step is shown.

import { LIST_MATTERS, type ListMatter, type Matter } from "../../../core/model/index.ts";
import type { MatterPin } from "../../map/meeting/matter-pins.ts";
import type { App } from "../../state/app.ts";
import type { AppState } from "../../state/app-state.ts";
import { matterPlaces, pinnedAt } from "../../state/matter-places.ts";
import { baselineOf } from "../../state/plan-selectors.ts";

const followed = new WeakSet<App>();

/** Starts following; once for each application. */
export function followMeeting(app: App): void {
  if (followed.has(app)) return;
  followed.add(app);
  let seen: readonly unknown[] = [];
  const look = (state: AppState): void => {
    if (state.view.step !== "meeting") return;
    const { matters, centers, grids, members } = state.history.plan;
    const chosen = state.meeting?.chosen ?? null;
    const now = [matters, centers, grids, members, baselineOf(state), chosen];
    if (state.meeting !== null && now.every((part, i) => part === seen[i])) return;
    seen = now;
    app.store.setState({ meeting: { chosen, pins: pinsOf(state, chosen) } });
  };
  app.store.subscribe(look);
  look(app.store.getState());
}

export const isListed = ({ kind }: Pick<Matter, "kind">): boolean =>
  LIST_MATTERS.some((list) => list === kind);

function pinsOf(state: AppState, chosen: string | null): readonly MatterPin[] {
  const baseline = baselineOf(state);
  if (baseline === null) return [];
  const { plan } = state.history;
  const places = matterPlaces(baseline, plan);
  return plan.matters.filter(isListed).flatMap((matter) => {
    const at = pinnedAt(matter, places);
    if (at === null) return [];
    const { id, kind, name } = matter;
    const [lon, lat] = at;
    return [{ id, kind: kind as ListMatter, name, lon, lat, chosen: id === chosen }];
  });
}
