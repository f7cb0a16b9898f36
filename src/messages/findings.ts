// A finding as full sentences: what was found with its numbers, the rule it rests on, the files the numbers
// came from.

import type { Finding } from "../core/assess/index.ts";
import type { Rule } from "../core/standards/index.ts";
import { FINDINGS_EN } from "./findings-en.ts";
import { factsOf, type SentenceTable } from "./findings-facts.ts";
import { inLanguage } from "./findings-labels.ts";
import { FINDINGS_ZH } from "./findings-zh.ts";
import type { Language } from "./language.ts";

export {
  evidenceLabel,
  flagLabel,
  forceLabel,
  inLanguage,
  metricLabel,
  placeKindLabel,
  silenceLabel,
  silenceSentence,
  verdictLabel,
} from "./findings-labels.ts";

const TABLES: Record<Language, SentenceTable> = { "zh-CN": FINDINGS_ZH, en: FINDINGS_EN };

/** The evidence in full, with the clause when the rule is given: "服务 2,340 户，现有 410 ㎡，…依据《…》…。" */
export function findingSentence(finding: Finding, language: Language, rule?: Rule): string {
  const parts = [
    evidenceSentence(finding, language),
    ...(rule === undefined ? [] : [basisSentence(rule, language)]),
    ...sourceSentence(finding, language),
  ];
  return parts.join(language === "en" ? " " : "");
}

/** The evidence alone, where the clause is said elsewhere. */
export const evidenceSentence = (finding: Finding, language: Language): string =>
  capitalised(TABLES[language][finding.metric][finding.verdict](factsOf(finding, language)));

/** The clause a rule comes from: document, place in it, date when confirmed. */
export function basisSentence({ source }: Rule, language: Language): string {
  const document = inLanguage(source.document, language);
  const article = inLanguage(source.article, language);
  if (language === "en")
    return `Basis: ${document}, ${article}${source.date === null ? "" : ` (${source.date})`}.`;
  return `依据${document}${article}${source.date === null ? "" : `（${source.date}）`}。`;
}

function sourceSentence({ inputs }: Finding, language: Language): string[] {
  const files = [
    ...new Set(inputs.filter(({ file, value }) => file !== null && value !== null).map(({ file }) => file)),
  ];
  if (files.length === 0) return [];
  return [language === "en" ? `Data: ${files.join(", ")}.` : `数据：${files.join("、")}。`];
}

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
