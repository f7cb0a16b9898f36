import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/core/base/index.ts";
import type { GridProblem } from "../../../src/core/gridding/index.ts";
import {
  costOf,
  graphFromPairs,
  HUNAN_RANGE,
  leastChange,
  partitionLarge,
  validateGrids,
} from "../../../src/core/gridding/index.ts";
import { eachNet, randomCommunity } from "./random-community.ts";

const OPTIONS = { seed: 1, states: 2000 };

/** Units in a row with the grid each had. */
function row(units: readonly (readonly [households: number, previous: number])[]): GridProblem {
  return {
    count: units.length,
    households: Float64Array.from(units, ([households]) => households),
    compound: new Int32Array(units.length).fill(-1),
    graph: graphFromPairs(
      units.length,
      units.slice(1).flatMap((_, i) => [i, i + 1]),
      null,
    ),
    previous: Int32Array.from(units, ([, previous]) => previous),
  };
}

const repeat = (times: number, households: number, previous: number) =>
  Array.from({ length: times }, () => [households, previous] as const);

describe("leastChange", () => {
  it("leaves a valid net alone", () => {
    const problem = row([...repeat(4, 100, 0), ...repeat(4, 100, 1), ...repeat(3, 100, 2)]);
    const result = leastChange(problem, HUNAN_RANGE, OPTIONS);
    expect(result.gridOf).toEqual(problem.previous);
    expect(result).toMatchObject({ moves: [], movedHouseholds: 0, retired: [], created: [] });
  });

  it("takes what is lacking from the neighbour, and no more", () => {
    const problem = row([...repeat(4, 60, 0), ...repeat(8, 50, 1), ...repeat(6, 60, 2)]);
    const result = leastChange(problem, HUNAN_RANGE, OPTIONS);
    expect(result.cost.outside).toBe(0);
    expect(result.moves).toEqual([
      { unit: 4, from: 1, to: 0 },
      { unit: 5, from: 1, to: 0 },
    ]);
  });

  it("passes a lack on along a chain of grids", () => {
    const problem = row([...repeat(4, 70, 0), ...repeat(4, 75, 1), ...repeat(6, 75, 2)]);
    const result = leastChange(problem, HUNAN_RANGE, OPTIONS);
    expect(result.cost.outside).toBe(0);
    expect(result.moves.map(({ from, to }) => `${from}>${to}`)).toEqual(["1>0", "2>1"]);
  });

  it("does not touch a locked grid", () => {
    const problem = row([...repeat(5, 100, 0), ...repeat(4, 60, 1), ...repeat(5, 100, 2)]);
    const result = leastChange(problem, HUNAN_RANGE, { ...OPTIONS, locked: new Set([0]) });
    expect(result.moves).toEqual([{ unit: 9, from: 2, to: 1 }]);
  });

  it("cuts a grid that a new compound made too large, and gives the new one a new number", () => {
    const problem = row([...repeat(4, 100, 0), ...repeat(4, 100, -1), ...repeat(5, 100, 1)]);
    const result = leastChange(problem, HUNAN_RANGE, OPTIONS);
    expect(result).toMatchObject({ movedHouseholds: 0, created: [2], retired: [] });
    expect(result.cost.outside).toBe(0);
  });

  it("dissolves a grid that nothing can fill", () => {
    const problem = row([...repeat(3, 100, 0), [60, 1], ...repeat(3, 100, 2)]);
    const result = leastChange(problem, HUNAN_RANGE, OPTIONS);
    expect(result).toMatchObject({ movedHouseholds: 60, retired: [1], created: [] });
  });

  it("after a loss of 200 households changes only the grids that must, and stays valid", () => {
    const run = fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const town = randomCommunity(seed, 80, [40, 60]);
      const made = partitionLarge(town.problem, HUNAN_RANGE, { seed: 1, steps: 150, starts: 1 });
      fc.pre(made.cost.outside === 0);
      const households = Float64Array.from(town.problem.households);
      let lost = 0;
      for (let unit = 0; unit < 80 && lost < 200; unit++) {
        if (made.gridOf[unit] !== made.gridOf[0]) continue;
        lost += households[unit]!;
        households[unit] = 0;
      }
      const problem = { ...town.problem, households, previous: made.gridOf };
      const before = costOf(problem, made.gridOf, HUNAN_RANGE);
      const result = leastChange(problem, HUNAN_RANGE, OPTIONS);
      expect(result.cost.outside).toBeLessThanOrEqual(before.outside);
      expect(validateGrids(town.units, town.graph, result.gridOf, HUNAN_RANGE).isValid).toBe(true);
      const touched = new Set(result.moves.flatMap(({ from, to }) => [from, to]));
      if (before.outside === 0) expect(touched.size).toBe(0);
      else expect(result.movedHouseholds).toBeLessThanOrEqual(500);
    });
    fc.assert(run, { numRuns: 12 });
  });

  it("changes only the grids that must when a compound of 200 households goes from a net of ten", () => {
    const units = Array.from({ length: 10 }, (_, grid) => repeat(grid === 4 ? 3 : 5, 80, grid));
    const problem = row(units.flat());
    const result = leastChange(problem, HUNAN_RANGE, { ...OPTIONS, nodes: 200_000 });
    expect(result.cost.outside).toBe(0);
    expect(result).toMatchObject({ movedHouseholds: 80, movedBound: 80, retired: [], created: [] });
    expect(result.moves).toHaveLength(1);
    expect([3, 5]).toContain(result.moves[0]!.from);
    expect(result.moves[0]!.to).toBe(4);
  });

  it("claims no more than brute force over nets and names finds", () => {
    let proven = 0;
    const run = fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 2, max: 8 }),
      (seed, count) => {
        const { problem: plain } = randomCommunity(seed, count, [60, 250]);
        const random = seededRandom(seed);
        const previous = Int32Array.from({ length: count }, () => Math.floor(random() * 4) - 1);
        const problem = { ...plain, previous };
        const best = fewestMoved(problem);
        const result = leastChange(problem, HUNAN_RANGE, { ...OPTIONS, nodes: 100_000 });
        expect(costOf(problem, result.gridOf, HUNAN_RANGE)).toEqual(result.cost);
        expect(result.cost.outside).toBeGreaterThanOrEqual(best.outside);
        if (result.cost.outside !== best.outside) return;
        expect(result.movedHouseholds).toBeGreaterThanOrEqual(best.moved);
        expect(result.movedBound).toBeLessThanOrEqual(best.moved);
        if (result.movedBound === result.movedHouseholds) proven++;
      },
    );
    fc.assert(run, { numRuns: 150, seed: 4 });
    expect(proven).toBeGreaterThan(75);
  });
});

