// Boundary cases of the rules, one by one, then the whole against a plain re-computation.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AssessInput,
  assess,
  type Finding,
  feasibleGrids,
  prepareAssessment,
} from "../../../src/core/assess/index.ts";
import { METRIC_IDS, type MetricId, type Rule, type RulePack } from "../../../src/core/standards/index.ts";
import { naiveAccess, naiveArea, naiveCenters, naiveRange, naiveTotals } from "../../helpers/naive-assess.ts";
import {
  ACCESS,
  AREA,
  buildPlan,
  type CenterSpec,
  type PlanSpec,
  packOf,
  type ResidenceSpec,
} from "../../helpers/plan-builder.ts";

const judged = (spec: PlanSpec, pack: RulePack) => assess(buildPlan(spec, pack));
const first = (spec: PlanSpec, pack: RulePack): Finding => judged(spec, pack).findings[0]!;
const facts = ({ verdict, flag, actual, required, shortfall }: Finding) => ({
  verdict,
  flag,
  actual,
  required,
  shortfall,
});
const input = (finding: Finding, name: string) =>
  finding.inputs.find((candidate) => candidate.name === name)?.value;

describe("coverage", () => {
  const homes = (metres: number): ResidenceSpec[] => [
    { households: 40, community: "x", metres: { a: metres } },
  ];
  const centers: CenterSpec[] = [{ id: "a", community: "x", floorArea: 100 }];

  it.each([
    [900, "met"],
    [900.1, "unmet"],
    [901, "unmet"],
  ])("%d m at 1.0 m/s is %s: 15:00 is in, 15:01 is out", (metres, verdict) => {
    expect(first({ residences: homes(metres), centers }, ACCESS).verdict).toBe(verdict);
  });

  it("counts the covered and names the far, with the longest walk", () => {
    const residences: ResidenceSpec[] = [
      ...homes(600),
      { households: 10, community: "x", metres: { a: 1260 } },
    ];
    const finding = first({ residences, centers }, ACCESS);
    expect(facts(finding)).toEqual({
      verdict: "unmet",
      flag: "tooFar",
      actual: 0.8,
      required: 50,
      shortfall: 10,
    });
    expect(input(finding, "uncovered")).toBe(10);
    expect(input(finding, "worstMinutes")).toBe(21);
    expect(finding.inputs.find(({ name }) => name === "households")?.file).toBe("homes.geojson");
  });

  it("is unmet where no centre can be reached, never 0 minutes", () => {
    const { findings, totals, communities } = judged(
      { residences: [{ households: 7, community: "x" }], centers },
      ACCESS,
    );
    expect(findings[0]).toMatchObject({ verdict: "unmet", flag: "tooFar", actual: 0 });
    expect(totals).toMatchObject({ covered: 0, unreachable: 7, unreachableResidences: 1, unlinked: 0 });
    expect(communities[0]).toMatchObject({ worstMinutes: null, p50Minutes: null, coverage: 0 });
  });

  it("is unknown where only unlinked residences stand in the way, unmet where others are far as well", () => {
    const unlinked: ResidenceSpec = { households: 5, community: "x", linked: false };
    const alone = judged({ residences: [...homes(100), unlinked], centers }, ACCESS);
    expect(facts(alone.findings[0]!)).toMatchObject({
      verdict: "unknown",
      flag: "unknownAccess",
      shortfall: null,
    });
    expect(alone.totals).toMatchObject({ households: 45, covered: 40, unlinked: 5, unlinkedResidences: 1 });
    expect(alone.communities[0]).toMatchObject({ flags: ["unknownAccess"], unlinked: 5, coverage: 40 / 45 });
    const both = first({ residences: [...homes(1000), unlinked], centers }, ACCESS);
    expect(facts(both)).toMatchObject({ verdict: "unmet", flag: "tooFar", shortfall: 40 });
  });

  it("is unknown while a centre of the community itself joins no path", () => {
    const own: CenterSpec[] = [...centers, { id: "b", community: "x", linked: false }];
    expect(first({ residences: homes(2000), centers: own }, ACCESS)).toMatchObject({
      verdict: "unknown",
      flag: "unknownAccess",
    });
    expect(first({ residences: homes(200), centers: own }, ACCESS).verdict).toBe("met");
    const elsewhere: CenterSpec[] = [...centers, { id: "b", community: "y", linked: false }];
    expect(first({ residences: homes(2000), centers: elsewhere }, ACCESS).verdict).toBe("unmet");
  });

  it("lets unknown households decide nothing, and undo nothing that is certain", () => {
    const blank = (metres: number): ResidenceSpec => ({
      households: null,
      community: "x",
      metres: { a: metres },
    });
    const verdict = (...residences: ResidenceSpec[]) => first({ residences, centers }, ACCESS).verdict;
    expect(verdict(...homes(100), blank(100))).toBe("met");
    expect(verdict(...homes(100), blank(1000))).toBe("unknown");
    expect(verdict(...homes(1000), blank(100))).toBe("unmet");
    expect(verdict(blank(100))).toBe("unknown");
  });

  it("has no data on no residences and on nought households", () => {
    const communities = [{ id: "x" }];
    const none = judged({ residences: [], centers, communities }, ACCESS);
    expect(none.findings[0]).toMatchObject({ verdict: "unknown", flag: "unknownHouseholds", actual: null });
    expect(none.communities[0]).toMatchObject({ households: null, coverage: null, residences: 0 });
    expect(none.totals.coverage).toBeNull();
    const empty = judged(
      { residences: [{ households: 0, community: "x", metres: { a: 5 } }], centers },
      ACCESS,
    );
    expect(empty.findings[0]).toMatchObject({ verdict: "unknown", flag: "unknownHouseholds" });
    expect(empty.communities[0]!.households).toBe(0);
  });

  it("counts 5, 10 and 15 minutes", () => {
    const residences = [299, 300, 300.1, 600, 600.1, 900, 900.1].map((metres, i) => ({
      households: 10 ** i,
      community: "x",
      metres: { a: metres },
    }));
    expect(judged({ residences, centers }, ACCESS).totals.bands).toEqual([11, 1111, 111111]);
  });

  it("tells how walks are spread, weighted by households", () => {
    const residences = [
      { households: 50, metres: { a: 60 } },
      { households: 39, metres: { a: 120 } },
      { households: 1, metres: { a: 180 } },
      { households: 10, metres: { a: 240 } },
      { households: 0, metres: { a: 3000 } },
      { households: null, metres: { a: 600 } },
    ].map((residence) => ({ community: "x", ...residence }));
    expect(judged({ residences, centers }, ACCESS).communities[0]).toMatchObject({
      p50Minutes: 1,
      p90Minutes: 3,
      worstMinutes: 10,
    });
  });

  it("asks a share when the rule does", () => {
    const share = packOf({ ...ACCESS.rules[0]!, value: 0.8 });
    const residences: ResidenceSpec[] = [...homes(100), { households: 10, community: "x" }];
    expect(first({ residences, centers }, share)).toMatchObject({
      verdict: "met",
      required: 40,
      shortfall: 0,
    });
    const more: ResidenceSpec[] = [...homes(100), { households: 11, community: "x" }];
    expect(first({ residences: more, centers }, share)).toMatchObject({ verdict: "unmet", flag: "tooFar" });
  });
});

