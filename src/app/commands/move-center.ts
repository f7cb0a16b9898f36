// Moves a centre to another place, with the distance kept in the change record.

import type { App } from "../state/app.ts";
import { metresBetween } from "../state/ground-metres.ts";
import { type EditRefusal, editPlan, findCenter } from "./edit-plan.ts";

/** Degrees. null when made, else why not. */
export function moveCenter(app: App, id: string, lon: number, lat: number, fold = false): EditRefusal | null {
  const center = findCenter(app, id);
  if (center === undefined) return "center.unknown";
  const metres = metresBetween(center.lon, center.lat, lon, lat);
  return editPlan(app, "center.move", { id, lon, lat }, { figures: { metres }, fold });
}
