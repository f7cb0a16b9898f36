// Gives a centre another floor area, or makes it unknown.

import { changeRecord, isFloorArea } from "./edit-record.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface ResizeCenter {
  readonly id: string;
  /** Gross floor area in square metres; null = unknown. */
  readonly floorArea: number | null;
}

export function resizeCenter(plan: PlanState, { id, floorArea }: ResizeCenter): Patch | Refusal {
  if (!isFloorArea(floorArea)) return refuse("floorArea.invalid");
  return changeRecord(plan, "centers", id, { floorArea });
}
