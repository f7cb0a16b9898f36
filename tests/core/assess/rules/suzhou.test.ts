// Suzhou 2011: each rule at its limit, just beyond it, and where what it asks about is missing.

import { describe, expect, it } from "vitest";
import { readPack } from "../../../helpers/demo-scene.ts";
import { holdRules, judgeRule, type RuleCase } from "../../../helpers/rule-cases.ts";

const pack = readPack("suzhou-2011");
const share = (part: string, whole: string, amount: number, base: number): readonly RuleCase[] => [
  ["met", { community: { [part]: amount, [whole]: base } }],
  ["unmet", { community: { [part]: amount - 0.1, [whole]: base } }],
  ["silent", { community: { [part]: amount } }],
];
const resettled = (households: number, more = {}) => ({
  resettlement: {
    households,
    partyOrganisation: 1,
    serviceCenter: 1,
    committees: 2,
    committeesWithParty: 2,
    ...more,
  },
});
const body = (partyMembers: number, partyBody: string) => ({ community: { partyMembers, partyBody } });
const open = { opensAllDay: 1, opensEvenings: 1, opensWeekends: 1 };
const hall = { oneStopHall: 1, secretaryOnDuty: 1, placesShared: 1 };
const meetings = (...dates: string[]) => ({ opinionMeeting: dates.map((date) => ({ date })) });
const twoHomes = { residences: ["x", "x"].map((community) => ({ households: 1, community })) };

