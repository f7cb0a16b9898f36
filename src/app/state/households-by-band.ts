// Households by the thirds of the minutes asked for, beyond them, and out of every centre's reach. 15:00 is inside;
// unknown household counts are in no sum.

import type { ResidenceAccess, WalkSettings } from "../../core/access/index.ts";
import { reachLimit, UNREACHED } from "../../core/base/index.ts";
import { bandsOf } from "./result-keys.ts";

/** Households of each third from the inside, then beyond, then unreached. */
export function householdsByBand(
  { distance }: Pick<ResidenceAccess, "distance">,
  households: Float64Array,
  { minutes, speed }: WalkSettings,
): readonly number[] {
  const limits = bandsOf(minutes).map((bound) => reachLimit(bound, speed));
  const [beyond, unreached] = [limits.length, limits.length + 1];
  const sums = new Array<number>(unreached + 1).fill(0);
  households.forEach((count, row) => {
    if (Number.isNaN(count)) return;
    const walk = distance[row] ?? UNREACHED;
    const band = limits.findIndex((limit) => walk <= limit);
    const at = walk === UNREACHED ? unreached : band === -1 ? beyond : band;
    sums[at] = (sums[at] ?? 0) + count;
  });
  return sums;
}
