// Moves a centre to another place. Floor area, level and the community it is said to serve stay.

import { changeCenter, isPosition } from "./edit-center.ts";
import type { ServiceCenter } from "./layers.ts";
import type { Patch } from "./patch.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface MoveCenter {
  readonly id: string;
  /** Degrees, WGS-84. */
  readonly lon: number;
  readonly lat: number;
}

export function moveCenter(centers: readonly ServiceCenter[], { id, lon, lat }: MoveCenter): Patch | Refusal {
  if (!isPosition(lon, lat)) return refuse("position.invalid");
  return changeCenter(centers, id, { lon, lat });
}
