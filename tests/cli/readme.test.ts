// Every command line shown in the README, run as it stands there, beside the demo district and files of the names used.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";

const ROOT = join(import.meta.dirname, "../..");
const COMMAND = "npm run --silent quandian -- ";

const point = (east: number, properties: object) => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [113 + east, 28] },
});
const layer = (...features: object[]): string => JSON.stringify({ type: "FeatureCollection", features });

const HOMES = layer(
  point(0.001, { id: "a", units: 40, 户数: 40 }),
  point(0.004, { id: "b", units: 60, 户数: 60 }),
);
const PATHS = layer({
  type: "Feature",
  properties: {},
  geometry: {
    type: "LineString",
    coordinates: [
      [113, 28],
      [113.005, 28],
    ],
  },
});
const FILES: Readonly<Record<string, string>> = {
  "blocks.geojson": HOMES,
  "楼栋.geojson": HOMES,
  "clubs.geojson": layer(point(0.002, { id: "c", name: "中心", area: 300 })),
  "中心.csv": "编号,名称,经度,纬度,建筑面积\nc,中心,113.002,28,300\n",
  "paths.geojson": PATHS,
  "道路.geojson": PATHS,
  "minutes.csv": "id,p,q,r,s\na,1,5,9,12\nb,6,2,4,8\nc,9,7,1,3\nd,12,9,4,1\n",
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "quandian-"));
  mkdirSync(join(folder, "data"));
  symlinkSync(join(ROOT, "data/demo"), join(folder, "data/demo"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

const commands = [
  ...readFileSync(join(ROOT, "README.md"), "utf8")
    .replaceAll(/\\\n\s*/g, "")
    .matchAll(new RegExp(`^${COMMAND}(.+)$`, "gm")),
].map((match) => match[1]!);

describe("the README's command lines", () => {
  it("are there for every command", () => {
    const shown = new Set(commands.map((line) => line.split(" ")[0]));
    expect([...shown].sort()).toEqual([
      "analyse",
      "convert",
      "inspect",
      "packs",
      "partition",
      "report",
      "site",
    ]);
  });

  it.each([...new Set(commands)])("%s", async (line) => {
    const said: string[] = [];
    const code = await main(line.split(/\s+/), {
      folder,
      terminal: false,
      out: () => undefined,
      error: (text) => void said.push(text),
    });
    expect(code, said.join("")).toBe(0);
  });
});
