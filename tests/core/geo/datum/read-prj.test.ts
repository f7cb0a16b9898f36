import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gaussKruger, readPrj, toWgs84 } from "../../../../src/core/geo/index.ts";
import { esriTm, GEOGRAPHIC, ogcTm, PROJECTED, wkt2Tm } from "./prj-samples.ts";

const CODES = Array.from({ length: 64 }, (_, i) => 4491 + i);

/** Titles as ESRI and OGC give them. */
function titles(epsg: number): { esri: string; ogc: string } {
  const { centralMeridian, falseEasting } = gaussKruger(epsg)!;
  const zone = Math.floor(falseEasting / 1e6);
  const three = epsg >= 4513;
  const [esri, ogc] =
    zone > 0 ? [`Zone_${zone}`, `zone ${zone}`] : [`CM_${centralMeridian}E`, `CM ${centralMeridian}E`];
  return {
    esri: `CGCS2000_${three ? "3_Degree_" : ""}GK_${esri}`,
    ogc: `CGCS2000 / ${three ? "3-degree " : ""}Gauss-Kruger ${ogc}`,
  };
}

describe("readPrj", () => {
  it("reads every CGCS2000 zone in ESRI's spelling, OGC's and WKT 2", () => {
    for (const epsg of CODES) {
      const { centralMeridian, falseEasting } = gaussKruger(epsg)!;
      const { esri, ogc } = titles(epsg);
      const texts = [
        esriTm(esri, GEOGRAPHIC.esriCgcs, centralMeridian, falseEasting),
        ogcTm(ogc, GEOGRAPHIC.ogcCgcs, centralMeridian, falseEasting),
        wkt2Tm(ogc, centralMeridian, falseEasting),
      ];
      for (const text of texts) {
        expect(readPrj(text)).toMatchObject({
          datum: `EPSG:${epsg}`,
          how: "gaussKruger",
          family: "cgcs2000",
        });
      }
    }
  });

  it("reads degrees, UTM and Web Mercator", () => {
    const read = (text: string) => [readPrj(text).datum, readPrj(text).how];
    expect(read(GEOGRAPHIC.esriCgcs)).toEqual(["EPSG:4490", "geographic"]);
    expect(read(`\uFEFF${GEOGRAPHIC.ogcCgcs}\n`)).toEqual(["EPSG:4490", "geographic"]);
    expect(read(GEOGRAPHIC.esriWgs)).toEqual(["wgs84", "geographic"]);
    expect(read(PROJECTED.utm49)).toEqual(["EPSG:32649", "epsg"]);
    expect(read(PROJECTED.webEsri)).toEqual(["EPSG:3857", "epsg"]);
    expect(read(PROJECTED.webOgc)).toEqual(["EPSG:3857", "epsg"]);
    expect(read("EPSG:4546")).toEqual(["EPSG:4546", "epsg"]);
  });

  it("never takes Xian 1980 or Beijing 1954 for CGCS2000", () => {
    const texts = [
      GEOGRAPHIC.esriXian,
      GEOGRAPHIC.ogcBeijing,
      esriTm("Xian_1980_3_Degree_GK_Zone_37", GEOGRAPHIC.esriXian, 111, 37_500_000),
      esriTm("CGCS2000_3_Degree_GK_Zone_37", GEOGRAPHIC.esriXian, 111, 37_500_000),
      ogcTm("Beijing 1954 / 3-degree Gauss-Kruger CM 111E", GEOGRAPHIC.ogcBeijing, 111, 500_000),
    ];
    for (const text of texts) {
      expect(readPrj(text)).toMatchObject({ datum: null, how: "unknown", fault: "needsParameters" });
      expect(toWgs84(`wkt:${text}`)).toBeNull();
    }
  });

  it("places an old datum when the file brings the shift", () => {
    const shifted = GEOGRAPHIC.ogcBeijing.replace("298.3]", "298.3], TOWGS84[15.8,-154.4,-82.3,0,0,0,0]");
    const { datum } = readPrj(shifted);
    const [lon, lat] = toWgs84(datum!)!(Float64Array.of(112, 28));
    const moved = Math.hypot(lon! - 112, lat! - 28) * 111_000;
    expect(moved).toBeGreaterThan(20);
    expect(moved).toBeLessThan(200);
    const zeros = GEOGRAPHIC.ogcBeijing.replace("298.3]", "298.3], TOWGS84[0,0,0,0,0,0,0]");
    expect(readPrj(zeros).fault).toBe("needsParameters");
  });

  it("keeps a town's own meridian as it is defined", () => {
    const reading = readPrj(esriTm("CGCS2000_GK_CM_112_30E", GEOGRAPHIC.esriCgcs, 112.5, 500_000));
    expect(reading).toMatchObject({ how: "gaussKruger", fault: null });
    const [lon, lat] = toWgs84(reading.datum!)!(Float64Array.of(500_000, 3_100_000));
    expect(lon).toBeCloseTo(112.5, 9);
    expect(lat).toBeCloseTo(toWgs84("EPSG:4546")!(Float64Array.of(500_000, 3_100_000))[1]!, 9);
  });

  it("goes by the parameters when the title says another zone", () => {
    const text = esriTm("CGCS2000_3_Degree_GK_Zone_37", GEOGRAPHIC.esriCgcs, 114, 38_500_000);
    expect(readPrj(text).datum).toBe("EPSG:4526");
  });

  it("says so when the text is something else, and never throws", () => {
    const junk = ["", "<!DOCTYPE html><html>", "PROJCS[", 'GEOGCS["x"', "GEOGCS]", "[[[[", "[".repeat(9000)];
    for (const text of junk) {
      expect(readPrj(text)).toMatchObject({ datum: null, fault: "unreadable" });
    }
    const good = esriTm("CGCS2000_3_Degree_GK_Zone_37", GEOGRAPHIC.esriCgcs, 111, 37_500_000);
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(40), fc.string({ maxLength: 8 }), (at, length, text) => {
        const { datum } = readPrj(good.slice(0, at) + text + good.slice(at + length));
        if (datum !== null) toWgs84(datum)?.(Float64Array.of(37_500_000, 3_100_000));
      }),
    );
  });
});