describe("Suzhou 2011", () => {
  holdRules(pack, {
    "SZ-01": [
      ["met", body(50, "branch")],
      ["unmet", body(51, "branch")],
      ["met", body(51, "generalBranch")],
      ["met", body(100, "generalBranch")],
      ["unmet", body(101, "generalBranch")],
      ["met", body(101, "committee")],
      ["unknown", { community: { partyMembers: 50 } }],
    ],
    "SZ-02": [
      ["met", { community: { largestBranch: 30, smallestBranch: 20 } }],
      ["unmet", { community: { largestBranch: 31, smallestBranch: 20 } }],
      ["silent", { community: { largestBranch: 30 } }],
    ],
    "SZ-03": [
      ["met", { boundaryChange: { partyOrgMoved: 1 } }],
      ["unmet", { boundaryChange: { partyOrgMoved: 0 } }],
      ["silent", { boundaryChange: {} }],
    ],
    "SZ-04": [
      ["none", resettled(3000, { serviceCenter: 0 })],
      ["unmet", resettled(3001, { serviceCenter: 0 })],
      ["met", resettled(3001)],
      ["unknown", { resettlement: { partyOrganisation: 1, serviceCenter: 1 } }],
    ],
    "SZ-04-committees": [
      ["none", resettled(3000, { committees: 1 })],
      ["unmet", resettled(3001, { committees: 1 })],
      ["met", resettled(3001)],
      ["unknown", { resettlement: { committees: 2 } }],
    ],
    "SZ-04-parties": [
      ["none", resettled(3000, { committeesWithParty: 0 })],
      ["unmet", resettled(3001, { committeesWithParty: 1 })],
      ["met", resettled(3001)],
      ["unknown", { resettlement: { committees: 2, committeesWithParty: 2 } }],
    ],
    "SZ-11": [
      ["met", { center: open }],
      ["unmet", { center: { ...open, opensWeekends: 0 } }],
      ["unknown", { center: { opensAllDay: 1 } }],
    ],
    "SZ-12": [
      ["met", meetings("2025-06-30", "2025-09-01", "2026-01-01", "2026-06-30")],
      ["unmet", meetings("2025-06-29", "2025-09-01", "2026-01-01", "2026-06-30")],
      ["unknown", { opinionMeeting: [{}, {}, {}, {}] }],
    ],
    "SZ-12-reception": [
      ["met", { community: { receptionDay: 1 } }],
      ["unmet", { community: { receptionDay: 0 } }],
      ["silent", { community: {} }],
    ],
    "SZ-13": share("serviceRoomsArea", "residentialFloorArea", 3000, 100_000),
    "SZ-14": share("workRoomsArea", "residentialFloorArea", 500, 100_000),
    "SZ-15": share("partyRoomsArea", "workRoomsArea", 500 / 3, 500),
    "SZ-16": share("plannedRoomsArea", "residentialFloorArea", 3000, 100_000),
    "SZ-17": [
      ["met", { community: hall }],
      ["unmet", { community: { ...hall, secretaryOnDuty: 0 } }],
      ["unknown", { community: { oneStopHall: 1 } }],
    ],
    "SZ-18": [
      ["met", { responsibilityArea: [{ residences: "r0" }, { residences: "r1" }] }, twoHomes],
      ["unmet", { responsibilityArea: [{ residences: "r0" }] }, twoHomes],
      ["unmet", { responsibilityArea: [{ residences: "r0、r1" }, { residences: "r1" }] }, twoHomes],
      ["silent", { responsibilityArea: {} }, twoHomes],
    ],
    "SZ-19": [
      ["met", { community: { partTimeMembers: 1, jointMeeting: 1 } }],
      ["unmet", { community: { partTimeMembers: 1, jointMeeting: 0 } }],
      ["unknown", { community: { jointMeeting: 1 } }],
    ],
    "SZ-19-subdistrict": [
      ["met", { subdistrict: { bigWorkCommittee: 1, jointMeeting: 1 } }],
      ["unmet", { subdistrict: { bigWorkCommittee: 0, jointMeeting: 1 } }],
      ["unknown", { subdistrict: { jointMeeting: 1 } }],
    ],
    "SZ-20": [
      ["met", { community: { population: 3000, workBudget: 60_000 } }],
      ["unmet", { community: { population: 3000, workBudget: 59_999 } }],
      ["unknown", { community: { population: 0, workBudget: 0 } }],
    ],
    "SZ-21": [
      ["met", { community: { partyMembers: 99, partyBudget: 15_000 } }],
      ["met", { community: { partyMembers: 100, partyBudget: 15_000 } }],
      ["unmet", { community: { partyMembers: 101, partyBudget: 15_149 } }],
      ["met", { community: { partyMembers: 101, partyBudget: 15_150 } }],
      ["silent", { community: { partyMembers: 101 } }],
    ],
    "SZ-22": [
      ["met", { district: { oldCity: 1, cityCost: 30, sharedCost: 100 } }],
      ["met", { district: { oldCity: 1, cityCost: 29.1, sharedCost: 97 } }],
      ["unmet", { district: { oldCity: 1, cityCost: 29, sharedCost: 100 } }],
      ["unmet", { district: { oldCity: 1, cityCost: 31, sharedCost: 100 } }],
      ["none", { district: { oldCity: 0, cityCost: 31, sharedCost: 100 } }],
      ["unknown", { district: { cityCost: 30, sharedCost: 100 } }],
    ],
    "SZ-23": [
      ["met", { community: { budgetNotice: "2025-06-30" } }],
      ["unmet", { community: { budgetNotice: "2025-06-29" } }],
      ["unknown", { community: {} }],
    ],
    "SZ-24": [
      ["met", { proposal: { communityConsulted: 1 } }],
      ["unmet", { proposal: { communityConsulted: 0 } }],
      ["silent", { proposal: {} }],
    ],
  });

  it.each([
    ["SZ-13", "serviceRoomsArea", 3000],
    ["SZ-14", "workRoomsArea", 500],
  ])("%s: 100,000 m² of homes call for %s of %d m²", (id, rooms, area) => {
    const homes = { residentialFloorArea: 100_000 };
    const { findings } = judgeRule(pack, id, { community: { ...homes, [rooms]: area } });
    expect(findings[0]).toMatchObject({ verdict: "met", actual: area / 100_000 });
  });
});
