import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/core/base/index.ts";
import type { GridProblem } from "../../../src/core/gridding/index.ts";
import {
  compareCosts,
  costOf,
  DRAFT_BUDGET,
  graphFromPairs,
  HUNAN_RANGE,
  partitionArea,
  partitionLarge,
  sliceProblem,
  validateGrids,
} from "../../../src/core/gridding/index.ts";
import { bruteForce, randomCommunity } from "./random-community.ts";

const BUDGET = { ...DRAFT_BUDGET, steps: 150, starts: 2, nodes: 20_000 };

describe("partitionArea", () => {
  it("proves what brute force finds, and never claims more", () => {
    const run = fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 1, max: 9 }),
      (seed, count) => {
        const { problem } = randomCommunity(seed, count, [20, 420]);
        const draft = partitionArea(problem, HUNAN_RANGE, BUDGET);
        const best = bruteForce(problem, HUNAN_RANGE).cost;
        expect(draft.bound.outside).toBeLessThanOrEqual(best.outside);
        expect(draft.bound.cuts).toBeLessThanOrEqual(best.cuts);
        expect(compareCosts(draft.cost, best)).toBeGreaterThanOrEqual(0);
        if (draft.proven >= 2) expect(draft.cost.outside).toBe(best.outside);
        if (draft.proven >= 3) expect(draft.cost.cuts).toBe(best.cuts);
        if (draft.proven === 5) expect(draft.cost).toEqual(best);
        expect(draft.proven).toBeGreaterThanOrEqual(3);
        expect(draft.reasons.length > 0).toBe(draft.cost.outside > 0);
      },
    );
    fc.assert(run, { numRuns: 150 });
  });

  it("costs the same in any order of the units", () => {
    for (let seed = 0; seed < 12; seed++) {
      const town = randomCommunity(seed, 10, [40, 200]);
      const plain = partitionArea(town.problem, HUNAN_RANGE, BUDGET);
      const shuffled = shuffle(town.problem, seed);
      const other = partitionArea(shuffled, HUNAN_RANGE, BUDGET);
      expect([plain.proven, other.proven]).toEqual([5, 5]);
      expect(other.cost).toEqual(plain.cost);
    }
  });

  it("tells why a community has no net in range", () => {
    expect(reasonsOf([80])).toEqual([{ code: "tooFew", values: { households: 80, min: 300 } }]);
    expect(reasonsOf([290, 300])).toEqual([
      { code: "betweenSizes", values: { households: 590, half: 295, min: 300, max: 500 } },
    ]);
    expect(reasonsOf([712, 300])).toEqual([
      { code: "largeUnit", unit: 0, values: { households: 712, max: 500 } },
    ]);
    expect(reasonsOf([0, 0])).toEqual([{ code: "noHouseholds", values: { units: 2 } }]);
    expect(reasonsOf([250, 450, 250]).map(({ code }) => code)).toEqual(["noNet"]);
    expect(reasonsOf([300, 20], []).map(({ code, unit }) => [code, unit])).toEqual([["apart", 1]]);
  });
});

describe("partitionLarge", () => {
  it("is connected, never better than the best, and mostly the best in grids outside", () => {
    let reached = 0;
    const run = fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 2, max: 9 }),
      (seed, count) => {
        const { problem, units, graph } = randomCommunity(seed, count, [30, 300]);
        const { gridOf, cost } = partitionLarge(problem, HUNAN_RANGE, { seed: 1, steps: 200, starts: 2 });
        const best = bruteForce(problem, HUNAN_RANGE).cost;
        expect(costOf(problem, gridOf, HUNAN_RANGE)).toEqual(cost);
        expect(compareCosts(cost, best)).toBeGreaterThanOrEqual(0);
        expect(validateGrids(units, graph, gridOf, HUNAN_RANGE).isValid).toBe(true);
        if (cost.outside === best.outside) reached++;
      },
    );
    fc.assert(run, { numRuns: 100, seed: 7 });
    expect(reached).toBeGreaterThanOrEqual(98);
  });

  it("puts every grid of a large town in range, the same each time", () => {
    const { problem, units, graph } = randomCommunity(11, 600, [10, 45]);
    const options = { seed: 3, steps: 400, starts: 1 };
    const first = partitionLarge(problem, HUNAN_RANGE, options);
    expect(first.cost.outside).toBe(0);
    expect(validateGrids(units, graph, first.gridOf, HUNAN_RANGE).isValid).toBe(true);
    expect(partitionLarge(problem, HUNAN_RANGE, options).gridOf).toEqual(first.gridOf);
  });

  it("goes on from a net and never leaves it for a worse one", () => {
    const { problem } = randomCommunity(5, 60, [20, 60]);
    const before = partitionLarge(problem, HUNAN_RANGE, { seed: 1, steps: 30, starts: 1 });
    const after = partitionLarge(problem, HUNAN_RANGE, {
      seed: 2,
      steps: 100,
      starts: 0,
      from: before.gridOf,
    });
    expect(compareCosts(after.cost, before.cost)).toBeLessThanOrEqual(0);
  });
});

function reasonsOf(households: readonly number[], pairs?: readonly number[]) {
  const count = households.length;
  const problem: GridProblem = {
    count,
    households: Float64Array.from(households),
    compound: new Int32Array(count).fill(-1),
    graph: graphFromPairs(count, pairs ?? households.slice(1).flatMap((_, i) => [i, i + 1]), null),
    previous: null,
  };
  return partitionArea(problem, HUNAN_RANGE).reasons;
}

function shuffle(problem: GridProblem, seed: number): GridProblem {
  const random = seededRandom(seed);
  const order = Uint32Array.from({ length: problem.count }, (_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return sliceProblem(problem, problem.graph, order);
}
