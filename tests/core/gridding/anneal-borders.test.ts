import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/core/base/index.ts";
import {
  annealBorders,
  compareCosts,
  costOf,
  HUNAN_RANGE,
  partitionLarge,
  validateGrids,
} from "../../../src/core/gridding/index.ts";
import { randomCommunity } from "./random-community.ts";

const drain = (search: Generator<number, void>): number[] => [...search];

describe("annealBorders", () => {
  it("leaves nets connected, never for the worse, whatever they start from", () => {
    const run = fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const { problem: plain, units, graph } = randomCommunity(seed, 60, [20, 90]);
      const { gridOf } = partitionLarge(plain, HUNAN_RANGE, { seed, steps: 20, starts: 1 });
      const previous = seed % 2 === 0 ? null : Int32Array.from(gridOf, (grid, i) => (i % 5 ? grid : -1));
      const problem = { ...plain, previous };
      const before = costOf(problem, gridOf, HUNAN_RANGE);
      const grids = new Set(gridOf).size;
      drain(annealBorders(problem, HUNAN_RANGE, gridOf, 30_000, seededRandom(seed)));
      const after = costOf(problem, gridOf, HUNAN_RANGE);
      expect(compareCosts(after, before)).toBeLessThanOrEqual(0);
      expect(new Set(gridOf).size).toBe(grids);
      expect(validateGrids(units, graph, gridOf, HUNAN_RANGE).isValid).toBe(true);
    });
    fc.assert(run, { numRuns: 20 });
  });

  it("straightens a ragged border between two halves of a lattice", () => {
    const count = 100;
    const at = (x: number, y: number): number => 10 * y + x;
    const beside = Array.from({ length: count }, (_, i) => {
      const [x, y] = [i % 10, Math.floor(i / 10)];
      return [...(x < 9 ? [at(x + 1, y)] : []), ...(y < 9 ? [at(x, y + 1)] : [])].concat(
        x > 0 ? [at(x - 1, y)] : [],
        y > 0 ? [at(x, y - 1)] : [],
      );
    });
    const problem = {
      count,
      households: new Float64Array(count).fill(8),
      compound: new Int32Array(count).fill(-1),
      graph: {
        offsets: Uint32Array.from([0, ...beside.map((_, i) => beside.slice(0, i + 1).flat().length)]),
        neighbours: Uint32Array.from(beside.flat()),
        border: new Uint32Array(beside.flat().length).fill(1),
      },
      previous: null,
    };
    const gridOf = Int32Array.from({ length: count }, (_, i) => (i % 10 < (i % 20 < 10 ? 3 : 7) ? 0 : 1));
    expect(costOf(problem, gridOf, HUNAN_RANGE).border).toBe(46);
    drain(annealBorders(problem, HUNAN_RANGE, gridOf, 200_000, seededRandom(1)));
    expect(costOf(problem, gridOf, HUNAN_RANGE)).toMatchObject({ outside: 0, border: 10 });
  });
});
