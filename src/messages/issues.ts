// One sentence per issue, in the user's language: which file, which row, which field; what happened; what to
// do about it. The table holds what happened and what to do; the place is put before it here.

import type { Issue, IssueCode } from "../core/base/index.ts";
import { fillTemplate } from "./fill-template.ts";
import { ISSUE_TEMPLATES } from "./issue-templates.ts";
import type { Language } from "./language.ts";

export function issueSentence(issue: Issue, language: Language): string {
  const entry = ISSUE_TEMPLATES[issue.code][language];
  const template = typeof entry === "string" ? entry : entry(issue);
  const sentence = fillTemplate(template, issue.values ?? {}, language);
  const place = placeOf(issue, language);
  const rows = issue.values?.["rows"];
  const shared = typeof rows === "number" && rows > 1 && !template.includes("{rows}") ? rows : null;
  if (language === "en") {
    return `${place === "" ? "" : `${place}: `}${sentence}${shared === null ? "" : ` (${shared} rows alike)`}`;
  }
  return `${place === "" ? "" : `${place}：`}${sentence}${shared === null ? "" : `（同样情况共 ${shared} 条）`}`;
}

/** Issues in words, worst first, each code counted: what a summary lists. */
export function countIssues(
  issues: readonly Issue[],
): readonly { readonly issue: Issue; readonly count: number }[] {
  const groups = new Map<string, { issue: Issue; count: number }>();
  for (const issue of issues) {
    const key = `${SEVERITIES.indexOf(issue.severity)} ${issue.code} ${issue.file ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { issue, count: 1 });
    else group.count++;
  }
  return [...groups].sort(([a], [b]) => Number(a[0]) - Number(b[0])).map(([, group]) => group);
}

const SEVERITIES = ["error", "warning", "info"] as const;

/** Fields that are ours, not a column of the file. */
const OWN_FIELD: ReadonlySet<IssueCode> = new Set(["layer.fieldMissing"]);

function placeOf({ code, file, row, field }: Issue, language: Language): string {
  const shown = field === undefined || OWN_FIELD.has(code) ? undefined : field;
  if (language === "en") {
    const parts = [file, row === undefined ? undefined : `row ${row}`, shown && `field \u201c${shown}\u201d`];
    return parts.filter((part) => part !== undefined).join(", ");
  }
  const parts = [
    file === undefined ? "" : `文件“${file}”`,
    row === undefined ? "" : `第 ${row} 条`,
    shown === undefined ? "" : `字段“${shown}”`,
  ];
  return parts.join("");
}
