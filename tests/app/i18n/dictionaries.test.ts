// The dictionaries have the same keys by type; here, that every word is there and in its own language.

import { describe, expect, it } from "vitest";
import { en } from "../../../src/app/i18n/en.ts";
import { zhCn } from "../../../src/app/i18n/zh-cn.ts";

function wordsOf(value: unknown, path = ""): [path: string, word: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String(value("7", "9", "3"))]];
  return Object.entries(value as object).flatMap(([key, part]) => wordsOf(part, `${path}.${key}`));
}

const CHINESE = /\p{Script=Han}/u;
/** The button that leads to Chinese, and the letters drawn inside centres. */
const CHINESE_IN_ENGLISH = new Set([".language", ".legend.center"]);

describe("dictionaries", () => {
  it("have a word for every key", () => {
    const [chinese, english] = [wordsOf(zhCn), wordsOf(en)];
    expect(english.map(([path]) => path)).toEqual(chinese.map(([path]) => path));
    for (const [path, word] of [...chinese, ...english]) expect(word.trim(), path).not.toBe("");
  });

  it("hold no Chinese in English", () => {
    const strays = wordsOf(en).filter(([path, word]) => CHINESE.test(word) && !CHINESE_IN_ENGLISH.has(path));
    expect(strays).toEqual([]);
  });

  it("shout nowhere", () => {
    for (const [path, word] of [...wordsOf(zhCn), ...wordsOf(en)]) expect(word, path).not.toMatch(/[!！]/);
  });
});
