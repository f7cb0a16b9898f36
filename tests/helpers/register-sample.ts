// A sample for every pack: two subdistricts of two communities, two grids each, laid out on squares, with rows in every
// register a pack declares: one full, one poor, one with blanks, over and over. Small enough to reason about, wide
// enough that every metric comes out met, unmet and unknown somewhere.

import {
  type AssessInput,
  type FacilityWalks,
  NO_RECORDS,
  type Records,
} from "../../src/core/assess/index.ts";
import { toDecimetres, UNREACHED } from "../../src/core/base/index.ts";
import type { PolygonColumns } from "../../src/core/geo/index.ts";
import type { Areas } from "../../src/core/model/index.ts";
import {
  PLACE_WORDS,
  type Register,
  type RegisterAttribute,
  type RegisterRow,
  type RulePack,
} from "../../src/core/standards/index.ts";
import { buildPlan, type ResidenceSpec } from "./plan-builder.ts";

export const AS_OF = "2026-06-30";

export type Quality = "full" | "poor" | "blank";
const QUALITIES = ["full", "poor", "blank"] as const;

/** Community c at x = 10c; grid 0 below y = 5, grid 1 above; residences at (10c + 2, 2), (10c + 4, 7), (10c + 8, 9). */
const COMMUNITIES = ["c0", "c1", "c2", "c3"];

export function samplePlan(pack: RulePack, given: Partial<Records> = recordsFor(pack)): AssessInput {
  const built = buildPlan(
    {
      residences: COMMUNITIES.flatMap(residencesOf),
      centers: [
        { id: "m0", community: "c0", floorArea: 1200, kind: "complex" },
        { id: "m1", community: "c1", floorArea: 400 },
        { id: "m2", community: "c2", floorArea: null },
        { id: "m3", community: "c0", level: "subdistrict", floorArea: 999.9 },
      ],
      communities: [...COMMUNITIES, "empty"].map((id, c) => ({ id, parentId: c < 2 ? "s0" : "s1" })),
    },
    pack,
  );
  const records: Records = { ...NO_RECORDS, asOf: AS_OF, ...given };
  const gridCount = built.grids.records.length;
  return {
    ...built,
    residences: { ...built.residences, xy: Float64Array.from(COMMUNITIES.flatMap((_, c) => pointsOf(c))) },
    communities: {
      ...built.communities,
      polygons: squares([...COMMUNITIES, "empty"].map((_, c) => [10 * c, 0, 10 * c + 10, 10])),
    },
    grids: {
      ...built.grids,
      polygons: squares(Array.from({ length: gridCount }, (_, g) => gridSquare(g))),
    },
    subdistricts: areas(
      "subdistrict",
      ["s0", "s1"],
      [
        [0, 0, 20, 10],
        [20, 0, 40, 10],
      ],
    ),
    records,
    walks: walksFor(records, built.residences.count),
  };
}

export function recordsFor(pack: RulePack, qualities: readonly Quality[] = QUALITIES): Partial<Records> {
  const registers = pack.registers ?? [];
  const rows: RegisterRow[] = [];
  for (const register of inOrder(registers)) rows.push(...rowsOf(register, rows, qualities));
  const kinds = (kind: string) => rows.filter((row) => row.kind === kind);
  const areasOf = (register: string): Areas => {
    const ids = kinds(register).map(({ id }) => id);
    return areas(
      "grid",
      ids,
      ids.map((_, i) => PROJECTS[i % 3]!),
    );
  };
  return {
    rows,
    registers: Object.fromEntries(registers.map(({ id }) => [id, `${id}.csv`])),
    areas: Object.fromEntries(
      ["renewal", "microGrid", "responsibilityArea", "serviceArea"].map((id) => [id, areasOf(id)]),
    ),
    nets: [
      { department: "police", file: "police.geojson", areas: areas("grid", ["p"], [[0, 0, 40, 10]]) },
      {
        department: "city",
        file: "city.geojson",
        areas: areas(
          "grid",
          gridIds(),
          gridIds().map((_, g) => (g === 7 ? [30, 5, 37, 10] : gridSquare(g))),
        ),
      },
    ],
  };
}

/** Rows cycle through full, poor and blank over the places a register belongs to; the last place has none. */
function rowsOf(
  { id, place, attributes }: Register,
  earlier: readonly RegisterRow[],
  qualities: readonly Quality[],
): RegisterRow[] {
  const isPlace = PLACE_WORDS.some((word) => word === id);
  const places = placesOf(isPlace ? id : place, earlier);
  const used = isPlace || places.length < 2 ? places : places.slice(0, -1);
  const each = isPlace ? 1 : 3;
  return used.flatMap((placeId, p) =>
    Array.from({ length: each }, (_, r) => {
      const quality = qualities[(p + r) % qualities.length]!;
      return {
        id: isPlace ? placeId : `${id}-${p}-${r}`,
        kind: id,
        name: `${id} ${p} ${r}`,
        placeId,
        position: [10 * p + 2, r === 2 ? 30 : 2] as const,
        ...valuesOf(attributes, quality),
      };
    }),
  );
}

function valuesOf(attributes: readonly RegisterAttribute[], quality: Quality) {
  const numbers: Record<string, number> = {};
  const texts: Record<string, string> = {};
  const dates: Record<string, string> = {};
  if (quality === "blank") return { numbers, texts, dates };
  for (const { id, type, options } of attributes) {
    if (type === "yes") numbers[id] = quality === "full" ? 1 : 0;
    else if (type === "number") numbers[id] = (NUMBERS[id] ?? [1, 0])[quality === "full" ? 0 : 1]!;
    else if (type === "date") dates[id] = quality === "full" ? "2026-06-20" : "2024-06-01";
    else
      texts[id] =
        TEXTS[id]?.[quality === "full" ? 0 : 1] ?? options?.at(quality === "full" ? -1 : 0)?.id ?? "s0";
  }
  return { numbers, texts, dates };
}

