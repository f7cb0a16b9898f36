import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHighsSolver } from "../../../src/adapters/highs-solver.ts";
import {
  type AreaQuestion,
  drawAreas,
  tableFromMatrix,
  untilProven,
} from "../../../src/core/siting/index.ts";

const highs = createHighsSolver();

/** A few buildings on a lattice of three columns, each beside its neighbours up, down, left and right. */
const towns: fc.Arbitrary<AreaQuestion> = fc
  .record({ rows: fc.integer({ min: 1, max: 3 }), siteCount: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, siteCount }) => {
    const count = 3 * rows;
    return fc.record({
      costs: fc.array(fc.integer({ min: 0, max: 20 }), {
        minLength: count * siteCount,
        maxLength: count * siteCount,
      }),
      weight: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }),
      area: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: siteCount, maxLength: siteCount }),
      radius: fc.integer({ min: 6, max: 20 }),
      gone: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    });
  })
  .map(({ costs, weight, area, radius, gone }) => {
    const beside: number[][] = weight.map(() => []);
    let edge = 0;
    const join = (a: number, b: number): void => {
      if (b >= weight.length || (gone[edge++ % 12] && gone[(edge * 5) % 12])) return;
      beside[a]!.push(b);
      beside[b]!.push(a);
    };
    weight.forEach((_, i) => {
      if (i % 3 < 2) join(i, i + 1);
      join(i, i + 3);
    });
    const offsets = new Uint32Array(weight.length + 1);
    beside.forEach((own, i) => {
      offsets[i + 1] = offsets[i]! + own.length;
    });
    return {
      table: tableFromMatrix(Float64Array.from(costs), weight.length, area.length),
      weight: Float64Array.from(weight),
      radius,
      sites: Uint32Array.from(area.keys()),
      area: Float64Array.from(area),
      areaPer100: 40,
      neighbours: { offsets, targets: Uint32Array.from(beside.flat()) },
    };
  });

describe("contiguous service areas", () => {
  it("are the best of all that hang together, with the solver", async () => {
    await fc.assert(
      fc.asyncProperty(towns, async (town) => {
        const answer = await drawAreas(town, highs, untilProven);
        const truth = bestAreas(town);
        expect(isWhole(town, rootsOf(town), answer.owner)).toBe(true);
        expect(answer.stranded).toBeCloseTo(truth.stranded, 6);
        expect(answer.short).toBeCloseTo(truth.short, 6);
        expect(answer.bound).toBeCloseTo(truth.short, 6);
        expect(answer.status).toBe("optimal");
      }),
      { numRuns: 150 },
    );
  });

  it("hang together and claim no proof without one", async () => {
    await fc.assert(
      fc.asyncProperty(towns, async (town) => {
        const answer = await drawAreas(town, null, untilProven);
        const truth = bestAreas(town);
        expect(isWhole(town, rootsOf(town), answer.owner)).toBe(true);
        expect(answer.stranded).toBeGreaterThanOrEqual(truth.stranded - 1e-9);
        if (answer.stranded === truth.stranded)
          expect(answer.short).toBeGreaterThanOrEqual(truth.short - 1e-9);
        expect(answer.bound).toBeLessThanOrEqual(answer.short);
      }),
      { numRuns: 150 },
    );
  });
});

const costOf = ({ table }: AreaQuestion, i: number, j: number): number => {
  for (let k = table.offsets[i]!; k < table.offsets[i + 1]!; k++)
    if (table.site[k] === j) return table.cost[k]!;
  return Infinity;
};

/** The nearest building of each centre that is no other's, nearest pairs first. */
function rootsOf(town: AreaQuestion): number[] {
  const pairs = [...town.sites].flatMap((j) =>
    [...town.weight.keys()].map((i) => ({ i, j, cost: costOf(town, i, j) })),
  );
  pairs.sort((a, b) => a.cost - b.cost || a.i - b.i || a.j - b.j);
  const roots = [...town.sites].map(() => -1);
  for (const { i, j, cost } of pairs) {
    if (cost <= town.radius && roots[j] === -1 && !roots.includes(i)) roots[j] = i;
  }
  return roots;
}

function isWhole(town: AreaQuestion, roots: readonly number[], owner: Int32Array): boolean {
  const { offsets, targets } = town.neighbours;
  for (let i = 0; i < owner.length; i++) {
    if (owner[i]! >= 0 && costOf(town, i, owner[i]!) > town.radius) return false;
  }
  return roots.every((root, j) => {
    const mine = [...owner.keys()].filter((i) => owner[i] === j);
    if (root < 0) return mine.length === 0;
    if (owner[root] !== j) return false;
    const seen = [root];
    for (const i of seen) {
      for (const other of targets.subarray(offsets[i]!, offsets[i + 1]!)) {
        if (owner[other] === j && !seen.includes(other)) seen.push(other);
      }
    }
    return seen.length === mine.length;
  });
}

function bestAreas(town: AreaQuestion): { stranded: number; short: number } {
  const roots = rootsOf(town);
  const choices = [...town.weight.keys()].map((i) =>
    roots.includes(i)
      ? [roots.indexOf(i)]
      : [-1, ...town.sites].filter((j) => j < 0 || costOf(town, i, j) <= town.radius),
  );
  let best = { stranded: Infinity, short: Infinity };
  const owner = new Int32Array(town.weight.length);
  const visit = (i: number): void => {
    if (i < owner.length) {
      for (const j of choices[i]!) {
        owner[i] = j;
        visit(i + 1);
      }
      return;
    }
    const load = town.area.map(() => 0);
    let stranded = 0;
    owner.forEach((j, home) => {
      if (j >= 0) load[j]! += town.weight[home]!;
      else if (choices[home]!.length > 1) stranded += town.weight[home]!;
    });
    const short = load.reduce((sum, count, j) => sum + Math.max(0, 0.4 * count - town.area[j]!), 0);
    const isBetter = stranded < best.stranded || (stranded === best.stranded && short < best.short - 1e-12);
    if (isBetter && isWhole(town, roots, owner)) best = { stranded, short };
  };
  visit(0);
  return best;
}
