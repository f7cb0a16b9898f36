// Adds a centre at the end of the list, so that the others keep their places. It has no row in any file.

import { isFloorArea, isPosition } from "./edit-center.ts";
import type { CenterLevel, ServiceCenter } from "./layers.ts";
import type { Patch } from "./patch.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface AddCenter {
  /** See freshCenterId. */
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

/** Row of a centre that came from no file. */
export const NO_ROW = 0;

export function addCenter(centers: readonly ServiceCenter[], input: AddCenter): Patch | Refusal {
  const { id, level, lon, lat, floorArea } = input;
  const name = input.name.trim();
  if (centers.some((center) => center.id === id)) return refuse("center.duplicateId");
  if (name === "") return refuse("name.blank");
  if (!isPosition(lon, lat)) return refuse("position.invalid");
  if (!isFloorArea(floorArea)) return refuse("floorArea.invalid");
  const after: ServiceCenter = {
    id,
    name,
    level,
    kind: input.kind ?? null,
    lon,
    lat,
    floorArea,
    communityId: input.communityId ?? null,
    row: NO_ROW,
  };
  return { centers: [{ before: null, after, at: centers.length }] };
}

/** The first of "new-1", "new-2", … that no centre in any of the lists has. */
export function freshCenterId(...lists: readonly (readonly ServiceCenter[])[]): string {
  const taken = new Set(lists.flatMap((centers) => centers.map(({ id }) => id)));
  let number = 1;
  while (taken.has(`new-${number}`)) number++;
  return `new-${number}`;
}
