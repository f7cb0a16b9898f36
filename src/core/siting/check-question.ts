// What makes a siting question unanswerable before anything is searched: missing figures, too few sites or too little
// money, a share beyond what candidates can serve, nobody whom they can. null: nothing stands in the way.

import { firstBeyond } from "./cost-table.ts";
import { positiveRows } from "./serving.ts";
import type { SitingQuestion, SitingReason, SitingReasonCode } from "./siting-question.ts";

export function checkQuestion(question: SitingQuestion): SitingReason | null {
  return checkFigures(question) ?? checkMoney(question) ?? checkReach(question);
}

function checkFigures({
  model,
  table,
  weight,
  fixed,
  k,
  budget,
  radius,
}: SitingQuestion): SitingReason | null {
  const { siteCount } = table;
  if (siteCount === 0) return reason("noSites", {});
  if (!weight.some((value) => value > 0)) return reason("noDemand", { rows: table.demandCount });
  const needsRadius = model === "lscp" || model === "mclp";
  if (needsRadius && radius === null) return reason("radiusMissing", {});
  if (model === "lscp") return null;
  if (k === null) return budget !== null && model !== "pcenter" ? null : reason("kMissing", {});
  const fixedCount = fixed.reduce((sum, one) => sum + one, 0);
  if (k > siteCount) return reason("kTooMany", { k, sites: siteCount });
  return k < fixedCount ? reason("kBelowFixed", { k, fixed: fixedCount }) : null;
}

function checkMoney({ model, table, fixed, budget, price }: SitingQuestion): SitingReason | null {
  if (budget === null || model === "lscp" || model === "pcenter") return null;
  const free = Array.from({ length: table.siteCount }, (_, j) => j).filter((j) => fixed[j] === 0);
  const unknown = free.filter((j) => !(price[j]! >= 0));
  if (unknown.length > 0) return { ...reason("priceUnknown", { rows: unknown.length }), sites: unknown };
  const cheapest = free.reduce((least, j) => Math.min(least, price[j]!), Infinity);
  const isTooSmall = free.length > 0 && cheapest > budget && free.length === table.siteCount;
  return isTooSmall ? reason("budgetTooSmall", { budget, cheapest }) : null;
}

function checkReach({ model, table, weight, radius, share }: SitingQuestion): SitingReason | null {
  const rows = positiveRows(table, weight);
  const within = model === "lscp" || model === "mclp" ? radius! : Infinity;
  const lonely = [...rows].filter((i) => firstBeyond(table, i, within) === table.offsets[i]);
  if (lonely.length === rows.length)
    return { ...reason("noneReachable", { rows: rows.length }), demand: lonely };
  if (model !== "lscp") return null;
  const total = sumOf(weight, rows);
  const lost = sumOf(weight, lonely);
  const values = { rows: lonely.length, weight: lost, total };
  const isShort = total - lost < share * total * (1 - 1e-12);
  return isShort
    ? { ...reason("shareUnreachable", { ...values, share, most: (total - lost) / total }), demand: lonely }
    : null;
}

const sumOf = (weight: Float64Array, rows: Iterable<number>): number => {
  let sum = 0;
  for (const i of rows) sum += weight[i]!;
  return sum;
};

const reason = (code: SitingReasonCode, values: SitingReason["values"]): SitingReason => ({
  code,
  values,
  demand: [],
  sites: [],
});
