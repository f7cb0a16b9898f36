import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metresBetween, metresPerDegree } from "../../../src/app/state/ground-metres.ts";
import { createFrame } from "../../../src/core/geo/index.ts";

describe("ground metres", () => {
  it("agree with the core's frame to a millimetre in a hundred metres", () => {
    const anywhere = fc.record({
      lon: fc.double({ min: 74, max: 134, noNaN: true }),
      lat: fc.double({ min: 4, max: 53, noNaN: true }),
      east: fc.double({ min: -100, max: 100, noNaN: true }),
      north: fc.double({ min: -100, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(anywhere, ({ lon, lat, east, north }) => {
        const degree = metresPerDegree(lat);
        const there = [lon + east / degree.east, lat + north / degree.north] as const;
        const [x = 0, y = 0] = createFrame(lon, lat).toMetres(Float64Array.of(...there));
        expect(Math.hypot(x - east, y - north)).toBeLessThan(0.005);
        expect(Math.abs(metresBetween(lon, lat, ...there) - Math.hypot(x, y))).toBeLessThan(0.001);
      }),
    );
  });
});
