import { describe, expect, it } from "vitest";
import type { KnownLayer } from "../../../src/core/formats/index.ts";
import { bytesOf, importTexts } from "./fixtures.ts";

const TABLE = "编号,甲,乙,E,N\nA,12,100,112.98,28.2\nB,13,200,112.981,28.2\n";
const HABIT = {
  columns: ["编号", "甲", "乙", "E", "N"],
  role: "residences",
  datum: "gcj02",
  fields: { households: "甲", lon: "E", lat: "N" },
} as const;

describe("recallLayers", () => {
  it("maps a file as one of the same columns was mapped before", async () => {
    const { layers, baseline } = await importTexts({ "三月.csv": TABLE }, { habits: [HABIT] });
    expect(layers).toMatchObject([{ role: "residences", file: "三月.csv", datum: "gcj02" }]);
    expect(baseline!.residences.households).toEqual(Float64Array.of(12, 13));
  });

  it("leaves files of other columns, or in another order, to guessing", async () => {
    const { layers } = await importTexts({ "a.csv": "编号,乙,甲,E,N\nA,1,2,112,28\n" }, { habits: [HABIT] });
    expect(layers).toEqual([]);
  });

  it("gives way to what the caller says now", async () => {
    const layers = [
      { role: "centers", file: "三月.csv", datum: "wgs84", fields: { lon: "E", lat: "N" }, asOf: null },
    ];
    const result = await importTexts({ "三月.csv": TABLE }, { habits: [HABIT], layers: layers as never });
    expect(result.layers.map(({ role, datum }) => [role, datum])).toEqual([["centers", "wgs84"]]);
  });
});

describe("stayingLayers", () => {
  const OTHER = TABLE.replaceAll("112.98", "112.99");
  const asCenters: KnownLayer = {
    ...{ role: "centers", file: "甲街道.csv", datum: "wgs84", asOf: "2026-01-01", byHand: true },
    ...{ fields: { name: "编号", lon: "E", lat: "N" }, columns: ["编号", "甲", "乙", "E", "N"] },
  };
  const { columns: _, ...spec } = asCenters;

  it("keeps a file as it was decided, beside another of the same columns", async () => {
    const more = { known: [asCenters], habits: [{ ...HABIT, datum: "wgs84" }] };
    const { layers } = await importTexts({ "甲街道.csv": OTHER, "三月.csv": TABLE }, more);
    expect(layers).toMatchObject([{ role: "residences", file: "三月.csv" }, spec]);
  });

  it("lets go of it when its columns are others", async () => {
    const files = { "甲街道.csv": OTHER.replace("甲", "丙") };
    const { layers } = await importTexts(files, { known: [asCenters] });
    expect(layers).toEqual([]);
  });

  it("does not add to a role that the caller names", async () => {
    const layers = [{ ...spec, file: "三月.csv" }];
    const files = { "甲街道.csv": OTHER, "三月.csv": TABLE };
    const result = await importTexts(files, { known: [asCenters], layers });
    expect(result.layers.map(({ file }) => file)).toEqual(["三月.csv"]);
  });
});

describe("what was decided of a file that is used for nothing", () => {
  const roll = "编号,户主,户数,lon,lat\nR1,张三,9,112.98,28.2\nR2,李四,8,112.981,28.2\n";

  it("leaves it unused, and keeps its columns", async () => {
    const choice = { file: "名册.csv", unused: true, keepColumns: ["户主"] };
    const { layers, columns, tables, issues } = await importTexts(
      { "名册.csv": roll },
      { choices: [choice] },
    );
    expect(layers).toEqual([]);
    expect(columns["名册.csv"]).toContain("户主");
    expect(tables).toMatchObject([choice]);
    expect(issues.map(({ code }) => code)).not.toContain("column.personal");
  });

  it("is of that file alone", async () => {
    const choices = [{ file: "别的.csv", unused: true, keepColumns: ["户主"] }];
    const { layers, columns } = await importTexts({ "名册.csv": roll }, { choices });
    expect(layers.map(({ role }) => role)).toEqual(["residences"]);
    expect(columns["名册.csv"]).not.toContain("户主");
  });
});

describe("a file's own encoding and first rows", () => {
  it("reads one file as its spec says and shows its first rows", async () => {
    const gbk = Uint8Array.of(
      0xc3,
      0xfb,
      0x2c,
      0x45,
      0x2c,
      0x4e,
      0x0a,
      0xd0,
      0xc7,
      0x2c,
      0x31,
      0x31,
      0x32,
      0x2c,
      0x32,
      0x38,
      0x0a,
    );
    const spec = { role: "centers", file: "g.csv", datum: "", fields: {}, asOf: null } as const;
    const files = { "g.csv": gbk, "u.csv": bytesOf("名,E,N\n河,112,28\n") };
    const right = await importTexts(files, { layers: [{ ...spec, encoding: "gbk" }] });
    expect(right.tables).toEqual([
      { file: "g.csv", format: "csv", encoding: "gbk", rows: 1, firstRows: [["星", "112", "28"]] },
      { file: "u.csv", format: "csv", encoding: "utf-8", rows: 1, firstRows: [["河", "112", "28"]] },
    ]);
    const wrong = await importTexts(files, { layers: [{ ...spec, encoding: "big5" }] });
    expect(wrong.tables![0]!.firstRows[0]![0]).not.toBe("星");
    expect(wrong.tables![1]!.firstRows[0]![0]).toBe("河");
  });
});
