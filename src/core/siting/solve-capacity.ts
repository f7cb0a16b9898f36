// Build, enlarge, share or close: goal after goal, each made least with those before it held (lexicographic
// optimisation). A plan comes from exchange, a bound from the covering relaxation, proof from the solver; the answer is
// costed again from scratch. What cannot be had is told with what can.

import { boundOutside } from "./bound-outside.ts";
import { type CapacityPlan, type CapacityProblem, capacityProblem } from "./capacity-problem.ts";
import { type CapacityProgram, capacityProgram } from "./capacity-program.ts";
import type { CapacityAnswer, CapacityGoal, CapacityQuestion, GoalResult } from "./capacity-question.ts";
import { checkCapacity } from "./check-capacity.ts";
import { improvePlan } from "./improve-plan.ts";
import { recostCapacity } from "./recost-capacity.ts";
import { isOver, relativeGap, type SitingControl, secondsLeft } from "./siting-control.ts";
import type { SitingReason } from "./siting-question.ts";
import type { Solver } from "./solver.ts";
import { isBetter, optionsIn, type PlanValue, valuePlan } from "./value-plan.ts";
import { writeAllotment } from "./write-allotment.ts";

/** `solver` null: heuristics and the covering bound only. */
export async function solveCapacity(
  question: CapacityQuestion,
  solver: Solver | null,
  control: SitingControl,
): Promise<CapacityAnswer> {
  const reason = checkCapacity(question);
  if (reason !== null) return noAnswer(question, reason);
  const problem = capacityProblem(question);
  const program = capacityProgram(problem);
  const search: Search = {
    problem,
    program,
    solver: program.entryCount > MOST_ENTRIES ? null : solver,
    goals: question.goals,
    control,
    best: null,
  };
  const isLate = (): boolean => isOver(control) || control.seconds() > EARLY * control.timeLimit;
  for (const start of startsOf(problem)) {
    keep(search, improvePlan(problem, start, question.goals, isLate)?.plan ?? null);
  }
  const lack = await admit(search);
  if (lack !== null) return noAnswer(question, lack);
  const goals = await lowerGoals(search);
  return answerOf(question, search, goals);
}

/** Share of the time for exchange alone, where there is a limit. */
const EARLY = 0.2;
/** Beyond this the solver does not get to its first bound in a minute. */
const MOST_ENTRIES = 2_000_000;

interface Search {
  readonly problem: CapacityProblem;
  readonly program: CapacityProgram;
  readonly solver: Solver | null;
  readonly goals: readonly CapacityGoal[];
  readonly control: SitingControl;
  best: { readonly plan: CapacityPlan; readonly value: PlanValue } | null;
}

type Limits = Record<CapacityGoal, number>;

/** Today's state, and each site's cheapest option. */
function startsOf({ options }: CapacityProblem): CapacityPlan[] {
  const cheapest = options.map((own) =>
    own.reduce((best, { cost }, o) => (cost < own[best]!.cost ? o : best), 0),
  );
  const today = new Int32Array(options.length);
  return cheapest.some((option) => option !== 0) ? [today, Int32Array.from(cheapest)] : [today];
}

function keep(search: Search, plan: CapacityPlan | null): void {
  const value = plan === null ? null : valuePlan(search.problem, plan);
  if (plan === null || value === null) return;
  if (search.best === null || isBetter(search.problem, value, search.best.value, search.goals))
    search.best = { plan, value };
}

/** Brings the plan within what the question allows, or says what there is instead. */
async function admit(search: Search): Promise<SitingReason | null> {
  const { problem, control } = search;
  if (search.best?.value.excess === 0) return null;
  const { budget, allowedOutside, allowedShort, households, perHousehold } = problem;
  const limits: Limits = { outside: Infinity, short: Infinity, cost: budget };
  const outside = await least(search, "outside", limits, -Infinity, secondsLeft(control) / 2);
  const slip = 1e-6 * Math.max(1, households);
  if (outside > allowedOutside + slip) {
    const values = { share: 1 - allowedOutside / households, most: 1 - outside / households };
    return { code: "shareTooMuch", values, demand: [], sites: [] };
  }
  if (search.best?.value.excess === 0) return null;
  limits.outside = allowedOutside;
  const short = await least(search, "short", limits, -Infinity, secondsLeft(control) / 2);
  if (short === Infinity) return { code: "tooFewActions", values: {}, demand: [], sites: [] };
  if (short > allowedShort + slip) {
    const values = { short: short * perHousehold, allowed: allowedShort * perHousehold };
    return { code: "areaShort", values, demand: [], sites: [] };
  }
  return search.best?.value.excess === 0 ? null : { code: "outOfTime", values: {}, demand: [], sites: [] };
}

