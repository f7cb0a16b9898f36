// The boundary cases of the rules as the packs state them, each on either side of its limit. Coverage at 15:00 and
// grids of 300 to 500 are in assess.test.ts.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assess, type Finding, feasibleGrids, NO_RECORDS } from "../../../src/core/assess/index.ts";
import {
  loadRulePack,
  type RegisterRow,
  type Rule,
  type RulePack,
} from "../../../src/core/standards/index.ts";
import { buildPlan, type PlanSpec } from "../../helpers/plan-builder.ts";

const pack = (id: string): RulePack =>
  loadRulePack(
    JSON.parse(readFileSync(new URL(`../../../data/standards/${id}.json`, import.meta.url), "utf8")),
  ).pack!;
const [hunan, wuhan, suzhou, kunming, zhenglan] = [
  "hunan-2022",
  "wuhan-2015",
  "suzhou-2011",
  "kunming-2023",
  "zhenglan-banner",
].map(pack) as [RulePack, RulePack, RulePack, RulePack, RulePack];

const only = (from: RulePack, id: string): RulePack => ({
  ...from,
  rules: from.rules.filter((rule) => rule.id === id),
});

const row = (kind: string, id: string, placeId: string, more: Partial<RegisterRow> = {}): RegisterRow => ({
  id,
  kind,
  name: id,
  placeId,
  position: null,
  numbers: {},
  texts: {},
  dates: {},
  ...more,
});

/** What one rule says of a plan with these rows; registers are those the rows are of, and any named besides. */
function say(
  from: RulePack,
  id: string,
  rows: readonly RegisterRow[],
  spec: Partial<PlanSpec> = {},
  given: readonly string[] = [],
): Finding[] {
  const plan = buildPlan({ residences: [], communities: [{ id: "x" }], ...spec }, only(from, id));
  const registers = Object.fromEntries(
    [...rows.map(({ kind }) => kind), ...given].map((kind) => [kind, `${kind}.csv`]),
  );
  const subdistricts = {
    ...plan.subdistricts,
    records: ["s"].map((sub) => ({
      id: sub,
      name: sub,
      parentId: null,
      statedHouseholds: null,
      numbers: {},
      row: 1,
    })),
  };
  const communities = {
    ...plan.communities,
    records: plan.communities.records.map((record) => ({ ...record, parentId: "s" })),
  };
  return [
    ...assess({
      ...plan,
      subdistricts,
      communities,
      records: { ...NO_RECORDS, registers, rows, asOf: "2026-06-30" },
    }).findings,
  ];
}
const one = (...args: Parameters<typeof say>): Finding => {
  const findings = say(...args);
  expect(findings.length).toBe(1);
  return findings[0]!;
};
const community = (numbers: RegisterRow["numbers"], texts: RegisterRow["texts"] = {}) => [
  row("community", "x", "x", { numbers, texts }),
];

describe("centres", () => {
  it.each([
    [999.9, "unmet"],
    [1000, "met"],
  ])("a street centre of %d m² is %s", (floorArea, verdict) => {
    expect(one(hunan, "HN-05", [], { centers: [{ id: "a", level: "subdistrict", floorArea }] }).verdict).toBe(
      verdict,
    );
  });

  it.each([
    [599, "unmet", 1],
    [600, "met", 0],
  ])("2000 households with %d m² are %s, short %d", (floorArea, verdict, shortfall) => {
    const finding = one(hunan, "HN-06", [], {
      residences: [{ households: 2000, community: "x" }],
      centers: [{ id: "a", community: "x", floorArea }],
    });
    expect(finding).toMatchObject({ verdict, shortfall });
  });

  it("nought households are no data, not a pass", () => {
    const spec = {
      residences: [{ households: 0, community: "x" }],
      centers: [{ id: "a", community: "x", floorArea: 100 }],
    };
    expect(one(hunan, "HN-06", [], spec)).toMatchObject({ verdict: "unknown", flag: "unknownHouseholds" });
  });

  it.each([
    [3, "met"],
    [4, "unmet"],
  ])("%d plaques at the gate are %s", (gatePlaques, verdict) => {
    const centers = [{ id: "a", community: "x" }];
    expect(
      one(hunan, "HN-30", [row("center", "a", "a", { numbers: { gatePlaques } })], { centers }).verdict,
    ).toBe(verdict);
  });

  it.each([
    [0, "unmet"],
    [1, "met"],
    [2, "met"],
    [3, "unmet"],
  ])("%d windows are %s", (windows, verdict) => {
    const centers = [{ id: "a", community: "x" }];
    expect(
      one(wuhan, "WH-02", [row("center", "a", "a", { numbers: { windows } })], { centers }).verdict,
    ).toBe(verdict);
  });
});

