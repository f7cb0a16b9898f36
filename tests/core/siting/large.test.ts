import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/core/base/index.ts";
import {
  type SitingQuestion,
  solveSiting,
  tableFromMatrix,
  tableFromReach,
  untilProven,
} from "../../../src/core/siting/index.ts";

/** Homes and rooms scattered over a square, walks along a grid of streets. */
function town(demandCount: number, siteCount: number, k: number): SitingQuestion {
  const random = seededRandom(11);
  const place = (): [number, number] => [random() * 9000, random() * 9000];
  const homes = Array.from({ length: demandCount }, place);
  const rooms = Array.from({ length: siteCount }, place);
  const costs = Float64Array.from({ length: demandCount * siteCount }, (_, at) => {
    const [x, y] = homes[Math.floor(at / siteCount)]!;
    const [a, b] = rooms[at % siteCount]!;
    return Math.round(Math.abs(x - a) + Math.abs(y - b));
  });
  return {
    model: "pmedian",
    table: tableFromMatrix(costs, demandCount, siteCount),
    weight: Float64Array.from(homes, () => 1 + Math.floor(random() * 40)),
    fixed: new Uint8Array(siteCount),
    k,
    budget: null,
    price: new Float64Array(siteCount).fill(1),
    radius: null,
    share: 1,
  };
}

describe("large siting questions", () => {
  it("are started from samples of the demand, and closed to the gap asked", {
    timeout: 300_000,
  }, async () => {
    const question = town(8400, 250, 9);
    const seen: number[] = [];
    const report = (best: number, bound: number): void => {
      seen.push(best);
      expect(best).toBeGreaterThanOrEqual(bound);
    };
    const answer = await solveSiting(question, null, { ...untilProven, gap: 0.015, report });
    expect(answer.sites.length).toBe(9);
    expect(answer.gap).toBeLessThanOrEqual(0.015);
    expect(answer.status).toBe("optimal");
    const { table, weight } = question;
    let walked = 0;
    answer.assignment.forEach((site, i) => {
      const end = table.offsets[i + 1]!;
      for (let k = table.offsets[i]!; k < end; k++)
        if (table.site[k] === site) walked += weight[i]! * table.cost[k]!;
    });
    expect(walked).toBeCloseTo(answer.objective, 3);
    expect(seen.every((best, k) => k === 0 || best <= seen[k - 1]!)).toBe(true);
  });

  it("have the same answer for the same seed, and one as good as any bound for every seed", async () => {
    const question = town(120, 30, 5);
    const ask = (seed: number) => solveSiting(question, null, { ...untilProven, seed });
    const [once, again, other] = [await ask(4), await ask(4), await ask(5)];
    expect(again).toEqual(once);
    expect(other.objective).toBeGreaterThanOrEqual(once.bound);
    expect(once.objective).toBeGreaterThanOrEqual(other.bound);
  });
});

describe("a table from what each site reaches", () => {
  it("is the table of the matrix it comes from", () => {
    const cells = fc.array(fc.option(fc.integer({ min: 0, max: 500 })), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(cells, (walks) => {
        const reached = Array.from({ length: 3 }, (_, j) => {
          const points = Uint32Array.from({ length: 4 }, (_unused, i) => i).filter(
            (i) => walks[3 * i + j] !== null,
          );
          return { points, distance: points.map((i) => walks[3 * i + j]!) };
        });
        const matrix = Float64Array.from(walks, (walk) => (walk === null ? Infinity : walk / 10));
        expect(tableFromReach(reached, 4, 10)).toEqual(tableFromMatrix(matrix, 4, 3));
      }),
    );
  });
});
