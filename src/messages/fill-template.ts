// Sentences with gaps: "{value}" takes a figure or name as it is, "{role:roles}" looks it up in a vocabulary of
// the language, word by word where several are joined by "/". A gap without a value shows "?".

import type { Language } from "./language.ts";
import { VOCABULARIES } from "./vocabularies.ts";

export type Values = Readonly<Record<string, string | number>>;

export function fillTemplate(template: string, values: Values, language: Language): string {
  return template.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, vocabulary: string | undefined) => {
    const value = values[name];
    if (value === undefined || value === "") return "?";
    if (typeof value === "number") return String(Number(value.toPrecision(12)));
    const words = vocabulary === undefined ? undefined : VOCABULARIES[vocabulary]?.[language];
    if (words === undefined) return value;
    const joint = language === "en" ? " or " : "或";
    return value
      .split("/")
      .map((word) => words[word] ?? word)
      .join(joint);
  });
}
