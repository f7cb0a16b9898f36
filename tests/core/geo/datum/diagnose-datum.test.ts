import { describe, expect, it } from "vitest";
import type { PolygonColumns } from "../../../../src/core/geo/index.ts";
import { DATUM_REASONS, diagnoseDatum, fromWgs84, gaussKruger } from "../../../../src/core/geo/index.ts";
import { esriTm, GEOGRAPHIC, PROJECTED } from "./prj-samples.ts";

const ZONES = Array.from({ length: 64 }, (_, i) => 4491 + i);

/** A small seeded generator of numbers in [0, 1): xorshift. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A town of streets 70–130 m apart about a place: points along its streets, doors on them, the whole as an area. */
function makeTown(lon: number, lat: number, seed = 7) {
  const random = seeded(seed);
  const steps = (): number[] => {
    const at = [0];
    while (at.length < 26) at.push(at[at.length - 1]! + 70 + 60 * random());
    return at;
  };
  const [easts, norths] = [steps(), steps()];
  const degrees = (east: number, north: number): [number, number] => [
    lon + (east - 1250) / (111_320 * Math.cos((lat * Math.PI) / 180)),
    lat + (north - 1250) / 110_950,
  ];
  const streets: number[] = [];
  const doors: number[] = [];
  for (const east of easts) for (let n = 0; n < 2500; n += 15) streets.push(...degrees(east, n));
  for (const north of norths) for (let e = 0; e < 2500; e += 15) streets.push(...degrees(e, north));
  for (const east of easts) {
    for (const north of norths) {
      if (random() < 0.6) doors.push(...degrees(east + 3 + 4 * random(), north + 15 + 30 * random()));
    }
  }
  return {
    streets: Float64Array.from(streets),
    doors: Float64Array.from(doors),
    area: square(degrees(-80, -80), degrees(2700, 2700)),
  };
}

function square([west, south]: [number, number], [east, north]: [number, number]): PolygonColumns {
  return {
    count: 1,
    featureOffsets: Uint32Array.of(0, 1),
    partOffsets: Uint32Array.of(0, 1),
    ringOffsets: Uint32Array.of(0, 4),
    xy: Float64Array.of(west, south, east, south, east, north, west, north),
  };
}

/** Longitudes and latitudes of a layer some 40 km across. */
function spread(lon: number, lat: number): Float64Array {
  const random = seeded(11);
  return Float64Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? lon : lat) + 0.4 * (random() - 0.5));
}

/** Places of China in each zone: off the meridian, south, middle and north. */
const placesOf = (epsg: number): [number, number][] => {
  const { centralMeridian } = gaussKruger(epsg)!;
  const half = epsg <= 4512 ? 2.4 : 1;
  return [
    [centralMeridian - half, 19.5],
    [centralMeridian, 31],
    [centralMeridian + half, 46],
  ];
};

/** Two names for one projection: without prefix a 6-degree zone is the 3-degree zone on its meridian. */
function sameProjection(a: string, b: string): boolean {
  const [zoneA, zoneB] = [a, b].map((name) => gaussKruger(Number(/\d+/.exec(name)?.[0] ?? 0)));
  const [turnedA, turnedB] = [a, b].map((name) => name.endsWith("/yx"));
  return (
    zoneA !== null &&
    zoneA?.centralMeridian === zoneB?.centralMeridian &&
    zoneA?.falseEasting === zoneB?.falseEasting &&
    turnedA === turnedB
  );
}

