// Which findings the table shows, and in which order. Rows keep their index in the analysis, so that a
// selection survives sorting.

import type { Finding, Verdict } from "../../core/assess/index.ts";
import type { Force } from "../../core/standards/index.ts";
import type { FindingFilter } from "./app-state.ts";

export const FINDING_COLUMNS = [
  "verdict",
  "place",
  "rule",
  "force",
  "actual",
  "required",
  "shortfall",
] as const;
export type FindingColumn = (typeof FINDING_COLUMNS)[number];

export interface FindingOrder {
  readonly column: FindingColumn;
  readonly descending: boolean;
}

const VERDICT_RANK: Readonly<Record<Verdict, number>> = { unmet: 0, unknown: 1, met: 2 };
const FORCE_RANK: Readonly<Record<Force, number>> = { must: 0, general: 1, advice: 2, info: 3 };

/** Indices into `findings`. Unknown figures come last, whichever way the column is sorted. */
export function orderFindings(
  findings: readonly Finding[],
  { verdict, flag, rule }: FindingFilter,
  { column, descending }: FindingOrder,
): number[] {
  const shown = findings.flatMap((finding, index) =>
    (verdict === null || finding.verdict === verdict) &&
    (flag === null || finding.flag === flag) &&
    (rule === undefined || finding.ruleId === rule)
      ? [index]
      : [],
  );
  const compare = COMPARE[column];
  const sign = descending ? -1 : 1;
  return shown.sort((i, j) => {
    const [a, b] = [findings[i], findings[j]];
    if (a === undefined || b === undefined) return 0;
    return unknownLast(a, b, column) || sign * compare(a, b) || COMPARE.verdict(a, b) || i - j;
  });
}

type Compare = (a: Finding, b: Finding) => number;

const byNumber =
  (column: "actual" | "required" | "shortfall"): Compare =>
  (a, b) =>
    (a[column] ?? 0) - (b[column] ?? 0);

const COMPARE: Readonly<Record<FindingColumn, Compare>> = {
  verdict: (a, b) =>
    VERDICT_RANK[a.verdict] - VERDICT_RANK[b.verdict] || FORCE_RANK[a.force] - FORCE_RANK[b.force],
  place: (a, b) => a.place.name.localeCompare(b.place.name, "zh-CN"),
  rule: (a, b) => a.ruleId.localeCompare(b.ruleId),
  force: (a, b) => FORCE_RANK[a.force] - FORCE_RANK[b.force],
  actual: byNumber("actual"),
  required: byNumber("required"),
  shortfall: byNumber("shortfall"),
};

function unknownLast(a: Finding, b: Finding, column: FindingColumn): number {
  if (column !== "actual" && column !== "required" && column !== "shortfall") return 0;
  return Number(a[column] === null) - Number(b[column] === null);
}
