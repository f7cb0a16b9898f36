import { describe, expect, it } from "vitest";
import { assess, flagFlips, householdFlips } from "../../../src/core/assess/index.ts";
import { ACCESS, AREA, buildPlan, type PlanSpec, packOf } from "../../helpers/plan-builder.ts";

const PACK = packOf(ACCESS.rules[0]!, AREA.rules[0]!);
const SPEC: PlanSpec = {
  residences: [
    { households: 2000, community: "x", metres: { a: 800 } },
    { households: 1000, community: "y", metres: { b: 300 } },
  ],
  centers: [
    { id: "a", community: "x", floorArea: 600 },
    { id: "b", community: "y", floorArea: 200 },
  ],
};

describe("sensitivity", () => {
  it("names what flips at an older person's pace", () => {
    const usual = assess(buildPlan(SPEC, PACK));
    const slow = assess(buildPlan({ ...SPEC, speed: 0.8 }, PACK));
    expect(flagFlips(usual, slow)).toEqual([
      {
        ruleId: "A",
        place: { kind: "community", id: "x", name: "X" },
        from: "met",
        to: "unmet",
        fromFlag: null,
        toFlag: "tooFar",
      },
    ]);
    expect(flagFlips(usual, usual)).toEqual([]);
  });

  it("names what flips when the households are some percent off", () => {
    const input = buildPlan(SPEC, PACK);
    const base = assess(input);
    const flips = (percent: number) =>
      householdFlips(input, base, percent).map(({ ruleId, place, to }) => [ruleId, place.id, to]);
    expect(flips(0)).toEqual([]);
    expect(flips(5)).toEqual([["F", "x", "unmet"]]);
    expect(flips(-5)).toEqual([]);
    expect(flips(-40)).toEqual([["F", "y", "met"]]);
  });

  it("does not make unknown households known", () => {
    const spec: PlanSpec = {
      ...SPEC,
      residences: [...SPEC.residences, { households: null, community: "x", metres: { a: 1 } }],
    };
    const input = buildPlan(spec, PACK);
    expect(householdFlips(input, assess(input), -99).map(({ place }) => place.id)).toEqual(["y"]);
  });
});
