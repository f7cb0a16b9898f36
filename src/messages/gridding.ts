// Why a community has no net with every grid in range, in the user's language.

import type { GridReason, GridReasonCode } from "../core/gridding/index.ts";
import { fillTemplate } from "./fill-template.ts";
import type { Language } from "./language.ts";

/** `unitName` names the unit a reason speaks of. */
export function gridReasonSentence(
  { code, unit, values }: GridReason,
  language: Language,
  unitName: (unit: number) => string,
): string {
  const name = unit === undefined ? {} : { unit: unitName(unit) };
  return fillTemplate(GRID_REASON_SENTENCES[code][language], { ...values, ...name }, language);
}

const GRID_REASON_SENTENCES: Readonly<Record<GridReasonCode, Readonly<Record<Language, string>>>> = {
  tooFew: {
    "zh-CN": "共 {households} 户，不足 {min} 户，只能划为一个网格。",
    en: "{households} households are fewer than {min}: one grid of all is the nearest.",
  },
  betweenSizes: {
    "zh-CN":
      "共 {households} 户，无法划成每格 {min}–{max} 户；最接近的是一个 {households} 户的网格，或两个约 {half} 户的网格。",
    en: "{households} households: no split into {min}–{max} exists; nearest: one grid of {households}, or two of about {half}.",
  },
  largeUnit: {
    "zh-CN": "单元“{unit}”有 {households} 户，超过 {max} 户，不能再分。请按楼栋或单元门拆分后再划。",
    en: "“{unit}” alone has {households} households, more than {max}, and cannot be divided. Split it by building or staircase first.",
  },
  apart: {
    "zh-CN":
      "“{unit}”所在的一片与社区其余部分被隔开（社区共 {pieces} 片），这一片有 {households} 户，无法划成每格 {min}–{max} 户。",
    en: "the piece around “{unit}” is cut off from the rest of the community ({pieces} pieces in all), and its {households} households have no split into {min}–{max}.",
  },
  noHouseholds: {
    "zh-CN": "{units} 个单元都没有户数，无法判断。请补上户数。",
    en: "none of the {units} units has a household figure. Fill them in.",
  },
  noNet: {
    "zh-CN": "户数够分，但楼栋大小和相邻关系使任何分法都至少有 {outside} 个网格超出范围；已逐一验证。",
    en: "the total would allow it, but unit sizes and neighbours leave at least {outside} grids outside the range in every net; all were looked at.",
  },
  notFound: {
    "zh-CN": "找到的最好方案有 {outside} 个网格超出范围，已证明至少 {bound} 个；可手工调整或放宽条件。",
    en: "the best net found has {outside} grids outside the range; at least {bound} is proven. Adjust by hand, or loosen the limits.",
  },
  partsSize: {
    "zh-CN": "要求 {parts} 个网格，共 {households} 户；每格 {min}–{max} 户需要 {fewest} 至 {most} 个。",
    en: "{parts} grids were asked for {households} households; {min}–{max} each takes {fewest} to {most}.",
  },
  noUnits: {
    "zh-CN": "社区内没有可编入网格的单元。",
    en: "the community holds no unit to put in a grid.",
  },
};