/** Over all connected nets and all ways to name their grids: fewest outside, then fewest households moved. */
function fewestMoved(problem: GridProblem & { readonly previous: Int32Array }) {
  let best = { outside: Infinity, moved: Infinity };
  eachNet(problem, (gridOf) => {
    const { outside } = costOf({ ...problem, previous: null }, gridOf, HUNAN_RANGE);
    if (outside > best.outside) return;
    const moved = leastRenaming(problem, gridOf);
    if (outside < best.outside || moved < best.moved) best = { outside, moved };
  });
  return best;
}

/** Households moved under the best one-to-one naming of grids by previous ones, by trying all. */
function leastRenaming(
  { households, previous }: GridProblem & { readonly previous: Int32Array },
  gridOf: Int32Array,
): number {
  const grids = Math.max(...gridOf) + 1;
  const stays = (grid: number, name: number): number =>
    gridOf.reduce(
      (sum, own, unit) => sum + (own === grid && previous[unit] === name ? households[unit]! : 0),
      0,
    );
  const most = (grid: number, names: readonly number[]): number =>
    grid === grids
      ? 0
      : Math.max(
          most(grid + 1, names),
          ...names.map(
            (name) =>
              stays(grid, name) +
              most(
                grid + 1,
                names.filter((own) => own !== name),
              ),
          ),
        );
  const all = households.reduce((sum, own, unit) => sum + (previous[unit]! >= 0 ? own : 0), 0);
  return all - most(0, [0, 1, 2]);
}
