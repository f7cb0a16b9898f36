// The result as a few lines of text for a person: totals, each community with its flags, issues counted.

import type { Flag } from "../core/assess/index.ts";
import { flagLabel } from "../messages/findings.ts";
import { countIssues, issueSentence } from "../messages/issues.ts";
import type { Language } from "../messages/language.ts";
import type { RunResult } from "./report-json.ts";
import { SUMMARY } from "./sentences.ts";

export function printSummary({ baseline, summary, analysis, issues }: RunResult, language: Language): string {
  const label = (key: keyof typeof SUMMARY): string => SUMMARY[key][language];
  const colon = language === "en" ? ": " : "：";
  const count = (value: number | null): string =>
    value === null ? label("unknown") : Math.round(value).toLocaleString("en-US");
  const share = (value: number | null): string =>
    value === null ? label("unknown") : `${(100 * value).toFixed(1)}%`;
  const { totals, walk, communities, centers, packId } = analysis;
  const known = totals.unknownResidences < baseline.residences.count;
  const lines = [
    `${walk.minutes} min × ${walk.speed} m/s · ${packId}`,
    ...(summary.estimate ? [label("estimate")] : []),
    `${label("households")}${colon}${count(known ? totals.households : null)}`,
    `${label("covered")}${colon}${count(known ? totals.covered : null)}`,
    `${label("coverage")}${colon}${share(totals.coverage)}`,
    ...(totals.unlinked > 0 ? [`${label("unlinked")}${colon}${count(totals.unlinked)}`] : []),
    ...(totals.unknownResidences > 0
      ? [`${label("unknownResidences")}${colon}${count(totals.unknownResidences)}`]
      : []),
    "",
    `${label("centers")}${colon}${centers.length}`,
    ...centers.map(
      ({ name, coveredHouseholds }) => `  ${name}  ${count(coveredHouseholds)} ${label("householdsUnit")}`,
    ),
    "",
    `${label("communities")}${colon}${communities.length}`,
    ...communities.map(({ name, households, coverage, flags }) => {
      const said =
        flags.length === 0
          ? label("noFlags")
          : flags
              .map((flag) => FLAG_NAMES[flag]?.[language] ?? flagLabel(flag, language))
              .join(language === "en" ? ", " : "、");
      return `  ${name}  ${count(households)} ${label("householdsUnit")}  ${share(coverage)}  ${said}`;
    }),
  ];
  if (issues.length > 0) {
    lines.push("", `${label("issues")}${colon}`);
    for (const { issue, count: times } of countIssues(issues)) {
      lines.push(`  ${times > 1 ? `${times}× ` : ""}${issueSentence(issue, language)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** Flags that a line of text words otherwise than the table does. */
const FLAG_NAMES: Readonly<Partial<Record<Flag, Readonly<Record<Language, string>>>>> = {
  tooSmall: { "zh-CN": "过小", en: "too small" },
  tooFar: { "zh-CN": "过远", en: "too far" },
  noCenter: { "zh-CN": "没有中心", en: "no centre" },
  unknownFloorArea: { "zh-CN": "面积未知", en: "floor area unknown" },
  unknownHouseholds: { "zh-CN": "户数未知", en: "households unknown" },
  unknownAccess: { "zh-CN": "步行时间未知", en: "walking time unknown" },
  gridTooLarge: { "zh-CN": "网格过大", en: "grid too large" },
  gridTooSmall: { "zh-CN": "网格过小", en: "grid too small" },
  gridCountOut: { "zh-CN": "网格数不符", en: "number of grids out of range" },
  compoundSplit: { "zh-CN": "小区被拆分", en: "compound split" },
  communitySizeOut: { "zh-CN": "社区规模不符", en: "community size out of range" },
  gridStaffing: { "zh-CN": "网格力量不足", en: "grid staffing short" },
  unknownGrid: { "zh-CN": "网格数据未知", en: "grid data unknown" },
};
