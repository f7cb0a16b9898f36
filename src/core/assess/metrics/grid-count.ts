// The number of grids in a community against what its households allow. The rule's value is the size one
// grid may have; where no number of grids fits, the rule is unmet whatever is drawn, and evidence says so.

import type { Rule } from "../../standards/index.ts";
import { feasibleGrids } from "../feasible-grids.ts";
import type { Verdict } from "../finding.ts";
import { type Ground, rollOf } from "../ground.ts";
import { acceptable, isExact, isNoData } from "../span.ts";
import { evidence, type MetricImplementation, toFinding } from "./metric.ts";

export const gridCount: MetricImplementation = {
  place: "community",
  missing: "grids",
  from: "ground",
  findings: (rule, ground) =>
    ground.grids.records.length === 0
      ? []
      : ground.communities.records.map((record, community) =>
          toFinding(rule, "community", record, conclude(rule, ground, community)),
        ),
};

function conclude(rule: Rule, ground: Ground, community: number) {
  const roll = rollOf(ground.community, ground.communities, community);
  const [smallest, largest] = acceptable(rule);
  const { fewest, most: mostKnown } = feasibleGrids(roll.low, smallest, largest);
  const most = isExact(roll) ? mostKnown : Infinity;
  const grids = ground.gridsOf[community]!;
  const verdict = judgeCount(grids, fewest, isNoData(roll) ? Number.NaN : most, isExact(roll));
  const target = grids < fewest ? fewest : most;
  const none = isNoData(roll) || fewest > most || !Number.isFinite(target);
  return {
    verdict,
    actual: grids,
    required: none ? null : target,
    shortfall: none ? null : Math.max(fewest - grids, grids - most, 0),
    unit: "count" as const,
    flag: verdict === "unknown" ? ("unknownHouseholds" as const) : ("gridCountOut" as const),
    inputs: [
      evidence("households", isNoData(roll) ? null : roll.low, "households", ground.files.residences),
      evidence("unknownResidences", ground.community.unknown[community]!, "count", ground.files.residences),
      evidence("grids", grids, "count", ground.files.grids),
      evidence("gridsFewest", isNoData(roll) ? null : fewest, "count"),
      evidence("gridsMost", Number.isFinite(most) ? most : null, "count"),
      evidence("limitLow", smallest, "households"),
      evidence("limitHigh", largest, "households"),
    ],
  };
}

/** With only some households known, more grids may be right, fewer cannot. */
function judgeCount(grids: number, fewest: number, most: number, exact: boolean): Verdict {
  if (Number.isNaN(most)) return "unknown";
  if (grids < fewest || grids > most) return "unmet";
  return exact ? "met" : "unknown";
}
