// Reads a rule pack: the shape by zod, then what a shape cannot say (each rule fits its metric, ids are
// unique, a range has its ends in order). A pack with any problem is not used; every problem is listed.

import { METRIC_SHAPES } from "./metrics.ts";
import { type Rule, type RulePack, rulePackSchema } from "./rule-pack.ts";

export interface RulePackProblem {
  /** Where in the JSON, for example "rules.3.value"; "" is the whole. */
  readonly path: string;
  readonly message: string;
}

export interface LoadedRulePack {
  readonly pack: RulePack | null;
  readonly problems: readonly RulePackProblem[];
}

export function loadRulePack(json: unknown): LoadedRulePack {
  const parsed = rulePackSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return { pack: null, problems };
  }
  const pack = parsed.data;
  const problems = [...packProblems(pack), ...pack.rules.flatMap(ruleProblems)];
  return { pack: problems.length === 0 ? pack : null, problems };
}

function packProblems(pack: RulePack): RulePackProblem[] {
  const problems: RulePackProblem[] = [];
  if (pack.validTo !== null && pack.validTo < pack.validFrom) {
    problems.push({ path: "validTo", message: `ends ${pack.validTo}, before it starts ${pack.validFrom}` });
  }
  const firstAt = new Map<string, number>();
  for (const [index, { id }] of pack.rules.entries()) {
    const first = firstAt.get(id);
    if (first === undefined) firstAt.set(id, index);
    else problems.push({ path: `rules.${index}.id`, message: `"${id}" is already the id of rules.${first}` });
  }
  return problems;
}

function ruleProblems(rule: Rule, index: number): RulePackProblem[] {
  const problems: RulePackProblem[] = [];
  const say = (field: string, message: string) => problems.push({ path: `rules.${index}.${field}`, message });
  const { metric, value } = rule;
  const shape = METRIC_SHAPES[metric];
  if (rule.unit !== shape.unit) say("unit", `${metric} is measured in ${shape.unit}, not ${rule.unit}`);
  if (!shape.comparisons.includes(rule.comparison)) {
    say("comparison", `${metric} takes ${shape.comparisons.join(", ")}, not ${rule.comparison}`);
  }
  if ((rule.comparison === "between") !== Array.isArray(value)) {
    say("value", `${rule.comparison} takes ${rule.comparison === "between" ? "[low, high]" : "one number"}`);
  } else if (Array.isArray(value) && value[0] > value[1]) {
    say("value", `low end ${value[0]} is above high end ${value[1]}`);
  }
  for (const name of shape.parameters) {
    if (rule.parameters?.[name] === undefined) say(`parameters.${name}`, `${metric} needs ${name}`);
  }
  if (rule.applies !== undefined && !shape.narrows) {
    say("applies", `${metric} cannot be limited to centres of one level or kind`);
  }
  return problems;
}
