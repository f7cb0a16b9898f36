// The demo district as three departments would hand it over: each layer in its own datum, nothing stated.

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { ImportResult } from "../../../src/core/formats/index.ts";
import { fromWgs84, toWgs84 } from "../../../src/core/geo/index.ts";
import { collection, importTexts, line, point } from "./fixtures.ts";
import { dbfBytes, shpBytes } from "./shapefile/write-shapefile.ts";

const DEMO = new URL("../../../data/demo/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, DEMO), "utf8");

type Nested = number | readonly Nested[];
interface Drawn {
  readonly features: readonly { readonly geometry: { readonly coordinates: Nested } }[];
}

/** A file of the demo with its coordinates in another datum, its extension kept. */
function inDatum(name: string, datum: string): string {
  const convert = fromWgs84(datum)!;
  const move = (nested: Nested): Nested => {
    if (typeof nested === "number") return nested;
    if (typeof nested[0] === "number") return [...convert(Float64Array.from(nested as number[]))];
    return nested.map(move);
  };
  const { features } = JSON.parse(read(name)) as Drawn;
  return collection(
    features.map((feature) => ({
      ...feature,
      geometry: { ...feature.geometry, coordinates: move(feature.geometry.coordinates) },
    })),
  );
}

/** The demo's table of centres, which is in GCJ-02, in another datum. */
function centersIn(datum: string): string {
  const [header, ...rows] = read("centers.csv").trim().split(/\r?\n/);
  const convert = fromWgs84(datum)!;
  const moved = rows.map((row) => {
    const cells = row.split(",");
    const place = convert(toWgs84("gcj02")!(Float64Array.of(Number(cells[3]), Number(cells[4]))));
    return [...cells.slice(0, 3), place[0]!.toFixed(6), place[1]!.toFixed(6), ...cells.slice(5)].join(",");
  });
  return [header, ...moved].join("\n");
}

const datumOf = ({ datums }: ImportResult, role: string): string | undefined =>
  datums?.find((each) => each.role === role)?.chosen;

/** Greatest distance between where two imports put the same centres, metres. */
function apart(a: ImportResult, b: ImportResult): number {
  const there = new Map(b.baseline!.centers.map((center) => [center.id, center]));
  const metres = a.baseline!.centers.map(({ id, lon, lat }) => {
    const other = there.get(id)!;
    return Math.hypot((lon - other.lon) * 97_000, (lat - other.lat) * 110_900);
  });
  return Math.max(...metres);
}

describe("settleDatums", () => {
  let stated: ImportResult;
  beforeAll(async () => {
    const layers = [
      { role: "centers", file: "centers.csv", datum: "gcj02", fields: {}, asOf: null },
    ] as const;
    stated = await importTexts(
      { "centers.csv": read("centers.csv"), "communities.geojson": read("communities.geojson") },
      { layers },
    );
  });

  it.each(["wgs84", "gcj02", "bd09"])(
    "lands a table in %s on roads in metres and areas in degrees",
    async (datum) => {
      const result = await importTexts({
        "roads.geojson": inDatum("roads.geojson", "EPSG:4525"),
        "communities.geojson": read("communities.geojson"),
        "centers.csv": centersIn(datum),
      });
      expect([
        datumOf(result, "network"),
        datumOf(result, "communities"),
        datumOf(result, "centers"),
      ]).toEqual(["EPSG:4525", "wgs84", datum]);
      expect(result.datums!.every(({ needsAsking }) => !needsAsking)).toBe(true);
      expect(apart(result, stated)).toBeLessThan(0.5);
      const said = result.issues.filter(({ code }) => code.startsWith("coords."));
      expect(said.map(({ code, file }) => `${code} ${file}`)).toEqual([
        "coords.datumFound roads.geojson",
        ...(datum === "wgs84" ? [] : ["coords.datumFound centers.csv"]),
      ]);
    },
  );

  it("takes streets of six digits for the zone where the areas are", async () => {
    const result = await importTexts({
      "roads.geojson": inDatum("roads.geojson", "EPSG:4546/yx"),
      "communities.geojson": read("communities.geojson"),
    });
    expect(datumOf(result, "network")).toBe("EPSG:4546");
    expect(result.issues.map(({ code }) => code)).toContain("coords.swapped");
    const [lon, lat] = result.baseline!.network!.lines.xy;
    expect([Math.round(lon! * 10), Math.round(lat! * 10)]).toEqual([1123, 292]);
  });

  it("finds the first layer shifted when the next ones can only lie so", async () => {
    const result = await importTexts({
      "communities.geojson": inDatum("communities.geojson", "gcj02"),
      "roads.geojson": inDatum("roads.geojson", "gcj02"),
      "gates.geojson": read("gates.geojson"),
      "buildings.geojson": read("buildings.geojson"),
    });
    expect(["network", "communities", "buildings", "gates"].map((role) => datumOf(result, role))).toEqual([
      "gcj02",
      "gcj02",
      "wgs84",
      "wgs84",
    ]);
  });

  it("believes the user before the numbers, and the file before them too", async () => {
    const layers = [
      { role: "centers", file: "centers.csv", datum: "wgs84", fields: {}, asOf: null },
    ] as const;
    const result = await importTexts(
      { "communities.geojson": read("communities.geojson"), "centers.csv": read("centers.csv") },
      { layers },
    );
    expect(result.datums!.find(({ role }) => role === "centers")).toMatchObject({
      chosen: "wgs84",
      origin: "given",
      confidence: 1,
      needsAsking: false,
    });
  });

  it("asks where nothing tells", async () => {
    const result = await importTexts({
      "centers.csv": "名称,经度,纬度,建筑面积\n甲中心,112.98,28.2,100\n乙中心,112.99,28.21,200\n",
    });
    expect(result.datums).toMatchObject([{ role: "centers", chosen: "wgs84", needsAsking: true }]);
    expect(result.datums![0]!.hypotheses.map(({ datum }) => datum)).toEqual(["wgs84", "gcj02", "bd09"]);
    expect(result.issues).toContainEqual(
      expect.objectContaining({ code: "coords.datumDoubt", severity: "warning", file: "centers.csv" }),
    );
  });

  it("says when the numbers are degrees times a million", async () => {
    const { issues, setAside } = await importTexts({
      "centers.csv":
        "名称,经度,纬度,建筑面积\n甲中心,112980000,28200000,100\n乙中心,112990000,28210000,200\n",
    });
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "coords.scaled", values: { factor: 1e6 } }),
    );
    expect(setAside).toHaveLength(2);
  });

  it("says nothing of plain GeoJSON", async () => {
    const { datums, issues } = await importTexts({
      "roads.geojson": collection([
        line(
          [
            [112.98, 28.2],
            [112.99, 28.2],
          ],
          { highway: "path" },
        ),
      ]),
      "centers.geojson": collection([point(112.985, 28.2001, { area: 1 })]),
    });
    expect(datums!.map(({ chosen, needsAsking }) => [chosen, needsAsking])).toEqual([
      ["wgs84", false],
      ["wgs84", false],
    ]);
    expect(issues.filter(({ code }) => code.startsWith("coords."))).toEqual([]);
  });
});