describe("floor area per 100 households", () => {
  const homes = (households: number | null): ResidenceSpec[] => [
    { households, community: "x", metres: { a: 100 } },
  ];
  const own = (...areas: (number | null)[]): CenterSpec[] =>
    areas.map((floorArea, i) => ({ id: "abc"[i]!, community: "x", floorArea }));

  it.each([
    [599, { verdict: "unmet", flag: "tooSmall", actual: 29.95, required: 600, shortfall: 1 }],
    [600, { verdict: "met", flag: null, actual: 30, required: 600, shortfall: 0 }],
  ])("2,000 households with %d m²", (area, expected) => {
    expect(facts(first({ residences: homes(2000), centers: own(area) }, AREA))).toEqual(expected);
  });

  it("adds up a community's own centres, and only those of community level", () => {
    const centers: CenterSpec[] = [
      ...own(300, 299),
      { id: "s", community: "x", level: "station", floorArea: 500 },
      { id: "d", community: "x", level: "subdistrict", floorArea: 5000 },
      { id: "o", community: "y", floorArea: 5000 },
    ];
    const { findings, communities } = judged({ residences: homes(2000), centers }, AREA);
    expect(findings[0]).toMatchObject({ verdict: "unmet", shortfall: 1 });
    expect(communities[0]).toMatchObject({ floorArea: 599, requiredArea: 600, flags: ["tooSmall"] });
  });

  it("is short by all of it where there is no own centre", () => {
    const { findings, communities } = judged({ residences: homes(2000) }, AREA);
    expect(facts(findings[0]!)).toEqual({
      verdict: "unmet",
      flag: "noCenter",
      actual: 0,
      required: 600,
      shortfall: 600,
    });
    expect(communities[0]).toMatchObject({ floorArea: 0, allocatedHouseholds: null, flags: ["noCenter"] });
  });

  it("leaves an unknown area open unless the known part is enough", () => {
    const verdictOf = (...areas: (number | null)[]) =>
      first({ residences: homes(2000), centers: own(...areas) }, AREA);
    expect(facts(verdictOf(599, null))).toEqual({
      verdict: "unknown",
      flag: "unknownFloorArea",
      actual: null,
      required: 600,
      shortfall: null,
    });
    expect(facts(verdictOf(600, null))).toMatchObject({ verdict: "met", flag: null, shortfall: 0 });
    expect(
      judged({ residences: homes(2000), centers: own(600, null) }, AREA).communities[0]!.floorArea,
    ).toBeNull();
  });

  it("leaves unknown households open unless the known ones already need more", () => {
    const residences = [...homes(2000), ...homes(null)];
    expect(facts(first({ residences, centers: own(599) }, AREA))).toMatchObject({
      verdict: "unmet",
      flag: "tooSmall",
      required: 600,
      shortfall: 1,
    });
    expect(facts(first({ residences, centers: own(600) }, AREA))).toMatchObject({
      verdict: "unknown",
      flag: "unknownHouseholds",
      required: null,
    });
  });

  it("goes by the community's stated roll where residences leave the count open", () => {
    const communities = [{ id: "x", statedHouseholds: 2500 }];
    const open = { residences: [...homes(2000), ...homes(null)], centers: own(600), communities };
    expect(facts(first(open, AREA))).toMatchObject({ verdict: "unmet", required: 750, shortfall: 150 });
    const counted = { residences: homes(2000), centers: own(600), communities };
    expect(first(counted, AREA).verdict).toBe("met");
  });

  it("has no data on nought households, however large the centre", () => {
    expect(facts(first({ residences: homes(0), centers: own(600) }, AREA))).toEqual({
      verdict: "unknown",
      flag: "unknownHouseholds",
      actual: null,
      required: null,
      shortfall: null,
    });
    expect(first({ residences: homes(0) }, AREA).verdict).toBe("unknown");
  });

  it("gives the second view: households allocated by nearest", () => {
    const residences: ResidenceSpec[] = [
      { households: 1000, community: "x", metres: { a: 100, b: 500 } },
      { households: 1000, community: "x", metres: { a: 800, b: 200 } },
    ];
    const centers: CenterSpec[] = [
      { id: "a", community: "x", floorArea: 400 },
      { id: "b", community: "y", floorArea: 400 },
    ];
    const { findings, communities, centers: results } = judged({ residences, centers }, AREA);
    expect(findings[0]!.verdict).toBe("unmet");
    expect([input(findings[0]!, "allocated"), input(findings[0]!, "allocatedArea")]).toEqual([1000, 300]);
    expect(communities[0]!.allocatedHouseholds).toBe(1000);
    expect(results.map(({ households }) => households)).toEqual([1000, 1000]);
  });

  it("names too small and too far when both hold", () => {
    const pack = packOf(ACCESS.rules[0]!, AREA.rules[0]!);
    const residences: ResidenceSpec[] = [{ households: 2000, community: "x", metres: { a: 2000 } }];
    expect(judged({ residences, centers: own(100) }, pack).communities[0]!.flags).toEqual([
      "tooSmall",
      "tooFar",
    ]);
  });
});

