import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { householdHistogram } from "../../../src/app/state/household-histogram.ts";
import { reachLimit, UNREACHED } from "../../../src/core/base/index.ts";

describe("householdHistogram", () => {
  const walk = { minutes: 15, speed: 1 };
  it("puts 15:00 in the fifteenth minute and 15:01 in the next", () => {
    const at = reachLimit(15, 1);
    const access = {
      nearest: new Int32Array(4),
      distance: Uint32Array.of(at, at + 10, 0, UNREACHED),
      ownDistance: new Uint32Array(4),
    };
    const { bins, unreached } = householdHistogram(access, Float64Array.of(100, 10, 1, 7), walk);
    expect([bins[14], bins[15], bins[0], unreached]).toEqual([100, 10, 1, 7]);
  });

  it("loses no household, and its first bins are what is covered", () => {
    const distances = fc.array(fc.oneof(fc.integer({ min: 0, max: 40_000 }), fc.constant(UNREACHED)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(distances, fc.constantFrom(0.8, 1, 800 / 900, 1.11), (list, speed) => {
        const distance = Uint32Array.from(list);
        const households = Float64Array.from(list, (_, i) => (i % 7) + 1);
        const access = { nearest: new Int32Array(list.length), distance, ownDistance: distance };
        const { bins, beyond, unreached } = householdHistogram(access, households, { minutes: 15, speed });
        const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
        expect(sum(bins) + beyond + unreached).toBe(sum(households));
        const limit = reachLimit(15, speed);
        expect(sum(bins.subarray(0, 15))).toBe(sum(households.filter((_, i) => distance[i]! <= limit)));
      }),
    );
  });
});
