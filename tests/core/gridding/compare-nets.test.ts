import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PolygonColumns } from "../../../src/core/geo/index.ts";
import { compareNets, overlapAreas } from "../../../src/core/gridding/index.ts";

const net = (...grids: number[]) => Int32Array.from(grids);
const HOUSEHOLDS = Float64Array.of(100, 60, 40, 100, Number.NaN, 30);

describe("compareNets", () => {
  it("finds equal nets equal under other numbers", () => {
    const result = compareNets(net(0, 0, 1, 1, 2, -1), net(5, 5, 9, 9, 0, -1), HOUSEHOLDS);
    expect(result).toMatchObject({ isEqual: true, share: 1, conflicts: [], missing: [], extra: [] });
  });

  it("takes a net of joined grids for agreeing though not equal", () => {
    const result = compareNets(net(0, 0, 1, 1, 2, 2), net(5, 5, 5, 5, 6, 6), HOUSEHOLDS);
    expect(result).toMatchObject({ isEqual: false, share: 1, conflicts: [] });
  });

  it("lists what lies in another grid than most of its own, and settles it for the base", () => {
    const result = compareNets(net(0, 0, 0, 1, 1, 1), net(7, 7, 8, 8, 7, -1), HOUSEHOLDS);
    expect(result.conflicts).toEqual([
      { base: 0, belongs: 7, lies: 8, units: [2], households: 40, unknown: 0 },
      { base: 1, belongs: 8, lies: 7, units: [4], households: 0, unknown: 1 },
    ]);
    expect(result).toMatchObject({ agreed: 260, compared: 300, missing: [5], isEqual: false });
    expect([...result.merged]).toEqual([7, 7, 7, 8, 8, 8]);
  });

  it("leaves nothing in dispute once merged", () => {
    const grids = fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 30, maxLength: 30 });
    const run = fc.property(grids, grids, (base, other) => {
      const households = Float64Array.from({ length: 30 }, (_, i) => 1 + ((i * 7) % 50));
      const { merged, share } = compareNets(net(...base), net(...other), households);
      const again = compareNets(net(...base), merged, households);
      expect(again.conflicts).toEqual([]);
      expect(Number.isNaN(share) || (share > 0 && share <= 1)).toBe(true);
    });
    fc.assert(run);
  });
});

describe("overlapAreas", () => {
  it("measures what two nets share", async () => {
    const left = boxes([0, 0, 100, 100], [100, 0, 200, 100]);
    const right = boxes([0, 0, 150, 100], [150, 0, 200, 100]);
    expect([...(await overlapAreas(left, right))].sort()).toEqual([
      [0, 10_000],
      [2, 5000],
      [3, 5000],
    ]);
  });
});

function boxes(...all: [number, number, number, number][]): PolygonColumns {
  const steps = (size: number) => Uint32Array.from({ length: all.length + 1 }, (_, i) => i * size);
  return {
    count: all.length,
    featureOffsets: steps(1),
    partOffsets: steps(1),
    ringOffsets: steps(4),
    xy: Float64Array.from(all.flatMap(([w, s, e, n]) => [w, s, e, s, e, n, w, n])),
  };
}
