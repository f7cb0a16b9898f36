// The boundary tests of the domain, in their order: each figure on either side of its limit, with what the finding says
// is asked for and what is lacking. Every rule's own limits are in rules/.

import { describe, expect, it } from "vitest";
import { assess, type Finding, feasibleGrids, NO_RECORDS } from "../../../src/core/assess/index.ts";
import type { RulePack } from "../../../src/core/standards/index.ts";
import { readPack } from "../../helpers/demo-scene.ts";
import { buildPlan } from "../../helpers/plan-builder.ts";
import { type Facts, judgeRule, type Rows } from "../../helpers/rule-cases.ts";

const [hunan, wuhan, suzhou, kunming, zhenglan] = (
  ["hunan-2022", "wuhan-2015", "suzhou-2011", "kunming-2023", "zhenglan-banner"] as const
).map(readPack) as [RulePack, RulePack, RulePack, RulePack, RulePack];

function one(pack: RulePack, id: string, rows: Rows, facts: Facts = {}): Finding {
  const { findings } = judgeRule(pack, id, rows, facts);
  expect(findings.length).toBe(1);
  return findings[0]!;
}

const home = (households: number, more = {}) => ({
  residences: [{ households, community: "x", grid: "g", ...more }],
});

describe("boundaries", () => {
  it.each([
    [999.9, "unmet"],
    [1000, "met"],
  ])("street centre of %d m²: %s", (floorArea, verdict) => {
    const facts = { centers: [{ id: "a", level: "subdistrict" as const, floorArea }] };
    expect(one(hunan, "HN-05", {}, facts).verdict).toBe(verdict);
  });

  it.each([
    [599, "unmet", 1],
    [600, "met", 0],
  ])("2000 households with %d m²: %s, short %d m²", (floorArea, verdict, shortfall) => {
    const facts = { ...home(2000), centers: [{ id: "a", community: "x", floorArea }] };
    expect(one(hunan, "HN-06", {}, facts)).toMatchObject({ verdict, shortfall });
  });

  it("0 households: no data, not a pass", () => {
    const facts = { ...home(0), centers: [{ id: "a", community: "x", floorArea: 100 }] };
    expect(one(hunan, "HN-06", {}, facts)).toMatchObject({ verdict: "unknown", flag: "unknownHouseholds" });
  });

  it.each([
    [299, "unmet"],
    [300, "met"],
    [500, "met"],
    [501, "unmet"],
  ])("grid of %d households: %s", (households, verdict) => {
    expect(one(hunan, "HN-19", {}, home(households)).verdict).toBe(verdict);
  });

  it.each([
    [299, 1, 0],
    [599, 2, 1],
    [600, 2, 2],
    [3000, 6, 10],
  ])("%d households: from %d to %d grids", (households, fewest, most) => {
    expect(feasibleGrids(households, 300, 500)).toEqual({ fewest, most });
  });

  it.each([
    ["15:00", 900, "met", 1],
    ["15:01", 901, "unmet", 0],
  ])("a walk of %s at 1 m/s, %d m: %s", (_, metres, verdict, actual) => {
    expect(one(hunan, "HN-03", {}, home(10, { metres: { a: metres } }))).toMatchObject({ verdict, actual });
  });

  it("a household without any way to a centre is not covered; one off the network is not judged", () => {
    expect(one(hunan, "HN-03", {}, home(10))).toMatchObject({ verdict: "unmet", actual: 0 });
    expect(one(hunan, "HN-03", {}, home(10, { linked: false })).verdict).toBe("unknown");
  });

  it.each([
    [50, "branch"],
    [51, "generalBranch"],
    [100, "generalBranch"],
    [101, "committee"],
  ])("%d members: a %s and no other", (partyMembers, fits) => {
    for (const partyBody of ["branch", "generalBranch", "committee"]) {
      const { verdict } = one(suzhou, "SZ-01", { community: { partyMembers, partyBody } });
      expect(verdict).toBe(partyBody === fits ? "met" : "unmet");
    }
  });

  it.each([
    [99, 15_000],
    [100, 15_000],
    [101, 15_150],
  ])("%d members: %d yuan", (partyMembers, need) => {
    const budget = (partyBudget: number) =>
      one(suzhou, "SZ-21", { community: { partyMembers, partyBudget } });
    expect(budget(need)).toMatchObject({ verdict: "met", required: need, unit: "yuan" });
    expect(budget(need - 1)).toMatchObject({ verdict: "unmet", shortfall: 1 });
  });

  it.each([
    [10_000, 18],
    [10_001, 19],
  ])("%d people: %d workers", (urbanPopulation, need) => {
    for (const [pack, id] of [[hunan, "HN-14"] as const, [kunming, "KM-09"] as const]) {
      const staff = (communityWorkers: number) =>
        one(pack, id, { subdistrict: { urbanPopulation, communityWorkers } });
      expect(staff(need)).toMatchObject({ verdict: "met", required: need, unit: "count" });
      expect(staff(need - 1)).toMatchObject({ verdict: "unmet", shortfall: 1, flag: "staffShort" });
    }
  });

  it.each([
    [3000, []],
    [3001, ["unmet"]],
  ])("resettlement of %d households: %j", (households, verdicts) => {
    const rows = { resettlement: { households, partyOrganisation: 1, serviceCenter: 0, committees: 1 } };
    for (const id of ["SZ-04", "SZ-04-committees"]) {
      expect(judgeRule(suzhou, id, rows).findings.map(({ verdict }) => verdict)).toEqual(verdicts);
    }
  });

  it("4 of 5 communities with an exercise point: 80%, met", () => {
    const communities = ["a", "b", "c", "d", "e"].map((id) => ({ id, parentId: "s" }));
    const rows = { exercisePoint: ["a", "b", "c", "d"].map((at) => ({ at })) };
    expect(one(wuhan, "WH-06", rows, { communities })).toMatchObject({ verdict: "met", actual: 0.8 });
  });

  it.each([
    [16_000, "unmet"],
    [16_001, "met"],
  ])("%d m² of sports ground for 10,000 people: %s, 1.6 must be exceeded", (area, verdict) => {
    const rows = { subdistrict: { population: 10_000 }, sportsGround: { area } };
    expect(one(wuhan, "WH-07", rows).verdict).toBe(verdict);
  });

  it("owners' committee with 3 of 6: 50%, met", () => {
    const rows = { ownersCommittee: { members: 6, partyMembers: 3 } };
    expect(one(hunan, "HN-35", rows)).toMatchObject({ verdict: "met", actual: 0.5 });
  });

  it("Kunming: 776 centres for 83 + 769 places give at most 91.1% one of their own", () => {
    const ids = Array.from({ length: 83 + 769 }, (_, i) => `u${i}`);
    const facts = {
      communities: ids.map((id) => ({ id, parentId: "s" })),
      centers: ids.slice(0, 776).map((community, i) => ({ id: `c${i}`, community })),
      grids: [],
    };
    expect(one(kunming, "KM-02-own", {}, facts).actual).toBeCloseTo(0.911, 3);
  });

  it("Zhenglan: 7340 herders over 95 households, 77.3 each, all covered and no fewer", () => {
    const each = 7340 / 95;
    expect(Math.round(each * 10) / 10).toBe(77.3);
    const rows = (covered: number) => ({
      district: { herders: 7340 },
      centerHousehold: Array.from({ length: 95 }, () => ({ covered })),
    });
    expect(one(zhenglan, "ZL-02", rows(each + 1e-9)).verdict).toBe("met");
    expect(one(zhenglan, "ZL-02", rows(77.2)).verdict).toBe("unmet");
  });

  it.each([
    ["SZ-13", "serviceRoomsArea", "residentialFloorArea", 100_000, 3000],
    ["SZ-14", "workRoomsArea", "residentialFloorArea", 100_000, 500],
    ["SZ-15", "partyRoomsArea", "workRoomsArea", 500, 166.7],
  ])("%s: %s of %s, %d m²: %d m²", (id, part, whole, base, need) => {
    const rooms = (area: number) => one(suzhou, id, { community: { [part]: area, [whole]: base } }).verdict;
    expect([rooms(need), rooms(need - 0.1)]).toEqual(["met", "unmet"]);
  });
});