describe("diagnoseDatum by numbers", () => {
  it("tells a prefixed zone and its axis order", () => {
    for (const epsg of ZONES.filter((code) => gaussKruger(code)!.falseEasting > 1e6)) {
      for (const order of ["", "/yx"]) {
        for (const [lon, lat] of placesOf(epsg)) {
          const datum = `EPSG:${epsg}${order}`;
          const { hypotheses, needsAsking } = diagnoseDatum({ xy: fromWgs84(datum)!(spread(lon, lat)) });
          const names = hypotheses.map((each) => each.datum);
          expect(names.slice(0, 2)).toContain(datum);
          // Zones 13 to 15 read like Web Mercator too: then a person is asked.
          if (names[0] !== datum) expect([names[0], needsAsking]).toEqual([`EPSG:3857${order}`, true]);
          if (epsg >= 4513) expect([names[0], needsAsking]).toEqual([datum, false]);
        }
      }
    }
  });

  it("lists every meridian when the easting has no prefix, in the right axis order, and asks", () => {
    const xy = fromWgs84("EPSG:4546/yx")!(spread(111.4, 28));
    const { hypotheses, needsAsking } = diagnoseDatum({ xy });
    expect(needsAsking).toBe(true);
    expect(
      hypotheses.filter(({ datum }) => gaussKruger(Number(/\d+/.exec(datum)![0])) !== null),
    ).toHaveLength(21);
    expect(hypotheses.every(({ datum }) => datum.endsWith("/yx"))).toBe(true);
  });

  it("tells every zone, prefix and axis order once another layer is known", () => {
    for (const epsg of ZONES) {
      const [lon, lat] = placesOf(epsg)[1]!;
      const town = makeTown(lon + 0.3, lat);
      for (const order of ["", "/yx"]) {
        const datum = `EPSG:${epsg}${order}`;
        const reference = { polygons: town.area, points: town.streets };
        const { hypotheses } = diagnoseDatum({
          xy: fromWgs84(datum)!(town.doors.subarray(0, 200)),
          reference,
        });
        expect(sameProjection(hypotheses[0]!.datum, datum), `${datum} read as ${hypotheses[0]!.datum}`).toBe(
          true,
        );
      }
    }
  });

  it("turns latitude before longitude, and asks between WGS-84, GCJ-02 and BD-09", () => {
    const straight = diagnoseDatum({ xy: spread(113, 28) });
    expect(straight.hypotheses.map(({ datum }) => datum)).toEqual(["wgs84", "gcj02", "bd09"]);
    expect(straight.needsAsking).toBe(true);
    const turned = diagnoseDatum({ xy: fromWgs84("wgs84/yx")!(spread(113, 28)) });
    expect(turned.hypotheses.map(({ datum }) => datum)).toEqual(["wgs84/yx", "gcj02/yx", "bd09/yx"]);
    expect(turned.hypotheses[0]!.reasons[0]).toEqual({ code: "axesTurned", values: { share: 1 } });
  });

  it("offers no Chinese offset abroad", () => {
    const { hypotheses } = diagnoseDatum({ xy: spread(13.4, 52.5) });
    expect(hypotheses.map(({ datum }) => datum)).toEqual(["wgs84", "wgs84/yx"]);
  });

  it("is not put off by a few rows that are blank, zero or turned", () => {
    const xy = spread(113, 28);
    xy.set([0, 0, Number.NaN, 28, 28, 113, 28.1, 113.1], 20);
    const { hypotheses, sampled } = diagnoseDatum({ xy });
    expect(sampled).toBe(98);
    expect(hypotheses[0]!.datum).toBe("wgs84");
    expect(hypotheses[0]!.reasons[0]!.values["share"]).toBeCloseTo(96 / 98, 9);
  });

  it("names numbers it cannot place", () => {
    const degrees = spread(113, 28);
    for (const factor of [1e6, 1e7, 3600]) {
      const { hypotheses, unplaced } = diagnoseDatum({
        xy: degrees.map((each) => Math.round(each * factor)),
      });
      expect(hypotheses).toEqual([]);
      expect(unplaced).toEqual({ kind: "scaledDegrees", factor });
    }
    expect(diagnoseDatum({ xy: Float64Array.of(51_230, 43_100, 51_400, 43_000) }).unplaced).toEqual({
      kind: "localMetres",
    });
    expect(diagnoseDatum({ xy: new Float64Array(0) }).unplaced).toEqual({ kind: "noNumbers" });
    expect(diagnoseDatum({ xy: new Float64Array(8) })).toMatchObject({ needsAsking: true, sampled: 0 });
  });
});

