// A good plan quickly: from today's state one change at a time, then two at once (change here, undo or replace there),
// as long as the goals get better in their order.

import type { CapacityPlan, CapacityProblem } from "./capacity-problem.ts";
import type { CapacityGoal } from "./capacity-question.ts";
import { isBetter, type PlanValue, valueIfBetter, valuePlan } from "./value-plan.ts";

export interface ValuedPlan {
  readonly plan: CapacityPlan;
  readonly value: PlanValue;
}

/** null: no plan was found that the money and the number of sites allow. */
export function improvePlan(
  problem: CapacityProblem,
  start: CapacityPlan,
  goals: readonly CapacityGoal[],
  isOver: () => boolean,
): ValuedPlan | null {
  const value = valuePlan(problem, start);
  if (value === null) return null;
  let best: ValuedPlan = { plan: start.slice(), value };
  while (!isOver()) {
    const better = bestChange(problem, best, goals, isOver) ?? firstExchange(problem, best, goals, isOver);
    if (better === null) break;
    best = better;
  }
  return best;
}

function bestChange(
  problem: CapacityProblem,
  { plan, value }: ValuedPlan,
  goals: readonly CapacityGoal[],
  isOver: () => boolean,
): ValuedPlan | null {
  let best: ValuedPlan | null = null;
  const tried = plan.slice();
  for (const [j, option] of changesOf(problem, plan)) {
    if (isOver()) break;
    tried[j] = option;
    const found = valueIfBetter(problem, tried, goals, best?.value ?? value);
    if (found !== null) best = { plan: tried.slice(), value: found };
    tried[j] = plan[j]!;
  }
  return best;
}

function firstExchange(
  problem: CapacityProblem,
  { plan, value }: ValuedPlan,
  goals: readonly CapacityGoal[],
  isOver: () => boolean,
): ValuedPlan | null {
  const tried = plan.slice();
  const changes = [...changesOf(problem, plan)];
  const undoing = changes.filter(([j, option]) => plan[j] !== 0 || problem.options[j]![option]!.cost < 0);
  for (const [j, option] of undoing) {
    tried[j] = option;
    for (const [other, another] of changes) {
      if (other === j) continue;
      if (isOver()) return null;
      tried[other] = another;
      const found = valueIfBetter(problem, tried, goals, value);
      if (found !== null && isBetter(problem, found, value, goals)) return { plan: tried, value: found };
      tried[other] = plan[other]!;
    }
    tried[j] = plan[j]!;
  }
  return null;
}

/** Every (site, other option). */
function* changesOf({ options }: CapacityProblem, plan: CapacityPlan): Generator<[number, number]> {
  for (let j = 0; j < plan.length; j++) {
    for (let option = 0; option < options[j]!.length; option++) if (option !== plan[j]) yield [j, option];
  }
}
