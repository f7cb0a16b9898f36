// Sentences for bad packs, rows and moves: file, entry, field and remedy, in both languages.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadRulePack, MATTER_REFUSALS, PACK_PROBLEMS, ROW_FAULTS } from "../../src/core/standards/index.ts";
import { LANGUAGES } from "../../src/messages/language.ts";
import {
  matterRefusalSentence,
  packProblemSentence,
  rowFaultSentence,
} from "../../src/messages/pack-problems.ts";

type Fields = Record<string, unknown>;
const wuhan = () =>
  JSON.parse(readFileSync(new URL("../../data/standards/wuhan-2015.json", import.meta.url), "utf8"));

/** What is said of the Wuhan pack after `change`, in Chinese. */
function said(
  change: (pack: { rules: Fields[]; registers: Fields[]; matters: Fields[] } & Fields) => void,
): string[] {
  const pack = wuhan();
  change(pack);
  return loadRulePack(pack).problems.map((problem) => packProblemSentence(problem, "wuhan.json", "zh-CN"));
}

describe("bad packs", () => {
  it.each([
    [
      "a misspelt metric",
      (p: { rules: Fields[] }) => {
        p.rules[0]!["metric"] = "place.recrods";
      },
      /^wuhan\.json，条目 WH-01，rules\.0\.metric：没有这个写法/,
    ],
    [
      "a wrong unit",
      (p: { rules: Fields[] }) => {
        p.rules[0]!["unit"] = "m2";
      },
      /WH-01，rules\.0\.unit：单位不对（写的是“m2”，应为“.+”）。请换成该指标的单位/,
    ],
    [
      "a missing article",
      (p: { rules: Fields[] }) => {
        delete (p.rules[0]!["source"] as Fields)["article"];
      },
      /WH-01，rules\.0\.source\.article：缺少这一项.*条款/,
    ],
    [
      "two rules with one id",
      (p: { rules: Fields[] }) => {
        p.rules[1]!["id"] = "WH-01";
      },
      /rules\.1\.id：编号重复/,
    ],
    [
      "a register nobody declares",
      (p: { rules: Fields[] }) => {
        p.rules[0]!["of"] = { register: "govCentre" };
      },
      /WH-01，rules\.0\.of\.register：用了没有声明的名称/,
    ],
    [
      "a rule about nothing",
      (p: { rules: Fields[] }) => {
        delete p.rules[0]!["of"];
      },
      /rules\.0\.of：没有写明评什么/,
    ],
    [
      "an attribute with names",
      (p: { registers: Fields[] }) => {
        p.registers[0]!["attributes"] = [
          { id: "resident", name: { zh: "居民姓名", en: "Resident" }, type: "text" },
        ];
      },
      /registers\.0\.attributes\.0\.name：会存个人信息，按设计拒绝/,
    ],
    [
      "a colour without meaning",
      (p: { registers: Fields[] }) => {
        p.registers[0]!["attributes"] = [
          { id: "colour", name: { zh: "颜色", en: "Colour" }, type: "colour" },
        ];
      },
      /颜色或选项没有含义/,
    ],
    [
      "a workflow that goes nowhere",
      (p: { matters: Fields[] }) => {
        (p.matters[0]!["moves"] as Fields[])[0]!["to"] = "nowhere";
      },
      /moves\.0\.to：流程接不上（“nowhere”）/,
    ],
  ] as const)("%s", (_, change, sentence) => {
    const sentences = said(change as Parameters<typeof said>[0]);
    expect(sentences.length).toBeGreaterThan(0);
    expect(
      sentences.some((each) => sentence.test(each)),
      sentences.join("\n"),
    ).toBe(true);
    for (const each of sentences)
      expect(each, "no English words").not.toMatch(/\b(?:is|not|needs|takes|expected)\b/i);
  });

  it("has words for every code in both languages, without a hole", () => {
    for (const language of LANGUAGES) {
      const sentences = [
        ...PACK_PROBLEMS.map((code) =>
          packProblemSentence({ code, path: "rules.0", subject: "X", message: "m" }, "f.json", language),
        ),
        ...ROW_FAULTS.map((code) =>
          rowFaultSentence({ code, row: 4, field: "area", value: "v" }, "f.csv", language),
        ),
        ...MATTER_REFUSALS.map((code) =>
          matterRefusalSentence(
            code,
            { kind: "k", state: "s", from: "a", to: "b", field: "f", date: "d", last: "l" },
            language,
          ),
        ),
      ];
      for (const sentence of sentences) {
        expect(sentence).not.toMatch(/[{}]|undefined/);
        expect(sentence).toMatch(language === "en" ? /\.$/ : /。$/);
        if (language === "en") expect(sentence).not.toMatch(/[\u4e00-\u9fff]/);
      }
      expect(
        rowFaultSentence({ code: "noPlace", row: 4, field: null, value: "c9" }, "f.csv", language),
      ).toMatch(/5/);
    }
  });
});
