// `convert` through every format that can be written and back to GeoJSON: places and cells are those of the start.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

const CSV = "编号,名称,户数,经度,纬度\r\n0012,绿地花园,372,112.987654321,28.2\r\n0013,星河苑,,113,28.25\r\n";

interface Feature {
  readonly properties: Record<string, unknown>;
  readonly geometry: { readonly coordinates: readonly number[] };
}
const features = (text: string): readonly Feature[] => JSON.parse(text).features;

describe("convert", () => {
  it.each(["a.geojson", "a.zip", "a.shp", "a.gpkg", "a.kml", "a.fgb", "a.xlsx", "a.csv"])(
    "goes through %s and back",
    async (middle) => {
      let there: Record<string, Uint8Array> = {};
      const first = await runCli(
        ["convert", "in.csv", middle, "--encoding", "gbk"],
        { "in.csv": CSV },
        (folder) => {
          const names = readdirSync(folder).filter((name) => name !== "in.csv");
          there = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
        },
      );
      expect([first.code, first.error]).toEqual([0, ""]);
      expect(first.out.trim().split("\n").sort()).toEqual(Object.keys(there).sort());
      let back: readonly Feature[] = [];
      const second = await runCli(
        ["convert", middle, "back.geojson", "--datum", "wgs84"],
        there,
        (folder) => {
          if (!readdirSync(folder).includes("back.geojson")) return;
          back = features(readFileSync(join(folder, "back.geojson"), "utf8"));
        },
      );
      expect(second.code, second.error).toBe(0);
      expect(
        back.map(({ properties }) => [properties["编号"], properties["名称"], properties["户数"] ?? null]),
      ).toEqual([
        ["0012", "绿地花园", 372],
        ["0013", "星河苑", null],
      ]);
      expect(back.map(({ geometry }) => geometry.coordinates)).toEqual([
        [112.987654321, 28.2],
        [113, 28.25],
      ]);
    },
  );

  it("puts coordinates into the datum asked for and says what cannot state it", async () => {
    let bytes = "";
    const run = await runCli(
      ["convert", "in.csv", "out.csv", "--to", "EPSG:4547", "--lang", "en"],
      { "in.csv": CSV },
      (folder) => {
        bytes = readFileSync(join(folder, "out.csv"), "utf8");
      },
    );
    expect(run.code).toBe(0);
    expect(bytes.split("\r\n")[0]).toBe("\ufeff编号,名称,户数,x,y");
    expect(bytes).toMatch(/^0012,绿地花园,372,40\d{4}\.\d+,31\d{5}\.\d+$/m);
    expect(run.error).toContain("EPSG:4547");
  });

  it("takes the layers of a folder and has nothing to say of the project file beside them", async () => {
    const project = JSON.stringify({
      version: 1,
      name: "星河区",
      layers: [{ role: "residences", file: "in.csv" }],
    });
    const files = { "in.csv": CSV, "project.json": project, "b.quandian.json": project };
    const run = await runCli(["convert", ".", "out.gpkg"], files);
    expect([run.code, run.error, run.out]).toEqual([0, "", "out.gpkg\n"]);
  });

  it.each([
    [["convert", "in.csv"], 2],
    [["convert", "in.csv", "out.txt"], 2],
    [["convert", "in.csv", "out.csv", "--to", "mars"], 2],
    [["convert", "gone.csv", "out.csv"], 3],
    [["convert", "empty.csv", "out.csv"], 3],
  ])("refuses %j with code %i and a sentence", async (argv, code) => {
    const run = await runCli(argv, { "in.csv": CSV, "empty.csv": "" });
    expect(run.code).toBe(code);
    expect(run.error).toMatch(/[\u4e00-\u9fff].*。/);
  });
});
