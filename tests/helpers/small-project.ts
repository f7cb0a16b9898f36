// A small sound project with something in every layer, and random ones for properties.

import fc from "fast-check";
import type { Json, SavedProject } from "../../src/core/formats/index.ts";
import { NO_POLYGONS, type PolygonColumns } from "../../src/core/geo/index.ts";
import {
  type Areas,
  type Baseline,
  type ChangeEntry,
  NO_POINTS,
  openPlan,
  type PointPlaces,
  type RouteLines,
} from "../../src/core/model/index.ts";
import { acts, centersOf, playActs } from "./random-edits.ts";
import { playNetActs } from "./random-net-edits.ts";

const square = (lon: number): PolygonColumns => ({
  count: 1,
  featureOffsets: Uint32Array.of(0, 1),
  partOffsets: Uint32Array.of(0, 1),
  ringOffsets: Uint32Array.of(0, 4),
  xy: Float64Array.of(lon, 28, lon + 0.1, 28, lon + 0.1, 28.1, lon, 28.1),
});

const routes = (...xy: number[]): RouteLines => ({
  lines: { count: 1, offsets: Uint32Array.of(0, xy.length / 2), xy: Float64Array.from(xy) },
  level: Int8Array.of(-1),
  class: Uint8Array.of(2),
  row: Uint32Array.of(1),
});

const areas = (kind: Areas["kind"], id: string): Areas => ({
  kind,
  polygons: square(112),
  records: [
    { id, name: `社区 ${id}`, parentId: null, statedHouseholds: null, numbers: { partyOrgs: 3 }, row: 1 },
  ],
});

const points = (name: string): PointPlaces => ({
  ...{ count: 1, id: ["t-1"], name: [name], kind: [""] },
  ...{ xy: Float64Array.of(112.01, 28.01), row: Uint32Array.of(1) },
});

export const smallBaseline = (centers = 3, households: readonly number[] = [36, Number.NaN]): Baseline => ({
  name: "星河区",
  residences: {
    count: households.length,
    id: households.map((_, i) => `B-${i}`),
    name: households.map((_, i) => `${i} 栋`),
    compound: households.map(() => "绿地花园"),
    communityId: households.map(() => ""),
    gridId: households.map(() => ""),
    xy: Float64Array.from({ length: 2 * households.length }, (_, i) => (i % 2 === 0 ? 112 + i / 1e4 : 28)),
    households: Float64Array.from(households),
    footprints: NO_POLYGONS,
    row: Uint32Array.from(households, (_, i) => i + 1),
  },
  centers: centersOf(centers),
  network: routes(112, 28, 112.05, 28.01, 112.1, 28),
  barriers: routes(112, 28.05, 112.1, 28.05),
  gates: {
    xy: Float64Array.of(112.01, 28),
    compound: ["绿地花园"],
    open: Uint8Array.of(0),
    row: Uint32Array.of(7),
  },
  communities: areas("community", "c-1"),
  subdistricts: areas("subdistrict", "s-1"),
  grids: areas("grid", "430100000000001"),
  water: square(112.02),
  green: NO_POLYGONS,
  buildings: NO_POLYGONS,
  candidates: [
    {
      ...{ id: "r-1", name: "闲置用房", lon: 112.03, lat: 28.02, kind: "room", floorArea: 420, cost: null },
      ...{ floor: -1, openHours: "8:00-18:00", communityId: "c-1", row: 1 },
    },
  ],
  departmentNets: [{ department: "公安", file: "警务网格.shp", areas: areas("grid", "p-1") }],
  transit: points("公交站"),
  exercise: NO_POINTS,
  renewal: areas("renewal", "u-1"),
  sources: [
    {
      role: "residences",
      file: "楼栋.shp",
      datum: "EPSG:4547",
      asOf: "2026-01",
      rowsRead: 2,
      rowsUsed: 2,
      fields: { households: "户数" },
    },
  ],
});

export const smallProject = (changes: Partial<SavedProject> = {}): SavedProject => {
  const baseline = smallBaseline();
  const edits = playActs(openPlan(baseline), [
    ["move", 0, 3],
    ["add", 7, 1],
    ["remove", 1, 0],
  ]);
  return {
    id: "p-1",
    name: "星河区十五分钟服务圈",
    appVersion: "0.1.0",
    createdAt: "2026-03-01T08:00:00Z",
    savedAt: "2026-03-02T17:30:00Z",
    baseline,
    imported: {
      layers: [
        {
          role: "residences",
          file: "楼栋.shp",
          datum: "EPSG:4547",
          fields: { households: "户数" },
          asOf: "2026-01",
        },
      ],
      columns: { "楼栋.shp": ["楼栋编号", "户数"] },
      issues: [{ code: "households.blank", severity: "warning", file: "楼栋.shp", row: 2, field: "户数" }],
      setAside: [
        {
          file: "楼栋.shp",
          row: 9,
          reason: { code: "row.noGeometry", severity: "error" },
          properties: { $column: "user data", $number: 1, 备注: null },
          geometry: null,
        },
      ],
    },
    options: [
      { id: "A", name: "现状", edits: [] },
      { id: "B", name: "方案A", edits },
    ],
    currentOption: "B",
    settings: { walk: { minutes: 15, speed: 0.8 }, packId: "hunan-2022" },
    packs: [],
    extra: {},
    ...changes,
  };
};

/** The same with an option in which every collection of a plan is edited. */
export const netProject = (): SavedProject => {
  const project = smallProject();
  const edits = playNetActs(openPlan(project.baseline), [
    ["add", 0, 1],
    ["adopt", 1, 1],
    ["assign", 1, 2],
    ["posts", 0, 2],
    ["link", 0, 3],
    ["candidate", 0, 2],
    ["cost", 0, 3],
  ]);
  return { ...project, options: [...project.options, { id: "C", name: "方案B", edits }] };
};

/** Any number at all, so that figures and columns hold NaN, infinities and -0. */
const anyNumber = fc.double();

export const anyProject: fc.Arbitrary<SavedProject> = fc
  .record({
    households: fc.array(anyNumber, { maxLength: 12 }),
    centers: fc.nat({ max: 6 }),
    scripts: fc.array(acts(12), { minLength: 1, maxLength: 3 }),
    figure: anyNumber,
    name: fc.string({ unit: "grapheme" }),
    settings: fc.jsonValue() as fc.Arbitrary<Json>,
    properties: fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
    extra: fc.dictionary(fc.stringMatching(/^notes\/[a-z]{1,8}$/), fc.uint8Array({ maxLength: 40 }), {
      noNullPrototype: true,
    }),
  })
  .map(({ households, centers, scripts, figure, name, settings, properties, extra }) => {
    const baseline = smallBaseline(centers, households);
    const options = scripts.map((script, index) => ({
      id: `option ${index}`,
      name,
      edits: playActs(openPlan(baseline), script).map(
        (entry): ChangeEntry => ({ ...entry, figures: { figure }, note: name }),
      ),
    }));
    const project = smallProject({ baseline, options, currentOption: "option 0", name, settings, extra });
    const setAside = project.imported.setAside.map((row) => ({ ...row, properties }));
    return { ...project, imported: { ...project.imported, setAside } };
  });
