import { describe, expect, it } from "vitest";
import {
  reachLimit,
  seededRandom,
  toDecimetres,
  UNREACHED,
  walkMeters,
  walkMinutes,
} from "../../../src/core/base/index.ts";

describe("reachLimit", () => {
  it("holds 15:00 inside and 15:01 outside at every preset", () => {
    for (const speed of [1, 0.8, 800 / 900, 1000 / 900, 1.25]) {
      const limit = reachLimit(15, speed);
      expect(toDecimetres(900 * speed)).toBeLessThanOrEqual(limit);
      expect(toDecimetres(901 * speed)).toBeGreaterThan(limit);
    }
  });

  it("keeps the fixed distances whole", () => {
    expect(reachLimit(15, 800 / 900)).toBe(8000);
    expect(reachLimit(15, 1000 / 900)).toBe(10_000);
    expect(reachLimit(6.5, 1)).toBe(3900);
  });
});

describe("walking", () => {
  it("never reads unreached as a distance", () => {
    expect(walkMinutes(UNREACHED, 1)).toBeNaN();
    expect(walkMeters(UNREACHED)).toBeNaN();
    expect(walkMinutes(9000, 1)).toBe(15);
    expect(walkMeters(9001)).toBe(900.1);
  });
});

describe("seededRandom", () => {
  it("gives the same numbers for the same seed and others for another", () => {
    const take = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
    expect(take(7).every((value) => value >= 0 && value < 1)).toBe(true);
  });
});
