// National and local editions: each rule at its limit, just beyond it, and where what it asks about is missing.

import { describe } from "vitest";
import { readPack } from "../../../helpers/demo-scene.ts";
import { holdRules, type RuleCase } from "../../../helpers/rule-cases.ts";

const homes = (households: number | null, metres = 1) => [
  { households, community: "x", metres: { a: metres } },
];
const rooms = (floorArea: number | null, households: number | null = 1000) => ({
  residences: homes(households),
  centers: [{ id: "a", community: "x", floorArea }],
});
/** Floor area of one centre: enough, just too little, not known. */
const floor = (area: number, more = {}): readonly RuleCase[] =>
  [area, area - 0.1, null].map((floorArea, i) => [
    (["met", "unmet", "unknown"] as const)[i]!,
    {},
    { centers: [{ id: "a", community: "x", floorArea, ...more }] },
  ]);
const per100: readonly RuleCase[] = [
  ["met", {}, rooms(600, 2000)],
  ["unmet", {}, rooms(599.9, 2000)],
  ["unknown", {}, rooms(null, 2000)],
];
const workers = (per10000: number): readonly RuleCase[] => [
  ["met", { subdistrict: { urbanPopulation: 10_000, communityWorkers: per10000 } }],
  ["unmet", { subdistrict: { urbanPopulation: 10_001, communityWorkers: per10000 } }],
  ["silent", { subdistrict: { urbanPopulation: 10_000 } }],
];
const complex = { centers: [{ id: "a", community: "x", kind: "complex" }] };
const band = (residentialFloorArea: number, serviceRoomsArea: number) => ({
  community: { residentialFloorArea, serviceRoomsArea },
});
const square = [[0, 0, 10, 10]] as const;
const pair = {
  residences: ["g", "g"].map((grid) => ({ households: 1, community: "x", grid })),
  homesAt: [
    [2, 2],
    [8, 2],
  ],
} as const;
const centers = (...areas: (number | null)[]) => ({
  centers: areas.map((floorArea, i) => ({ id: `c${i}`, community: "x", floorArea })),
});

describe("national", () => {
  holdRules(readPack("national"), {
    "N-13-access": [
      ["met", {}, { residences: homes(1, 900) }],
      ["unmet", {}, { residences: homes(1, 900.1) }],
      ["unknown", {}, { residences: homes(null) }],
    ],
    "N-13-area": per100,
    "N-14": per100,
    "N-15-residents": [
      ["met", { community: { residentArea: 60, facilityArea: 100 } }],
      ["unmet", { community: { residentArea: 59.9, facilityArea: 100 } }],
      ["silent", { community: { residentArea: 60 } }],
    ],
    "N-15-shops": [
      ["met", { community: { kind: "newBuilt", newServiceArea: 10, newFloorArea: 100 } }],
      ["unmet", { community: { kind: "newBuilt", newServiceArea: 9.9, newFloorArea: 100 } }],
      ["none", { community: { kind: "ordinary", newServiceArea: 0, newFloorArea: 100 } }],
      ["unknown", { community: { newServiceArea: 10, newFloorArea: 100 } }],
    ],
    "N-19": floor(600, { kind: "complex" }),
    "N-19-preferred": floor(800, { kind: "complex" }),
    "N-19-functions": [
      ["met", { center: { functions: 3 } }, complex],
      ["unmet", { center: { functions: 2 } }, complex],
      ["unknown", { center: {} }, complex],
    ],
    "N-19-care": [
      ["met", { center: { careFunctions: 2 } }, complex],
      ["unmet", { center: { careFunctions: 1 } }, complex],
      ["unknown", { center: {} }, complex],
    ],
    "N-21": [
      ["met", { proposal: { noticeDays: 30 } }],
      ["unmet", { proposal: { noticeDays: 29 } }],
      ["silent", { proposal: {} }],
    ],
    "N-22": [
      ["met", { center: { barrierFree: 1, staffedService: 1 } }],
      ["unmet", { center: { barrierFree: 1, staffedService: 0 } }],
      ["unknown", { center: { barrierFree: 1 } }],
    ],
    "N-50": [
      ["met", {}, { residences: homes(1000) }],
      ["met", {}, { residences: homes(3000) }],
      ["unmet", {}, { residences: homes(999) }],
      ["unmet", {}, { residences: homes(3001) }],
      ["unknown", {}, { residences: homes(null) }],
    ],
    "N-55": [
      ["met", {}, { ...pair, nets: [square, square] }],
      ["unmet", {}, { ...pair, nets: [square, [[0, 0, 5, 10]]] }],
      ["silent", {}, pair],
    ],
  });
});

