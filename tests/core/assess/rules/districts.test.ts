// The five places of the reports (Chaoyang, Zhenglan, Tianning, Qujiang, Dehua): each point that can be judged at its
// limit, just beyond it, and where what it asks about is missing.

import { describe } from "vitest";
import { readPack } from "../../../helpers/demo-scene.ts";
import { holdRules } from "../../../helpers/rule-cases.ts";

const square = [[0, 0, 10, 10]] as const;
const halves = [
  [0, 0, 5, 10],
  [5, 0, 10, 10],
] as const;
const twoHomes = (inGrid = true) => ({
  residences: [0, 1].map((i) => ({
    households: 1,
    community: "x",
    ...(i === 0 || inGrid ? { grid: "g" } : {}),
  })),
  homesAt: [
    [2, 2],
    [8, 2],
  ] as const,
});
const someHome = (households: number | null, metres: number) => ({
  residences: [{ households, community: "x", metres: { a: metres } }],
});
const compounds = (has: number, all: number, attribute: string) =>
  Array.from({ length: all }, (_, i) => ({ [attribute]: i < has ? 1 : 0 }));
const fourPosts = { isCenter: 1, isGroupLeader: 1, isGridChief: 1, isHerdersLeader: 1 };
const threeMeetings = { townMeeting: 1, villageCouncil: 1, householders: 1 };

describe("Chaoyang, Changchun", () => {
  holdRules(readPack("changchun-chaoyang"), {
    "CC-02": [
      ["met", { community: { dutyHolder: 1 } }],
      ["unmet", { community: { dutyHolder: 0 } }],
      ["silent", { community: {} }],
    ],
    "CC-02-subdistrict": [
      ["met", { subdistrict: { dutyHolder: 1 } }],
      ["unmet", { subdistrict: { dutyHolder: 0 } }],
      ["silent", { subdistrict: {} }],
    ],
    "CC-02-grid": [
      ["met", { grid: { dutyHolder: 1 } }],
      ["unmet", { grid: { dutyHolder: 0 } }],
      ["silent", { grid: {} }],
    ],
    "CC-03": [
      ["met", {}, twoHomes()],
      ["unmet", {}, twoHomes(false)],
      ["unmet", {}, { ...twoHomes(), communities: [{ id: "x", parentId: null }] }],
      ["unknown", {}],
    ],
    "CC-03-stairwell": [
      ["met", { building: [{}, {}], stairwell: [{ at: "building0" }, { at: "building1" }] }],
      ["unmet", { building: [{}, {}], stairwell: [{ at: "building0" }] }],
      ["silent", { building: {} }],
    ],
    "CC-04": [
      ["met", { compound: { postA: 1, postB: 1 } }],
      ["unmet", { compound: { postA: 1, postB: 0 } }],
      ["unknown", { compound: { postA: 1 } }],
    ],
    "CC-05": [
      ["met", {}],
      ["unmet", {}, { communities: ["x", "y"].map((id) => ({ id, parentId: "s" })) }],
      ["silent", {}, { communities: [], centers: [], grids: [] }],
    ],
    "CC-05-subdistrict": [
      ["met", {}, { centers: [{ id: "a", community: "x", level: "subdistrict" }] }],
      ["unmet", {}, { centers: [{ id: "a", community: "x", level: "community" }] }],
      ["unknown", {}, { centers: [{ id: "a", level: "subdistrict" }] }],
    ],
    "CC-05-grid": [
      ["met", {}, { centers: [{ id: "a", level: "grid", lon: 5, lat: 5 }], gridShapes: square }],
      ["unmet", {}, { centers: [{ id: "a", level: "grid", lon: 50, lat: 5 }], gridShapes: square }],
      ["unknown", {}, { centers: [{ id: "a", level: "grid", lon: 5, lat: 5 }] }],
    ],
    "CC-05-district": [
      ["met", { districtPlace: {} }],
      ["unmet", { districtPlace: [] }],
      ["silent", {}],
    ],
    "CC-06": [
      ["met", { network: {}, networkMember: [{ role: "core" }, { role: "point" }] }],
      ["unmet", { network: {}, networkMember: [{ role: "core" }, { role: "core" }] }],
      ["unmet", { network: {}, networkMember: [{ role: "point" }] }],
      ["unknown", { network: {}, networkMember: [{ role: "core" }, {}] }],
    ],
    "CC-06-points": [
      ["met", { center: { inNetwork: 1, unifiedSign: 1 } }],
      ["unmet", { center: { inNetwork: 0, unifiedSign: 1 } }],
      ["unknown", { center: { unifiedSign: 1 } }],
    ],
    "CC-07": [
      ["met", { community: { specialists: 1 } }],
      ["unmet", { community: { specialists: 0 } }],
      ["silent", { community: {} }],
    ],
    "CC-08": [
      ["met", { grid: { cadres: 1 } }],
      ["unmet", { grid: { cadres: 0 } }],
      ["silent", { grid: {} }],
    ],
    "CC-09": [
      ["met", {}, { ...twoHomes(), nets: [square, square, square, square] }],
      ["unmet", {}, { ...twoHomes(), nets: [square, square, square, halves] }],
      ["unknown", {}, { ...twoHomes(), nets: [square, square, square] }],
    ],
    "CC-13": [
      ["met", { elderlyCanteen: {} }, { ...someHome(1, 1), toFacilities: { elderlyCanteen: [12] } }],
      ["unmet", { elderlyCanteen: {} }, { ...someHome(1, 1), toFacilities: { elderlyCanteen: [12.1] } }],
      ["unknown", { elderlyCanteen: {} }, { ...someHome(null, 1), toFacilities: { elderlyCanteen: [1] } }],
    ],
  });
});

