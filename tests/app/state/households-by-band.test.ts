import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { householdsByBand } from "../../../src/app/state/households-by-band.ts";
import { reachLimit, UNREACHED } from "../../../src/core/base/index.ts";

const walk = { minutes: 15, speed: 1 };

describe("householdsByBand", () => {
  it("counts 5:00, 10:00 and 15:00 inside their thirds, what is farther beyond, what nobody reaches apart", () => {
    const [five, ten, fifteen] = [5, 10, 15].map((minutes) => reachLimit(minutes, 1)) as [
      number,
      number,
      number,
    ];
    const distance = Uint32Array.of(five, five + 10, ten, fifteen, fifteen + 10, UNREACHED);
    const sums = householdsByBand({ distance }, Float64Array.of(1, 2, 4, 8, 16, 32), walk);
    expect(sums).toEqual([1, 6, 8, 16, 32]);
  });

  it("loses no household that is known and counts none that is not", () => {
    const rows = fc.array(
      fc.tuple(fc.oneof(fc.nat({ max: 30_000 }), fc.constant(UNREACHED)), fc.nat({ max: 90 })),
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(7, 10, 15), (list, minutes) => {
        const distance = Uint32Array.from(list, ([own]) => own);
        const households = Float64Array.from(list, ([, count]) => (count % 9 === 0 ? Number.NaN : count));
        const sums = householdsByBand({ distance }, households, { minutes, speed: 1.1 });
        const known = households.filter((count) => !Number.isNaN(count)).reduce((a, b) => a + b, 0);
        expect(sums.reduce((a, b) => a + b, 0)).toBe(known);
        const limit = reachLimit(minutes, 1.1);
        const inside = households.reduce(
          (total, count, i) => total + (distance[i]! <= limit && count > 0 ? count : 0),
          0,
        );
        expect(sums.slice(0, 3).reduce((a, b) => a + b, 0)).toBe(inside);
      }),
    );
  });
});