describe("a datum that a file states", () => {
  const placemarks = (datum: string): string => {
    const [header, ...rows] = centersIn(datum).trim().split("\n");
    const columns = header!.split(",");
    const marks = rows.map((row) => {
      const cells = row.split(",");
      const data = columns
        .map((name, i) => `<Data name="${name}"><value>${cells[i]}</value></Data>`)
        .join("");
      const place = `<Point><coordinates>${cells[3]},${cells[4]}</coordinates></Point>`;
      return `<Placemark><name>${cells[1]}</name><ExtendedData>${data}</ExtendedData>${place}</Placemark>`;
    });
    return `<?xml version="1.0"?><kml><Document>${marks.join("")}</Document></kml>`;
  };
  const others = {
    "residences.geojson": read("residences.geojson"),
    "roads.geojson": read("roads.geojson"),
    "communities.geojson": read("communities.geojson"),
  };
  const contradictions = ({ issues }: ImportResult) =>
    issues.filter(({ code }) => code === "coords.datumContradicted");

  it.each(["gcj02", "bd09"])("is kept and questioned when a KML is really in %s", async (datum) => {
    const result = await importTexts({ ...others, "党群服务中心.kml": placemarks(datum) });
    const [issue, ...more] = contradictions(result);
    expect(more).toEqual([]);
    expect(issue).toMatchObject({
      severity: "warning",
      file: "党群服务中心.kml",
      values: { stated: "wgs84", used: "wgs84", datum },
    });
    expect(Number(issue!.values!["metres"])).toBeGreaterThan(300);
    const settled = result.datums!.find(({ role }) => role === "centers")!;
    expect([settled.chosen, settled.needsAsking]).toEqual(["wgs84", true]);
    expect(settled.hypotheses.slice(0, 2).map((each) => each.datum)).toEqual(["wgs84", datum]);
  });

  it("stands when it is right, and when nothing else is there to hold it against", async () => {
    const right = await importTexts({ ...others, "党群服务中心.kml": placemarks("wgs84") });
    expect(contradictions(right)).toEqual([]);
    expect(right.datums!.find(({ role }) => role === "centers")).toMatchObject({
      chosen: "wgs84",
      needsAsking: false,
      hypotheses: [],
    });
    const alone = await importTexts({ "党群服务中心.kml": placemarks("gcj02") });
    expect(contradictions(alone)).toEqual([]);
  });

  it("stands when a person gave it", async () => {
    const layers = [
      { role: "centers", file: "党群服务中心.kml", datum: "wgs84", fields: {}, asOf: null },
    ] as const;
    const result = await importTexts({ ...others, "党群服务中心.kml": placemarks("gcj02") }, { layers });
    expect(contradictions(result)).toEqual([]);
  });

  it("says so when the numbers cannot be what the .prj says", async () => {
    const zone = fromWgs84("EPSG:4547")!;
    const prj = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]]]';
    const points = Array.from({ length: 40 }, (_, i) => {
      const place = zone(Float64Array.of(112.9 + i / 4000, 28.2 + (i % 7) / 900));
      return { type: 1 as const, point: [place[0]!, place[1]!] as [number, number] };
    });
    const { shp, shx } = shpBytes(points);
    const dbf = dbfBytes(
      [{ name: new TextEncoder().encode("HH"), type: "N", length: 4 }],
      points.map(() => ["  12"]),
    );
    const result = await importTexts({ "楼.shp": shp, "楼.shx": shx, "楼.dbf": dbf, "楼.prj": prj });
    const [issue] = contradictions(result);
    expect(issue?.values).toMatchObject({ stated: "wgs84", used: result.datums![0]!.chosen });
    expect(result.datums![0]!.needsAsking).toBe(true);
  });

  it("of another town is not drawn to the zone that lies least far from this one", async () => {
    const prj =
      'PROJCS["TM2[TWD97]",GEOGCS["GRS80",DATUM["D_GRS_1980",SPHEROID["GRS_1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",250000],PARAMETER["False_Northing",0],PARAMETER["Central_Meridian",121],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0],UNIT["Meter",1]]';
    const points = Array.from({ length: 60 }, (_, i) => ({
      type: 1 as const,
      point: [168_000 + 900 * (i % 8), 2_540_000 + 700 * i] as [number, number],
    }));
    const { shp, shx } = shpBytes(points);
    const name = new TextEncoder().encode("HH");
    const dbf = dbfBytes(
      [{ name, type: "N", length: 4 }],
      points.map(() => ["  12"]),
    );
    const files = { "楼.shp": shp, "楼.shx": shx, "楼.dbf": dbf, "楼.prj": prj };
    const result = await importTexts({ "roads.geojson": read("roads.geojson"), ...files });
    expect(contradictions(result)).toEqual([]);
    expect(result.datums!.find(({ file }) => file === "楼.shp")!.chosen).toMatch(/^wkt:PROJCS\["TM2/);
  });
});
