// Wuhan 2015: each rule at its limit, just beyond it, and where what it asks about is missing.

import { describe } from "vitest";
import { readPack } from "../../../helpers/demo-scene.ts";
import { holdRules } from "../../../helpers/rule-cases.ts";

const KINDS = ["shop", "homeHelp", "food", "courier", "repair", "power", "water", "telecom"];
/** One household, so many minutes from each of the first kinds of service. */
const services = (minutes: number, households: number | null, kinds = KINDS) => ({
  residences: [{ households, community: "x" }],
  toFacilities: Object.fromEntries(kinds.map((kind, i) => [kind, [i === 7 ? minutes : 1]])),
});
const rows = (count: number) => Array.from({ length: count }, () => ({}));
const five = { communities: ["a", "b", "c", "d", "e"].map((id) => ({ id, parentId: "s" })) };
const points = (...at: string[]) => ({ exercisePoint: at.map((place) => ({ at: place })) });
const ground = (area: number) => ({ subdistrict: { population: 10_000 }, sportsGround: { area } });

describe("Wuhan 2015", () => {
  holdRules(readPack("wuhan-2015"), {
    "WH-01": [
      ["unmet", { govCenter: rows(0) }],
      ["met", { govCenter: rows(1) }],
      ["met", { govCenter: rows(2) }],
      ["unmet", { govCenter: rows(3) }],
      ["silent", {}],
    ],
    "WH-02": [
      ["unmet", { center: { windows: 0 } }],
      ["met", { center: { windows: 1 } }],
      ["met", { center: { windows: 2 } }],
      ["unmet", { center: { windows: 3 } }],
      ["unknown", { center: {} }],
    ],
    "WH-04": [
      ["met", {}, services(15, 10)],
      ["unmet", {}, services(15.1, 10)],
      ["unknown", {}, services(15, null)],
      ["silent", {}, services(15, 10, KINDS.slice(0, 7))],
    ],
    "WH-04-access": [
      ["met", {}, { residences: [{ households: 1, community: "x", metres: { a: 900 } }] }],
      ["unmet", {}, { residences: [{ households: 1, community: "x", metres: { a: 900.1 } }] }],
      ["unknown", {}, { residences: [{ households: null, community: "x", metres: { a: 1 } }] }],
    ],
    "WH-05": [
      ["met", points("a", "a", "a", "a", "b"), five],
      ["unmet", points("a", "a", "a", "b"), five],
      ["unmet", { exercisePoint: [] }, five],
      ["silent", {}, five],
    ],
    "WH-06": [
      ["met", points("a", "b", "c", "d"), five],
      ["unmet", points("a", "b", "c"), five],
      ["silent", {}, five],
    ],
    "WH-07": [
      ["unmet", ground(16_000)],
      ["met", ground(16_000.1)],
      ["unknown", { ...ground(1), sportsGround: [{ area: 1 }, {}] }],
      ["silent", { sportsGround: { area: 20_000 } }],
    ],
  });
});
