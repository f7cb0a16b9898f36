// How walking is shared out among households: the minutes within which half and nine tenths of them live, the mean of
// the worst-off tenth, and the Gini coefficient (half the mean difference of two households over the mean; 0: all walk
// alike). Those who can walk to no centre have no minutes; they are counted beside.

import { type MetresPerSecond, type Minutes, UNREACHED, walkMinutes } from "../base/index.ts";

export interface WalkShares {
  /** Households with minutes, and without: off the network or with no centre to walk to. */
  readonly reached: number;
  readonly unreached: number;
  /** null: nobody is reached. */
  readonly p50: Minutes | null;
  readonly p90: Minutes | null;
  readonly mean: Minutes | null;
  readonly worstTenth: Minutes | null;
  /** null also when everybody's walk is 0. */
  readonly gini: number | null;
}

/** `distance` decimetres per residence; residences of unknown households are in no figure. */
export function measureSpread(
  distance: Uint32Array,
  households: Float64Array,
  linked: Uint8Array,
  speed: MetresPerSecond,
): WalkShares {
  const isHome = (i: number): boolean => households[i]! > 0;
  const homes = Uint32Array.from(distance.keys()).filter(isHome);
  const reach = homes.filter((i) => linked[i] === 1 && distance[i] !== UNREACHED);
  const sumOf = (rows: Uint32Array): number => rows.reduce((sum, i) => sum + households[i]!, 0);
  const reached = sumOf(reach);
  const unreached = sumOf(homes) - reached;
  if (reached === 0)
    return { reached, unreached, p50: null, p90: null, mean: null, worstTenth: null, gini: null };
  const sorted = reach.sort((a, b) => distance[a]! - distance[b]!);
  let [p50, p90, below, walked, worst, pairs] = [-1, -1, 0, 0, 0, 0];
  for (const i of sorted) {
    const walk = distance[i]!;
    const count = households[i]!;
    // Σ over pairs of the difference of their walks: each walk counts for those before it and against those after.
    pairs += count * walk * (2 * below + count - reached);
    below += count;
    walked += count * walk;
    worst += walk * Math.min(count, Math.max(0, below - 0.9 * reached));
    if (p50 < 0 && 2 * below >= reached) p50 = walk;
    if (p90 < 0 && 10 * below >= 9 * reached) p90 = walk;
  }
  return {
    reached,
    unreached,
    p50: walkMinutes(p50, speed),
    p90: walkMinutes(p90 < 0 ? distance[sorted[sorted.length - 1]!]! : p90, speed),
    mean: walkMinutes(walked / reached, speed),
    worstTenth: walkMinutes(worst / (0.1 * reached), speed),
    gini: walked === 0 ? null : pairs / (reached * walked),
  };
}
