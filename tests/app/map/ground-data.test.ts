import { describe, expect, it } from "vitest";
import { buildingNames, groundData } from "../../../src/app/map/ground-data.ts";
import { NO_LINES, NO_POLYGONS } from "../../../src/core/geo/index.ts";
import { type Areas, type Baseline, NO_POINTS, type RouteLines } from "../../../src/core/model/index.ts";
import { box, polygonsOf, residencesOf } from "./map-fixtures.ts";

const NO_ROUTES: RouteLines = {
  lines: NO_LINES,
  level: new Int8Array(0),
  class: new Uint8Array(0),
  row: new Uint32Array(0),
};
const areas = (kind: Areas["kind"], named: Readonly<Record<string, ReturnType<typeof box>>>): Areas => ({
  kind,
  polygons: polygonsOf(Object.values(named).map((ring) => [[ring]])),
  records: Object.keys(named).map((name, row) => ({
    id: `${kind}${row}`,
    name,
    parentId: null,
    statedHouseholds: null,
    numbers: {},
    row: row + 1,
  })),
});
const baseline: Baseline = {
  name: "test",
  residences: residencesOf([
    { at: [0, 0], compound: "金桂苑", name: "金桂苑1栋" },
    { at: [0.002, 0], compound: "金桂苑", name: "金桂苑" },
    { at: [0.005, 0], name: "8号" },
  ]),
  centers: [],
  network: {
    ...NO_ROUTES,
    lines: { count: 1, offsets: Uint32Array.of(0, 2), xy: Float64Array.of(0, 0, 1, 1) },
    level: Int8Array.of(1),
    class: Uint8Array.of(1),
  },
  barriers: NO_ROUTES,
  gates: { xy: new Float64Array(0), compound: [], open: new Uint8Array(0), row: new Uint32Array(0) },
  communities: areas("community", { 小: box(0, 0, 0.004, 0.004), 大: box(0.004, 0, 0.03, 0.03) }),
  subdistricts: areas("subdistrict", {}),
  grids: areas("grid", {}),
  water: polygonsOf([[[box(0, 0, 1, 1)]], []]),
  green: NO_POLYGONS,
  buildings: NO_POLYGONS,
  candidates: [],
  departmentNets: [],
  transit: NO_POINTS,
  exercise: NO_POINTS,
  renewal: areas("renewal", {}),
  sources: [],
};
const names = (source: "place-names" | "compound-names"): unknown[] =>
  groundData(baseline)[source].features.map(({ properties }) => properties?.["name"]);

describe("groundData", () => {
  it("names places, larger letters for larger ones", () => {
    const ranks = groundData(baseline)["place-names"].features.map(({ properties }) => properties?.["rank"]);
    expect(names("place-names")).toEqual(["小", "大"]);
    expect(ranks[0]).toBeLessThan(ranks[1]);
    expect(ranks[1]).toBe(1);
  });

  it("names a compound once, amid its buildings", () => {
    expect(names("compound-names")).toEqual(["金桂苑"]);
    expect(groundData(baseline)["compound-names"].features[0]!.geometry).toEqual({
      type: "Point",
      coordinates: [0.001, 0],
    });
  });

  it("does not repeat the compound in the name of its building", () => {
    const all = buildingNames(baseline.residences, [-180, -90, 180, 90]);
    expect(all.features.map(({ properties }) => properties?.["name"])).toEqual(["1栋", "金桂苑", "8号"]);
  });

  it("names the buildings of a box only, each with its row", () => {
    const [lon, lat] = baseline.residences.xy.subarray(2, 4);
    const found = buildingNames(baseline.residences, [lon!, lat!, lon!, lat!]);
    expect(found.features.map(({ id }) => id)).toContain(1);
    expect(buildingNames(baseline.residences, [50, 50, 51, 51]).features).toEqual([]);
  });

  it("keeps the row as id, and classes of roads by name", () => {
    const ground = groundData(baseline);
    expect(ground.water.features.map(({ id }) => id)).toEqual([0]);
    expect(ground.roads.features[0]).toMatchObject({ id: 0, properties: { kind: "collector", level: 1 } });
  });
});
