import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uncontrolled } from "../../../src/core/base/index.ts";
import {
  compareCosts,
  costOf,
  DRAFT_BUDGET,
  draftNet,
  HUNAN_RANGE,
  nestGrids,
  partitionArea,
  partitionExact,
  shareParts,
  validateGrids,
} from "../../../src/core/gridding/index.ts";
import { bruteForce, randomCommunity } from "./random-community.ts";

const OPTIONS = { ...DRAFT_BUDGET, steps: 150, starts: 2, nodes: 20_000 };

describe("a given number of grids", () => {
  it("costs what the best of all nets with so many grids costs, in hundreds of communities", () => {
    let proven = 0;
    const run = fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 5 }),
      (seed, count, wanted) => {
        const { problem: plain } = randomCommunity(seed, count, [60, 300]);
        const problem = { ...plain, parts: Math.min(wanted, count) };
        const { cost: best, nets } = bruteForce(problem, HUNAN_RANGE);
        const exact = partitionExact(problem, HUNAN_RANGE, { nodes: 1e6 });
        expect(exact.status).toBe(nets > 0 ? "optimal" : "none");
        if (exact.status !== "optimal") return;
        expect(exact.cost).toEqual(best);
        expect(new Set(exact.gridOf).size).toBe(problem.parts);
        const draft = partitionArea(problem, HUNAN_RANGE, OPTIONS);
        expect(draft.gridCount).toBe(problem.parts);
        expect(costOf(problem, draft.gridOf, HUNAN_RANGE)).toEqual(draft.cost);
        expect(compareCosts(draft.cost, best)).toBeGreaterThanOrEqual(0);
        expect(draft.bound.outside).toBeLessThanOrEqual(best.outside);
        if (draft.proven === 5) expect(draft.cost).toEqual(best);
        if (draft.proven >= 2) expect(draft.cost.outside).toBe(best.outside);
        if (draft.proven >= 3) expect(draft.cost.cuts).toBe(best.cuts);
        proven += draft.proven >= 3 ? 1 : 0;
      },
    );
    fc.assert(run, { numRuns: 300 });
    expect(proven).toBeGreaterThan(200);
  });

  it("is met in a town too large to prove", () => {
    const { problem } = randomCommunity(4, 150, [20, 60]);
    for (const parts of [3, 14, 20]) {
      const draft = partitionArea({ ...problem, parts }, HUNAN_RANGE, OPTIONS);
      expect(draft.gridCount).toBe(parts);
    }
  });

  it("is shared out by households, at least one and at most one a unit", () => {
    const areas = [
      { units: 10, households: 900 },
      { units: 0, households: 0 },
      { units: 2, households: 3000 },
      { units: 9, households: 90 },
    ];
    expect(shareParts(6, areas)).toEqual([3, 0, 2, 1]);
    expect(shareParts(1, areas)).toEqual([1, 0, 1, 1]);
    expect(shareParts(99, areas)).toEqual([10, 0, 2, 9]);
  });
});

describe("draftNet", () => {
  const { units: plain, graph } = randomCommunity(11, 80, [20, 60]);
  const half = Int32Array.from({ length: 80 }, (_, unit) => (unit < 40 ? 0 : 1));
  const units = { ...plain, area: half };
  const ground = { units, graph, areaCount: 2 };

  it("keeps grids apart over communities and numbers them once", async () => {
    const request = { range: HUNAN_RANGE, options: OPTIONS };
    const { gridOf } = await draftNet(ground, request, uncontrolled);
    expect(validateGrids(units, graph, gridOf, HUNAN_RANGE).isValid).toBe(true);
    const again = await draftNet(ground, { ...request, previous: gridOf }, uncontrolled);
    expect(again.gridOf).toEqual(gridOf);
    expect([again.movedHouseholds, again.retired]).toEqual([0, []]);
  });

  it("says which community it is at, and which of how many that is", async () => {
    const parts: unknown[] = [];
    await draftNet(
      ground,
      { range: HUNAN_RANGE, options: OPTIONS, areas: [1, 0] },
      { ...uncontrolled, report: ({ part }) => parts.push(part) },
    );
    expect(parts[0], "the first draft is of all of them").toBeUndefined();
    const seen = parts
      .slice(1)
      .filter((part, k, all) => k === 0 || JSON.stringify(all[k - 1]) !== JSON.stringify(part));
    expect(seen).toEqual([
      { part: 1, at: 1, of: 2 },
      { part: 0, at: 2, of: 2 },
    ]);
  });

  it("parts a grid of last year that lies in two communities", async () => {
    const previous = new Int32Array(80);
    const draft = await draftNet(ground, { range: HUNAN_RANGE, options: OPTIONS, previous }, uncontrolled);
    expect(draft.crossing).toEqual([0]);
    expect(validateGrids(units, graph, draft.gridOf, HUNAN_RANGE).isValid).toBe(true);
  });

  it("nests micro-grids in grids", async () => {
    const { gridOf } = await draftNet(ground, { range: HUNAN_RANGE, options: OPTIONS }, uncontrolled);
    const range = { min: 60, max: 130 };
    const micro = await nestGrids(ground, gridOf, { range, options: OPTIONS }, uncontrolled);
    const nested = { ...units, area: gridOf };
    const report = validateGrids(nested, graph, micro.gridOf, range);
    expect(report.isValid).toBe(true);
    expect(report.grids.length).toBeGreaterThan(new Set(gridOf).size);
  });
});
