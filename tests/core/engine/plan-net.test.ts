// Rules on grids speak of the plan's own grids where it has any: households of who is in them, posts as registered,
// and no range of households for grids set aside.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decode } from "../../../src/cli/decode.ts";
import { createEngine, type PlanNet } from "../../../src/core/engine/index.ts";
import { NO_POLYGONS } from "../../../src/core/geo/index.ts";
import type { AreaRecord } from "../../../src/core/model/index.ts";
import { DEFAULT_NETWORK_SETTINGS } from "../../../src/core/network/index.ts";
import { exportWords } from "../../../src/messages/export-words.ts";

const engine = createEngine({ pause: () => Promise.resolve(), decode });
/** Ten buildings of 100 households in one community. */
async function openTown() {
  const features = Array.from({ length: 10 }, (_, i) => ({
    type: "Feature",
    properties: { id: `U${i}`, households: 100, community: "C1" },
    geometry: { type: "Point", coordinates: [112 + i * 0.0006, 28] },
  }));
  const ring = [
    [111.99, 27.99],
    [112.02, 27.99],
    [112.02, 28.01],
    [111.99, 28.01],
    [111.99, 27.99],
  ];
  const area = {
    type: "Feature",
    properties: { id: "C1", name: "一社区" },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
  const file = (name: string, list: readonly object[]) => ({
    name,
    bytes: new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features: list })),
  });
  const { baseline } = await engine.run("files.import", {
    name: "town",
    files: [file("u.geojson", features), file("a.geojson", [area])],
    layers: [
      { role: "residences", file: "u.geojson", datum: "wgs84", fields: {}, asOf: null },
      { role: "communities", file: "a.geojson", datum: "wgs84", fields: {}, asOf: null },
    ],
  });
  const { scene } = await engine.run("scene.open", {
    baseline: baseline!,
    settings: DEFAULT_NETWORK_SETTINGS,
  });
  const bytes = new Uint8Array(readFileSync("data/standards/hunan-2022.json"));
  const [loaded] = await engine.run("packs.read", { files: [{ name: "hunan-2022.json", bytes }] });
  return { scene, pack: loaded!.pack! };
}

const record = (id: string, more: Partial<AreaRecord> = {}): AreaRecord => ({
  id,
  name: id,
  parentId: "C1",
  statedHouseholds: null,
  numbers: {},
  row: 0,
  ...more,
});

const netOf = (records: readonly AreaRecord[], residenceGrid: readonly number[]): PlanNet => ({
  grids: { kind: "grid", polygons: NO_POLYGONS, records },
  residenceGrid: Int32Array.from(residenceGrid),
});

describe("the plan's net under the rules", async () => {
  const { scene, pack } = await openTown();
  const judge = async (net?: PlanNet) => {
    const walk = { minutes: 15, speed: 1 };
    const input = { scene, centers: [], walk, pack, ...(net === undefined ? {} : { net }) };
    const { findings } = await engine.run("scene.analyse", input);
    return findings.filter(({ place }) => place.kind === "grid");
  };
  const households = (findings: Awaited<ReturnType<typeof judge>>) =>
    Object.fromEntries(
      findings
        .filter(({ metric }) => metric === "grid.households")
        .map(({ place, verdict, actual }) => [place.id, `${verdict} ${actual}`]),
    );

  it("judges nothing where there are no grids, and the plan's where there are", async () => {
    expect(await judge()).toEqual([]);
    const four = [0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
    expect(households(await judge(netOf([record("001"), record("002")], four)))).toEqual({
      "001": "met 400",
      "002": "unmet 600",
    });
  });

  it("follows every move, and posts as they are filled in", async () => {
    const five = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
    const records = [record("001", { numbers: { gridWorkers: 1 } }), record("002")];
    const findings = await judge(netOf(records, five));
    expect(households(findings)).toEqual({ "001": "met 500", "002": "met 500" });
    const workers = findings.filter(({ metric }) => metric === "grid.fullTimeWorkers");
    expect(workers.map(({ place, verdict }) => `${place.id} ${verdict}`)).toEqual(["001 met", "002 unknown"]);
  });

  it("finds what micro-grids leave out of the grids they divide", async () => {
    const net = netOf([record("001"), record("002")], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    const tiling = async (micro?: readonly number[]) => {
      const own = micro === undefined ? {} : { residenceMicro: Int32Array.from(micro) };
      const findings = await judge({ ...net, ...own });
      return findings.flatMap(({ ruleId, place, verdict, actual }) =>
        ruleId === "HN-20" ? [`${place.id} ${verdict} ${actual}`] : [],
      );
    };
    expect(await tiling()).toEqual([]);
    expect(await tiling([0, 0, 1, 1, 1, -1, -1, -1, -1, -1])).toEqual(["001 met 0", "002 met 0"]);
    expect(await tiling([0, 0, 1, 1, -1, 2, 2, 2, 2, 2])).toEqual(["001 unmet 1", "002 met 0"]);
  });

  it("asks no range of a grid set aside", async () => {
    const records = [record("001"), record("market", { setAside: true })];
    expect(Object.keys(households(await judge(netOf(records, [0, 0, 0, 0, 1, 1, 1, 1, 1, 1]))))).toEqual([
      "001",
    ]);
  });
});

describe("an export of the plan", () => {
  it("holds the plan's grids with households and posts, and residences with their codes", async () => {
    const { scene, pack } = await openTown();
    const net = netOf(
      [record("001", { numbers: { gridWorkers: 1 } }), record("002")],
      [0, 0, 0, 0, 1, 1, 1, 1, 1, -1],
    );
    const walk = { minutes: 15, speed: 1 };
    const analysis = await engine.run("scene.analyse", { scene, centers: [], walk, pack, net });
    const words = exportWords("en");
    const rowsOf = async (only: "grids" | "residences"): Promise<string[][]> => {
      const { files } = await engine.run("files.export", {
        plan: { scene, centers: [], analysis, net, areas: null, words, only: [only] },
        format: "csv",
        options: { name: "x", datum: "wgs84", encoding: "utf8", time: "2026-01-01T00:00:00Z" },
      });
      const text = new TextDecoder().decode(files[0]!.bytes);
      return text
        .trim()
        .split("\r\n")
        .map((line) => line.split(","));
    };
    const [head, ...grids] = await rowsOf("grids");
    const cell = (row: string[], name: string) => row[head!.findIndex((column) => column.startsWith(name))];
    expect(grids.map((row) => [cell(row, "id"), cell(row, "households"), cell(row, "gridWorkers")])).toEqual([
      ["001", "400", "1"],
      ["002", "500", ""],
    ]);
    const [columns, ...residences] = await rowsOf("residences");
    const at = columns!.indexOf("grid");
    expect(residences.map((row) => row[at])).toEqual(
      [..."0000"].map(() => "001").concat(Array(5).fill("002"), ""),
    );
  });
});
