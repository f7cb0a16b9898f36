import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNREACHED } from "../../../src/core/base/index.ts";
import { measureSpread } from "../../../src/core/siting/index.ts";

const homes = fc.array(
  fc.record({
    distance: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 20_000 }) }, fc.constant(UNREACHED)),
    households: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.constant(Number.NaN)),
    linked: fc.integer({ min: 0, max: 3 }).map((value) => (value === 0 ? 0 : 1)),
  }),
  { maxLength: 25 },
);

describe("how walking is shared out", () => {
  it("is what counting household by household gives", () => {
    fc.assert(
      fc.property(homes, fc.constantFrom(0.8, 1, 1.2), (rows, speed) => {
        const spread = measureSpread(
          Uint32Array.from(rows, ({ distance }) => distance),
          Float64Array.from(rows, ({ households }) => households),
          Uint8Array.from(rows, ({ linked }) => linked),
          speed,
        );
        const known = rows.filter(({ households }) => households > 0);
        const walks = known
          .filter(({ linked, distance }) => linked === 1 && distance !== UNREACHED)
          .flatMap(({ distance, households }) => new Array<number>(households).fill(distance / 600 / speed))
          .sort((a, b) => a - b);
        const all = known.reduce((sum, { households }) => sum + households, 0);
        expect([spread.reached, spread.unreached]).toEqual([walks.length, all - walks.length]);
        if (walks.length === 0) {
          expect(spread.p50).toBeNull();
          expect(spread.gini).toBeNull();
          return;
        }
        expect(spread.p50).toBeCloseTo(walks[Math.ceil(walks.length / 2) - 1]!, 9);
        expect(spread.p90).toBeCloseTo(walks[Math.ceil((9 * walks.length) / 10) - 1]!, 9);
        const mean = walks.reduce((sum, value) => sum + value, 0) / walks.length;
        expect(spread.mean).toBeCloseTo(mean, 9);
        let apart = 0;
        for (const a of walks) for (const b of walks) apart += Math.abs(a - b);
        if (mean > 0) expect(spread.gini).toBeCloseTo(apart / (2 * walks.length ** 2 * mean), 9);
        const tenths = walks.flatMap((walk) => new Array<number>(10).fill(walk));
        const worst = tenths.slice(9 * walks.length);
        expect(spread.worstTenth).toBeCloseTo(worst.reduce((sum, value) => sum + value, 0) / worst.length, 9);
      }),
      { numRuns: 500 },
    );
  });
});