describe("local editions", () => {
  describe("Beijing 2022", () => holdRules(readPack("beijing-2022"), { "N-38": floor(500) }));
  describe("Changji 2023", () => holdRules(readPack("changji-2023"), { "N-44": workers(25) }));
  describe("Dezhou", () =>
    holdRules(readPack("dezhou"), {
      "N-37": [
        ["met", {}, rooms(500, 1500)],
        ["unmet", {}, rooms(499.9, 1500)],
        ["met", {}, rooms(1, 1499)],
        ["unknown", {}, rooms(null, 1500)],
      ],
      "N-37-ratio": per100,
      "N-37-size": [
        ["met", {}, { residences: homes(3000) }],
        ["unmet", {}, { residences: homes(3001) }],
        ["unknown", {}, { residences: homes(null) }],
      ],
    }));
  describe("Hubei 2022", () =>
    holdRules(readPack("hubei-2022"), {
      "N-44-workers": workers(18),
      "N-44-own": [
        ["met", {}],
        ["unmet", {}, { communities: ["x", "y"].map((id) => ({ id, parentId: "s" })) }],
        ["silent", {}, { communities: [], centers: [], grids: [] }],
      ],
    }));
  describe("Hubei 2023, draft", () =>
    holdRules(readPack("hubei-2023-draft"), {
      "N-17": floor(1000),
      "N-17-ratio": per100,
      "N-17-entrance": [
        ["met", { center: { lowFloor: 1, ownEntrance: 1 } }],
        ["unmet", { center: { lowFloor: 1, ownEntrance: 0 } }],
        ["unknown", { center: { lowFloor: 1 } }],
      ],
    }));
  describe("Langfang 2021", () =>
    holdRules(readPack("langfang-2021"), {
      "N-36": floor(500),
      "N-36-share": [
        ["met", {}, centers(1000.1, 500, 500, 500, 500)],
        ["unmet", {}, centers(1000, 500, 500, 500, 500)],
        ["unknown", {}, centers(null, 500, 500, 500, 500)],
      ],
    }));
  describe("Shenzhen 2016", () =>
    holdRules(readPack("shenzhen-2016"), {
      "N-33": floor(650),
      "N-33-floor": [
        ["met", { center: { lowFloor: 1 } }],
        ["unmet", { center: { lowFloor: 0 } }],
        ["unknown", { center: {} }],
      ],
    }));
  describe("Xixian", () =>
    holdRules(readPack("xixian"), {
      "N-39": [
        ...[
          [29_999, 300],
          [30_000, 800],
          [99_999, 800],
          [100_000, 1700],
          [180_000, 2500],
          [280_000, 4800],
        ].flatMap(([base, need]): RuleCase[] => [
          ["met", band(base!, need!)],
          ["unmet", band(base!, need! - 1)],
        ]),
        ["silent", { community: { serviceRoomsArea: 300 } }],
      ],
    }));
  describe("Yinchuan", () =>
    holdRules(readPack("yinchuan"), {
      "N-35-subdistrict": floor(1000, { level: "subdistrict" }),
      "N-35-community": floor(500),
    }));
});
