// Moves the selected centre by some metres: arrow keys. Nudges that follow each other are one entry of the
// history.

import type { App } from "../state/app.ts";
import { metresPerDegree } from "../state/ground-metres.ts";
import { findCenter } from "./edit-plan.ts";
import { moveCenter } from "./move-center.ts";

/** Revision that the last nudge of each application led to. */
const lastNudge = new WeakMap<App, { readonly id: string; readonly revision: number }>();

/** Metres east and north. */
export function nudgeCenter(app: App, id: string, east: number, north: number): void {
  const center = findCenter(app, id);
  if (center === undefined) return;
  const last = lastNudge.get(app);
  const fold = last?.id === id && last.revision === app.store.getState().history.revision;
  const degree = metresPerDegree(center.lat);
  const lon = center.lon + east / degree.east;
  const lat = center.lat + north / degree.north;
  if (moveCenter(app, id, lon, lat, fold) === null) {
    lastNudge.set(app, { id, revision: app.store.getState().history.revision });
  }
}
