// Plan, walking and rule pack → totals, results per place and findings with evidence. Time grows with
// residences + findings. While a centre is dragged, pass what prepareAssessment made: only what follows the
// centres is then worked out again.

import { walkMinutes } from "../base/index.ts";
import type { Rule } from "../standards/index.ts";
import type { AssessInput, Assessment, SilentRule } from "./assess-input.ts";
import { type Finding, FLAGS, type Flag } from "./finding.ts";
import type { PlanFacts } from "./metrics/metric.ts";
import { METRICS } from "./metrics/table.ts";
import { tallyOwnCenters } from "./own-centers.ts";
import { type PreparedAssessment, prepareAssessment } from "./prepare-assessment.ts";
import type { CenterResult, CommunityResult } from "./results.ts";
import { tallyWalking } from "./tally-walking.ts";
import { type WalkSpread, walkSpread } from "./walk-spread.ts";

export function assess(
  input: AssessInput,
  prepared: PreparedAssessment = prepareAssessment(input),
): Assessment {
  const { ground } = prepared;
  if (ground.pack !== input.pack || ground.residences !== input.residences) {
    throw new Error(`prepared for pack ${ground.pack.id}, other residences or another ${input.pack.id}`);
  }
  const walking = tallyWalking(input);
  const own = tallyOwnCenters(input, walking.nearest);
  const spreads = input.communities.records.map((_, community) =>
    walkSpread(ground, input.access.distance, community),
  );
  const worstMinutes = spreads.map(({ worst }) => minutesOrNull(worst, input.walk.speed));
  const plan: PlanFacts = { ground, input, walking, own, worstMinutes };
  const byRule = input.pack.rules.map((rule, index) => prepared.findings[index] ?? planFindings(rule, plan));
  return {
    totals: walking.totals,
    centers: centerResults(plan),
    communities: communityResults(plan, spreads, byRule),
    findings: byRule.flat(),
    silentRules: input.pack.rules.flatMap((rule, index) => silence(rule, byRule[index]!, plan)),
  };
}

function planFindings(rule: Rule, plan: PlanFacts): readonly Finding[] {
  const metric = METRICS[rule.metric];
  if (metric.from === "registers") return metric.findings(rule, plan.ground, plan);
  return metric.from === "plan" ? metric.findings(rule, plan) : metric.findings(rule, plan.ground);
}

function silence(rule: Rule, findings: readonly Finding[], plan: PlanFacts): SilentRule[] {
  if (findings.length > 0 || rule.off === true) return [];
  const ruleId = rule.id;
  const metric = METRICS[rule.metric];
  if (rule.value === null) return [{ ruleId, missing: "value" }];
  if (metric.from !== "registers") return [{ ruleId, missing: metric.missing }];
  const needs = metric.needs(rule, plan.ground, plan);
  return [needs.length === 0 ? { ruleId, missing: "places" } : { ruleId, missing: metric.missing, needs }];
}

function centerResults({ input, walking }: PlanFacts): CenterResult[] {
  return input.centers.map(({ id, name, floorArea }, center) => ({
    id,
    name,
    households: walking.nearest[center]!,
    coveredHouseholds: walking.nearestCovered[center]!,
    reachHouseholds: input.reachHouseholds[center]!,
    floorArea,
    linked: input.centerLinked[center] === 1,
  }));
}

function communityResults(
  plan: PlanFacts,
  spreads: readonly WalkSpread[],
  byRule: readonly (readonly Finding[])[],
): CommunityResult[] {
  const { input, ground, walking, own } = plan;
  const { speed } = input.walk;
  const said = byRule.filter((findings) => findings[0]?.place.kind === "community");
  const asked = said.filter((findings) => findings[0]?.metric === "community.areaPer100Households");
  const raised = raisedFlags(said, input.communities.records);
  return input.communities.records.map(({ id, name }, c) => {
    const { half, most } = spreads[c]!;
    const households = ground.community.households[c]!;
    const residences = ground.community.residences[c]!;
    const unknownResidences = ground.community.unknown[c]!;
    const covered = walking.covered.households[c]!;
    return {
      id,
      name,
      households: residences > unknownResidences ? households : null,
      unknownResidences,
      covered,
      unlinked: walking.unlinked.households[c]!,
      coverage: households > 0 ? covered / households : null,
      floorArea: own.unknownAreas[c]! > 0 ? null : own.floorArea[c]!,
      requiredArea: greatest(asked.map((findings) => findings[c]!.required)),
      allocatedHouseholds: own.count[c]! > 0 ? own.allocated[c]! : null,
      worstMinutes: plan.worstMinutes[c]!,
      p50Minutes: minutesOrNull(half, speed),
      p90Minutes: minutesOrNull(most, speed),
      residences,
      flags: raised[c]!,
    };
  });
}

/** Flags raised on each community, each once, in the order of FLAGS; a rule may speak of some communities only. */
function raisedFlags(
  said: readonly (readonly Finding[])[],
  records: AssessInput["communities"]["records"],
): Flag[][] {
  const indexOf = new Map(records.map(({ id }, c) => [id, c]));
  const raised = records.map(() => new Set<Flag>());
  for (const findings of said) {
    const aligned = findings.length === records.length;
    findings.forEach(({ flag, place }, i) => {
      const c = aligned ? i : indexOf.get(place.id);
      if (flag !== null && c !== undefined) raised[c]!.add(flag);
    });
  }
  return raised.map((flags) => FLAGS.filter((flag) => flags.has(flag)));
}

function greatest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function minutesOrNull(decimetres: number, speed: number): number | null {
  const minutes = walkMinutes(decimetres, speed);
  return Number.isNaN(minutes) ? null : minutes;
}
