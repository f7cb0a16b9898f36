// What a plan is worth: households outside, households without room, money; and which of two plans is better.

import { allotHouseholds } from "./allot-households.ts";
import type { CapacityPlan, CapacityProblem, SiteOption } from "./capacity-problem.ts";
import type { CapacityGoal } from "./capacity-question.ts";

export interface PlanValue {
  readonly outside: number;
  /** Households within reach that find no room. */
  readonly short: number;
  readonly cost: number;
  /** Households too many outside or without room, against what the question allows; 0: the plan is allowed. */
  readonly excess: number;
}

/** null: too much money or too many sites. */
export function valuePlan(problem: CapacityProblem, plan: CapacityPlan): PlanValue | null {
  const cost = affordable(problem, plan);
  if (cost === null) return null;
  const { covered, short } = allotHouseholds(problem, plan);
  return figuresOf(problem, problem.households - covered, short, cost);
}

/** As `valuePlan`, but null also when the plan is no better than `best` by what is quickly known. */
export function valueIfBetter(
  problem: CapacityProblem,
  plan: CapacityPlan,
  goals: readonly CapacityGoal[],
  best: PlanValue,
): PlanValue | null {
  const cost = affordable(problem, plan);
  if (cost === null) return null;
  const outside = countOutside(problem, plan);
  const room = optionsIn(problem, plan).reduce((sum, option) => sum + option.room, 0);
  const hopeful = figuresOf(problem, outside, Math.max(0, problem.households - outside - room), cost);
  if (!isBetter(problem, hopeful, best, goals)) return null;
  const { short } = allotHouseholds(problem, plan);
  const value = figuresOf(problem, outside, short, cost);
  return isBetter(problem, value, best, goals) ? value : null;
}

/** Allowed before not allowed, then goal by goal. */
export function isBetter(
  { households, budget }: CapacityProblem,
  a: PlanValue,
  b: PlanValue,
  goals: readonly CapacityGoal[],
): boolean {
  const slip = 1e-7 * Math.max(1, households);
  if (Math.abs(a.excess - b.excess) > slip) return a.excess < b.excess;
  for (const goal of goals) {
    const step = goal === "cost" ? 1e-9 * Math.max(1, Number.isFinite(budget) ? budget : 1) : slip;
    if (Math.abs(a[goal] - b[goal]) > step) return a[goal] < b[goal];
  }
  return false;
}

export const optionsIn = ({ options }: CapacityProblem, plan: CapacityPlan): SiteOption[] =>
  options.map((own, j) => own[plan[j]!]!);

function affordable(problem: CapacityProblem, plan: CapacityPlan): number | null {
  let cost = 0;
  let open = 0;
  for (const option of optionsIn(problem, plan)) {
    cost += option.cost;
    if (option.isOpen) open++;
  }
  const slip = 1e-9 * Math.max(1, Math.abs(problem.budget) < Infinity ? Math.abs(problem.budget) : 1);
  return cost > problem.budget + slip || open > problem.most ? null : cost;
}

function countOutside(
  { classes: { offsets, site, weight }, options, households }: CapacityProblem,
  plan: CapacityPlan,
): number {
  let outside = households;
  for (let c = 0; c < weight.length; c++) {
    for (let k = offsets[c]!; k < offsets[c + 1]!; k++) {
      if (!options[site[k]!]![plan[site[k]!]!]!.isOpen) continue;
      outside -= weight[c]!;
      break;
    }
  }
  return outside;
}

function figuresOf(
  { allowedOutside, allowedShort, households }: CapacityProblem,
  outside: number,
  short: number,
  cost: number,
): PlanValue {
  const slip = 1e-9 * Math.max(1, households);
  const over = (value: number, allowed: number): number => (value > allowed + slip ? value - allowed : 0);
  return { outside, short, cost, excess: over(outside, allowedOutside) + over(short, allowedShort) };
}
