import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fromWgs84,
  gaussKruger,
  parseDatum,
  prepareDatum,
  readPrj,
  toWgs84,
} from "../../../../src/core/geo/index.ts";
import { PROJECTED } from "./prj-samples.ts";

const ZONES = Array.from({ length: 64 }, (_, i) => 4491 + i);

/** Control values of PROJ 9: longitude, latitude to easting, northing. */
const CONTROLS: readonly (readonly [string, number, number, number, number])[] = [
  ["EPSG:4546", 111.5, 28, 549181.285604731, 3098542.49465717],
  ["EPSG:4525", 110.2, 31.7, 37424159.2748858, 3508865.40913751],
  ["EPSG:4491", 73.6, 39.4, 13379406.4801283, 4363846.97420929],
  ["EPSG:4512", 134.4, 48.3, 455485.089293992, 5351959.59627953],
  ["EPSG:4545", 108.9, 34.2, 582952.203331154, 3786212.49903296],
  ["EPSG:4554", 134.9, 47.9, 492523.054742261, 5307313.50167489],
  ["EPSG:32649", 113.2, 23.1, 725331.523184261, 2556287.64519821],
  ["EPSG:3857", 116.4, 39.9, 12957588.728337, 4851421.17518336],
  [readPrj(PROJECTED.hongKong).datum!, 114.17, 22.3, 835559.642066805, 817895.754680294],
];

describe("fromWgs84 and toWgs84", () => {
  it("agree with PROJ within a millimetre, either way", () => {
    for (const [datum, lon, lat, east, north] of CONTROLS) {
      const [x, y] = fromWgs84(datum)!(Float64Array.of(lon, lat));
      expect(Math.hypot(x! - east, y! - north)).toBeLessThan(1e-3);
      const back = toWgs84(datum)!(Float64Array.of(east, north));
      expect(Math.hypot(back[0]! - lon, back[1]! - lat)).toBeLessThan(2e-8);
    }
  });

  it("come back in every zone, in both axis orders", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 4, max: 53, noNaN: true }),
        (epsg, off, lat) => {
          const lon = gaussKruger(epsg)!.centralMeridian + off;
          const straight = fromWgs84(`EPSG:${epsg}`)!(Float64Array.of(lon, lat));
          const turned = fromWgs84(`EPSG:${epsg}/yx`)!(Float64Array.of(lon, lat));
          expect([turned[1], turned[0]]).toEqual([...straight]);
          for (const back of [toWgs84(`EPSG:${epsg}`)!(straight), toWgs84(`EPSG:${epsg}/yx`)!(turned)]) {
            expect(Math.abs(back[0]! - lon)).toBeLessThan(1e-9);
            expect(Math.abs(back[1]! - lat)).toBeLessThan(1e-9);
          }
        },
      ),
    );
  });

  it("take the turned order of degrees too", () => {
    expect([...toWgs84("EPSG:4490/yx")!(Float64Array.of(28, 113))]).toEqual([113, 28]);
    expect([...toWgs84("gcj02/YX")!(Float64Array.of(28, 113))]).toEqual([
      ...toWgs84("gcj02")!(Float64Array.of(113, 28)),
    ]);
  });

  it("do not touch what they are given, and leave NaN where there is no position", () => {
    const xy = Float64Array.of(500_000, 3_100_000, Number.NaN, 1, Number.POSITIVE_INFINITY, 2);
    const out = toWgs84("EPSG:4546")!(xy);
    expect([...xy.slice(0, 2)]).toEqual([500_000, 3_100_000]);
    expect([...out].map(Number.isFinite)).toEqual([true, true, false, false, false, false]);
  });

  it("know Web Mercator by all its numbers, and nothing by a wrong one", () => {
    const place = Float64Array.of(12_957_588.728337, 4_851_421.17518336);
    for (const epsg of [3857, 3785, 900913, 102100, 102113]) {
      expect(toWgs84(`EPSG:${epsg}`)!(place)[0]).toBeCloseTo(116.4, 9);
    }
    for (const name of [
      "EPSG:2435",
      "EPSG:4610",
      "EPSG:4214",
      "xian80",
      "",
      "wkt:",
      "wkt:nonsense",
      "EPSG:",
    ]) {
      expect(toWgs84(name)).toBeNull();
      expect(fromWgs84(name)).toBeNull();
    }
    expect(parseDatum("epsg:4546/yx")).toMatchObject({ kind: "epsg", epsg: 4546, turned: true });
  });
});

describe("prepareDatum", () => {
  it("loads other projections when a .prj wants one", async () => {
    const { datum, how } = readPrj(PROJECTED.europe);
    expect(how).toBe("wkt");
    expect(toWgs84(datum!)).toBeNull();
    expect(await prepareDatum(datum!)).toBe(true);
    const [x, y] = fromWgs84(datum!)!(Float64Array.of(11, 48.1));
    expect(Math.hypot(x! - 4395516.05011718, y! - 2776775.15105872)).toBeLessThan(1e-3);
  });

  it("says no to what nobody can place", async () => {
    expect(await prepareDatum("EPSG:1")).toBe(false);
    expect(
      await prepareDatum(`wkt:${PROJECTED.europe.replace("Lambert_Azimuthal_Equal_Area", "No_Such")}`),
    ).toBe(false);
  });
});
