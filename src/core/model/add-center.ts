// Adds a centre. It has no row in any file.

import { addRecord, isFloorArea, isPosition } from "./edit-record.ts";
import type { CenterLevel } from "./layers.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface AddCenter {
  /** See freshId. */
  readonly id: string;
  readonly name: string;
  readonly level: CenterLevel;
  /** Degrees, WGS-84. */
  readonly lon: number;
  readonly lat: number;
  /** Square metres; null = unknown. */
  readonly floorArea: number | null;
  readonly kind?: string;
  /** Community it is to serve; judged by position when absent. */
  readonly communityId?: string;
}

/** Row of a record that came from no file. */
export const NO_ROW = 0;

export function addCenter(plan: PlanState, input: AddCenter): Patch | Refusal {
  const { id, level, lon, lat, floorArea, kind = null, communityId = null } = input;
  if (!isPosition(lon, lat)) return refuse("position.invalid");
  if (!isFloorArea(floorArea)) return refuse("floorArea.invalid");
  const name = input.name.trim();
  return addRecord(plan, "centers", { id, name, level, kind, lon, lat, floorArea, communityId, row: NO_ROW });
}
