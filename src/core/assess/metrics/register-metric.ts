// What all metrics of registers share: the units a rule speaks of, its condition, what nobody gave, and a finding for
// each unit with the limits it was held against.

import { type Bilingual, CENTERS, PLACE_WORDS, type Rule } from "../../standards/index.ts";
import type { MissingData } from "../assess-input.ts";
import type { EvidenceInput, EvidenceName, FigureUnit, Finding, Flag, PlaceKind } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { centerUnits, type Unit } from "../record-index.ts";
import { acceptable, distanceTo, isExact, isNoData, judge, NO_DATA, type Span } from "../span.ts";
import { isTermGiven, termValue } from "../term-value.ts";
import {
  type Conclusion,
  evidence,
  type MetricImplementation,
  type PlanFacts,
  type RegisterMetric,
  toFinding,
} from "./metric.ts";

/** Everything a judgement of one unit may look at. */
export interface UnitCase {
  readonly rule: Rule;
  readonly unit: Unit;
  readonly ground: Ground;
  /** null where the rule does not look at centres. */
  readonly plan: PlanFacts | null;
}

export interface UnitMetric {
  readonly flag: Flag;
  readonly missing?: MissingData;
  /** Places judged where the rule does not say. */
  readonly each?: string;
  /** Numbers of the unit without which it cannot be judged. */
  readonly terms?: (rule: Rule) => readonly string[];
  readonly registers?: (rule: Rule) => readonly string[];
  /** Anything else that is missing. */
  readonly lacks?: (rule: Rule, ground: Ground, plan: PlanFacts | null) => readonly Bilingual[];
  readonly followsCenters?: boolean;
  /** True when places are judged by where they are, so that no register need say more about them. */
  readonly byPlace?: boolean;
  readonly conclude: (
    unit: UnitCase,
  ) => Partial<Conclusion> & Pick<Conclusion, "inputs"> & { readonly span: Span };
}

export function registerMetric(metric: UnitMetric): MetricImplementation {
  const needs: RegisterMetric["needs"] = (rule, ground, plan) => missingData(metric, rule, ground, plan);
  return {
    from: "registers",
    place: "row",
    missing: metric.missing ?? "records",
    needs,
    followsCenters: (rule) =>
      metric.followsCenters === true || rule.each === "center" || rule.of?.register === CENTERS,
    findings: (rule, ground, plan) => {
      if (needs(rule, ground, plan).length > 0) return [];
      const limits = limitsOf(rule);
      const findings: Finding[] = [];
      for (const unit of unitsOf(rule, metric, ground, plan)) {
        const condition = holds(rule, unit, ground);
        if (condition === false) continue;
        const said = metric.conclude({ rule, unit, ground, plan });
        const known =
          condition === null ? { span: NO_DATA, inputs: [...said.inputs, doubt(rule, unit, ground)] } : said;
        findings.push(toFinding(rule, placeKind(unit), unit, settle(rule, metric, limits, known)));
      }
      return findings;
    },
  };
}

/** An evidence input whose label is a term's own words. */
export function termEvidence(
  name: EvidenceName,
  span: Span,
  unit: FigureUnit,
  term: string,
  { unit: { kind }, ground: { index } }: UnitCase,
): EvidenceInput {
  const value = isNoData(span) ? null : span.low;
  const register = /^(\w+)[.#]/.exec(term)?.[1];
  const file = register === undefined ? undefined : index.fileOf(register);
  return evidence(name, value, unit, file, index.labelOf(term, kind));
}

function settle(
  rule: Rule,
  { flag }: UnitMetric,
  limits: readonly EvidenceInput[],
  said: ReturnType<UnitMetric["conclude"]>,
): Conclusion {
  const { span } = said;
  const verdict = said.verdict ?? judge(span, rule);
  const [least, most] = acceptable(rule);
  const { required, shortfall } = isNoData(span)
    ? { required: Number.isFinite(least) ? least : most, shortfall: null }
    : distanceTo(rule, span.low);
  return {
    verdict,
    actual: said.actual === undefined ? (isExact(span) ? span.low : null) : said.actual,
    required: said.required === undefined ? required : said.required,
    shortfall: verdict === "met" ? 0 : said.shortfall === undefined ? shortfall : said.shortfall,
    unit: said.unit ?? rule.unit,
    flag: verdict === "unknown" ? "unknownRecord" : (said.flag ?? flag),
    inputs: [...said.inputs, ...limits],
  };
}

/** The same for every place, so made once. */
function limitsOf(rule: Rule): EvidenceInput[] {
  const [least, most] = acceptable(rule);
  const low = rule.comparison === "above" ? "limitAbove" : "limitLow";
  return [
    ...(Number.isFinite(least) ? [evidence(low, least, rule.unit)] : []),
    ...(Number.isFinite(most) ? [evidence("limitHigh", most, rule.unit)] : []),
  ];
}

function unitsOf(
  rule: Rule,
  { each: usual }: UnitMetric,
  ground: Ground,
  plan: PlanFacts | null,
): readonly Unit[] {
  const each = rule.each ?? usual ?? "community";
  if (each !== "center") return ground.index.units(each);
  const { level, kind } = rule.applies ?? {};
  const centers = plan?.input.centers ?? [];
  return centerUnits(centers, ground.index.records).filter(
    (_, index) =>
      (level === undefined || centers[index]!.level === level) &&
      (kind === undefined || centers[index]!.kind === kind),
  );
}

/** Whether a rule's condition holds at a unit; null = not known. */
function holds({ when }: Rule, unit: Unit, ground: Ground): boolean | null {
  if (when === undefined) return true;
  if ("text" in when) {
    const text = unit.texts[when.text];
    return text === undefined ? null : when.in.includes(text);
  }
  const { low, high } = termValue(when.number, unit, ground);
  if (Number.isNaN(low)) return null;
  const passes = (value: number): boolean => ("above" in when ? value > when.above : value >= when.atLeast);
  return passes(low) === passes(high) ? passes(low) : null;
}

/** The condition that cannot be read. */
function doubt({ when }: Rule, { kind }: Unit, { index }: Ground): EvidenceInput {
  const name = when === undefined ? "" : "text" in when ? when.text : when.number;
  return evidence("base", null, "count", undefined, index.labelOf(name, kind));
}

function missingData(
  metric: UnitMetric,
  rule: Rule,
  ground: Ground,
  plan: PlanFacts | null,
): readonly Bilingual[] {
  const each = rule.each ?? metric.each ?? "community";
  const { index } = ground;
  const isRegister = !PLACE_WORDS.some((word) => word === each);
  if (isRegister && !index.isGiven(each)) return [index.labelOf(each, each)];
  const registers = (metric.registers?.(rule) ?? []).filter((id) => id !== CENTERS && !index.isGiven(id));
  const terms = (metric.terms?.(rule) ?? []).filter(
    (term) => each !== "center" && !isTermGiven(term, each, ground),
  );
  return [
    ...registers.map((id) => index.labelOf(id, each)),
    ...(each === "center" && metric.byPlace !== true && !index.isGiven("center")
      ? [index.labelOf("center", each)]
      : []),
    ...terms.map((term) => index.labelOf(term, each)),
    ...(metric.lacks?.(rule, ground, plan) ?? []),
  ];
}

const placeKind = ({ kind }: Unit): PlaceKind =>
  kind === "district" ||
  kind === "subdistrict" ||
  kind === "community" ||
  kind === "grid" ||
  kind === "center"
    ? kind
    : "row";
