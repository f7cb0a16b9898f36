import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFrame, gaussKruger, toWgs84 } from "../../../src/core/geo/index.ts";

/** Metres per degree near the places used here, good enough to bound errors. */
const DEGREE = 111_320;

describe("toWgs84", () => {
  it("takes CGCS2000 and WGS-84 as they are", () => {
    for (const datum of ["wgs84", "EPSG:4326", "epsg:4490"]) {
      expect([...toWgs84(datum)!(Float64Array.of(112.9, 28.2))]).toEqual([112.9, 28.2]);
    }
  });

  it("moves GCJ-02 by hundreds of metres inside China and by nothing outside", () => {
    const [lon, lat] = toWgs84("gcj02")!(Float64Array.of(112.9, 28.2));
    const shift = Math.hypot((lon! - 112.9) * DEGREE * Math.cos(0.49), (lat! - 28.2) * DEGREE);
    expect(shift).toBeGreaterThan(50);
    expect(shift).toBeLessThan(1000);
    expect([...toWgs84("gcj02")!(Float64Array.of(103.84, 1.35))].map((v) => v.toFixed(2))).toEqual([
      "103.84",
      "1.35",
    ]);
  });

  it("reads every Gauss–Krüger zone: the false easting lies on the central meridian", () => {
    for (let epsg = 4491; epsg <= 4554; epsg++) {
      const zone = gaussKruger(epsg)!;
      const [lon, lat] = toWgs84(`EPSG:${epsg}`)!(Float64Array.of(zone.falseEasting, 3_120_000));
      expect(lon).toBeCloseTo(zone.centralMeridian, 9);
      expect(lat).toBeGreaterThan(28);
      expect(lat).toBeLessThan(28.3);
    }
  });

  it("knows the zone rules of the 3-degree system", () => {
    expect(gaussKruger(4524)).toEqual({ centralMeridian: 108, falseEasting: 36_500_000 });
    expect(gaussKruger(4545)).toEqual({ centralMeridian: 108, falseEasting: 500_000 });
    expect(gaussKruger(4555)).toBeNull();
  });

  it("says null for a datum it does not know", () => {
    expect(toWgs84("EPSG:2435")).toBeNull();
    expect(toWgs84("xian80")).toBeNull();
  });
});

describe("createFrame", () => {
  it("comes back to the same degrees", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 80, max: 130, noNaN: true }),
        fc.double({ min: 5, max: 52, noNaN: true }),
        fc.double({ min: -0.4, max: 0.4, noNaN: true }),
        fc.double({ min: -0.4, max: 0.4, noNaN: true }),
        (lon, lat, dx, dy) => {
          const frame = createFrame(lon, lat);
          const there = frame.toMetres(Float64Array.of(lon + dx, lat + dy));
          const back = frame.toDegrees(there);
          expect(Math.abs(back[0]! - lon - dx)).toBeLessThan(1e-9);
          expect(Math.abs(back[1]! - lat - dy)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it("measures within 0.1 % of the ellipsoid 50 km from its centre", () => {
    const frame = createFrame(113, 28.2);
    for (const [east, north] of [
      [0.5, 0],
      [-0.5, 0],
      [0, 0.45],
      [0.35, -0.3],
    ] as const) {
      const at = { lon: 113 + east, lat: 28.2 + north };
      const [x0, y0, x1, y1] = frame.toMetres(
        Float64Array.of(at.lon, at.lat, at.lon + 0.001, at.lat + 0.001),
      );
      const measured = Math.hypot(x1! - x0!, y1! - y0!);
      expect(Math.abs(measured / shortEllipsoidDistance(at.lat, 0.001) - 1)).toBeLessThan(0.001);
    }
  });
});

/** Distance of a step of `d` degrees both ways at latitude `lat`, by the radii of curvature of GRS80. */
function shortEllipsoidDistance(lat: number, d: number): number {
  const a = 6_378_137;
  const e2 = 0.0066943800229;
  const phi = ((lat + d / 2) * Math.PI) / 180;
  const w = 1 - e2 * Math.sin(phi) ** 2;
  const meridian = (a * (1 - e2)) / w ** 1.5;
  const normal = a / Math.sqrt(w);
  const rad = (d * Math.PI) / 180;
  return Math.hypot(meridian * rad, normal * Math.cos(phi) * rad);
}