describe("one centre's floor area", () => {
  const pack = packOf({
    id: "S",
    metric: "center.floorArea",
    applies: { level: "subdistrict" },
    comparison: "atLeast",
    value: 1000,
    unit: "m2",
  });
  it.each([
    [999.9, "unmet", "tooSmall"],
    [1000, "met", null],
    [null, "unknown", "unknownFloorArea"],
  ] as const)("a subdistrict centre of %d m² is %s", (floorArea, verdict, flag) => {
    const centers: CenterSpec[] = [
      { id: "d", level: "subdistrict", floorArea },
      { id: "c", floorArea: 10 },
    ];
    const { findings } = judged({ residences: [], centers }, pack);
    expect(findings.map((finding) => [finding.place.id, finding.verdict, finding.flag])).toEqual([
      ["d", verdict, flag],
    ]);
  });

  it("is silent where there is no centre of that level", () => {
    const { findings, silentRules } = judged({ residences: [], centers: [{ id: "c", floorArea: 10 }] }, pack);
    expect(findings).toEqual([]);
    expect(silentRules).toEqual([{ ruleId: "S", missing: "centers" }]);
  });
});

describe("grids", () => {
  const SIZE = packOf({
    id: "G",
    metric: "grid.households",
    comparison: "between",
    value: [300, 500],
    unit: "households",
  });
  const COUNT = packOf({
    id: "N",
    metric: "community.gridCount",
    comparison: "between",
    value: [300, 500],
    unit: "households",
  });
  const CUT = packOf({
    id: "C",
    metric: "grid.compoundsSplit",
    comparison: "atMost",
    value: 0,
    unit: "count",
    parameters: { splitAbove: 500 },
  });

  it.each([
    [299, "unmet", "gridTooSmall", 1],
    [300, "met", null, 0],
    [500, "met", null, 0],
    [501, "unmet", "gridTooLarge", 1],
    [0, "unknown", "unknownGrid", null],
  ] as const)("a grid of %d households is %s", (households, verdict, flag, shortfall) => {
    const finding = first({ residences: [{ households, grid: "g" }] }, SIZE);
    expect(finding).toMatchObject({ verdict, flag, shortfall });
  });

  it("leaves a grid with unknown households open, unless it is too large already", () => {
    const grid = (households: number) =>
      first(
        {
          residences: [
            { households, grid: "g" },
            { households: null, grid: "g" },
          ],
        },
        SIZE,
      );
    expect(grid(400)).toMatchObject({ verdict: "unknown", flag: "unknownGrid" });
    expect(grid(501)).toMatchObject({ verdict: "unmet", flag: "gridTooLarge" });
  });

  it.each([
    [299, 1, 0],
    [300, 1, 1],
    [500, 1, 1],
    [501, 2, 1],
    [599, 2, 1],
    [600, 2, 2],
    [3000, 6, 10],
  ])("%d households make %d to %d grids", (households, fewest, most) => {
    expect(feasibleGrids(households, 300, 500)).toEqual({ fewest, most });
  });

  /** A community of H households drawn as n grids. */
  const drawn = (households: number, grids: number) =>
    first(
      {
        residences: Array.from({ length: grids }, (_, i) => ({
          households: i === 0 ? households : 0,
          community: "x",
          grid: `g${i}`,
        })),
      },
      COUNT,
    );

  it.each([
    [600, 2, "met", 2, 0],
    [600, 3, "unmet", 2, 1],
    [600, 1, "unmet", 2, 1],
    [599, 1, "unmet", null, null],
    [599, 2, "unmet", null, null],
    [3000, 6, "met", 10, 0],
    [3000, 10, "met", 10, 0],
    [3000, 5, "unmet", 6, 1],
    [3000, 12, "unmet", 10, 2],
  ] as const)("%d households in %d grids are %s", (households, grids, verdict, required, shortfall) => {
    expect(drawn(households, grids)).toMatchObject({ verdict, required, shortfall });
    expect(drawn(households, grids).flag).toBe(verdict === "met" ? null : "gridCountOut");
  });

  it("counts a grid for the community its record names before the one it lies in", () => {
    const residences = [
      { households: 300, community: "x", grid: "g" },
      { households: 300, community: "y", grid: "h" },
    ];
    const { findings } = judged({ residences, grids: [{ id: "g" }, { id: "h", parentId: "x" }] }, COUNT);
    expect(findings.map(({ actual }) => actual)).toEqual([2, 0]);
  });

  it("asks nothing about grids that nobody has drawn", () => {
    const { findings, silentRules } = judged({ residences: [{ households: 900, community: "x" }] }, COUNT);
    expect(findings).toEqual([]);
    expect(silentRules).toEqual([{ ruleId: "N", missing: "grids" }]);
  });

  const cut = (households: number | null, other = 250): ResidenceSpec[] => [
    { households, community: "x", compound: "花园", grid: "g" },
    { households: other, community: "x", compound: "花园", grid: "h" },
  ];
  it.each([
    [250, "unmet", 1],
    [251, "met", 0],
    [null, "unknown", null],
  ])("a compound of %s + 250 households cut in two is %s", (households, verdict, shortfall) => {
    const { findings } = judged({ residences: cut(households) }, CUT);
    expect(findings.map((finding) => [finding.verdict, finding.shortfall])).toEqual([
      [verdict, shortfall],
      [verdict, shortfall],
    ]);
  });

  it("takes namesakes in two communities for two compounds", () => {
    const residences: ResidenceSpec[] = [
      { households: 100, community: "x", compound: "花园", grid: "g" },
      { households: 100, community: "y", compound: "花园", grid: "h" },
    ];
    expect(judged({ residences }, CUT).findings.map(({ verdict }) => verdict)).toEqual(["met", "met"]);
  });

  it.each([
    [{ partyOrgs: 1, gridWorkers: 1 }, ["met", "met"]],
    [{ partyOrgs: 2, gridWorkers: 2 }, ["unmet", "met"]],
    [{ partyOrgs: 0, gridWorkers: 0 }, ["unmet", "unmet"]],
    [{ partyOrgs: Number.NaN }, ["unknown", "unknown"]],
  ])("staffed with %j are %j", (numbers, verdicts) => {
    const pack = packOf(
      { id: "P", metric: "grid.partyOrgs", comparison: "equal", value: 1, unit: "count" },
      { id: "W", metric: "grid.fullTimeWorkers", comparison: "atLeast", value: 1, unit: "count" },
    );
    const { findings } = judged(
      { residences: [], grids: [{ id: "g", numbers: numbers as Record<string, number> }] },
      pack,
    );
    expect(findings.map(({ verdict }) => verdict)).toEqual(verdicts);
  });
});

