// Hunan 2022: each rule at its limit, just beyond it, and where what it asks about is missing.

import { describe } from "vitest";
import { readPack } from "../../../helpers/demo-scene.ts";
import { type Facts, holdRules } from "../../../helpers/rule-cases.ts";

const homes = (households: number | null, metres: number) => [
  { households, community: "x", grid: "g", metres: { a: metres } },
];
const cut = (households: number | null) =>
  ["g", "h"].map((grid) => ({ households, community: "x", compound: "K", grid }));
const square = [[0, 0, 10, 10]] as const;
/** Two homes of grid g; both in the department's one grid, or the second in another. */
const pair = {
  residences: ["g", "g"].map((grid) => ({ households: 1, community: "x", grid })),
  homesAt: [
    [2, 2],
    [8, 2],
  ],
} as const;
const nets = (alike: number, others: number) => [
  ...Array.from({ length: alike }, () => [[0, 0, 10, 10]] as const),
  ...Array.from(
    { length: others },
    () =>
      [
        [0, 0, 5, 10],
        [5, 0, 10, 10],
      ] as const,
  ),
];
const project: Facts = { residences: homes(40, 901), homesAt: [[2, 2]], shapes: { renewal: square } };
const sixGoods = {
  goodOrganisation: 1,
  goodTeam: 1,
  goodProperty: 1,
  goodMechanism: 1,
  goodPlace: 1,
  goodEnvironment: 1,
};
const sixHaves = { hasSign: 1, hasPlace: 1, hasServices: 1, hasTeam: 1, hasAtmosphere: 1, hasMechanism: 1 };
const fourFunctions = { forConsultation: 1, forLeisure: 1, forCare: 1, forPost: 1 };
const staffed = { kind: "relocation", partyOrganisation: 1, residentsCommittee: 1, staffed: 1 };
const builtStation = { kind: "oldCompound", stationPlanned: 1, stationDesigned: 1, stationBuilt: 1 };

