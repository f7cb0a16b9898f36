// Chooses an item of the lists to edit, and on request flies to its place.

import type { App } from "../../state/app.ts";
import { matterPlaces } from "../../state/matter-places.ts";
import { placeBounds } from "../../state/place-bounds.ts";
import { baselineOf } from "../../state/plan-selectors.ts";

export function chooseMatter(app: App, id: string | null, { fly = false } = {}): void {
  app.store.setState(({ meeting }) => ({ meeting: { pins: meeting?.pins ?? [], chosen: id } }));
  const state = app.store.getState();
  const matter = state.history.plan.matters.find((one) => one.id === id);
  const baseline = baselineOf(state);
  if (!fly || baseline === null || matter === undefined || matter.placeId === null) return;
  const place = matterPlaces(baseline, state.history.plan.centers).get(matter.placeId);
  const bounds = place === undefined ? null : placeBounds(state, { kind: place.kind, id: place.id });
  if (bounds !== null) app.map.current?.flyTo(bounds);
}
