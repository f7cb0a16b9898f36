// Reads a rule pack: the shape by zod, then what a shape cannot say (each rule fits its metric, what it names is
// declared, ids are unique, workflows hold together). A pack with any problem is not used; every problem is listed.

import type * as z from "zod/mini";
import en from "zod/v4/locales/en.js";
import { matterKindProblems } from "./matter.ts";
import { METRIC_SHAPES } from "./metrics.ts";
import { nearestWord } from "./nearest-word.ts";
import type { PackProblemCode, RulePackProblem, Say } from "./pack-problem.ts";
import { registerProblems } from "./register-problems.ts";
import { type Rule, type RulePack, rulePackSchema } from "./rule-pack.ts";
import { subjectProblems } from "./subject-problems.ts";

export interface LoadedRulePack {
  readonly pack: RulePack | null;
  readonly problems: readonly RulePackProblem[];
}

/** The words problems are told apart by. */
const IN_ENGLISH = en().localeError;

export function loadRulePack(json: unknown): LoadedRulePack {
  const parsed = rulePackSchema.safeParse(json, { error: IN_ENGLISH });
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => shapeProblem(issue, json));
    return { pack: null, problems };
  }
  const pack = parsed.data;
  const problems = [...packProblems(pack), ...listProblems(pack)];
  return { pack: problems.length === 0 ? pack : null, problems };
}

function packProblems(pack: RulePack): RulePackProblem[] {
  const { problems, say } = collector("", null);
  if (pack.validTo !== null && pack.validTo < pack.validFrom) {
    const seen = { given: `${pack.validFrom} – ${pack.validTo}` };
    say("validTo", "endsBeforeStart", `ends ${pack.validTo}, before it starts ${pack.validFrom}`, seen);
  }
  for (const list of ["rules", "registers", "matters"] as const) {
    const firstAt = new Map<string, number>();
    for (const [index, { id }] of (pack[list] ?? []).entries()) {
      const first = firstAt.get(id);
      if (first === undefined) firstAt.set(id, index);
      else {
        const message = `"${id}" is already the id of ${list}.${first}`;
        say(`${list}.${index}.id`, "duplicateId", message, { given: id });
      }
    }
  }
  return problems;
}

function listProblems(pack: RulePack): RulePackProblem[] {
  const { rules, registers = [], matters = [] } = pack;
  return [
    ...rules.flatMap((rule, index) => {
      const { problems, say } = collector(`rules.${index}.`, rule.id);
      ruleProblems(rule, say);
      subjectProblems(rule, pack, say);
      return problems;
    }),
    ...registers.flatMap((register, index) => {
      const { problems, say } = collector(`registers.${index}.`, register.id);
      registerProblems(register, registers, say);
      return problems;
    }),
    ...matters.flatMap((kind, index) => {
      const { problems, say } = collector(`matters.${index}.`, kind.id);
      for (const [path, message, given] of matterKindProblems(kind)) {
        say(path, "workflow", message, given === undefined ? {} : { given });
      }
      return problems;
    }),
  ];
}

function ruleProblems(rule: Rule, say: Say): void {
  const { metric, value } = rule;
  const shape = METRIC_SHAPES[metric];
  if (rule.unit !== shape.unit) {
    const seen = { given: rule.unit, wanted: shape.unit };
    say("unit", "unit", `${metric} is measured in ${shape.unit}, not ${rule.unit}`, seen);
  }
  if (!shape.comparisons.includes(rule.comparison)) {
    const seen = { given: rule.comparison, wanted: shape.comparisons.join(", ") };
    say("comparison", "comparison", `${metric} takes ${seen.wanted}, not ${rule.comparison}`, seen);
  }
  if (value !== null && (rule.comparison === "between") !== Array.isArray(value)) {
    say(
      "value",
      "value",
      `${rule.comparison} takes ${rule.comparison === "between" ? "[low, high]" : "one number"}`,
    );
  } else if (Array.isArray(value) && value[0] > value[1]) {
    const seen = { given: `[${value.join(", ")}]` };
    say("value", "value", `low end ${value[0]} is above high end ${value[1]}`, seen);
  }
  for (const name of shape.parameters) {
    if (rule.parameters?.[name] === undefined) {
      say(`parameters.${name}`, "parameter", `${metric} needs ${name}`, { wanted: name });
    }
  }
  if (rule.applies !== undefined && !shape.narrows && rule.each !== "center") {
    say("applies", "applies", `${metric} cannot be limited to centres of one level or kind`);
  }
}

/** What zod found, with the id of the rule it is in. */
function shapeProblem(issue: z.core.$ZodIssue, json: unknown): RulePackProblem {
  const { path, message, code } = issue;
  const [list, index] = path;
  const given = valueAt(json, ...path);
  const options = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const nearest = typeof given === "string" ? nearestWord(given, options) : null;
  const kind: PackProblemCode = message.endsWith("received undefined")
    ? "missing"
    : code === "invalid_value"
      ? "notListed"
      : code === "unrecognized_keys"
        ? "unknownField"
        : "shape";
  return {
    ...{ code: kind, path: path.join("."), subject: idAt(json, list, index), message },
    ...(nearest === null ? {} : { given: String(given), nearest }),
    ...(issue.code === "unrecognized_keys" ? { given: issue.keys.join(", ") } : {}),
    ...(issue.code === "invalid_type" && kind === "shape" ? { wanted: issue.expected } : {}),
  };
}

function idAt(json: unknown, ...keys: readonly (PropertyKey | undefined)[]): string | null {
  const value = valueAt(json, ...keys, "id");
  return typeof value === "string" ? value : null;
}

function valueAt(json: unknown, ...keys: readonly (PropertyKey | undefined)[]): unknown {
  let value = json;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || key === undefined) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}

function collector(prefix: string, subject: string | null) {
  const problems: RulePackProblem[] = [];
  const say: Say = (path, code, message, seen = {}) => {
    problems.push({ code, path: prefix + path, subject, message, ...seen });
  };
  return { problems, say };
}
