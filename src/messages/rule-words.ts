// What a rule asks, in figures: "不少于每百户 30 ㎡", "300 户–500 户"; and the words for comparisons.

import type { Comparison, Rule } from "../core/standards/index.ts";
import { formatFigure } from "./figures.ts";
import type { Language } from "./language.ts";

/** null where the text names no number. */
export function askOf(
  { comparison, value, unit }: Pick<Rule, "comparison" | "value" | "unit">,
  language: Language,
): string | null {
  if (value === null) return null;
  if (typeof value !== "number") {
    const [low, high] = value.map((end) => formatFigure(end, unit, language));
    return language === "en" ? `${low} to ${high}` : `${low}${/\d$/.test(low ?? "") ? " " : ""}至 ${high}`;
  }
  const asked = formatFigure(value, unit, language);
  return language === "en"
    ? `${COMPARISONS[comparison].en} ${asked}`
    : `${COMPARISONS[comparison]["zh-CN"]}${asked.match(/^\d/) ? " " : ""}${asked}`;
}

export const comparisonLabel = (comparison: Comparison, language: Language): string =>
  COMPARISONS[comparison][language];

const COMPARISONS: Readonly<Record<Comparison, Readonly<Record<Language, string>>>> = {
  atLeast: { "zh-CN": "不少于", en: "at least" },
  atMost: { "zh-CN": "不多于", en: "at most" },
  above: { "zh-CN": "超过", en: "more than" },
  between: { "zh-CN": "介于", en: "between" },
  equal: { "zh-CN": "等于", en: "exactly" },
};
