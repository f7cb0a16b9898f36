// Households by walking minutes to their nearest centre: what the coverage figure is made of.

import type { ResidenceAccess, WalkSettings } from "../../core/access/index.ts";
import { reachLimit, UNREACHED, walkMinutes } from "../../core/base/index.ts";

export interface HouseholdHistogram {
  /** Households per minute: bin i holds walks longer than i and up to i + 1 minutes (bin 0 includes 0). */
  readonly bins: Float64Array;
  /** Walks longer than the last bin. */
  readonly beyond: number;
  /** No centre can be reached, or the residence joins no path. */
  readonly unreached: number;
}

/** Bins up to twice the minutes asked for; unknown household counts are in no sum. */
export function householdHistogram(
  { distance }: ResidenceAccess,
  households: Float64Array,
  walk: WalkSettings,
): HouseholdHistogram {
  const bins = new Float64Array(Math.ceil(walk.minutes * 2));
  const limits = Array.from(bins, (_, i) => reachLimit(i + 1, walk.speed));
  let beyond = 0;
  let unreached = 0;
  households.forEach((count, i) => {
    const decimetres = distance[i] ?? UNREACHED;
    if (Number.isNaN(count)) return;
    if (decimetres === UNREACHED) {
      unreached += count;
      return;
    }
    let bin = Math.max(0, Math.floor(walkMinutes(decimetres, walk.speed)));
    if (bin > 0 && decimetres <= (limits[bin - 1] ?? -1)) bin -= 1;
    if (bin < bins.length) bins[bin] = (bins[bin] ?? 0) + count;
    else beyond += count;
  });
  return { bins, beyond, unreached };
}
