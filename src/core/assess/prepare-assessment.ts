// What an assessment can do once and keep while centres move: counting the ground and judging the rules
// that look at nothing else.

import { isJudged } from "../standards/index.ts";
import type { GroundInput } from "./assess-input.ts";
import type { Finding } from "./finding.ts";
import { type Ground, layGround } from "./ground.ts";
import { METRICS } from "./metrics/table.ts";

export interface PreparedAssessment {
  readonly ground: Ground;
  /** Findings of each rule of the pack that follows the ground alone; null where the centres matter. */
  readonly findings: readonly (readonly Finding[] | null)[];
}

export function prepareAssessment(input: GroundInput): PreparedAssessment {
  const ground = layGround(input);
  const findings = input.pack.rules.map((rule) => {
    const metric = METRICS[rule.metric];
    if (!isJudged(rule)) return [];
    if (metric.from === "ground") return metric.findings(rule, ground);
    if (metric.from === "plan" || metric.followsCenters(rule)) return null;
    return metric.findings(rule, ground, null);
  });
  return { ground, findings };
}
