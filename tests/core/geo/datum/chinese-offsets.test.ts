import fc from "fast-check";
import gcoord from "gcoord";
import { describe, expect, it } from "vitest";
import {
  bd09ToWgs84,
  gcj02ToWgs84,
  wgs84ToBd09,
  wgs84ToGcj02,
} from "../../../../src/core/geo/datum/chinese-offsets.ts";

/** Metres between two pairs, good to a percent for short distances. */
function metres(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [(a[0]! - b[0]!) * Math.cos((a[1]! * Math.PI) / 180), a[1]! - b[1]!];
  return Math.hypot(x, y) * 111_320;
}

const inChina = fc.tuple(
  fc.double({ min: 73, max: 136, noNaN: true }),
  fc.double({ min: 3, max: 54, noNaN: true }),
);

describe("chinese offsets", () => {
  it("agree with gcoord, an implementation of its own, forwards", () => {
    fc.assert(
      fc.property(inChina, (pair) => {
        const xy = Float64Array.from(pair);
        expect(metres(wgs84ToGcj02(xy), gcoord.transform(pair, gcoord.WGS84, gcoord.GCJ02))).toBeLessThan(
          1e-6,
        );
        expect(metres(wgs84ToBd09(xy), gcoord.transform(pair, gcoord.WGS84, gcoord.BD09))).toBeLessThan(1e-6);
      }),
    );
  });

  it("agree with gcoord's one-step way back from BD-09 within a metre", () => {
    fc.assert(
      fc.property(inChina, (pair) => {
        const back = bd09ToWgs84(Float64Array.from(pair));
        expect(metres(back, gcoord.transform(pair, gcoord.BD09, gcoord.WGS84))).toBeLessThan(1);
      }),
    );
  });

  it("come back to the same place, either way round, within a tenth of a millimetre", () => {
    fc.assert(
      fc.property(inChina, (pair) => {
        const xy = Float64Array.from(pair);
        expect(metres(gcj02ToWgs84(wgs84ToGcj02(xy)), xy)).toBeLessThan(1e-4);
        expect(metres(wgs84ToGcj02(gcj02ToWgs84(xy)), xy)).toBeLessThan(1e-4);
        expect(metres(bd09ToWgs84(wgs84ToBd09(xy)), xy)).toBeLessThan(1e-4);
        expect(metres(wgs84ToBd09(bd09ToWgs84(xy)), xy)).toBeLessThan(1e-4);
      }),
      { numRuns: 500 },
    );
  });

  it("move by tens to hundreds of metres in China, and GCJ-02 by nothing elsewhere", () => {
    fc.assert(
      fc.property(inChina, (pair) => {
        const xy = Float64Array.from(pair);
        expect(metres(wgs84ToGcj02(xy), xy)).toBeGreaterThan(10);
        expect(metres(wgs84ToGcj02(xy), xy)).toBeLessThan(1500);
      }),
    );
    for (const pair of [
      [-0.1, 51.5],
      [139.6, 35.7],
      [115.4, -32],
      [-122.5, 37.8],
    ]) {
      const xy = Float64Array.from(pair);
      expect([...wgs84ToGcj02(xy)]).toEqual(pair);
      expect([...gcj02ToWgs84(xy)]).toEqual(pair);
    }
  });

  it("end along the rim of the box, where no place has the image asked for", () => {
    for (let lat = 1; lat < 55; lat += 0.37) {
      const xy = Float64Array.of(72.0041, lat, 137.8346, lat);
      expect(metres(gcj02ToWgs84(xy), xy)).toBeLessThan(2000);
      expect(metres(bd09ToWgs84(xy), xy)).toBeLessThan(4000);
    }
  });

  it("leave what is not a number not a number, and every other pair alone", () => {
    const out = bd09ToWgs84(Float64Array.of(113, 28, Number.NaN, 28, 113, 28));
    expect(out[2]).toBeNaN();
    expect([out[4], out[5]]).toEqual([out[0], out[1]]);
  });
});
