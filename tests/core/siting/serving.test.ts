import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHighsSolver } from "../../../src/adapters/highs-solver.ts";
import {
  coverProblem,
  coverServing,
  medianProblem,
  type Solver,
  solveCenter,
  solveCover,
  solveServing,
  tableFromMatrix,
  untilProven,
} from "../../../src/core/siting/index.ts";
import { choices, demandOf, least, nearest, ones, smallTown } from "./brute-force.ts";

const highs = createHighsSolver();
const eitherSolver = fc.constantFrom<Solver | null>(highs, null);
const RUNS = { numRuns: 150 };

describe("siting models against every choice", () => {
  it("p-median: least total walking with k sites", async () => {
    await fc.assert(
      fc.asyncProperty(
        smallTown({ holes: false }),
        fc.integer({ min: 1, max: 5 }),
        eitherSolver,
        async (town, k, solver) => {
          const fixedCount = town.fixed.reduce((sum, one) => sum + one, 0);
          fc.pre(fixedCount <= k);
          const table = tableFromMatrix(town.costs, town.demandCount, town.siteCount);
          const price = ones(town.siteCount);
          const { serving } = medianProblem(table, town.weight, { fixed: town.fixed, price, limit: k });
          const answer = await solveServing(serving, solver, untilProven);
          const walk = (open: number[]): number =>
            demandOf(town).reduce((sum, i) => sum + town.weight[i]! * nearest(town, i, open), 0);
          const truth = least([...choices(town, price, k)].filter((open) => open.length > 0).map(walk));
          expect(answer.objective).toBeCloseTo(truth, 6);
          if (solver !== null) expect(answer.bound).toBeCloseTo(truth, 6);
          expect(answer.bound).toBeLessThanOrEqual(truth + 1e-6);
        },
      ),
      RUNS,
    );
  });

  it("p-median with holes: says so when nobody can serve everybody", async () => {
    await fc.assert(
      fc.asyncProperty(smallTown({ holes: true }), fc.integer({ min: 1, max: 4 }), async (town, k) => {
        fc.pre(town.fixed.reduce((sum, one) => sum + one, 0) <= k);
        const table = tableFromMatrix(town.costs, town.demandCount, town.siteCount);
        const price = ones(town.siteCount);
        const { serving, mustServe } = medianProblem(table, town.weight, {
          fixed: town.fixed,
          price,
          limit: k,
        });
        const answer = await solveServing(serving, highs, untilProven);
        const walk = (open: number[]): number =>
          demandOf(town).reduce((sum, i) => sum + town.weight[i]! * nearest(town, i, open), 0);
        const truth = least([...choices(town, price, k)].map(walk));
        if (truth < Infinity) expect(answer.objective).toBeCloseTo(truth, 6);
        else expect(answer.bound).toBeGreaterThanOrEqual(mustServe);
      }),
      RUNS,
    );
  });

  it("maximal covering: most weight within the radius for a budget", async () => {
    await fc.assert(
      fc.asyncProperty(
        smallTown({ holes: true }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 14 }),
        eitherSolver,
        async (town, radius, budget, solver) => {
          const price = town.price.map((value, j) => (town.fixed[j] === 1 ? 0 : value));
          const table = tableFromMatrix(town.costs, town.demandCount, town.siteCount);
          const cover = coverProblem(table, town.weight, radius, town.fixed, price);
          const total = cover.weight.reduce((sum, value) => sum + value, 0);
          const answer = await solveServing(coverServing(cover, price, budget), solver, untilProven);
          const covered = (open: number[]): number =>
            demandOf(town).reduce(
              (sum, i) => sum + (nearest(town, i, open) <= radius ? town.weight[i]! : 0),
              0,
            );
          const truth = -least([...choices(town, price, budget)].map((open) => -covered(open)));
          expect(total - answer.objective).toBeCloseTo(truth, 6);
          if (solver !== null) expect(answer.bound).toBeCloseTo(answer.objective, 6);
        },
      ),
      RUNS,
    );
  });

  it("fewest sites: the target share within the radius", async () => {
    await fc.assert(
      fc.asyncProperty(
        smallTown({ holes: true }),
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom(0.3, 0.5, 0.8, 1),
        async (town, radius, share) => {
          const price = ones(town.siteCount);
          const table = tableFromMatrix(town.costs, town.demandCount, town.siteCount);
          const cover = coverProblem(table, town.weight, radius, town.fixed, price);
          const target = share * cover.weight.reduce((sum, value) => sum + value, 0);
          const answer = await solveCover(cover, target, highs, untilProven);
          const covered = (open: number[]): number =>
            demandOf(town).reduce(
              (sum, i) => sum + (nearest(town, i, open) <= radius ? town.weight[i]! : 0),
              0,
            );
          const truth = least(
            [...choices(town, price, Infinity)]
              .filter((open) => covered(open) >= target - 1e-9)
              .map((open) => open.length),
          );
          expect(answer.objective).toBe(truth);
          expect(answer.bound).toBe(truth);
        },
      ),
      RUNS,
    );
  });

  it("p-centre: smallest worst walk with k sites", async () => {
    await fc.assert(
      fc.asyncProperty(smallTown({ holes: true }), fc.integer({ min: 1, max: 4 }), async (town, k) => {
        fc.pre(town.fixed.reduce((sum, one) => sum + one, 0) <= k && demandOf(town).length > 0);
        const table = tableFromMatrix(town.costs, town.demandCount, town.siteCount);
        const price = ones(town.siteCount);
        const answer = await solveCenter(
          table,
          town.weight,
          { fixed: town.fixed, price, limit: k },
          highs,
          untilProven,
        );
        const worst = (open: number[]): number =>
          Math.max(...demandOf(town).map((i) => nearest(town, i, open)));
        const truth = least([...choices(town, price, k)].map(worst));
        expect(answer.objective).toBe(truth);
        expect(answer.bound).toBe(truth);
      }),
      RUNS,
    );
  });
});