describe("Hunan 2022", () => {
  holdRules(readPack("hunan-2022"), {
    "HN-01": [
      ["met", { center: { inFacilityPlan: 1, inCityCheckup: 1 } }],
      ["unmet", { center: { inFacilityPlan: 1, inCityCheckup: 0 } }],
      ["unknown", { center: { inFacilityPlan: 1 } }],
    ],
    "HN-02": [
      ["met", { renewal: { centerPlanned: 1 } }, project],
      ["met", { renewal: {} }, { ...project, residences: homes(40, 900) }],
      ["unmet", { renewal: { centerPlanned: 0 } }, project],
      ["unmet", { renewal: [{}, { id: "renewal:renewal0", centerPlanned: 0 }] }, project],
      ["met", { renewal: [{}, { id: "renewal:renewal0", centerPlanned: 1 }] }, project],
      ["unknown", { renewal: {} }, project],
    ],
    "HN-03": [
      ["met", {}, { residences: homes(10, 900) }],
      ["unmet", {}, { residences: homes(10, 900.1) }],
      ["unmet", {}, { residences: [{ households: 10, community: "x" }] }],
      ["unknown", {}, { residences: [{ households: 10, community: "x", linked: false }] }],
      ["unknown", {}, { residences: homes(null, 100) }],
    ],
    "HN-04": [
      ["met", { transitStop: {} }, { between: { "center>transitStop": [10] } }],
      ["unmet", { transitStop: {} }, { between: { "center>transitStop": [10.1] } }],
      ["unknown", { transitStop: {} }, { between: { "center>transitStop": [Number.NaN] } }],
      ["silent", {}],
    ],
    "HN-05": [
      ["met", {}, { centers: [{ id: "a", level: "subdistrict", floorArea: 1000 }] }],
      ["unmet", {}, { centers: [{ id: "a", level: "subdistrict", floorArea: 999.9 }] }],
      ["unknown", {}, { centers: [{ id: "a", level: "subdistrict", floorArea: null }] }],
      ["silent", {}, { centers: [{ id: "a", level: "community", floorArea: 10 }] }],
    ],
    "HN-06": [
      ["met", {}, { residences: homes(2000, 1), centers: [{ id: "a", community: "x", floorArea: 600 }] }],
      ["unmet", {}, { residences: homes(2000, 1), centers: [{ id: "a", community: "x", floorArea: 599 }] }],
      ["unknown", {}, { residences: homes(2000, 1) }],
      ["unknown", {}, { residences: homes(0, 1), centers: [{ id: "a", community: "x", floorArea: 600 }] }],
    ],
    "HN-08": [
      ["met", { proposal: { subdistrictHeard: 1 } }],
      ["unmet", { proposal: { subdistrictHeard: 0 } }],
      ["silent", { proposal: {} }],
    ],
    "HN-09": [
      ["met", { proposal: { concerns: "s1、s2" }, opinion: [{ from: "s1" }, { from: "s2" }] }],
      ["unmet", { proposal: { concerns: "s1、s2" }, opinion: [{ from: "s1" }] }],
      ["unknown", { proposal: {}, opinion: [] }],
    ],
    "HN-12": [
      ["met", { community: { policeOfficer: 1 } }],
      ["unmet", { community: { policeOfficer: 0 } }],
      ["silent", { community: {} }],
    ],
    "HN-12-review": [
      ["met", { community: { teamReview: "2025-06-30" } }],
      ["unmet", { community: { teamReview: "2025-06-29" } }],
      ["unknown", { community: {} }],
    ],
    "HN-14": [
      ["met", { subdistrict: { urbanPopulation: 10_000, communityWorkers: 18 } }],
      ["unmet", { subdistrict: { urbanPopulation: 10_001, communityWorkers: 18 } }],
      ["silent", { subdistrict: { communityWorkers: 18 } }],
    ],
    "HN-18": [
      ["met", {}, { residences: cut(250.5) }],
      ["unmet", {}, { residences: cut(250) }],
      ["unknown", {}, { residences: cut(null) }],
    ],
    "HN-19": [
      ["met", {}, { residences: homes(300, 1) }],
      ["met", {}, { residences: homes(500, 1) }],
      ["unmet", {}, { residences: homes(299, 1) }],
      ["unmet", {}, { residences: homes(501, 1) }],
      ["unknown", {}, { residences: homes(null, 1) }],
    ],
    "HN-19-count": [
      ["met", {}, { residences: homes(500, 1) }],
      ["unmet", {}, { residences: homes(599, 1) }],
      ["unmet", {}, { residences: homes(600, 1) }],
      ["unknown", {}, { residences: homes(null, 1) }],
    ],
    "HN-20": [
      ["met", { microGrid: [{ residences: "r0" }, { residences: "r1" }] }, pair],
      ["unmet", { microGrid: [{ residences: "r0" }] }, pair],
      ["unmet", { microGrid: [{ residences: "r0、r1" }, { residences: "r1" }] }, pair],
      ["met", { microGrid: {} }, { ...pair, shapes: { microGrid: square } }],
      ["unmet", { microGrid: {} }, { ...pair, shapes: { microGrid: [[0, 0, 5, 10]] } }],
      ["silent", { microGrid: {} }, pair],
    ],
    "HN-21": [
      ["met", {}, { ...pair, nets: nets(8, 0) }],
      ["unmet", {}, { ...pair, nets: nets(7, 1) }],
      ["unknown", {}, { ...pair, nets: nets(7, 0) }],
      ["silent", {}, pair],
    ],
    "HN-22": [
      ["met", {}, { grids: [{ id: "g", numbers: { partyOrgs: 1 } }] }],
      ["unmet", {}, { grids: [{ id: "g", numbers: { partyOrgs: 0 } }] }],
      ["unmet", {}, { grids: [{ id: "g", numbers: { partyOrgs: 2 } }] }],
      ["unknown", {}, { grids: [{ id: "g" }] }],
    ],
    "HN-23": [
      ["met", { grid: { leaderFromCommunity: 1, chiefLeadsParty: 1 } }],
      ["unmet", { grid: { leaderFromCommunity: 1, chiefLeadsParty: 0 } }],
      ["unmet", { grid: { leaderFromCommunity: 0, chiefLeadsParty: 1 } }],
      ["unknown", { grid: { chiefLeadsParty: 1 } }],
    ],
    "HN-24": [
      ["met", {}, { grids: [{ id: "g", numbers: { gridWorkers: 1 } }] }],
      ["unmet", {}, { grids: [{ id: "g", numbers: { gridWorkers: 0 } }] }],
      ["unknown", {}, { grids: [{ id: "g" }] }],
    ],
    "HN-25": [
      ["met", { grid: { kind: "commercial", secretaryFromSubdistrict: 1 } }],
      ["unmet", { grid: { kind: "commercial", secretaryFromSubdistrict: 0 } }],
      ["none", { grid: { kind: "base", secretaryFromSubdistrict: 0 } }],
      ["unknown", { grid: { secretaryFromSubdistrict: 1 } }],
    ],
    "HN-30": [
      ["met", { center: { gatePlaques: 3 } }],
      ["unmet", { center: { gatePlaques: 4 } }],
      ["unknown", { center: {} }],
    ],
    "HN-31": [
      ["met", { community: staffed }],
      ["unmet", { community: { ...staffed, staffed: 0 } }],
      ["none", { community: { ...staffed, kind: "ordinary", staffed: 0 } }],
      ["unknown", { community: { partyOrganisation: 1 } }],
    ],
    "HN-34": [
      ["met", { compound: sixGoods }],
      ["unmet", { compound: { ...sixGoods, goodPlace: 0 } }],
      ["unknown", { compound: [{ goodPlace: 1 }] }],
    ],
    "HN-35": [
      ["met", { ownersCommittee: { members: 6, partyMembers: 3 } }],
      ["unmet", { ownersCommittee: { members: 7, partyMembers: 3 } }],
      ["silent", { ownersCommittee: { members: 6 } }],
    ],
    "HN-36": [
      [
        "met",
        {
          compound: [
            { eligible: 1, hasPartyOrg: 1 },
            { eligible: 0, hasPartyOrg: 0 },
          ],
        },
      ],
      ["met", { compound: { eligible: 0, hasPartyOrg: 0 } }],
      [
        "unmet",
        {
          compound: [
            { eligible: 1, hasPartyOrg: 1 },
            { eligible: 1, hasPartyOrg: 0 },
          ],
        },
      ],
      ["unknown", { compound: { hasPartyOrg: 0 } }],
      ["silent", { compound: { eligible: 1 } }],
    ],
    "HN-36-owners": [
      ["met", { compound: { eligible: 1, hasOwnersCommittee: 1 } }],
      ["unmet", { compound: { eligible: 1, hasOwnersCommittee: 0 } }],
      ["unknown", { compound: { hasOwnersCommittee: 1 } }],
    ],
    "HN-37": [
      ["met", { compound: { ownersCommitteeWorks: 0, hasPropertyCommittee: 1 } }],
      ["met", { compound: { ownersCommitteeWorks: 1 } }],
      ["unmet", { compound: { ownersCommitteeWorks: 0, hasPropertyCommittee: 0 } }],
      ["unknown", { compound: { ownersCommitteeWorks: 0 } }],
    ],
    "HN-39": [
      ["met", { compound: [{ hasVolunteerTeam: 1 }, { hasVolunteerTeam: 1 }] }],
      ["unmet", { compound: [{ hasVolunteerTeam: 1 }, { hasVolunteerTeam: 0 }] }],
      ["unknown", { compound: [{ hasVolunteerTeam: 1 }, {}] }],
    ],
    "HN-41": [
      ["met", { compound: [{ hasPropertyService: 1 }] }],
      ["unmet", { compound: [{ hasPropertyService: 1 }, { hasPropertyService: 0 }] }],
      ["unknown", { compound: [{ hasPropertyService: 1 }, {}] }],
    ],
    "HN-41-party": [
      ["met", { propertyFirm: [{ partyCovered: 1 }] }],
      ["unmet", { propertyFirm: [{ partyCovered: 1 }, { partyCovered: 0 }] }],
      ["silent", { propertyFirm: {} }],
    ],
    "HN-43": [
      ["met", { compound: { isNew: 1, handedOver: 1 } }],
      ["unmet", { compound: { isNew: 1, handedOver: 0 } }],
      ["none", { compound: { isNew: 0, handedOver: 0 } }],
      ["unknown", { compound: { handedOver: 1 } }],
    ],
    "HN-45": [
      ["met", { renewal: builtStation }],
      ["unmet", { renewal: { ...builtStation, stationBuilt: 0 } }],
      ["none", { renewal: { ...builtStation, kind: "pipes", stationBuilt: 0 } }],
      ["unknown", { renewal: { kind: "oldCompound", stationPlanned: 1 } }],
    ],
    "HN-46": [
      ["met", { station: sixHaves }],
      ["unmet", { station: { ...sixHaves, hasTeam: 0 } }],
      ["unknown", { station: { hasSign: 1 } }],
    ],
    "HN-47": [
      ["met", { station: fourFunctions }],
      ["unmet", { station: { ...fourFunctions, forCare: 0 } }],
      ["unknown", { station: { forPost: 1 } }],
    ],
    "HN-50": [
      ["met", { courierOutlet: {} }, { between: { "courierOutlet>centers": [15] } }],
      ["unmet", { courierOutlet: {} }, { between: { "courierOutlet>centers": [15.1] } }],
      ["unknown", { courierOutlet: {} }, { between: { "courierOutlet>centers": [Number.NaN] } }],
      ["silent", {}],
    ],
    "HN-50-grid": [
      ["met", { courierOutlet: { position: [5, 5] } }, { gridShapes: square }],
      ["unmet", { courierOutlet: { position: [50, 5] } }, { gridShapes: square }],
      ["met", { courierOutlet: { position: [5, 5] } }, { communityShapes: square }],
      ["unmet", { courierOutlet: { position: [5, 5] } }, { communityShapes: square, grids: [{ id: "h" }] }],
      ["unknown", { courierOutlet: {} }, { gridShapes: square }],
    ],
    "HN-51": [
      ["met", { community: { jointMeeting: 1 } }],
      ["unmet", { community: { jointMeeting: 0 } }],
      ["silent", { community: {} }],
    ],
    "HN-51-subdistrict": [
      ["met", { subdistrict: { jointMeeting: 1 } }],
      ["unmet", { subdistrict: { jointMeeting: 0 } }],
      ["silent", { subdistrict: {} }],
    ],
    "HN-51-district": [
      ["met", { district: { jointMeeting: 1 } }],
      ["unmet", { district: { jointMeeting: 0 } }],
      ["silent", { district: {} }],
    ],
    "HN-52": [
      ["met", { community: { contactLeader: 1 } }],
      ["unmet", { community: { contactLeader: 0 } }],
      ["silent", { community: {} }],
    ],
    "HN-52-grid": [
      ["met", { grid: { contactLeader: 1 } }],
      ["unmet", { grid: { contactLeader: 0 } }],
      ["silent", { grid: {} }],
    ],
    "HN-53": [
      ["met", { countyVisit: { date: "2026-03-30" } }],
      ["unmet", { countyVisit: { date: "2026-03-29" } }],
      ["unmet", { countyVisit: [] }],
      ["unknown", { countyVisit: {} }],
    ],
    "HN-53-prefecture": [
      ["met", { prefectureVisit: { date: "2025-12-29" } }],
      ["unmet", { prefectureVisit: { date: "2025-12-28" } }],
      ["unknown", { prefectureVisit: {} }],
    ],
    "HN-62": [
      ["met", { firm: {} }, { between: { "firm>centers": [15] } }],
      ["unmet", { firm: {} }, { between: { "firm>centers": [15.1] } }],
      ["unknown", { firm: {} }, { between: { "firm>centers": [Number.NaN] } }],
    ],
  });
});
