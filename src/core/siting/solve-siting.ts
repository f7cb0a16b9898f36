// A siting question answered: checked, solved by its model, costed again from scratch. Every answer carries its bound
// and gap; where there is none, the reason with its figures. Models that weigh every walk leave out whom no site can
// serve, as one of them would leave no answer for the others, and say so.

import { checkQuestion } from "./check-question.ts";
import { coverProblem } from "./cover-program.ts";
import { coverServing } from "./cover-serving.ts";
import { findOutOfReach, leaveOut, NOBODY, weighsEveryWalk } from "./out-of-reach.ts";
import { recostAnswer } from "./recost-answer.ts";
import { medianProblem, type OpeningRule, positiveRows } from "./serving.ts";
import type { SitingControl } from "./siting-control.ts";
import type { OutOfReach, SitingAnswer, SitingQuestion, SitingReason } from "./siting-question.ts";
import { solveCenter } from "./solve-center.ts";
import { solveCover } from "./solve-cover.ts";
import { solveServing } from "./solve-serving.ts";
import type { Solver } from "./solver.ts";

/** `solver` null: heuristics and Lagrangian bounds only. */
export async function solveSiting(
  asked: SitingQuestion,
  solver: Solver | null,
  control: SitingControl,
): Promise<SitingAnswer> {
  const reason = checkQuestion(asked);
  if (reason !== null) return noAnswer(asked, reason, NOBODY);
  const outOfReach = weighsEveryWalk(asked.model) ? findOutOfReach(asked) : NOBODY;
  const question = leaveOut(asked, outOfReach);
  const { open, bound, reason: why } = await MODELS[question.model](question, solver, control);
  if (open === null) return noAnswer(question, why, outOfReach);
  const sites = Uint32Array.from(open.keys()).filter((j) => open[j] === 1);
  const { objective, assignment, covered } = recostAnswer(
    question.model,
    question.table,
    question.weight,
    sites,
    question.radius,
  );
  const gap = objective === bound ? 0 : Math.abs(objective - bound) / Math.abs(objective);
  const status = gap <= Math.max(control.gap, CLOSED) ? "optimal" : "feasible";
  const exact = gap <= CLOSED;
  return {
    model: question.model,
    status,
    objective,
    bound: exact ? objective : bound,
    gap: exact ? 0 : gap,
    sites,
    assignment,
    covered,
    outOfReach,
    reason: null,
  };
}

/** Sums in another order differ by this much. */
const CLOSED = 1e-9;

interface Solved {
  readonly open: Uint8Array | null;
  /** In the model's own sense: mclp's from above. */
  readonly bound: number;
  readonly reason: SitingReason | null;
}

type Solve = (question: SitingQuestion, solver: Solver | null, control: SitingControl) => Promise<Solved>;

const MODELS: Readonly<Record<SitingQuestion["model"], Solve>> = {
  pmedian: async (question, solver, control) => {
    const { table, weight } = question;
    const { serving, mustServe } = medianProblem(table, weight, ruleOf(question));
    const { open, objective, bound } = await solveServing(serving, solver, control);
    if (objective < mustServe) return { open, bound, reason: null };
    return bound >= mustServe ? none("tooFew", question) : none("outOfTime", question);
  },
  mclp: async (question, solver, control) => {
    const { table, weight, radius } = question;
    const rule = ruleOf(question);
    const cover = coverProblem(table, weight, radius!, rule.fixed, rule.price);
    const total = cover.weight.reduce((sum, value) => sum + value, 0);
    const upsideDown: SitingControl = {
      ...control,
      gap: 0,
      report: (best, bound, open) => control.report(total - best, total - bound, open),
    };
    const { open, bound } = await solveServing(
      coverServing(cover, rule.price, rule.limit),
      solver,
      upsideDown,
    );
    return { open, bound: total - bound, reason: null };
  },
  lscp: async ({ table, weight, radius, share, fixed }, solver, control) => {
    const price = new Float64Array(table.siteCount).fill(1);
    const cover = coverProblem(table, weight, radius!, fixed, price);
    const total = positiveRows(table, weight).reduce((sum, i) => sum + weight[i]!, 0);
    const reachable = cover.weight.reduce((sum, value) => sum + value, 0);
    const target = Math.min(share * total, reachable);
    const { open, bound } = await solveCover(cover, target, solver, control);
    return { open, bound, reason: null };
  },
  pcenter: async (question, solver, control) => {
    const { open, bound } = await solveCenter(
      question.table,
      question.weight,
      ruleOf(question),
      solver,
      control,
    );
    if (open === null) return none(bound === Infinity ? "tooFew" : "outOfTime", question);
    return { open, bound, reason: null };
  },
};

/** Sites are counted, or paid for when there is a budget; what exists costs nothing then. */
function ruleOf({ table, fixed, k, budget, price }: SitingQuestion): OpeningRule {
  if (k !== null || budget === null) {
    return { fixed, price: new Float64Array(table.siteCount).fill(1), limit: k ?? table.siteCount };
  }
  return { fixed, price: price.map((value, j) => (fixed[j] === 1 ? 0 : value)), limit: budget };
}

const none = (code: SitingReason["code"], { k, budget }: SitingQuestion): Solved => ({
  open: null,
  bound: Number.NaN,
  reason: {
    code,
    values: { ...(k === null ? {} : { k }), ...(budget === null ? {} : { budget }) },
    demand: [],
    sites: [],
  },
});

const noAnswer = (
  { model, table }: SitingQuestion,
  reason: SitingReason | null,
  outOfReach: OutOfReach,
): SitingAnswer => ({
  model,
  status: "infeasible",
  objective: Number.NaN,
  bound: Number.NaN,
  gap: Number.NaN,
  sites: new Uint32Array(0),
  assignment: new Int32Array(table.demandCount).fill(-1),
  covered: 0,
  outOfReach,
  reason,
});