describe("besides", () => {
  it("20 yuan a resident is said as the sum that is lacking", () => {
    const rows = { community: { population: 3000, workBudget: 59_000 } };
    expect(one(suzhou, "SZ-20", rows)).toMatchObject({ verdict: "unmet", required: 60_000, shortfall: 1000 });
  });

  it("a date is not judged when nobody says the day", () => {
    const dehua = readPack("dehua");
    const pack = { ...dehua, rules: dehua.rules.filter(({ id }) => id === "DH-08") };
    const plan = buildPlan({ residences: [], communities: [{ id: "x" }] }, pack);
    const row = { id: "t", kind: "talk", name: "t", placeId: "x", position: null, numbers: {}, texts: {} };
    const records = {
      ...NO_RECORDS,
      registers: { talk: null },
      rows: [{ ...row, dates: { date: "2026-06-14" } }],
    };
    expect(assess({ ...plan, records })).toMatchObject({
      findings: [],
      silentRules: [{ ruleId: "DH-08", missing: "records" }],
    });
  });

  it.each([
    [hunan, "HN-04"],
    [suzhou, "SZ-02"],
    [zhenglan, "ZL-01"],
  ] as const)("a rule without a number in its text is silent until a user sets one: %#", (pack, id) => {
    const rules = pack.rules.filter((rule) => rule.id === id);
    const plan = buildPlan({ residences: [], communities: [{ id: "x" }] }, { ...pack, rules });
    expect(rules[0]?.value).toBeNull();
    expect(assess(plan).silentRules).toEqual([{ ruleId: id, missing: "value" }]);
  });
});
