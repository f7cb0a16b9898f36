// Floor area of one centre, of the level or kind the rule is about.

import type { ServiceCenter } from "../../model/index.ts";
import type { Rule } from "../../standards/index.ts";
import { distanceTo, exactly, judge, NO_DATA, threshold } from "../span.ts";
import { evidence, type MetricImplementation, toFinding } from "./metric.ts";

export const centerFloorArea: MetricImplementation = {
  place: "center",
  missing: "centers",
  from: "plan",
  findings: (rule, { input }) =>
    input.centers
      .filter((center) => isMeant(rule, center))
      .map((center) => toFinding(rule, "center", center, conclude(rule, center, input.files.centers))),
};

const isMeant = ({ applies }: Rule, { level, kind }: ServiceCenter): boolean =>
  (applies?.level === undefined || applies.level === level) &&
  (applies?.kind === undefined || applies.kind === kind);

function conclude(rule: Rule, { floorArea }: ServiceCenter, file: string | undefined) {
  const verdict = judge(floorArea === null ? NO_DATA : exactly(floorArea), rule);
  return {
    verdict,
    actual: floorArea,
    ...(floorArea === null ? { required: threshold(rule), shortfall: null } : distanceTo(rule, floorArea)),
    unit: "m2" as const,
    flag: verdict === "unknown" ? ("unknownFloorArea" as const) : ("tooSmall" as const),
    inputs: [evidence("floorArea", floorArea, "m2", file), evidence("limit", threshold(rule), "m2")],
  };
}