describe("Zhenglan Banner", () => {
  const covering = (people: number) => ({
    district: { herders: 7340 },
    centerHousehold: Array.from({ length: 95 }, (_, i) => ({ covered: i < 94 ? 77 : people - 94 * 77 })),
  });
  const minutes = (ride: number) => ({ ...someHome(1, 1), toFacilities: { centerHousehold: [ride] } });
  holdRules(readPack("zhenglan-banner"), {
    "ZL-01": [
      ["met", { centerHousehold: {} }, minutes(15)],
      ["unmet", { centerHousehold: {} }, minutes(15.1)],
      ["silent", {}, someHome(1, 1)],
    ],
    "ZL-02": [
      ["met", covering(7340)],
      ["unmet", covering(7339)],
      ["unknown", { ...covering(7340), centerHousehold: [{ covered: 1 }, {}] }],
      ["silent", { centerHousehold: { covered: 1 } }],
    ],
    "ZL-03": [
      ["met", { serviceArea: [{ residences: "r0" }, { residences: "r1" }], centerHousehold: {} }, twoHomes()],
      ["unmet", { serviceArea: [{ residences: "r0,r1" }, { residences: "r1" }] }, twoHomes()],
      ["unmet", { serviceArea: {} }, { ...twoHomes(), shapes: { serviceArea: [[0, 0, 5, 10]] } }],
      ["silent", { serviceArea: {} }, twoHomes()],
    ],
    "ZL-05": [
      ["unmet", { centerHousehold: { projects: 0 } }],
      ["met", { centerHousehold: { projects: 1 } }],
      ["unmet", { centerHousehold: { projects: 2 } }],
      ["silent", { centerHousehold: {} }],
    ],
    "ZL-05-helped": [
      ["unmet", { centerHousehold: { helped: 0 } }],
      ["met", { centerHousehold: { helped: 1 } }],
      ["met", { centerHousehold: { helped: 2 } }],
      ["unmet", { centerHousehold: { helped: 3 } }],
      ["silent", { centerHousehold: {} }],
    ],
    "ZL-06": [
      ["met", { centerHousehold: fourPosts }],
      ["unmet", { centerHousehold: { ...fourPosts, isGridChief: 0 } }],
      ["unknown", { centerHousehold: { isCenter: 1 } }],
    ],
    "ZL-09": [
      ["met", { centerHousehold: {} }],
      ["unmet", { centerHousehold: [] }],
      ["silent", {}],
    ],
  });
});

