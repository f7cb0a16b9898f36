import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GridProblem } from "../../../src/core/gridding/index.ts";
import {
  costOf,
  graphFromPairs,
  HUNAN_RANGE,
  outsideOf,
  partitionExact,
  validateGrids,
} from "../../../src/core/gridding/index.ts";
import { bruteForce, randomCommunity } from "./random-community.ts";

/** Units in a row, each next to the one before. */
function row(...households: number[]): GridProblem {
  const pairs = households.slice(1).flatMap((_, i) => [i, i + 1]);
  const compound = new Int32Array(households.length).fill(-1);
  return {
    count: households.length,
    households: Float64Array.from(households),
    compound,
    graph: graphFromPairs(households.length, pairs, null),
    previous: null,
  };
}

function solve(problem: GridProblem) {
  const answer = partitionExact(problem, HUNAN_RANGE, { nodes: 1e6 });
  if (answer.status !== "optimal") throw new Error(answer.status);
  return answer;
}

describe("partitionExact", () => {
  it("costs what the best of all connected nets costs", () => {
    const run = fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 4 }),
      (seed, count, size) => {
        const { problem, units, graph } = randomCommunity(seed, count, [10 * size, 160 * size]);
        const answer = solve(problem);
        expect(answer.cost).toEqual(bruteForce(problem, HUNAN_RANGE).cost);
        expect(costOf(problem, answer.gridOf, HUNAN_RANGE)).toEqual(answer.cost);
        expect(validateGrids(units, graph, answer.gridOf, HUNAN_RANGE).isValid).toBe(true);
      },
    );
    fc.assert(run, { numRuns: 300 });
  });

  it("stays equal to brute force with twelve units", () => {
    for (const seed of [3, 14]) {
      const { problem } = randomCommunity(seed, seed === 3 ? 12 : 11, [40, 230]);
      expect(solve(problem).cost).toEqual(bruteForce(problem, HUNAN_RANGE).cost);
    }
  }, 60_000);

  it("knows the edges of the range", () => {
    expect([299, 300, 500, 501].map((own) => outsideOf(own, HUNAN_RANGE))).toEqual([1, 0, 0, 1]);
    expect(solve(row(299)).cost.outside).toBe(1);
    expect(solve(row(300)).cost.outside).toBe(0);
    expect(solve(row(500)).cost.outside).toBe(0);
    expect(solve(row(501)).cost.outside).toBe(1);
  });

  it("leaves 599 as one grid and divides 600 in two", () => {
    const at599 = solve(row(300, 299));
    expect([...at599.gridOf]).toEqual([0, 0]);
    expect(at599.cost.outside).toBe(1);
    const at600 = solve(row(300, 300));
    expect(new Set(at600.gridOf).size).toBe(2);
    expect(at600.cost.outside).toBe(0);
  });

  it("divides 3000 into six to ten", () => {
    const { gridOf, cost } = solve(row(...new Array<number>(30).fill(100)));
    expect(cost.outside).toBe(0);
    expect(new Set(gridOf).size).toBe(8);
  });

  it("keeps two large units apart rather than hiding them in one grid of everything", () => {
    const { gridOf, cost } = solve(row(712, 150, 150, 712));
    expect(new Set(gridOf).size).toBe(3);
    expect(cost.outside).toBe(2);
  });

  it("says what it has proven when the budget ends", () => {
    const { problem } = randomCommunity(5, 40, [10, 40]);
    const answer = partitionExact(problem, HUNAN_RANGE, { nodes: 50 });
    expect(answer).toMatchObject({ status: "unfinished", below: 0 });
  });

  it("proves that nothing exists within a limit", () => {
    expect(partitionExact(row(250, 800, 250), HUNAN_RANGE, { nodes: 1e4, outsideLimit: 0 }).status).toBe(
      "none",
    );
  });
});