describe("diagnoseDatum by .prj", () => {
  const prj = esriTm("CGCS2000_3_Degree_GK_CM_111E", GEOGRAPHIC.esriCgcs, 111, 500_000);

  it("takes the meridian from it", () => {
    const { hypotheses, needsAsking } = diagnoseDatum({
      xy: fromWgs84("EPSG:4546")!(spread(111.4, 28)),
      prj,
    });
    expect([hypotheses[0]!.datum, needsAsking]).toEqual(["EPSG:4546", false]);
    expect(hypotheses[0]!.reasons.at(-1)!.code).toBe("prjNames");
  });

  it("goes by the numbers where they carry the zone and the title does not", () => {
    const { hypotheses } = diagnoseDatum({ xy: fromWgs84("EPSG:4525/yx")!(spread(111.4, 28)), prj });
    expect(hypotheses[0]!.datum).toBe("EPSG:4525/yx");
    expect(hypotheses[0]!.reasons.at(-1)!.code).toBe("prjPrefixDiffers");
  });

  it("says that the numbers contradict it, and asks", () => {
    const { hypotheses, needsAsking } = diagnoseDatum({ xy: spread(111.4, 28), prj });
    expect(needsAsking).toBe(true);
    expect(hypotheses[0]!.reasons.at(-1)!.code).toBe("prjContradicts");
  });

  it("asks for an old datum, whatever the numbers look like", () => {
    const old = esriTm("Xian_1980_3_Degree_GK_Zone_37", GEOGRAPHIC.esriXian, 111, 37_500_000);
    const { hypotheses, needsAsking } = diagnoseDatum({
      xy: fromWgs84("EPSG:4525")!(spread(111.4, 28)),
      prj: old,
    });
    expect(needsAsking).toBe(true);
    expect(hypotheses[0]!.reasons.at(-1)!.code).toBe("prjNeedsParameters");
  });

  it("keeps the name CGCS2000, and takes a system of its own from the file", () => {
    const degrees = diagnoseDatum({ xy: spread(111.4, 28), prj: GEOGRAPHIC.ogcCgcs });
    expect([degrees.hypotheses[0]!.datum, degrees.needsAsking]).toEqual(["EPSG:4490", false]);
    const xy = Float64Array.of(835_559, 817_895, 836_000, 818_500);
    const grid = diagnoseDatum({ xy, prj: PROJECTED.hongKong });
    expect(grid.hypotheses[0]!.datum).toMatch(/^wkt:PROJCS\["Hong_Kong_1980_Grid"/);
    expect(grid.needsAsking).toBe(false);
  });
});

describe("diagnoseDatum by the layers around", () => {
  const town = makeTown(112.9, 28.2);

  it("tells WGS-84, GCJ-02 and BD-09 by the streets and the area", () => {
    for (const datum of ["wgs84", "gcj02", "bd09", "gcj02/yx", "bd09/yx"]) {
      for (const reference of [
        { points: town.streets },
        { polygons: town.area },
        { points: town.streets, polygons: town.area },
      ]) {
        const { hypotheses, needsAsking } = diagnoseDatum({ xy: fromWgs84(datum)!(town.doors), reference });
        expect([hypotheses[0]!.datum, needsAsking]).toEqual([datum, false]);
      }
    }
  });

  it("overrules a .prj that calls GCJ-02 by the name WGS-84", () => {
    const xy = fromWgs84("gcj02")!(town.doors);
    const prj = GEOGRAPHIC.esriWgs;
    expect(diagnoseDatum({ xy, prj }).hypotheses[0]!.datum).toBe("wgs84");
    const { hypotheses } = diagnoseDatum({ xy, prj, reference: { points: town.streets } });
    expect(hypotheses[0]!.datum).toBe("gcj02");
  });

  it("asks when the other layer is of another town", () => {
    const elsewhere = makeTown(114.3, 30.6, 5);
    const { hypotheses, needsAsking } = diagnoseDatum({
      xy: fromWgs84("gcj02")!(town.doors),
      reference: { points: elsewhere.streets, polygons: elsewhere.area },
    });
    expect(needsAsking).toBe(true);
    expect(hypotheses[0]!.reasons.some(({ code }) => code === "farFromReference")).toBe(true);
  });

  it("says how far apart the hypotheses put the file", () => {
    const { hypotheses } = diagnoseDatum({ xy: town.doors });
    expect(hypotheses[0]!.medianShift).toBeNull();
    for (const { medianShift } of hypotheses.slice(1)) {
      expect(medianShift).toBeGreaterThan(100);
      expect(medianShift).toBeLessThan(2000);
    }
  });

  it("answers the same for the same file, adds up to one, and is never certain", () => {
    const evidence = { xy: fromWgs84("bd09")!(town.doors), reference: { points: town.streets } };
    const one = diagnoseDatum(evidence);
    expect(diagnoseDatum(evidence)).toEqual(one);
    const total = one.hypotheses.reduce((sum, { confidence }) => sum + confidence, 0);
    expect(total).toBeCloseTo(1, 9);
    expect(one.hypotheses.length).toBeGreaterThan(1);
    expect(one.hypotheses[0]!.confidence).toBeLessThan(1);
    for (const { reasons } of one.hypotheses) {
      for (const { code } of reasons) expect(DATUM_REASONS).toContain(code);
    }
  });
});
