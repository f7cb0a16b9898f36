// Gives a centre another floor area, or makes it unknown.

import { changeCenter, isFloorArea } from "./edit-center.ts";
import type { ServiceCenter } from "./layers.ts";
import type { Patch } from "./patch.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface ResizeCenter {
  readonly id: string;
  /** Gross floor area in square metres; null = unknown. */
  readonly floorArea: number | null;
}

export function resizeCenter(
  centers: readonly ServiceCenter[],
  { id, floorArea }: ResizeCenter,
): Patch | Refusal {
  if (!isFloorArea(floorArea)) return refuse("floorArea.invalid");
  return changeCenter(centers, id, { floorArea });
}
