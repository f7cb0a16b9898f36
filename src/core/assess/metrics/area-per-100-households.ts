// Floor area of a community's own centres per hundred households of its roll. No own centre is an area of
// nought. The second view, the households whose nearest centre is one of its own, is given as evidence: it
// counts nobody twice where two centres share a neighbourhood.

import type { Rule } from "../../standards/index.ts";
import type { Flag, Verdict } from "../finding.ts";
import { rollOf } from "../ground.ts";
import { atLeast, isExact, isNoData, judge, NO_DATA, type Span, threshold } from "../span.ts";
import { evidence, type MetricImplementation, type PlanFacts, toFinding } from "./metric.ts";

export const areaPer100Households: MetricImplementation = {
  place: "community",
  missing: "communities",
  from: "plan",
  findings: (rule, plan) =>
    plan.ground.communities.records.map((record, community) =>
      toFinding(rule, "community", record, conclude(rule, plan, community)),
    ),
};

function conclude(rule: Rule, { ground, own }: PlanFacts, community: number) {
  const { communities, files } = ground;
  const roll = rollOf(ground.community, communities, community);
  const area = atLeast(own.floorArea[community]!, own.unknownAreas[community]!);
  const ratio = ratioOf(area, roll);
  const verdict = judge(ratio, rule);
  const known = !isNoData(roll) && (isExact(roll) || verdict === "unmet");
  const required = known ? areaFor(rule, roll.low) : null;
  const centers = own.count[community]!;
  const allocated = centers > 0 ? own.allocated[community]! : null;
  return {
    verdict,
    actual: isExact(ratio) ? ratio.low : null,
    required,
    shortfall: required === null ? null : Math.max(0, required - area.low),
    unit: "m2" as const,
    flag: flagOf(verdict, roll, centers, own.unknownAreas[community]!),
    inputs: [
      evidence("households", isNoData(roll) ? null : roll.low, "households", files.residences),
      evidence("unknownResidences", ground.community.unknown[community]!, "count", files.residences),
      evidence(
        "statedHouseholds",
        communities.records[community]!.statedHouseholds,
        "households",
        files.communities,
      ),
      evidence("floorArea", area.low, "m2", files.centers),
      evidence("centers", centers, "count", files.centers),
      evidence("unknownAreas", own.unknownAreas[community]!, "count", files.centers),
      evidence("allocated", allocated, "households"),
      evidence("allocatedArea", allocated === null ? null : areaFor(rule, allocated), "m2"),
      evidence("limit", threshold(rule), "m2/100hh"),
    ],
  };
}

/** Square metres the rule asks for so many households. */
const areaFor = (rule: Rule, households: number): number => (threshold(rule) * households) / 100;

function ratioOf(area: Span, roll: Span): Span {
  if (isNoData(roll)) return NO_DATA;
  return {
    low: (area.low * 100) / roll.high,
    high: roll.low > 0 ? (area.high * 100) / roll.low : Infinity,
  };
}

function flagOf(verdict: Verdict, roll: Span, centers: number, unknownAreas: number): Flag {
  if (verdict === "unmet") return centers === 0 ? "noCenter" : "tooSmall";
  return unknownAreas > 0 && !isNoData(roll) ? "unknownFloorArea" : "unknownHouseholds";
}