describe("grids", () => {
  it.each([
    [599, 2, 1],
    [600, 2, 2],
    [3000, 6, 10],
  ])("%d households: %d to %d grids", (households, fewest, most) => {
    expect(feasibleGrids(households, 300, 500)).toEqual({ fewest, most });
  });

  it.each([
    [299, "unmet"],
    [300, "met"],
    [500, "met"],
    [501, "unmet"],
  ])("a grid of %d households is %s", (households, verdict) => {
    expect(one(hunan, "HN-19", [], { residences: [{ households, community: "x", grid: "g" }] }).verdict).toBe(
      verdict,
    );
  });
});

describe("members and money", () => {
  it.each([
    [50, "branch"],
    [51, "generalBranch"],
    [100, "generalBranch"],
    [101, "committee"],
  ])("%d members call for a %s and no other", (partyMembers, fits) => {
    for (const partyBody of ["branch", "generalBranch", "committee"]) {
      const { verdict } = one(suzhou, "SZ-01", community({ partyMembers }, { partyBody }));
      expect(verdict).toBe(partyBody === fits ? "met" : "unmet");
    }
    expect(one(suzhou, "SZ-01", community({ partyMembers })).verdict).toBe("unknown");
  });

  it.each([
    [99, 15_000],
    [100, 15_000],
    [101, 15_150],
  ])("%d members call for %d yuan", (partyMembers, need) => {
    expect(one(suzhou, "SZ-21", community({ partyMembers, partyBudget: need }))).toMatchObject({
      verdict: "met",
      required: need,
      unit: "yuan",
    });
    expect(one(suzhou, "SZ-21", community({ partyMembers, partyBudget: need - 1 }))).toMatchObject({
      verdict: "unmet",
      shortfall: 1,
    });
  });

  it.each([
    [10_000, 18],
    [10_001, 19],
  ])("%d people call for %d workers", (urbanPopulation, need) => {
    const rows = (communityWorkers: number) => [
      row("subdistrict", "s", "s", { numbers: { urbanPopulation, communityWorkers } }),
    ];
    expect(one(hunan, "HN-14", rows(need))).toMatchObject({ verdict: "met", required: need, unit: "count" });
    expect(one(hunan, "HN-14", rows(need - 1))).toMatchObject({
      verdict: "unmet",
      shortfall: 1,
      flag: "staffShort",
    });
    expect(one(kunming, "KM-09", rows(need)).verdict).toBe("met");
  });

  it("20 yuan a resident", () => {
    expect(one(suzhou, "SZ-20", community({ population: 3000, workBudget: 60_000 })).verdict).toBe("met");
    expect(one(suzhou, "SZ-20", community({ population: 3000, workBudget: 59_000 }))).toMatchObject({
      verdict: "unmet",
      required: 60_000,
      shortfall: 1000,
    });
    expect(one(suzhou, "SZ-20", community({ population: 0, workBudget: 0 })).verdict).toBe("unknown");
  });

  it.each([
    [30, "met"],
    [29, "unmet"],
    [31, "unmet"],
  ])("the city bears %d of 100: %s", (cityCost, verdict) => {
    expect(
      one(suzhou, "SZ-22", [row("district", "d", "district", { numbers: { cityCost, sharedCost: 100 } })])
        .verdict,
    ).toBe(verdict);
  });
});

