import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { encodeAs } from "../core/formats/encodings.ts";
import { TOWN } from "../core/formats/fixtures.ts";
import { dbfBytes, shpBytes } from "../core/formats/shapefile/write-shapefile.ts";
import { zipBytes } from "../core/formats/unpack/write-zip.ts";
import { runCli } from "./run-cli.ts";

const gbk = (text: string): Uint8Array => encodeAs("gb18030", text);
const { shp, shx } = shpBytes([
  { type: 1, point: [112.981, 28.201] },
  { type: 1, point: [112.982, 28.201] },
]);
const dbf = dbfBytes(
  [
    { name: gbk("楼栋编号"), type: "C", length: 8 },
    { name: gbk("户数"), type: "N", length: 8 },
    { name: gbk("户主"), type: "C", length: 12 },
  ],
  [
    ["B1", "     100", gbk("张三")],
    ["B2", "     200", gbk("李四")],
  ],
);
const SHAPEFILE = { "楼栋.shp": shp, "楼栋.SHX": shx, "楼栋.dbf": dbf };

describe("quandian inspect", () => {
  it("prints what each layer holds, from any member of a Shapefile", async () => {
    const { code, out } = await runCli(["inspect", "楼栋.dbf", "--json"], SHAPEFILE);
    expect(code).toBe(0);
    const [layer, ...others] = JSON.parse(out);
    expect(others).toEqual([]);
    expect(layer).toMatchObject({
      file: "楼栋.shp",
      layer: "",
      format: "shapefile",
      encoding: "gb18030",
      role: "residences",
      datum: "wgs84",
      features: 2,
      geometry: "Point",
      bbox: [112.981, 28.201, 112.982, 28.201],
      fields: [
        { name: "楼栋编号", type: "text", role: "id" },
        { name: "户数", type: "number", role: "households" },
      ],
    });
    expect(layer.datumConfidence).toBeGreaterThan(0);
    expect(layer.issues.map((issue: { code: string }) => issue.code)).toEqual([
      "file.encoding",
      "column.personal",
    ]);
  });

  it("says of every file what it is or why not", async () => {
    const files = { ...SHAPEFILE, "bad.zip": "no", "alone.prj": "GEOGCS[]", "photo.jpg": "x" };
    const { code, out } = await runCli(["inspect", ".", "bad.zip", "photo.jpg", "gone.csv"], files);
    expect(code).toBe(0);
    expect(out).toMatch(/楼栋\.shp\n {2}格式 {2}shapefile, gb18030\n {2}条数 {2}2 Point/);
    for (const said of [
      /bad\.zip”：不是有效的压缩包/,
      /alone\.prj”：它只是一套文件/,
      /photo\.jpg”：/,
      /gone\.csv”：找不到/,
    ]) {
      expect(out).toMatch(said);
    }
    expect(out).not.toMatch(/张三|undefined|NaN/);
  });
});

describe("quandian inspect on a town", () => {
  const demo = (name: string): string =>
    readFileSync(new URL(`../../data/demo/${name}`, import.meta.url), "utf8");
  const layersOf = async (files: Readonly<Record<string, string>>) => {
    const { out } = await runCli(["inspect", ".", "--json"], files);
    const layers: {
      file: string;
      datum: string;
      datumConfidence: number;
      format: string;
      issues: object[];
    }[] = JSON.parse(out);
    return new Map(layers.map((layer) => [layer.file, layer]));
  };
  const centers = demo("centers.csv");

  it("holds layers given together against each other, as an import does", async () => {
    const alone = (await layersOf({ "centers.csv": centers })).get("centers.csv")!;
    const roads = demo("roads.geojson");
    const together = (await layersOf({ "centers.csv": centers, "roads.geojson": roads })).get("centers.csv")!;
    expect(alone.datumConfidence).toBeLessThan(0.7);
    expect(together.datum).toBe("gcj02");
    expect(together.datumConfidence).toBeGreaterThan(0.9);
  });

  it("lists a project file as one, without complaint", async () => {
    const layers = await layersOf({ "centers.csv": centers, "project.json": demo("project.json") });
    expect(layers.get("project.json")).toMatchObject({ format: "project", issues: [] });
  });

  it("questions a datum that a file states and the others contradict", async () => {
    const rows = centers
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split(","));
    const marks = rows.map(
      ([, name, , lon, lat]) =>
        `<Placemark><name>${name}</name><Point><coordinates>${lon},${lat}</coordinates></Point></Placemark>`,
    );
    const kml = `<kml><Document>${marks.join("")}</Document></kml>`;
    const files = {
      "中心.kml": kml,
      "roads.geojson": demo("roads.geojson"),
      "社区.geojson": demo("communities.geojson"),
    };
    const { out, code } = await runCli(["inspect", "."], files);
    expect(code).toBe(0);
    expect(out).toMatch(/文件注明坐标是 WGS-84[^。]*更像是 GCJ-02[^。]*相差约 \d+ 米。/);
  });
});

describe("quandian analyse on packed files", () => {
  const town = zipBytes([
    { name: gbk("数据/居民楼.shp"), bytes: shp },
    { name: gbk("数据/居民楼.dbf"), bytes: dbf },
    { name: "centers.geojson", bytes: new TextEncoder().encode(TOWN["centers.geojson"]) },
    { name: "network.geojson", bytes: new TextEncoder().encode(TOWN["network.geojson"]) },
    { name: "readme.txt", bytes: new TextEncoder().encode("hello, world\n") },
  ]);

  it.each([
    ["an archive", ["analyse", "town.zip", "--json"]],
    ["a folder with it", ["analyse", ".", "--json"]],
    ["a layer inside it", ["analyse", "town.zip", "--residences", "town.zip", "--json"]],
  ])("takes %s", async (_, argv) => {
    const { code, out, error } = await runCli(argv, { "town.zip": town });
    expect(error).toBe("");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ households: 300, covered: 300, residences: 2 });
  });

  it("places a layer where its .prj says", async () => {
    const zone =
      'PROJCS["CGCS2000_3_Degree_GK_CM_114E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    const metres = shpBytes([
      { type: 1, point: [400_000, 3_120_700] },
      { type: 1, point: [400_050, 3_120_700] },
    ]);
    const files = { "residences.shp": metres.shp, "residences.dbf": dbf, "residences.prj": zone };
    const argv = ["analyse", "--residences", "residences.shp", "--centers", "centers.geojson", "--json"];
    const { code, out } = await runCli(argv, { ...files, "centers.geojson": TOWN["centers.geojson"] });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ residences: 2, households: 300 });
  });
});
