// Kunming 2023: each rule at its limit, just beyond it, and where what it asks about is missing.

import { describe } from "vitest";
import { readPack } from "../../../helpers/demo-scene.ts";
import { holdRules } from "../../../helpers/rule-cases.ts";

const functions = { forConsultation: 1, forCare: 1, forHealth: 1, forCulture: 1 };
const many = (count: number, cells: (i: number) => Record<string, number>) =>
  Array.from({ length: count }, (_, i) => cells(i));
/** So many of 852 places with a centre of their own. */
const owned = (count: number) => ({
  communities: many(852, () => ({})).map((_, i) => ({ id: `u${i}`, parentId: "s" })),
  centers: many(count, () => ({})).map((_, i) => ({ id: `c${i}`, community: `u${i}` })),
  grids: [],
});

describe("Kunming 2023", () => {
  holdRules(readPack("kunming-2023"), {
    "KM-01": [
      ["met", { memberUnit: {} }],
      ["unmet", { memberUnit: [] }],
      ["silent", {}],
    ],
    "KM-01-subdistrict": [
      ["met", { memberUnit: { at: "x" } }],
      ["unmet", { memberUnit: [] }],
      ["silent", {}],
    ],
    "KM-02": [
      ["met", {}, { residences: [{ households: 1, community: "x", metres: { a: 900 } }] }],
      ["unmet", {}, { residences: [{ households: 1, community: "x", metres: { a: 900.1 } }] }],
      ["unknown", {}, { residences: [{ households: null, community: "x", metres: { a: 1 } }] }],
    ],
    "KM-02-own": [
      ["met", {}, owned(776)],
      ["unmet", {}, owned(775)],
      ["silent", {}, { communities: [], centers: [], grids: [] }],
    ],
    "KM-03": [
      ["met", { center: functions }],
      ["unmet", { center: { ...functions, forCare: 0 } }],
      ["unknown", { center: { forCare: 1 } }],
    ],
    "KM-04": [
      ["met", { riderStation: { power: 1, rest: 1, firstAid: 1 } }],
      ["unmet", { riderStation: { power: 1, rest: 1, firstAid: 0 } }],
      ["unknown", { riderStation: { power: 1 } }],
    ],
    "KM-05": [
      ["met", { meeting: { type: "joint", level: 2, chairLevel: 3 } }],
      ["unmet", { meeting: { type: "joint", level: 2, chairLevel: 2 } }],
      ["unmet", { meeting: { type: "joint", level: 2, chairLevel: 4 } }],
      ["none", { meeting: { type: "talk", level: 2, chairLevel: 2 } }],
      ["unknown", { meeting: [{ level: 2, chairLevel: 3 }] }],
    ],
    "KM-09": [
      ["met", { subdistrict: { urbanPopulation: 10_000, communityWorkers: 18 } }],
      ["unmet", { subdistrict: { urbanPopulation: 10_001, communityWorkers: 18 } }],
      ["silent", { subdistrict: { urbanPopulation: 10_000 } }],
    ],
    "KM-10": [
      ["met", {}, { grids: [{ id: "g", numbers: { partyOrgs: 1 } }] }],
      ["unmet", {}, { grids: [{ id: "g", numbers: { partyOrgs: 0 } }] }],
      ["unmet", {}, { grids: [{ id: "g", numbers: { partyOrgs: 2 } }] }],
      ["unknown", {}, { grids: [{ id: "g" }] }],
    ],
    "KM-11": [
      ["met", { community: { leaders: 10, leadersFromCommunity: 9 } }],
      ["unmet", { community: { leaders: 100, leadersFromCommunity: 89 } }],
      ["silent", { community: { leaders: 10 } }],
    ],
    "KM-12": [
      ["met", { grid: { membersLiving: 30, membersEnrolled: 30 } }],
      ["unmet", { grid: { membersLiving: 30, membersEnrolled: 29 } }],
      ["silent", { grid: { membersLiving: 30 } }],
    ],
    "KM-13": [
      ["met", { ownersCommittee: { newlyFormed: 1, members: 6, partyMembers: 3 } }],
      ["unmet", { ownersCommittee: { newlyFormed: 1, members: 7, partyMembers: 3 } }],
      ["none", { ownersCommittee: { newlyFormed: 0, members: 7, partyMembers: 3 } }],
      ["unknown", { ownersCommittee: { members: 6, partyMembers: 3 } }],
    ],
    "KM-16": [
      ["met", { compound: many(10, (i) => ({ hasPropertyService: i < 9 ? 1 : 0 })) }],
      ["unmet", { compound: many(100, (i) => ({ hasPropertyService: i < 89 ? 1 : 0 })) }],
      ["unknown", { compound: many(10, (i) => (i < 8 ? { hasPropertyService: 1 } : {})) }],
    ],
    "KM-16-party": [
      ["met", { propertyFirm: many(2, (i) => ({ hasPartyOrg: i })) }],
      ["unmet", { propertyFirm: many(3, (i) => ({ hasPartyOrg: i === 0 ? 1 : 0 })) }],
      ["silent", { propertyFirm: {} }],
    ],
    "KM-17": [
      ["met", { demoSite: [{ date: "2025-06-30" }, { date: "2026-01-01" }] }],
      ["unmet", { demoSite: [{ date: "2025-06-29" }, { date: "2026-01-01" }] }],
      ["unknown", { demoSite: [{}, { date: "2026-01-01" }] }],
    ],
  });
});
