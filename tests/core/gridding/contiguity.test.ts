import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/core/base/index.ts";
import {
  Contiguity,
  HUNAN_RANGE,
  PaintStroke,
  partitionLarge,
  repairStroke,
  validateGrids,
} from "../../../src/core/gridding/index.ts";
import { randomCommunity } from "./random-community.ts";

const town = (seed: number, count: number) => {
  const made = randomCommunity(seed, count, [20, 60]);
  const { gridOf } = partitionLarge(made.problem, HUNAN_RANGE, { seed: 1, steps: 40, starts: 1 });
  return { ...made, gridOf };
};

const piecesIn = (made: ReturnType<typeof town>, gridOf: Int32Array, grid: number): number =>
  validateGrids(made.units, made.graph, gridOf, HUNAN_RANGE).grids.find((own) => own.grid === grid)?.pieces ??
  0;

describe("Contiguity", () => {
  it("says of every unit what taking it out and counting says", () => {
    const run = fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const made = town(seed, 40);
      const contiguity = new Contiguity(made.graph);
      for (let unit = 0; unit < 40; unit++) {
        const without = Int32Array.from(made.gridOf);
        without[unit] = -1;
        const expected = piecesIn(made, without, made.gridOf[unit]!) <= 1;
        expect(contiguity.mayLeave(made.gridOf, unit)).toBe(expected);
      }
    });
    fc.assert(run, { numRuns: 40 });
  });
});

describe("PaintStroke", () => {
  it("keeps totals and broken grids as a fresh count has them", () => {
    const run = fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const made = town(seed, 50);
      made.units.households[7] = Number.NaN;
      const grids = Math.max(...made.gridOf) + 1;
      const stroke = new PaintStroke(made.units, made.graph, made.gridOf, grids);
      const random = seededRandom(seed);
      for (let step = 0; step < 25; step++) {
        stroke.paint(Math.floor(random() * 50), Math.floor(random() * grids));
        if (random() < 0.5) continue;
        const facts = validateGrids(made.units, made.graph, stroke.gridOf, HUNAN_RANGE).grids;
        expect(stroke.broken()).toEqual(facts.filter(({ pieces }) => pieces > 1).map(({ grid }) => grid));
        for (const { grid, households, unknown, units } of facts) {
          expect([stroke.households[grid], stroke.unknown[grid], stroke.units[grid]]).toEqual([
            households,
            unknown,
            units,
          ]);
        }
      }
      const back = Int32Array.from(stroke.gridOf);
      for (const { unit, from, to } of stroke.changes()) {
        expect(back[unit]).toBe(to);
        back[unit] = from;
      }
      expect(back).toEqual(made.gridOf);
    });
    fc.assert(run, { numRuns: 40 });
  });

  it("stays in the community it is told to", () => {
    const made = town(1, 20);
    const stroke = new PaintStroke(made.units, made.graph, made.gridOf, 9);
    expect(stroke.paint(3, 8, 1)).toBe(false);
    expect(stroke.paint(3, 8, 0)).toBe(true);
  });
});

describe("repairStroke", () => {
  it("offers what makes the grid whole, and breaks no other", () => {
    let offered = 0;
    const run = fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const made = town(seed, 60);
      const random = seededRandom(seed);
      const gridOf = Int32Array.from(made.gridOf);
      const grids = Math.max(...gridOf) + 1;
      for (let i = 0; i < 4; i++) gridOf[Math.floor(random() * 60)] = Math.floor(random() * grids);
      for (let grid = 0; grid < grids; grid++) {
        const repairs = repairStroke(made.units, made.graph, gridOf, grid);
        if (piecesIn(made, gridOf, grid) <= 1) expect(repairs).toEqual([]);
        for (const { changes, households } of repairs) {
          offered++;
          const next = Int32Array.from(gridOf);
          for (const { unit, from, to } of changes) {
            expect(next[unit]).toBe(from);
            next[unit] = to;
          }
          for (const own of new Set([grid, ...changes.flatMap(({ from, to }) => [from, to])])) {
            expect(piecesIn(made, next, own)).toBeLessThanOrEqual(1);
          }
          expect(households).toBe(changes.reduce((sum, { unit }) => sum + made.units.households[unit]!, 0));
        }
      }
    });
    fc.assert(run, { numRuns: 30, seed: 2 });
    expect(offered).toBeGreaterThan(30);
  });
});