describe("rooms", () => {
  const homes = { residentialFloorArea: 100_000 };

  it("100,000 m² of homes call for 3000, 500 and 166.7 m²", () => {
    const verdicts = (numbers: RegisterRow["numbers"]) =>
      ["SZ-13", "SZ-14", "SZ-15"].map((id) => one(suzhou, id, community({ ...homes, ...numbers })).verdict);
    expect(verdicts({ serviceRoomsArea: 3000, workRoomsArea: 500, partyRoomsArea: 500 / 3 })).toEqual([
      "met",
      "met",
      "met",
    ]);
    expect(verdicts({ serviceRoomsArea: 2999.9, workRoomsArea: 499.9, partyRoomsArea: 166 })).toEqual([
      "unmet",
      "unmet",
      "unmet",
    ]);
  });

  it.each([
    [3000, 0],
    [3001, 2],
  ])("a resettlement area of %d households gives %d findings", (households, count) => {
    const rows = [
      row("resettlement", "r", "x", {
        numbers: { households, partyOrganisation: 1, serviceCenter: 0, committees: 1 },
      }),
    ];
    const findings = [...say(suzhou, "SZ-04", rows), ...say(suzhou, "SZ-04-committees", rows)];
    expect(findings.map(({ verdict }) => verdict)).toEqual(Array.from({ length: count }, () => "unmet"));
  });

  it("a resettlement area of unknown households is unknown", () => {
    const rows = [row("resettlement", "r", "x", { numbers: { partyOrganisation: 1, serviceCenter: 1 } })];
    expect(one(suzhou, "SZ-04", rows).verdict).toBe("unknown");
  });

  it.each([
    [29_999, 300],
    [30_000, 800],
    [99_999, 800],
    [100_000, 1700],
    [180_000, 2500],
    [280_000, 4800],
  ])("%d m² of homes call for %d m² of rooms in Xixian", (residentialFloorArea, need) => {
    const numbers = (serviceRoomsArea: number) => community({ residentialFloorArea, serviceRoomsArea });
    expect(one(pack("xixian"), "N-39", numbers(need))).toMatchObject({ verdict: "met", required: need });
    expect(one(pack("xixian"), "N-39", numbers(need - 1))).toMatchObject({ verdict: "unmet", shortfall: 1 });
  });
});

describe("exercise points and grounds", () => {
  const five = { communities: ["a", "b", "c", "d", "e"].map((id) => ({ id })) };
  const points = (...ids: string[]) => ids.map((id, i) => row("exercisePoint", `p${i}`, id));

  it("4 of 5 communities with a point pass, 3 do not", () => {
    expect(one(wuhan, "WH-06", points("a", "b", "c", "d"), five)).toMatchObject({
      verdict: "met",
      actual: 0.8,
    });
    expect(one(wuhan, "WH-06", points("a", "b", "c"), five)).toMatchObject({ verdict: "unmet", actual: 0.6 });
  });

  it("5 points in a subdistrict pass, 4 do not, none on record is unknown and not nought", () => {
    expect(one(wuhan, "WH-05", points("a", "a", "a", "a", "b"), five).verdict).toBe("met");
    expect(one(wuhan, "WH-05", points("a", "a", "a", "b"), five)).toMatchObject({
      verdict: "unmet",
      shortfall: 1,
    });
    expect(one(wuhan, "WH-05", [], five, ["exercisePoint"])).toMatchObject({ verdict: "unmet", actual: 0 });
    expect(say(wuhan, "WH-05", [], five)).toEqual([]);
  });

  it.each([
    [16_000, "unmet"],
    [16_000.1, "met"],
  ])("%d m² for 10,000 people are %s: 1.6 must be exceeded", (area, verdict) => {
    const rows = [
      row("subdistrict", "s", "s", { numbers: { population: 10_000 } }),
      row("sportsGround", "g", "x", { numbers: { area } }),
    ];
    expect(one(wuhan, "WH-07", rows).verdict).toBe(verdict);
  });

  it.each([
    [0, "unmet"],
    [1, "met"],
    [2, "met"],
    [3, "unmet"],
  ])("%d government centres are %s", (count, verdict) => {
    const rows = Array.from({ length: count }, (_, i) => row("govCenter", `g${i}`, "s"));
    expect(one(wuhan, "WH-01", rows, {}, ["govCenter"]).verdict).toBe(verdict);
  });
});

