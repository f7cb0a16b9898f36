import { describe, expect, it } from "vitest";
import type { Issue, IssueCode, Severity } from "../../src/core/base/index.ts";
import { FAILURE_CODES, ISSUE_CODES, STAGES } from "../../src/core/base/index.ts";
import { failureSentence, stageLabel } from "../../src/messages/failures.ts";
import { fillTemplate } from "../../src/messages/fill-template.ts";
import { ISSUE_TEMPLATES } from "../../src/messages/issue-templates.ts";
import { countIssues, issueSentence } from "../../src/messages/issues.ts";
import { LANGUAGES } from "../../src/messages/language.ts";
import { VOCABULARIES } from "../../src/messages/vocabularies.ts";
import { collection, importTexts, point, square, TOWN } from "../core/formats/fixtures.ts";

const templates = (code: IssueCode, severity: Severity): string[] =>
  LANGUAGES.map((language) => {
    const entry = ISSUE_TEMPLATES[code][language];
    return typeof entry === "string" ? entry : entry({ code, severity });
  });
const gapsOf = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)(?::(\w+))?\}/g)].map(([, name]) => name!).sort();

describe("issueSentence", () => {
  it.each(ISSUE_CODES)("says %s in both languages, with the same gaps", (code) => {
    for (const severity of ["error", "warning"] as const) {
      const [zh, en] = templates(code, severity);
      expect(zh).toMatch(/[\u4e00-\u9fff].*。$/u);
      expect(en).toMatch(/^[^\u4e00-\u9fff]*\.$/u);
      expect(new Set(gapsOf(zh!))).toEqual(new Set(gapsOf(en!)));
    }
  });

  it("uses vocabularies that exist, in both languages alike", () => {
    for (const code of ISSUE_CODES) {
      for (const template of templates(code, "error")) {
        for (const [, vocabulary] of template.matchAll(/\{\w+:(\w+)\}/g)) {
          expect(VOCABULARIES).toHaveProperty(vocabulary!);
        }
      }
    }
    for (const words of Object.values(VOCABULARIES)) {
      expect(Object.keys(words.en)).toEqual(Object.keys(words["zh-CN"]));
    }
  });

  it("names file, row and field, what happened and what to do", () => {
    const issue: Issue = {
      code: "households.withUnit",
      severity: "info",
      file: "楼.csv",
      row: 3,
      field: "户数",
      values: { value: "372户", used: 372 },
    };
    expect(issueSentence(issue, "zh-CN")).toBe(
      "文件“楼.csv”第 3 条字段“户数”：户数写作“372户”，按 372 户计。",
    );
    expect(issueSentence(issue, "en")).toBe(
      "楼.csv, row 3, field “户数”: households are written “372户”; counted as 372.",
    );
    const shared = { ...issue, values: { ...issue.values, rows: 30 } };
    expect(issueSentence(shared, "zh-CN")).toMatch(/（同样情况共 30 条）$/);
    expect(issueSentence(shared, "en")).toMatch(/ \(30 rows alike\)$/);
  });

  it("leaves no gap open in what a bad import says", async () => {
    const { issues } = await importTexts({
      ...TOWN,
      "residences.geojson": collection([
        ...["372户", "约3", "", -1, "x", 0].map((households, i) =>
          point(112.98 + i / 1e3, 28.2, { id: "A", households }),
        ),
        point(28.2, 112.98, { households: 1 }),
        point(5e5, 3e6, { households: 1 }),
        point(0, 0, {}),
        { type: "Feature", properties: {}, geometry: null },
        { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: ["1", 2] } },
        {
          type: "Feature",
          properties: {},
          geometry: {
            type: "MultiPoint",
            coordinates: [
              [112.98, 28.2],
              [112.98, 28.3],
            ],
          },
        },
      ]),
      "centers.geojson": collection([
        square(112.98, 28.2, 0.001, { name: "x", area: "2亩", level: "九级" }),
        point(112.98, 28.2, { area: "约3㎡" }),
        point(112.98, 28.2, { area: 0 }),
      ]),
      "communities.geojson": collection([point(112.98, 28.2)]),
      "grids.geojson": collection([point(112.98, 28.2)]),
      "more residences.csv": "households,lon,lat\n1,112,28,4\n",
      "bad.json": "{",
      "bad2.json": "hello",
      "bad3.json": "[]",
      "bad4.json": '{"type":"FeatureCollection","features":[]}',
      "photo.jpg": "\u0000",
      "nothing.csv": "",
      "project.json": '{"version":1,"name":"x","layers":[{"role":"house"}],"more":1}',
    });
    expect(new Set(issues.map(({ code }) => code)).size).toBeGreaterThan(25);
    for (const issue of issues) {
      for (const language of LANGUAGES)
        expect(issueSentence(issue, language)).not.toMatch(/\?|undefined|NaN|\{|\}/);
    }
  });
});

describe("countIssues", () => {
  it("groups by code and file, worst first", () => {
    const issue = (code: IssueCode, severity: Severity, rows = 1): Issue => ({
      code,
      severity,
      file: "a",
      ...(rows > 1 ? { values: { rows } } : {}),
    });
    const counted = countIssues([
      issue("households.withUnit", "info"),
      issue("households.blank", "warning", 30),
      issue("households.blank", "warning"),
      issue("row.noGeometry", "error"),
    ]);
    expect(counted.map(({ issue: { code }, count }) => [code, count])).toEqual([
      ["row.noGeometry", 1],
      ["households.blank", 2],
      ["households.withUnit", 1],
    ]);
  });
});

describe("fillTemplate", () => {
  it("looks words up and shows what is missing", () => {
    expect(fillTemplate("{a:kinds} {b} {c}", { a: "point/polygon", b: 0.1 + 0.2 }, "zh-CN")).toBe(
      "点或面 0.3 ?",
    );
  });
});

describe("failures and stages", () => {
  it("have words in both languages", () => {
    for (const language of LANGUAGES) {
      for (const code of FAILURE_CODES) expect(failureSentence(code, {}, language).length).toBeGreaterThan(3);
      for (const stage of STAGES) expect(stageLabel(stage, language).length).toBeGreaterThan(3);
    }
  });
});