async function lowerGoals(search: Search): Promise<GoalResult[]> {
  const { problem, goals, control } = search;
  const limits: Limits = {
    outside: problem.allowedOutside,
    short: problem.allowedShort,
    cost: problem.budget,
  };
  const results: GoalResult[] = [];
  for (const [place, goal] of goals.entries()) {
    const known = search.best!.value[goal];
    let bound = goal === "outside" ? await boundOutside(problem, known, control) : floorOf(problem, goal);
    if (relativeGap(known, bound) > Math.max(control.gap, CLOSED)) {
      const share = place + 1 < goals.length ? 0.6 : 1;
      bound = Math.max(bound, await least(search, goal, limits, bound, share * secondsLeft(control)));
    }
    const value = search.best!.value[goal];
    bound = Math.min(bound, value);
    const unit = goal === "short" ? problem.perHousehold : 1;
    const gap = relativeGap(value, bound);
    results.push({
      goal,
      value: value * unit,
      bound: (gap <= CLOSED ? value : bound) * unit,
      gap: gap <= CLOSED ? 0 : gap,
    });
    limits[goal] = Math.min(limits[goal], value + ROUNDING * Math.max(1, Math.abs(value)));
  }
  return results;
}

/** Relative: a bound this near is the value. */
const CLOSED = 1e-6;

/** Sums in another order differ by this much. A goal held looser would lend the next one what is not there. */
const ROUNDING = 1e-9;

/** Nothing goes below this, whatever is done. */
const floorOf = ({ options }: CapacityProblem, goal: CapacityGoal): number =>
  goal === "cost" ? options.reduce((sum, own) => sum + Math.min(...own.map(({ cost }) => cost)), 0) : 0;

/** A number that `goal` cannot go below within the limits (Infinity: they cannot be kept); keeps the plan found. */
async function least(
  search: Search,
  goal: CapacityGoal,
  limits: Readonly<Limits>,
  known: number,
  seconds: number,
): Promise<number> {
  const { problem, program, solver, control, best } = search;
  if (solver === null || isOver(control)) return known;
  const base = goal === "outside" ? problem.unreachable : 0;
  const inReach = { ...limits, outside: limits.outside - problem.unreachable };
  const answer = await solver.solve(program.program(goal, inReach), {
    start: best !== null && fits(best.value, limits) ? program.pointOf(best.plan) : null,
    seconds,
    gap: control.gap,
    cancelled: control.cancelled,
    report: (top, low) =>
      control.report(Math.min(best?.value[goal] ?? Infinity, base + top), Math.max(known, base + low)),
  });
  if (answer.status === "infeasible") return best !== null && fits(best.value, limits) ? known : Infinity;
  if (answer.values !== null) keep(search, program.planOf(answer.values));
  return base + answer.bound;
}

const fits = (value: PlanValue, limits: Readonly<Limits>): boolean =>
  value.outside <= limits.outside && value.short <= limits.short && value.cost <= limits.cost;

function answerOf(
  question: CapacityQuestion,
  { problem, best, control }: Search,
  goals: readonly GoalResult[],
): CapacityAnswer {
  const { plan } = best!;
  const taken = optionsIn(problem, plan).flatMap(({ action }) => (action < 0 ? [] : [action]));
  const actions = Uint32Array.from(taken).sort();
  const allotment = writeAllotment(question, problem, plan);
  const isProven = goals.every(({ gap }) => gap <= Math.max(control.gap, CLOSED));
  return {
    status: isProven ? "optimal" : "feasible",
    goals,
    actions,
    ...recostCapacity(question, actions, allotment),
    allotment,
    reason: null,
  };
}

function noAnswer({ table }: CapacityQuestion, reason: SitingReason): CapacityAnswer {
  const none = new Float64Array(table.siteCount);
  return {
    status: "infeasible",
    goals: [],
    actions: new Uint32Array(0),
    sites: new Uint32Array(0),
    outside: Number.NaN,
    covered: Number.NaN,
    short: Number.NaN,
    cost: Number.NaN,
    siteArea: none,
    siteHouseholds: none,
    siteShort: none,
    allotment: {
      offsets: new Uint32Array(table.demandCount + 1),
      site: new Uint32Array(0),
      households: new Float64Array(0),
    },
    reason,
  };
}
