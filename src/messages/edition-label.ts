// The edition of a rule pack in words: a date as it is, a document without one and a draft by their names.

import { type EditionKind, editionKind } from "../core/standards/index.ts";
import { fillTemplate } from "./fill-template.ts";
import type { Language } from "./language.ts";

export const EDITIONS: Readonly<Record<EditionKind["kind"], readonly [zh: string, en: string]>> = {
  dated: ["{date} 版", "edition {date}"],
  draft: ["{date} 征求意见稿", "draft of {date}"],
  undated: ["原文未注日期", "undated document"],
};

export function editionLabel(edition: string, language: Language): string {
  const { kind, date } = editionKind(edition);
  const [zh, en] = EDITIONS[kind];
  return fillTemplate(language === "en" ? en : zh, { date }, language);
}
