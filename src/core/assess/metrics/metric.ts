// What a metric is: one question a rule may ask, of every place of one kind. Metrics "from ground" look at
// residences and areas only and are judged once; those "from plan" follow the centres.

import type { AreaRecord } from "../../model/index.ts";
import type { Bilingual, Rule } from "../../standards/index.ts";
import type { AssessInput, MissingData } from "../assess-input.ts";
import type {
  EvidenceInput,
  EvidenceName,
  FigureUnit,
  Finding,
  Flag,
  PlaceKind,
  Verdict,
} from "../finding.ts";
import type { Ground } from "../ground.ts";
import type { OwnCenters } from "../own-centers.ts";
import type { WalkingTally } from "../tally-walking.ts";

/** One state of the centres, counted. `minutes` of a community's worst walk; null when nobody is reached. */
export interface PlanFacts {
  readonly ground: Ground;
  readonly input: AssessInput;
  readonly walking: WalkingTally;
  readonly own: OwnCenters;
  readonly worstMinutes: readonly (number | null)[];
}

interface MetricBase {
  readonly place: PlaceKind;
  /** What is missing when it finds no place to judge. */
  readonly missing: MissingData;
}

/** Metrics of communities and grids give one finding per record, in order, or none at all. */
export type MetricImplementation = MetricBase &
  (
    | { readonly from: "ground"; readonly findings: (rule: Rule, ground: Ground) => readonly Finding[] }
    | { readonly from: "plan"; readonly findings: (rule: Rule, plan: PlanFacts) => readonly Finding[] }
    | RegisterMetric
  );

/**
 * Metrics of registers judge the units a rule names; those that do not look at centres are judged once, with
 * `plan` null. `needs` are the terms and registers that nobody gave: with any of them the rule is silent.
 */
export interface RegisterMetric {
  readonly from: "registers";
  readonly findings: (rule: Rule, ground: Ground, plan: PlanFacts | null) => readonly Finding[];
  readonly needs: (rule: Rule, ground: Ground, plan: PlanFacts | null) => readonly Bilingual[];
  readonly followsCenters: (rule: Rule) => boolean;
}

/** What a metric concludes of one place. */
export interface Conclusion {
  readonly verdict: Verdict;
  readonly actual: number | null;
  readonly required: number | null;
  readonly shortfall: number | null;
  readonly unit: FigureUnit;
  /** Flag to raise unless met. */
  readonly flag: Flag;
  readonly inputs: readonly EvidenceInput[];
}

/** The finding: figures nobody knows are null, a met rule lacks nothing and raises nothing. */
export function toFinding(
  rule: Rule,
  kind: PlaceKind,
  { id, name }: Pick<AreaRecord, "id" | "name">,
  conclusion: Conclusion,
): Finding {
  const { verdict, actual, required, shortfall, unit, flag, inputs } = conclusion;
  return {
    ruleId: rule.id,
    metric: rule.metric,
    force: rule.force,
    place: { kind, id, name },
    verdict,
    actual,
    required,
    shortfall: verdict === "unknown" ? null : shortfall,
    unit,
    flag: verdict === "met" ? null : flag,
    inputs,
  };
}

export const evidence = (
  name: EvidenceName,
  value: number | null,
  unit: FigureUnit,
  file?: string,
  label?: Bilingual,
): EvidenceInput => ({ name, value, unit, file: file ?? null, ...(label === undefined ? {} : { label }) });
