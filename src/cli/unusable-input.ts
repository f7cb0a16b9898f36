// Input that a command cannot use, with the issues that say why, and the sentences for standard error.

import type { Issue } from "../core/base/index.ts";
import { issueSentence } from "../messages/issues.ts";
import type { Language } from "../messages/language.ts";

/** Input that cannot be analysed, with the issues that say why. */
export class UnusableInput extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map(({ code, file }) => `${code} ${file ?? ""}`).join("; "));
    this.name = "UnusableInput";
    this.issues = issues;
  }
}

/** The sentences for standard error, the first ones when there are many. */
export function unusableSentences({ issues }: UnusableInput, language: Language): string {
  const shown = issues.slice(0, 20).map((issue) => issueSentence(issue, language));
  const rest = issues.length - shown.length;
  const more = rest === 0 ? [] : [language === "en" ? `… and ${rest} more` : `……另有 ${rest} 条`];
  return `${[...shown, ...more].join("\n")}\n`;
}
