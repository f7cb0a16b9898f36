// Issues of one kind in one file together, the gravest kind first, rows in their order.

import type { Issue, Severity } from "../../core/base/index.ts";

export interface IssueGroup {
  readonly key: string;
  readonly severity: Severity;
  readonly issues: readonly Issue[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.code} ${issue.file ?? ""} ${issue.field ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [issue]);
    else group.push(issue);
  }
  return [...groups]
    .map(([key, members]) => ({ key, severity: members[0]?.severity ?? "info", issues: members }))
    .sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
