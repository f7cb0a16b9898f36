// Households of a place against a range: communities (one residents' committee) and grids. Outside the
// range, `required` is the end it misses and `shortfall` the households above or below it.

import type { Areas } from "../../model/index.ts";
import type { Rule } from "../../standards/index.ts";
import type { Flag, Verdict } from "../finding.ts";
import { type Ground, type PlaceTally, rollOf } from "../ground.ts";
import { acceptable, distanceTo, isExact, isNoData, judge, type Span } from "../span.ts";
import { evidence, type MetricImplementation, toFinding } from "./metric.ts";

export const communityHouseholds: MetricImplementation = {
  place: "community",
  missing: "communities",
  from: "ground",
  findings: (rule, ground) =>
    ground.communities.records.map((record, community) =>
      toFinding(rule, "community", record, {
        ...conclude(rule, ground, ground.community, ground.communities, community),
        flag: sizeFlag(rule, rollOf(ground.community, ground.communities, community)),
      }),
    ),
};

export const gridHouseholds: MetricImplementation = {
  place: "grid",
  missing: "grids",
  from: "ground",
  findings: (rule, ground) =>
    ground.grids.records.flatMap((record, grid) =>
      record.setAside
        ? []
        : toFinding(rule, "grid", record, {
            ...conclude(rule, ground, ground.grid, ground.grids, grid),
            flag: gridFlag(rule, rollOf(ground.grid, ground.grids, grid)),
          }),
    ),
};

function conclude(rule: Rule, ground: Ground, tally: PlaceTally, areas: Areas, place: number) {
  const roll = rollOf(tally, areas, place);
  const verdict: Verdict = judge(roll, rule);
  const [low, high] = acceptable(rule);
  const { residences } = ground.files;
  return {
    verdict,
    actual: isExact(roll) ? roll.low : null,
    ...(isNoData(roll) ? { required: null, shortfall: null } : distanceTo(rule, roll.low)),
    unit: "households" as const,
    inputs: [
      evidence("households", isNoData(roll) ? null : roll.low, "households", residences),
      evidence("unknownResidences", tally.unknown[place]!, "count", residences),
      evidence(
        "statedHouseholds",
        areas.records[place]!.statedHouseholds,
        "households",
        ground.files[areas.kind === "grid" ? "grids" : "communities"],
      ),
      evidence("limitLow", Number.isFinite(low) ? low : null, "households"),
      evidence("limitHigh", Number.isFinite(high) ? high : null, "households"),
    ],
  };
}

const sizeFlag = (rule: Rule, roll: Span): Flag =>
  judge(roll, rule) === "unknown" ? "unknownHouseholds" : "communitySizeOut";

function gridFlag(rule: Rule, roll: Span): Flag {
  if (judge(roll, rule) === "unknown") return "unknownGrid";
  return roll.low > acceptable(rule)[1] ? "gridTooLarge" : "gridTooSmall";
}
