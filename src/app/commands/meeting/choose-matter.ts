// Chooses an item of the lists to edit, and on request flies to where it is pinned.

import type { App } from "../../state/app.ts";
import { matterPlaces, pinnedAt } from "../../state/matter-places.ts";
import { boundsAround, placeBounds } from "../../state/place-bounds.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { selectionOf } from "../../state/record-places.ts";

export function chooseMatter(app: App, id: string | null, { fly = false } = {}): void {
  app.store.setState(({ meeting }) => ({ meeting: { pins: meeting?.pins ?? [], chosen: id } }));
  const state = app.store.getState();
  const { plan } = state.history;
  const matter = plan.matters.find((one) => one.id === id);
  const baseline = baselineOf(state);
  if (!fly || baseline === null || matter === undefined) return;
  const at = pinnedAt(matter, matterPlaces(baseline, plan));
  const place = matter.position === undefined ? selectionOf(state, matter.placeId) : null;
  const bounds = place === null ? null : placeBounds(state, place);
  if (bounds !== null) app.map.current?.flyTo(bounds);
  else if (at !== null) app.map.current?.flyTo(boundsAround(...at));
}
