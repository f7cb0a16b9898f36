import { describe, expect, it } from "vitest";
import type { FeatureTable } from "../../../src/core/formats/feature-table.ts";
import { guessFields } from "../../../src/core/formats/guess-fields.ts";
import { guessRoles } from "../../../src/core/formats/guess-role.ts";
import { line, point, square } from "./fixtures.ts";

type Feature = ReturnType<typeof point> | ReturnType<typeof line> | ReturnType<typeof square>;

const table = (file: string, ...features: readonly Feature[]): FeatureTable => ({
  layer: "",
  format: "geojson",
  encoding: "utf-8",
  prj: null,
  file,
  columns: [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))],
  rows: features.map(({ properties, geometry }, i) => ({ row: i + 1, properties, geometry })),
  datum: null,
});

describe("guessFields", () => {
  it.each([
    ["户数", "households"],
    ["总户数（户）", "households"],
    ["居民户数", "households"],
    ["units", "households"],
    ["total_dwelling_units", "households"],
    ["楼栋编号", "id"],
    ["楼栋名称", "name"],
    ["所属社区", "community"],
    ["小区名称", "compound"],
    ["所属网格", "grid"],
    ["经度", "lon"],
    ["WGS84_lat", "lat"],
  ])("takes %s of a residence for its %s", (column, field) => {
    expect(guessFields(table("f.csv", point(0, 0, { [column]: "12" })), "residences")).toEqual({
      [field]: column,
    });
  });

  it("takes one and the same header as each layer means it", () => {
    const row = { 社区: "星河", 街道: "银河" };
    expect(guessFields(table("f", square(0, 0, 1, row)), "communities")).toEqual({
      name: "社区",
      parent: "街道",
    });
    expect(guessFields(table("f", point(0, 0, row)), "residences")).toEqual({ community: "社区" });
  });

  it("prefers a whole header to a part, and does not take one column twice", () => {
    const row = { 户籍户数: 1, 户数: 2, 小区名称: "绿地", 名称: "1栋" };
    expect(guessFields(table("f", point(0, 0, row)), "residences")).toEqual({
      households: "户数",
      compound: "小区名称",
      name: "名称",
    });
  });

  it("believes part of a header only when the values fit", () => {
    expect(guessFields(table("f", point(0, 0, { 户数说明: "按户籍" })), "residences")).toEqual({});
  });

  it("takes no column for a floor area that repeats the polygons' own", () => {
    const lots = (value: (size: number) => unknown) =>
      table(
        "f",
        ...[10, 20, 30, 40, 50, 60].map((size) => square(size * 1000, 0, size, { AREA: value(size) })),
      );
    expect(
      guessFields(
        lots((size) => size ** 2),
        "centers",
      ),
    ).toEqual({});
    expect(
      guessFields(
        lots((size) => String(size ** 2 / 1e4)),
        "centers",
      ),
    ).toEqual({});
    expect(
      guessFields(
        lots((size) => 410 + size),
        "centers",
      ),
    ).toEqual({ area: "AREA" });
    const stated = square(0, 0, 20, { 建筑面积: 400 });
    expect(guessFields(table("f", stated), "centers")).toEqual({ area: "建筑面积" });
  });

  it("passes over a name without a single value", () => {
    const row = { 名称: "", VILLAGE: "內角里" };
    expect(guessFields(table("f", square(0, 0, 1, row)), "communities")).toEqual({ name: "VILLAGE" });
  });

  it("leaves what is given, also that a field has no column", () => {
    const row = { 户数: 2, hh: 3, name: "x" };
    expect(guessFields(table("f", point(0, 0, row)), "residences", { households: "hh", name: "" })).toEqual({
      households: "hh",
      name: "",
    });
  });
});

describe("guessRoles", () => {
  it.each([
    ["hdb_blocks.geojson", point(0, 0, { units: 92 }), "residences"],
    ["community_clubs.geojson", point(0, 0, { name: "CC" }), "centers"],
    [
      "walk-network.geojson",
      line(
        [
          [0, 0],
          [1, 1],
        ],
        { highway: "path" },
      ),
      "network",
    ],
    ["subzones.geojson", square(0, 0, 1, { SUBZONE_N: "EAST" }), "communities"],
    ["buildings.geojson", square(0, 0, 1, { building: "yes" }), "buildings"],
    ["居民楼.geojson", square(0, 0, 1, { 户数: 3 }), "residences"],
    ["党群服务中心.csv", point(0, 0, { 建筑面积: 410 }), "centers"],
    ["社区党群服务中心.geojson", point(0, 0), "centers"],
    ["社区边界.geojson", square(0, 0, 1), "communities"],
    ["网格2023.geojson", square(0, 0, 1), "grids"],
    ["河流.geojson", square(0, 0, 1), "water"],
    [
      "railway.geojson",
      line([
        [0, 0],
        [1, 1],
      ]),
      "barriers",
    ],
    ["出入口.geojson", point(0, 0), "gates"],
    [
      "lines.geojson",
      line([
        [0, 0],
        [1, 1],
      ]),
      "network",
    ],
  ])("takes %s for its layer", (file, feature, role) => {
    expect(guessRoles(table(file, feature))[0]?.role).toBe(role);
  });

  it.each([
    [{ VILLAGE: "內角里", TOWN: "白河區", AREA: 5_060_000 }, "communities"],
    [{ TOWN: "白河區", COUNTY: "臺南市", AREA: 5_060_000 }, "subdistricts"],
    [{ 村: "星河村", 面积: 3_000_000 }, "communities"],
    [{ 小区: "绿地花园", 社区: "星河", 户数: 300 }, "residences"],
  ])("takes ground with %j for its layer", (row, role) => {
    for (const side of [2000, 0.02]) {
      expect(guessRoles(table("10_tn.shp", square(100, 23, side, row)))[0]?.role).toBe(role);
    }
  });

  it("takes no ground for a centre, and a building for one", () => {
    const guess = (size: number) => guessRoles(table("a.shp", square(500_000, 23, size, { GFA: 410 })));
    expect(guess(300)).toEqual([]);
    expect(guess(30)).toEqual([{ role: "centers", score: 2 }]);
  });

  it("does not guess without a sign", () => {
    expect(guessRoles(table("boundary.geojson", square(0, 0, 1, { OBJECTID: 1 })))).toEqual([]);
  });
});
