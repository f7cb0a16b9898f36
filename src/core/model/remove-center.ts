// Takes a centre out of the plan.

import type { ServiceCenter } from "./layers.ts";
import type { Patch } from "./patch.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface RemoveCenter {
  readonly id: string;
}

export function removeCenter(centers: readonly ServiceCenter[], { id }: RemoveCenter): Patch | Refusal {
  const at = centers.findIndex((center) => center.id === id);
  const before = centers[at];
  if (before === undefined) return refuse("center.unknown");
  return { centers: [{ before, after: null, at }] };
}
