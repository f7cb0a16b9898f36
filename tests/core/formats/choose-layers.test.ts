import { describe, expect, it } from "vitest";
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
