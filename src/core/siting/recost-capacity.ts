// A plan of actions costed from scratch: every pair within the radius is looked at, nothing of the search is used but
// which actions were taken and who was allotted to whom, and that is checked.

import type { Allotment, CapacityAnswer, CapacityQuestion } from "./capacity-question.ts";
import { firstBeyond } from "./cost-table.ts";

export type RecostedPlan = Pick<
  CapacityAnswer,
  "sites" | "outside" | "covered" | "short" | "cost" | "siteArea" | "siteHouseholds" | "siteShort"
>;

/** Throws when the allotment is none: somebody counts on a closed or distant site, on more than one's own, or on none. */
export function recostCapacity(
  question: CapacityQuestion,
  taken: ArrayLike<number>,
  allotment: Allotment,
): RecostedPlan {
  const { table, weight, existing, areaPer100 } = question;
  const siteArea = Float64Array.from(existing, (one, j) => (one === 1 ? question.area[j]! : Number.NaN));
  let cost = 0;
  for (let a = 0; a < taken.length; a++) {
    const action = question.actions[taken[a]!]!;
    siteArea[action.site] = action.kind === "close" ? Number.NaN : action.area;
    cost += action.cost;
  }
  const siteHouseholds = new Float64Array(table.siteCount);
  let outside = 0;
  let covered = 0;
  for (let i = 0; i < table.demandCount; i++) {
    if (!(weight[i]! > 0)) continue;
    const served = servedOf(question, allotment, siteArea, i);
    for (let k = allotment.offsets[i]!; k < allotment.offsets[i + 1]!; k++)
      siteHouseholds[allotment.site[k]!]! += allotment.households[k]!;
    const isCovered = hasOpen(question, siteArea, i);
    if (isCovered) covered += weight[i]!;
    else outside += weight[i]!;
    const wrong = Math.abs(served - (isCovered ? weight[i]! : 0));
    if (wrong > 1e-6 * Math.max(1, weight[i]!))
      throw new Error(`demand ${i} of ${weight[i]} households has ${served} of them allotted`);
  }
  const siteShort = siteHouseholds.map((count, j) =>
    count > 0 ? Math.max(0, (count * areaPer100) / 100 - siteArea[j]!) : 0,
  );
  return {
    sites: Uint32Array.from(siteArea.keys()).filter((j) => !Number.isNaN(siteArea[j]!)),
    outside,
    covered,
    short: siteShort.reduce((sum, value) => sum + value, 0),
    cost,
    siteArea: siteArea.map((value) => (Number.isNaN(value) ? 0 : value)),
    siteHouseholds,
    siteShort,
  };
}

function hasOpen({ table, radius }: CapacityQuestion, siteArea: Float64Array, i: number): boolean {
  const end = firstBeyond(table, i, radius);
  for (let k = table.offsets[i]!; k < end; k++) if (!Number.isNaN(siteArea[table.site[k]!]!)) return true;
  return false;
}

function servedOf(
  { table, radius }: CapacityQuestion,
  { offsets, site, households }: Allotment,
  siteArea: Float64Array,
  i: number,
): number {
  const near = table.site.subarray(table.offsets[i]!, firstBeyond(table, i, radius));
  let served = 0;
  for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
    if (!near.includes(site[k]!) || Number.isNaN(siteArea[site[k]!]!))
      throw new Error(`demand ${i} counts on site ${site[k]}, which is closed or too far`);
    served += households[k]!;
  }
  return served;
}