describe("bodies and meetings", () => {
  it.each([
    [3, "met"],
    [2, "unmet"],
  ])("%d of 6 in an owners' committee is %s", (partyMembers, verdict) => {
    expect(
      one(hunan, "HN-35", [row("ownersCommittee", "o", "x", { numbers: { members: 6, partyMembers } })]),
    ).toMatchObject({ verdict });
  });

  it("776 centres give at most 91.1% of 852 units one of their own", () => {
    const units = 83 + 769;
    expect(Math.floor((776 / units) * 1000) / 1000).toBe(0.91);
    const communities = Array.from({ length: units }, (_, i) => ({ id: `u${i}` }));
    const centers = Array.from({ length: 776 }, (_, i) => ({ id: `c${i}`, community: `u${i}` }));
    const finding = one(kunming, "KM-02-own", [], { communities, centers });
    expect(finding.actual).toBeCloseTo(776 / 852, 12);
    expect(one(kunming, "KM-02-own", [], { communities, centers: centers.slice(0, 775) }).verdict).toBe(
      "unmet",
    );
  });

  it("Zhenglan: 7340 herders over 95 households are 77.3 each, all of them covered", () => {
    const rows = (covered: number) => [
      row("district", "d", "district", { numbers: { herders: 7340 } }),
      ...Array.from({ length: 95 }, (_, i) =>
        row("centerHousehold", `h${i}`, "x", { numbers: { covered: covered / 95 } }),
      ),
    ];
    expect(Math.round((7340 / 95) * 10) / 10).toBe(77.3);
    expect(one(zhenglan, "ZL-02", rows(7340 + 1e-6)).verdict).toBe("met");
    expect(one(zhenglan, "ZL-02", rows(7330))).toMatchObject({ verdict: "unmet" });
  });

  it.each([
    [2, 3, "met"],
    [2, 2, "unmet"],
    [2, 4, "unmet"],
  ])("a meeting of level %d chaired from %d is %s", (level, chairLevel, verdict) => {
    const rows = [row("meeting", "m", "x", { numbers: { level, chairLevel }, texts: { type: "joint" } })];
    expect(one(kunming, "KM-05", rows).verdict).toBe(verdict);
  });

  it.each([
    ["2026-06-14", "met"],
    ["2026-06-13", "unmet"],
  ])("a talk on %s is %s by 30 June: 16 days", (date, verdict) => {
    expect(one(pack("dehua"), "DH-08", [row("talk", "t", "x", { dates: { date } })]).verdict).toBe(verdict);
  });

  it("a date is not judged when nobody says the day", () => {
    const plan = buildPlan({ residences: [], communities: [{ id: "x" }] }, only(pack("dehua"), "DH-08"));
    const records = {
      ...NO_RECORDS,
      registers: { talk: null },
      rows: [row("talk", "t", "x", { dates: { date: "2026-06-14" } })],
    };
    expect(assess({ ...plan, records })).toMatchObject({
      findings: [],
      silentRules: [{ ruleId: "DH-08", missing: "records" }],
    });
  });

  it("every subdistrict a proposal concerns must answer", () => {
    const rows = (...from: string[]) => [
      row("proposal", "p", "district", { texts: { concerns: "s1、s2" } }),
      ...from.map((answer) => row("opinion", `o${answer}`, "p", { texts: { from: answer } })),
    ];
    expect(one(hunan, "HN-09", rows("s1", "s2")).verdict).toBe("met");
    expect(one(hunan, "HN-09", rows("s1"))).toMatchObject({ verdict: "unmet", actual: 1 });
  });

  it("a rule without a number is silent until a user sets one", () => {
    const silent = only(suzhou, "SZ-02");
    const plan = buildPlan({ residences: [], communities: [{ id: "x" }] }, silent);
    expect(assess(plan).silentRules).toEqual([{ ruleId: "SZ-02", missing: "value" }]);
    const set: RulePack = { ...silent, rules: silent.rules.map((rule): Rule => ({ ...rule, value: 20 })) };
    const records = {
      ...NO_RECORDS,
      registers: { community: null },
      rows: community({ largestBranch: 50, smallestBranch: 20 }),
    };
    expect(assess({ ...plan, pack: set, records }).findings[0]).toMatchObject({
      verdict: "unmet",
      actual: 30,
      shortfall: 10,
    });
  });
});
