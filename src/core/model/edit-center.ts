// What the verbs share: finding a centre, changing some of its fields, and what a field may hold.

import type { ServiceCenter } from "./layers.ts";
import type { Patch } from "./patch.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** The patch that sets `fields` on centre `id`. */
export function changeCenter(
  centers: readonly ServiceCenter[],
  id: string,
  fields: Partial<ServiceCenter>,
): Patch | Refusal {
  const before = centers.find((center) => center.id === id);
  if (before === undefined) return refuse("center.unknown");
  const keys = Object.keys(fields) as (keyof ServiceCenter)[];
  if (keys.every((key) => Object.is(before[key], fields[key]))) return refuse("nothingChanged");
  return { centers: [{ before, after: { ...before, ...fields }, at: -1 }] };
}

/** Degrees; the poles and beyond are not places a centre can be. */
export const isPosition = (lon: number, lat: number): boolean => Math.abs(lon) <= 180 && Math.abs(lat) < 90;

/** Square metres, or null = unknown. Zero is not an area: say unknown, or remove the centre. */
export const isFloorArea = (area: number | null): boolean =>
  area === null || (Number.isFinite(area) && area > 0);
