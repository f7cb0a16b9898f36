// The nearest and second nearest open site of every demand point, by walking its sorted row. Past the row comes the
// fallback, which is nobody: -1.

import type { ServingProblem } from "./serving.ts";

export interface NearestOpen {
  readonly first: Int32Array;
  readonly firstCost: Float64Array;
  readonly secondCost: Float64Array;
  /** Σ firstCost. */
  readonly total: number;
}

export function nearestOpen(problem: ServingProblem, open: Uint8Array): NearestOpen {
  const { count, offsets, site, cost, fallback } = problem;
  const first = new Int32Array(count).fill(-1);
  const firstCost = fallback.slice();
  const secondCost = fallback.slice();
  let total = 0;
  for (let i = 0; i < count; i++) {
    const end = offsets[i + 1]!;
    let k = offsets[i]!;
    while (k < end && open[site[k]!] === 0) k++;
    if (k < end) {
      first[i] = site[k]!;
      firstCost[i] = cost[k]!;
      for (k++; k < end && open[site[k]!] === 0; ) k++;
      if (k < end) secondCost[i] = cost[k]!;
    }
    total += firstCost[i]!;
  }
  return { first, firstCost, secondCost, total };
}

/** Σ over demand of the nearest open site or the fallback. */
export function servingCost(
  { count, offsets, site, cost, fallback }: ServingProblem,
  open: Uint8Array,
): number {
  let total = 0;
  for (let i = 0; i < count; i++) {
    const end = offsets[i + 1]!;
    let k = offsets[i]!;
    while (k < end && open[site[k]!] === 0) k++;
    total += k < end ? cost[k]! : fallback[i]!;
  }
  return total;
}
