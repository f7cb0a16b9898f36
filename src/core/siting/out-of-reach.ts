// Demand that no site can serve at all. Models that weigh every walk (p-median, p-centre) would have no answer for
// anybody because of it, so it is left out there: found, weighed, given weight 0.

import { positiveRows } from "./serving.ts";
import type { OutOfReach, SitingModel, SitingQuestion } from "./siting-question.ts";

export const NOBODY: OutOfReach = { demand: new Uint32Array(0), weight: 0 };

export const weighsEveryWalk = (model: SitingModel): boolean => model === "pmedian" || model === "pcenter";

/** Demand with weight and no pair in the table. */
export function findOutOfReach({ table, weight }: Pick<SitingQuestion, "table" | "weight">): OutOfReach {
  const { offsets } = table;
  const demand = positiveRows(table, weight).filter((i) => offsets[i] === offsets[i + 1]);
  return { demand, weight: demand.reduce((sum, i) => sum + weight[i]!, 0) };
}

/** The same question without them. */
export function leaveOut(question: SitingQuestion, { demand }: OutOfReach): SitingQuestion {
  if (demand.length === 0) return question;
  const weight = question.weight.slice();
  for (const i of demand) weight[i] = 0;
  return { ...question, weight };
}