describe("community size", () => {
  const pack = packOf({
    id: "H",
    metric: "community.households",
    comparison: "between",
    value: [1000, 3000],
    unit: "households",
  });
  it.each([
    [999, "unmet", "communitySizeOut", 1],
    [1000, "met", null, 0],
    [3000, "met", null, 0],
    [3001, "unmet", "communitySizeOut", 1],
    [null, "unknown", "unknownHouseholds", null],
  ] as const)("%s households are %s", (households, verdict, flag, shortfall) => {
    expect(first({ residences: [{ households, community: "x" }] }, pack)).toMatchObject({
      verdict,
      flag,
      shortfall,
    });
  });
});

describe("assess", () => {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 5 });
  const residence = fc.record({
    households: maybe(fc.nat({ max: 60 })),
    community: fc.constantFrom("x", "y", "z"),
    grid: fc.constantFrom("g", "h", "i"),
    compound: fc.constantFrom("", "p", "q"),
    linked: fc.nat({ max: 9 }).map((die) => die > 0),
    metres: fc.dictionary(
      fc.constantFrom("a", "b", "c"),
      fc.integer({ min: 0, max: 18000 }).map((d) => d / 10),
    ),
  });
  const center = (id: string) =>
    fc.record({
      id: fc.constant(id),
      community: fc.constantFrom("x", "y", "z"),
      level: fc.constantFrom("community", "community", "station"),
      floorArea: maybe(fc.integer({ min: 1, max: 120 })),
      linked: fc.nat({ max: 7 }).map((die) => die > 0),
    }) as fc.Arbitrary<CenterSpec>;
  const stated = (id: string) =>
    fc.record({
      id: fc.constant(id),
      statedHouseholds: fc.option(fc.nat({ max: 400 }), { nil: null, freq: 2 }),
    });
  const plan: fc.Arbitrary<PlanSpec> = fc.record({
    residences: fc.array(residence, { maxLength: 25 }),
    centers: fc.tuple(center("a"), center("b"), center("c")),
    communities: fc.tuple(stated("x"), stated("y"), stated("z")),
    grids: fc.tuple(stated("g"), stated("h"), stated("i")),
    minutes: fc.constantFrom(5, 15, 12.5),
    speed: fc.constantFrom(1, 0.8),
  });
  const pack = packOf(ACCESS.rules[0]!, { ...ACCESS.rules[0]!, id: "A80", value: 0.8 }, AREA.rules[0]!, {
    id: "G",
    metric: "grid.households",
    comparison: "between",
    value: [60, 200],
    unit: "households",
  });
  /** An unlinked centre reaches nobody. */
  const cutOff = (spec: PlanSpec): PlanSpec => ({
    ...spec,
    residences: spec.residences.map((home) => ({
      ...home,
      metres: Object.fromEntries(
        Object.entries(home.metres ?? {}).filter(([id]) => spec.centers?.find((c) => c.id === id)?.linked),
      ),
    })),
  });

  it("agrees with a plain re-computation", () => {
    fc.assert(
      fc.property(plan.map(cutOff), (spec) => {
        const built = buildPlan(spec, pack);
        const { totals, centers, findings, communities } = assess(built);
        expect(totals).toEqual(naiveTotals(built));
        expect(centers).toMatchObject(naiveCenters(built));
        const verdicts = (id: string) =>
          findings.filter(({ ruleId }) => ruleId === id).map(({ verdict }) => verdict);
        const each = communities.map((_, c) => c);
        expect(verdicts("A")).toEqual(each.map((c) => naiveAccess(built, c, pack.rules[0]!)));
        expect(verdicts("A80")).toEqual(each.map((c) => naiveAccess(built, c, pack.rules[1]!)));
        expect(verdicts("F")).toEqual(each.map((c) => naiveArea(built, c, pack.rules[2]!)));
        expect(verdicts("G")).toEqual(
          built.grids.records.map(({ id, statedHouseholds }) => {
            const counts = spec.residences
              .filter(({ grid }) => grid === id)
              .map(({ households }) => households);
            return naiveRange(counts, statedHouseholds, 60, 200);
          }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("does not mind the order of residences", () => {
    fc.assert(
      fc.property(plan.map(cutOff), (spec) => {
        const order = ["x", "y", "z"].map((id) => ({ id }));
        const fixed = { ...spec, communities: order };
        const turned = { ...fixed, residences: [...spec.residences].reverse() };
        expect(assess(buildPlan(turned, pack)).communities).toEqual(
          assess(buildPlan(fixed, pack)).communities,
        );
      }),
    );
  });

  it("says the same from prepared ground, and refuses another pack's", () => {
    fc.assert(
      fc.property(plan, (spec) => {
        const built = buildPlan(spec, pack);
        expect(assess(built, prepareAssessment(built))).toEqual(assess(built));
      }),
      { numRuns: 50 },
    );
    const built = buildPlan({ residences: [] }, pack);
    expect(() => assess({ ...built, pack: AREA }, prepareAssessment(built))).toThrow(/prepared for pack/);
  });

  it("raises a flag exactly where a rule is not met, and lacks nothing where it is", () => {
    fc.assert(
      fc.property(plan, (spec) => {
        for (const { verdict, flag, shortfall } of assess(buildPlan(spec, pack)).findings) {
          expect(flag === null).toBe(verdict === "met");
          if (verdict === "unknown") expect(shortfall).toBeNull();
          if (verdict === "met") expect(shortfall).toBe(0);
          if (shortfall !== null) expect(shortfall).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("keeps the order of the pack, and gives every metric's numbers finite or null", () => {
    const shapes: Partial<Record<MetricId, Pick<Rule, "comparison" | "value" | "unit">>> = {
      "community.accessCoverage": { comparison: "atLeast", value: 1, unit: "ratio" },
      "community.areaPer100Households": { comparison: "atLeast", value: 30, unit: "m2/100hh" },
      "community.households": { comparison: "atLeast", value: 100, unit: "households" },
      "community.gridCount": { comparison: "between", value: [30, 50], unit: "households" },
      "center.floorArea": { comparison: "atLeast", value: 50, unit: "m2" },
      "grid.households": { comparison: "atMost", value: 50, unit: "households" },
      "grid.compoundsSplit": { comparison: "atMost", value: 0, unit: "count" },
      "grid.partyOrgs": { comparison: "equal", value: 1, unit: "count" },
      "grid.fullTimeWorkers": { comparison: "atLeast", value: 1, unit: "count" },
    };
    const asked = METRIC_IDS.filter((metric) => metric in shapes);
    const all = packOf(
      ...asked.map((metric) => ({
        id: metric,
        metric,
        ...shapes[metric]!,
        parameters: { splitAbove: 50 },
      })),
    );
    fc.assert(
      fc.property(plan, (spec) => {
        const built: AssessInput = buildPlan(spec, all);
        const { findings, silentRules } = assess(built);
        const silent = silentRules.map(({ ruleId }) => ruleId);
        expect([...new Set(findings.map(({ ruleId }) => ruleId))]).toEqual(
          asked.filter((id) => !silent.includes(id)),
        );
        for (const { actual, required, shortfall, inputs } of findings) {
          for (const value of [actual, required, shortfall, ...inputs.map((given) => given.value)]) {
            expect(value === null || Number.isFinite(value)).toBe(true);
          }
        }
      }),
    );
  });
});
