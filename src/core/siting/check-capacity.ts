// What makes a capacity question unanswerable before anything is searched. null: nothing stands in the way.

import { capacityProblem, type SiteOption } from "./capacity-problem.ts";
import type { CapacityQuestion } from "./capacity-question.ts";
import type { SitingReason, SitingReasonCode } from "./siting-question.ts";

export function checkCapacity(question: CapacityQuestion): SitingReason | null {
  return checkKnown(question) ?? checkOptions(question) ?? checkReach(question);
}

/** Unknown is asked for, never 0. */
function checkKnown({ table, weight, existing, area, actions, budget, goals }: CapacityQuestion) {
  if (table.siteCount === 0) return reason("noSites", {});
  if (!weight.some((value) => value > 0)) return reason("noDemand", { rows: table.demandCount });
  const arealess = new Set([...area.keys()].filter((j) => existing[j] === 1 && !(area[j]! >= 0)));
  const priceless = new Set<number>();
  const asksCost = budget !== null || goals.includes("cost");
  for (const action of actions) {
    if (action.kind !== "close" && !(action.area >= 0)) arealess.add(action.site);
    if (asksCost && Number.isNaN(action.cost)) priceless.add(action.site);
  }
  if (arealess.size > 0) return { ...reason("areaUnknown", { rows: arealess.size }), sites: [...arealess] };
  if (priceless.size > 0)
    return { ...reason("priceUnknown", { rows: priceless.size }), sites: [...priceless] };
  return null;
}

function checkOptions(question: CapacityQuestion): SitingReason | null {
  const { options } = capacityProblem(question);
  const stuck = [...options.keys()].filter((j) => options[j]!.length === 0);
  if (stuck.length > 0) return { ...reason("fixedWithoutAction", { rows: stuck.length }), sites: stuck };
  const { k, budget } = question;
  if (k !== null && k > options.length) return reason("kTooMany", { k, sites: options.length });
  const mustOpen = options.filter((own) => own.every(({ isOpen }) => isOpen)).length;
  if (k !== null && k < mustOpen) return reason("kBelowFixed", { k, fixed: mustOpen });
  const cheapest = options.reduce((sum, own) => sum + cheapestOf(own), 0);
  return budget !== null && cheapest > budget ? reason("budgetTooSmall", { budget, cheapest }) : null;
}

function checkReach(question: CapacityQuestion): SitingReason | null {
  const { classes, households, unreachable, allowedOutside } = capacityProblem(question);
  const lonely = [...classes.classOf.keys()].filter(
    (i) => classes.classOf[i]! < 0 && question.weight[i]! > 0,
  );
  const values = { rows: lonely.length, weight: unreachable, total: households };
  if (unreachable >= households)
    return { ...reason("noneReachable", { rows: lonely.length }), demand: lonely };
  if (unreachable <= allowedOutside + 1e-9 * households) return null;
  const most = (households - unreachable) / households;
  return { ...reason("shareUnreachable", { ...values, share: question.share, most }), demand: lonely };
}

const cheapestOf = (own: readonly SiteOption[]): number => Math.min(...own.map(({ cost }) => cost));

const reason = (code: SitingReasonCode, values: SitingReason["values"]): SitingReason => ({
  code,
  values,
  demand: [],
  sites: [],
});
