// Moves a centre to another place. Floor area, level and the community it is said to serve stay.

import { changeRecord, isPosition } from "./edit-record.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface MoveCenter {
  readonly id: string;
  /** Degrees, WGS-84. */
  readonly lon: number;
  readonly lat: number;
}

export function moveCenter(plan: PlanState, { id, lon, lat }: MoveCenter): Patch | Refusal {
  if (!isPosition(lon, lat)) return refuse("position.invalid");
  return changeRecord(plan, "centers", id, { lon, lat });
}
