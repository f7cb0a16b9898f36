// The words of siting: the same keys by type; here, that every word is there and in its own language.

import { describe, expect, it } from "vitest";
import { SITING_DICTIONARIES } from "../../../src/app/i18n/siting-dictionaries.ts";

function wordsOf(value: unknown, path = ""): [path: string, word: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String(value("7", "9", "3"))]];
  return Object.entries(value as object).flatMap(([key, part]) => wordsOf(part, `${path}.${key}`));
}

/** A thing given has no remark; things counted in Chinese have no unit in English. */
const MAY_BE_EMPTY = /^\.(origins\.given|compare\.units\.\w+)$/;

describe("words of siting", () => {
  it("are all there, no Chinese in English, nothing shouted", () => {
    const [chinese, english] = [wordsOf(SITING_DICTIONARIES["zh-CN"]), wordsOf(SITING_DICTIONARIES.en)];
    expect(english.map(([path]) => path)).toEqual(chinese.map(([path]) => path));
    expect(english.filter(([, word]) => /\p{Script=Han}/u.test(word))).toEqual([]);
    for (const [path, word] of [...chinese, ...english]) {
      if (!MAY_BE_EMPTY.test(path)) expect(word.trim(), path).not.toBe("");
      expect(word, path).not.toMatch(/[!！]/);
    }
  });
});
