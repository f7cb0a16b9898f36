// One sentence per issue, in the user's language: which file, which row, which field; what happened; what to
// do about it. The table holds what happened and what to do; the place is put before it here.

import type { Issue, IssueCode } from "../core/base/index.ts";
import { fillTemplate } from "./fill-template.ts";
import { ISSUE_TEMPLATES } from "./issue-templates.ts";
import type { Language } from "./language.ts";

/** Where a sentence is read: remedies are flags on the command line and controls on the screen. */
export type IssueHost = "cli" | "app";

export function issueSentence(issue: Issue, language: Language, host: IssueHost = "cli"): string {
  const entry = ISSUE_TEMPLATES[issue.code][language];
  const template = typeof entry === "string" ? entry : entry(issue);
  const sentence = fillTemplate(template, { ...issue.values, ...REMEDIES[host][language] }, language);
  const place = placeOf(issue, language);
  const rows = issue.values?.["rows"];
  const shared = typeof rows === "number" && rows > 1 && !template.includes("{rows}") ? rows : null;
  if (language === "en") {
    return `${place === "" ? "" : `${place}: `}${sentence}${shared === null ? "" : ` (${shared} rows alike)`}`;
  }
  return `${place === "" ? "" : `${place}：`}${sentence}${shared === null ? "" : `（同样情况共 ${shared} 条）`}`;
}

/** How one does what a remedy asks for: `{setDatum}`, `{setEncoding}`, `{setField}`, `{keepColumn}`, `{setRole}`, `{setReview}` in the templates. */
const REMEDIES: Readonly<Record<IssueHost, Readonly<Record<Language, Readonly<Record<string, string>>>>>> = {
  cli: {
    "zh-CN": {
      setDatum: "用 --datum 指明坐标系",
      setEncoding: "用 --encoding 指明编码",
      setField: "指明是哪一列（例如 --households 或 --area 字段名）",
      keepColumn: "用 --keep-columns 写明它",
      setRole: "指明图层（例如 --residences 文件）",
      setReview: "用 --review 写明审图号",
    },
    en: {
      setDatum: "name the datum with --datum",
      setEncoding: "name the encoding with --encoding",
      setField: "say which column it is (for example with --households or --area)",
      keepColumn: "name it with --keep-columns",
      setRole: "say what it is (for example with --residences)",
      setReview: "give it with --review",
    },
  },
  app: {
    "zh-CN": {
      setDatum: "在这个图层的设置里改选坐标系",
      setEncoding: "在这个图层的设置里改选编码",
      setField: "在这个图层的设置里选定是哪一列",
      keepColumn: "在“个人信息”一栏里选择保留",
      setRole: "在“未使用的文件”里选定图层",
      setReview: "在“审图号”一栏写明",
    },
    en: {
      setDatum: "choose another datum in the settings of this layer",
      setEncoding: "choose another encoding in the settings of this layer",
      setField: "choose the column in the settings of this layer",
      keepColumn: "keep it in the list of personal columns",
      setRole: "choose a layer under \u201cfiles not used\u201d",
      setReview: "fill in the map review number",
    },
  },
};

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
