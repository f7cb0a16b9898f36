import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHighsSolver } from "../../../src/adapters/highs-solver.ts";
import { solveSiting, tableFromMatrix, untilProven } from "../../../src/core/siting/index.ts";
import { choices, demandOf, least, nearest, ones, smallTown } from "./brute-force.ts";

const highs = createHighsSolver();

describe("models that weigh every walk", () => {
  it("leave out exactly whom no site can serve, and are best for the rest", async () => {
    await fc.assert(
      fc.asyncProperty(
        smallTown({ holes: true }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom("pmedian" as const, "pcenter" as const),
        async (town, k, model) => {
          fc.pre(town.fixed.reduce((sum, one) => sum + one, 0) <= k && k <= town.siteCount);
          const all = Array.from({ length: town.siteCount }, (_, j) => j);
          const lost = demandOf(town).filter((i) => nearest(town, i, all) === Infinity);
          const rest = demandOf(town).filter((i) => !lost.includes(i));
          fc.pre(rest.length > 0);
          const answer = await solveSiting(
            {
              model,
              table: tableFromMatrix(town.costs, town.demandCount, town.siteCount),
              ...{ weight: town.weight, fixed: town.fixed, k, budget: null, radius: null, share: 1 },
              price: ones(town.siteCount),
            },
            highs,
            untilProven,
          );
          expect([...answer.outOfReach.demand]).toEqual(lost);
          expect(answer.outOfReach.weight).toBe(lost.reduce((sum, i) => sum + town.weight[i]!, 0));
          const costOf = (open: number[]): number => {
            const walks = rest.map((i) => nearest(town, i, open));
            return model === "pcenter"
              ? Math.max(...walks)
              : rest.reduce((sum, i, at) => sum + town.weight[i]! * walks[at]!, 0);
          };
          const truth = least([...choices(town, ones(town.siteCount), k)].map(costOf));
          if (truth === Infinity)
            expect(answer).toMatchObject({ status: "infeasible", reason: { code: "tooFew" } });
          else expect(answer.objective).toBeCloseTo(truth, 6);
        },
      ),
      { numRuns: 200 },
    );
  });
});
