// An answer costed from scratch: every pair of demand point and open site is looked at, nothing of the search is used.

import type { CostTable } from "./cost-table.ts";
import type { SitingModel } from "./siting-question.ts";

export interface Recosted {
  readonly objective: number;
  /** Nearest open site of each demand point, within the radius where one is given; -1: none. */
  readonly assignment: Int32Array;
  readonly covered: number;
}

export function recostAnswer(
  model: SitingModel,
  table: CostTable,
  weight: Float64Array,
  sites: ArrayLike<number>,
  radius: number | null,
): Recosted {
  const isOpen = new Uint8Array(table.siteCount);
  for (let k = 0; k < sites.length; k++) isOpen[sites[k]!] = 1;
  const limit = model === "lscp" || model === "mclp" ? (radius ?? Infinity) : Infinity;
  const assignment = new Int32Array(table.demandCount).fill(-1);
  let covered = 0;
  let total = 0;
  let worst = 0;
  for (let i = 0; i < table.demandCount; i++) {
    let least = Infinity;
    for (let k = table.offsets[i]!; k < table.offsets[i + 1]!; k++) {
      if (isOpen[table.site[k]!] === 0 || table.cost[k]! > limit || table.cost[k]! >= least) continue;
      least = table.cost[k]!;
      assignment[i] = table.site[k]!;
    }
    if (!(weight[i]! > 0)) continue;
    if (least < Infinity) covered += weight[i]!;
    total += weight[i]! * least;
    worst = Math.max(worst, least);
  }
  const objective = { lscp: sites.length, mclp: covered, pmedian: total, pcenter: worst }[model];
  return { objective, assignment, covered };
}
