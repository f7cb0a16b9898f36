// Share of a community's households within the minutes of some centre. Households that join no path are not
// covered, yet not proven to be far: alone they leave the verdict open. So do the far ones while a centre
// of the community itself joins no path.

import type { Rule } from "../../standards/index.ts";
import type { Flag, Verdict } from "../finding.ts";
import { exactly, judge, NO_DATA, type Span, threshold } from "../span.ts";
import { evidence, type MetricImplementation, type PlanFacts, toFinding } from "./metric.ts";

/** Known households and residences of unknown households of one community, by how they stand. */
interface Standing {
  readonly covered: number;
  readonly far: number;
  readonly doubtful: number;
  readonly unknownCovered: number;
  readonly unknownFar: number;
  readonly unknownDoubtful: number;
}

export const accessCoverage: MetricImplementation = {
  place: "community",
  missing: "communities",
  from: "plan",
  findings: (rule, plan) =>
    plan.ground.communities.records.map((record, community) =>
      toFinding(rule, "community", record, conclude(rule, plan, community)),
    ),
};

function conclude(rule: Rule, plan: PlanFacts, community: number) {
  const { ground, walking, own, input } = plan;
  const standing = standingOf(plan, community);
  const { covered, far, doubtful } = standing;
  const total = covered + far + doubtful;
  const verdict = judge(coverageSpan(standing), rule);
  const required = threshold(rule) * total;
  const file = ground.files.residences;
  return {
    verdict,
    actual: total > 0 ? covered / total : null,
    required: total > 0 ? required : null,
    shortfall: Math.max(0, required - covered - doubtful),
    unit: "households" as const,
    flag: flagOf(verdict, standing),
    inputs: [
      evidence("households", total, "households", file),
      evidence("unknownResidences", ground.community.unknown[community]!, "count", file),
      evidence("covered", covered, "households"),
      evidence("uncovered", walking.far.households[community]!, "households"),
      evidence("unlinked", walking.unlinked.households[community]!, "households"),
      evidence("unlinkedCenters", own.unlinked[community]!, "count"),
      evidence("worstMinutes", plan.worstMinutes[community]!, "minutes"),
      evidence("minutes", input.walk.minutes, "minutes"),
      evidence("speed", input.walk.speed, "mps"),
      evidence("limit", threshold(rule), "ratio"),
    ],
  };
}

function standingOf({ walking, own }: PlanFacts, community: number): Standing {
  const { covered, far, unlinked } = walking;
  const farIsSure = own.unlinked[community] === 0;
  return {
    covered: covered.households[community]!,
    far: farIsSure ? far.households[community]! : 0,
    doubtful: unlinked.households[community]! + (farIsSure ? 0 : far.households[community]!),
    unknownCovered: covered.unknown[community]!,
    unknownFar: farIsSure ? far.unknown[community]! : 0,
    unknownDoubtful: unlinked.unknown[community]! + (farIsSure ? 0 : far.unknown[community]!),
  };
}

/** Coverage it may really be: unknown households may be none or any number, doubtful ones near or far. */
function coverageSpan(standing: Standing): Span {
  const { covered, far, doubtful, unknownCovered, unknownFar, unknownDoubtful } = standing;
  const total = covered + far + doubtful;
  if (total <= 0) return NO_DATA;
  if (unknownCovered + unknownFar + unknownDoubtful === 0 && doubtful === 0) return exactly(covered / total);
  const low = unknownFar + unknownDoubtful > 0 ? 0 : covered / total;
  if (unknownCovered + unknownDoubtful === 0) return { low, high: (covered + doubtful) / total };
  return { low, high: far > 0 ? BELOW_ALL : 1 };
}

/** The greatest share that is not all. */
const BELOW_ALL = 1 - Number.EPSILON / 2;

function flagOf(verdict: Verdict, { doubtful, unknownDoubtful }: Standing): Flag {
  if (verdict !== "unknown") return "tooFar";
  return doubtful + unknownDoubtful > 0 ? "unknownAccess" : "unknownHouseholds";
}