describe("Tianning, Changzhou", () => {
  holdRules(readPack("changzhou-tianning"), {
    "TN-01": [
      ["met", { building: [{ partyGroup: 1 }, { partyGroup: 1 }] }],
      ["unmet", { building: [{ partyGroup: 1 }, { partyGroup: 0 }] }],
      ["unknown", { building: [{ partyGroup: 1 }, {}] }],
    ],
    "TN-04": [
      ["met", { courierOutlet: {}, riderStation: {} }, { between: { "courierOutlet>riderStation": [15] } }],
      [
        "unmet",
        { courierOutlet: {}, riderStation: {} },
        { between: { "courierOutlet>riderStation": [15.1] } },
      ],
      ["silent", { courierOutlet: {} }],
    ],
  });
});

describe("Qujiang, Quzhou", () => {
  const village = (kind: string, linked: string) =>
    [
      ["met", { weakVillage: { kind, [linked]: 1 } }],
      ["unmet", { weakVillage: { kind, [linked]: 0 } }],
      ["unmet", { weakVillage: [{ kind, [linked]: 0, linkedParty: linked === "linkedParty" ? 0 : 1 }] }],
      ["unknown", { weakVillage: { [linked]: 1 } }],
    ] as const;
  holdRules(readPack("quzhou-qujiang"), {
    "QJ-03": [
      ["met", { grid: { itemReview: "2025-12-29" } }],
      ["unmet", { grid: { itemReview: "2025-12-28" } }],
      ["unknown", { grid: {} }],
    ],
    "QJ-05": village("slack", "linkedParty"),
    "QJ-05-disorderly": village("disorderly", "linkedLaw"),
    "QJ-05-poor": village("poor", "linkedEconomy"),
    "QJ-05-weak": village("weak", "linkedFarming"),
    "QJ-07": [
      ["met", {}, twoHomes()],
      ["unmet", {}, twoHomes(false)],
      ["unmet", {}, { residences: [{ households: null, community: "x", grid: "g" }] }],
      ["unknown", {}],
    ],
    "QJ-10": [
      ["met", { villageMeeting: threeMeetings }],
      ["unmet", { villageMeeting: { ...threeMeetings, householders: 0 } }],
      ["unknown", { villageMeeting: { townMeeting: 1 } }],
    ],
  });
});

describe("Dehua", () => {
  holdRules(readPack("dehua"), {
    "DH-01": [
      ["met", { compound: compounds(53, 78, "hasPartyOrg") }],
      ["unmet", { compound: compounds(52, 78, "hasPartyOrg") }],
      ["unknown", { compound: [{ hasPartyOrg: 1 }, {}] }],
    ],
    "DH-01-owners": [
      ["met", { compound: compounds(34, 78, "hasOwnersCommittee") }],
      ["unmet", { compound: compounds(33, 78, "hasOwnersCommittee") }],
      ["silent", { compound: {} }],
    ],
    "DH-02": [
      ["met", {}, someHome(1, 900)],
      ["unmet", {}, someHome(1, 900.1)],
      ["unknown", {}, someHome(null, 1)],
    ],
    "DH-03": [
      ["met", { report: { position: [5, 5] } }, { gridShapes: square }],
      ["unmet", { report: [{ position: [5, 5] }, { position: [50, 5] }] }, { gridShapes: square }],
      ["unknown", { report: {} }, { gridShapes: square }],
    ],
    "DH-05": [
      ["met", { building: { chief: 1, stairwellChiefs: 1 } }],
      ["unmet", { building: { chief: 1, stairwellChiefs: 0 } }],
      ["unknown", { building: { chief: 1 } }],
    ],
    "DH-08": [
      ["met", { talk: { date: "2026-06-14" } }],
      ["unmet", { talk: { date: "2026-06-13" } }],
      ["unknown", { talk: {} }],
    ],
  });
});
