// The level of a centre from what a file or a name says of it. The last telling word before 党群 (or in the whole
// text) decides: 某街道某社区党群服务中心 is a community's, 某小区党群服务站 a station.

import type { CenterLevel } from "../model/index.ts";

/** null when no word tells. */
export function parseLevel(text: string): CenterLevel | null {
  const lower = text.normalize("NFKC").toLowerCase();
  if (/党群服务站|小区服务站|驿站|station/.test(lower)) return "station";
  const told = lower.includes("党群") ? lower.slice(0, lower.indexOf("党群")) : lower;
  let level: CenterLevel | null = null;
  let last = -1;
  for (const [candidate, pattern] of WORDS) {
    const at = told.search(pattern);
    if (at > last) {
      last = at;
      level = candidate;
    }
  }
  return level;
}

/** Each pattern finds the last place where its words stand. */
const WORDS: readonly (readonly [CenterLevel, RegExp])[] = [
  ["subdistrict", lastOf("街道|镇|乡|苏木|subdistrict|sub-district|township|town")],
  ["community", lastOf("社区|村|嘎查|community|village")],
  ["area", lastOf("区域|片区|商圈|园区|楼宇|市场|area|district(?<!subdistrict)|precinct")],
  ["grid", lastOf("网格|grid")],
  ["station", lastOf("小区|站$|compound")],
];

function lastOf(words: string): RegExp {
  return new RegExp(`(?:${words})(?!.*(?:${words}))`, "u");
}

/** Kind of centre in our words for the two that rules know; otherwise as the file says; null for nothing. */
export function parseKind(text: string, name: string): string | null {
  const both = `${text} ${name}`.toLowerCase();
  if (/综合体|complex/.test(both)) return "complex";
  if (/邻里中心|neighbou?rhood cent/.test(both)) return "neighbourhood";
  return text === "" ? null : text;
}
