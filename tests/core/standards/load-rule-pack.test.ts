import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadRulePack, METRIC_IDS, METRIC_SHAPES, type RulePack } from "../../../src/core/standards/index.ts";

const FOLDER = new URL("../../../data/standards/", import.meta.url);
const packFiles = readdirSync(FOLDER).filter((name) => name.endsWith(".json") && name !== "coverage.json");
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
const hunan = () => read("hunan-2022.json") as RulePack;

/** Paths of the problems of the Hunan pack with `value` put at `path` (undefined takes the field out). */
function problemsWith(path: string, value: unknown): string[] {
  const pack = read("hunan-2022.json") as Fields;
  const keys = path.split(".");
  const last = keys.pop()!;
  const parent = keys.reduce((fields, key) => fields[key] as Fields, pack);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  const { pack: loaded, problems } = loadRulePack(pack);
  expect(loaded === null).toBe(problems.length > 0);
  return problems.map((problem) => problem.path);
}
type Fields = Record<string, unknown>;

describe("packs in data/standards", () => {
  it("sees them", () =>
    expect(packFiles).toEqual(expect.arrayContaining(["hunan-2022.json", "national.json"])));

  it.each(packFiles)("%s loads, and is named for its id", (name) => {
    const { pack, problems } = loadRulePack(read(name));
    expect(problems).toEqual([]);
    expect(`${pack?.id}.json`).toBe(name);
  });

  it("states the Hunan numbers", () => {
    const rules = Object.fromEntries(hunan().rules.map(({ id, force, value }) => [id, [force, value]]));
    expect(rules).toMatchObject({
      "HN-03": ["must", 1],
      "HN-05": ["general", 1000],
      "HN-06": ["advice", 30],
      "HN-14": ["must", 18],
      "HN-18": ["general", 0],
      "HN-19": ["general", [300, 500]],
      "HN-19-count": ["general", [300, 500]],
      "HN-22": ["general", 1],
      "HN-24": ["must", 1],
      "HN-30": ["general", 3],
      "HN-35": ["general", 0.5],
      "HN-53": ["must", 1],
    });
  });

  it("states the Suzhou and Wuhan numbers", () => {
    const value = (name: string, id: string) =>
      (read(name) as RulePack).rules.find((rule) => rule.id === id)?.value;
    expect(value("suzhou-2011.json", "SZ-13")).toBe(0.03);
    expect(value("suzhou-2011.json", "SZ-14")).toBe(0.005);
    expect(value("suzhou-2011.json", "SZ-15")).toBeCloseTo(1 / 3, 12);
    expect(value("suzhou-2011.json", "SZ-20")).toBe(20);
    expect(value("suzhou-2011.json", "SZ-21")).toBe(150);
    expect(value("wuhan-2015.json", "WH-05")).toBe(5);
    expect(value("wuhan-2015.json", "WH-06")).toBe(0.8);
    expect(value("wuhan-2015.json", "WH-07")).toBe(1.6);
  });

  it("states the national numbers", () => {
    const { rules } = read("national.json") as RulePack;
    expect(Object.fromEntries(rules.map(({ id, force, value }) => [id, [force, value]]))).toMatchObject({
      "N-13-access": ["general", 1],
      "N-13-area": ["general", 30],
      "N-19": ["general", 600],
      "N-19-preferred": ["advice", 800],
      "N-50": ["general", [1000, 3000]],
      "N-21": ["must", 30],
    });
  });

  it("has no id twice across packs, and an article for each rule in both languages", () => {
    const rules = packFiles.flatMap((name) => (read(name) as RulePack).rules);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, source, text } of rules) {
      for (const words of [source.document, source.article, text]) {
        expect(words.zh, id).toMatch(/[\u4e00-\u9fff]|DB\d/);
        expect(words.en, id).not.toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });

  it("asks every metric of the vocabulary somewhere", () => {
    const asked = packFiles.flatMap((name) => (read(name) as RulePack).rules.map(({ metric }) => metric));
    expect([...new Set(asked)].sort()).toEqual([...METRIC_IDS].sort());
  });
});

describe("loadRulePack", () => {
  it.each([null, [], "pack", 3, {}])("answers %j with problems, not an exception", (json) => {
    const { pack, problems } = loadRulePack(json);
    expect(pack).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
    for (const { message } of problems) expect(message).not.toBe("");
  });

  it.each([
    ["rules.0.metric", "community.joy"],
    ["rules.0.force", "strict"],
    ["rules.0.unit", "m2"],
    ["rules.0.comparison", "equal"],
    ["rules.0.title.en", ""],
    ["rules.0.source.date", "May 2022"],
    ["rules.1.applies.level", "street"],
    ["rules.2.applies", { level: "community" }],
    ["rules.2.value", [30, 40]],
    ["rules.4.value", [500, 300]],
    ["rules.4.value", 300],
    ["rules.1.id", "HN-03"],
    ["validTo", "2020-01-01"],
    ["walk.minutes", 0],
    ["rules", []],
    ["edition", undefined],
  ])("names %s when it is %j", (path, value) => expect(problemsWith(path, value)).toEqual([path]));

  it("names what a metric needs, and refuses what it does not know", () => {
    expect(problemsWith("rules.3.parameters", undefined)).toEqual(["rules.3.parameters.splitAbove"]);
    expect(problemsWith("author", "x")).toEqual([""]);
    expect(problemsWith("edition", "2023")).toEqual([]);
  });

  it.each([
    ["HN-36", "denominator", "eligble"],
    ["HN-36", "number", "hasParty"],
    ["HN-20", "text", "residence"],
    ["HN-20", "register", "micro"],
    ["HN-14", "denominator", "urbanpopulation"],
    ["HN-09", "text", "concern"],
  ])("names a name that %s's %s speaks of and nothing declares: %s", (id, field, name) => {
    const at = (read("hunan-2022.json") as RulePack).rules.findIndex((rule) => rule.id === id);
    expect(problemsWith(`rules.${at}.of.${field}`, name)).toContain(`rules.${at}.of.${field}`);
  });

  it("has a shape for each metric", () => {
    expect(Object.keys(METRIC_SHAPES)).toEqual([...METRIC_IDS]);
  });
});