/** What a full and a poor row say. */
const NUMBERS: Readonly<Record<string, readonly [number, number]>> = {
  windows: [2, 3],
  gatePlaques: [3, 4],
  population: [10_000, 10_001],
  urbanPopulation: [10_000, 10_001],
  communityWorkers: [18, 18],
  partyMembers: [101, 100],
  members: [101, 201],
  largestBranch: [50, 60],
  smallestBranch: [40, 10],
  residentialFloorArea: [100_000, 300_000],
  serviceRoomsArea: [3000, 2999],
  workRoomsArea: [500, 499],
  partyRoomsArea: [500 / 3, 100],
  plannedRoomsArea: [3000, 0],
  workBudget: [200_000, 200_000],
  partyBudget: [15_150, 14_999],
  herders: [7340, 7340],
  covered: [7340, 77],
  cityCost: [30, 31],
  sharedCost: [100, 100],
  households: [3001, 3000],
  committees: [2, 1],
  area: [20_000, 1],
  leaders: [10, 10],
  leadersFromCommunity: [9, 8],
  membersLiving: [30, 30],
  membersEnrolled: [30, 29],
  helped: [2, 3],
  chairLevel: [3, 2],
  level: [2, 2],
  noticeDays: [30, 29],
  functions: [3, 2],
  careFunctions: [2, 1],
  residentArea: [60, 59],
  facilityArea: [100, 100],
  newServiceArea: [10, 9],
  newFloorArea: [100, 100],
};
const TEXTS: Readonly<Record<string, readonly [string, string]>> = {
  concerns: ["s0", "s0、s1"],
  from: ["s0", "s0"],
  level: ["4", "4"],
  type: ["joint", "joint"],
  role: ["core", "point"],
  partyBody: ["committee", "branch"],
};

function placesOf(place: string, earlier: readonly RegisterRow[]): string[] {
  if (place === "district") return ["district"];
  if (place === "subdistrict") return ["s0", "s1"];
  if (place === "community") return [...COMMUNITIES];
  if (place === "grid") return gridIds();
  if (place === "center") return ["m0", "m1", "m2"];
  return earlier.filter(({ kind }) => kind === place).map(({ id }) => id);
}

/** A register after the one its rows belong to. */
function inOrder(registers: readonly Register[]): Register[] {
  const onRows = ({ place }: Register) => Number(!PLACE_WORDS.some((word) => word === place));
  return [...registers].sort((a, b) => onRows(a) - onRows(b));
}

const gridIds = (): string[] => COMMUNITIES.flatMap((_, c) => [`g${c}0`, `g${c}1`]);

const pointsOf = (c: number): number[] => [10 * c + 2, 2, 10 * c + 4, 7, 10 * c + 8, 9];

/** Two near homes and a far one; c2 has one of unknown households, c3's last home is in no grid. */
function residencesOf(community: string, c: number): ResidenceSpec[] {
  const metres = { [`m${c % 3}`]: 300 };
  return [
    { households: 1500, community, grid: `g${c}0`, compound: `K${c}`, metres },
    { households: c === 2 ? null : 400, community, grid: `g${c}1`, compound: `L${c}`, metres },
    {
      households: 100,
      community,
      ...(c === 3 ? {} : { grid: `g${c}1` }),
      metres: c === 1 ? { m0: 2000 } : metres,
    },
  ];
}

function walksFor(records: Records, residences: number): FacilityWalks {
  const kinds = Object.keys(records.registers);
  const reach = (id: string, row: number): number =>
    id === "courier" && row < 3 ? UNREACHED : toDecimetres(100 + 150 * (row % 3) + (row >= 9 ? 900 : 0));
  const way = (from: string): Float64Array =>
    Float64Array.from(
      records.rows.filter(({ kind }) => kind === from),
      (_, row) => [toDecimetres(100), toDecimetres(901), UNREACHED, Number.NaN][row % 4]!,
    );
  return {
    fromResidences: Object.fromEntries(
      kinds.map((id) => [id, Uint32Array.from({ length: residences }, (_, row) => reach(id, row))]),
    ),
    between: Object.fromEntries(
      kinds.flatMap((from) => ["centers", "riderStation"].map((to) => [`${from}>${to}`, way(from)])),
    ),
  };
}

const PROJECTS: readonly Box[] = [
  [0, 0, 10, 10],
  [10, 0, 20, 10],
  [22, 0, 26, 10],
];

export type Box = readonly [west: number, south: number, east: number, north: number];

function gridSquare(g: number): Box {
  const c = Math.floor(g / 2);
  return g % 2 === 0 ? [10 * c, 0, 10 * c + 10, 5] : [10 * c, 5, 10 * c + 10, 10];
}

function areas(kind: Areas["kind"], ids: readonly string[], boxes: readonly Box[]): Areas {
  const records = ids.map((id, index) => ({
    id,
    name: id.toUpperCase(),
    parentId: null,
    statedHouseholds: null,
    numbers: {},
    row: index + 1,
  }));
  return { kind, polygons: squares(boxes), records };
}

export function squares(boxes: readonly Box[]): PolygonColumns {
  const count = boxes.length;
  const offsets = Uint32Array.from({ length: count + 1 }, (_, i) => i);
  return {
    count,
    featureOffsets: offsets,
    partOffsets: offsets,
    ringOffsets: offsets.map((i) => 4 * i),
    xy: Float64Array.from(boxes.flatMap(([w, s, e, n]) => [w, s, e, s, e, n, w, n])),
  };
}
