// The edition of a rule pack in words: a date as it is, a document without one and a draft by their names.

import type { Language } from "./language.ts";

const UNDATED = "undated";
const DRAFT = /\s+draft$/;

export function editionLabel(edition: string, language: Language): string {
  const english = language === "en";
  if (edition === UNDATED) return english ? "undated document" : "原文未注日期";
  const draft = DRAFT.test(edition);
  const date = edition.replace(DRAFT, "");
  if (english) return draft ? `draft of ${date}` : `edition ${date}`;
  return draft ? `${date} 征求意见稿` : `${date} 版`;
}
