// Numbers a grid's own record gives: Party bodies, full-time workers. Absent is unknown, not none.

import type { AreaRecord } from "../../model/index.ts";
import type { Rule } from "../../standards/index.ts";
import type { EvidenceName } from "../finding.ts";
import { acceptable, distanceTo, exactly, judge, NO_DATA } from "../span.ts";
import { evidence, type MetricImplementation, toFinding } from "./metric.ts";

export const gridPartyOrgs = numberOf("partyOrgs");
export const gridFullTimeWorkers = numberOf("gridWorkers");

function numberOf(field: EvidenceName & ("partyOrgs" | "gridWorkers")): MetricImplementation {
  return {
    place: "grid",
    missing: "grids",
    from: "ground",
    findings: (rule, { grids, files }) =>
      grids.records.map((record) =>
        toFinding(rule, "grid", record, conclude(rule, field, record, files.grids)),
      ),
  };
}

function conclude(
  rule: Rule,
  field: "partyOrgs" | "gridWorkers",
  { numbers }: AreaRecord,
  file: string | undefined,
) {
  const given = numbers[field];
  const count = given === undefined || Number.isNaN(given) ? null : given;
  const verdict = judge(count === null ? NO_DATA : exactly(count), rule);
  const [low, high] = acceptable(rule);
  const unknown = { required: Number.isFinite(low) ? low : high, shortfall: null };
  return {
    verdict,
    actual: count,
    ...(count === null ? unknown : distanceTo(rule, count)),
    unit: "count" as const,
    flag: verdict === "unknown" ? ("unknownGrid" as const) : ("gridStaffing" as const),
    inputs: [evidence(field, count, "count", file)],
  };
}
