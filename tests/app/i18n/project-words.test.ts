// The words about keeping the work: all there, each in its own language.

import { expect, it } from "vitest";
import { projectEn } from "../../../src/app/i18n/project-en.ts";
import { projectZhCn } from "../../../src/app/i18n/project-zh-cn.ts";

const say = (word: unknown): string =>
  typeof word === "function" ? String(word("7", "8", "9")) : String(word);

it("are there in both languages and shout in none", () => {
  expect(Object.keys(projectEn).sort()).toEqual(Object.keys(projectZhCn).sort());
  for (const [key, word] of Object.entries(projectEn)) {
    expect(say(word), key).not.toMatch(/\p{Script=Han}|!/u);
    expect(say(word).trim(), key).not.toBe("");
  }
  for (const [key, word] of Object.entries(projectZhCn)) {
    expect(say(word), key).toMatch(/\p{Script=Han}|MB/u);
    expect(say(word), key).not.toMatch(/[!！]/);
  }
});
