// Every rule and system of the policy documents has an answer, the answers hold, and what no screen shows yet is listed.
// GOLDEN=write rewrites the list and fails the run.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  COVERAGE_SCREENS,
  COVERAGE_STATES,
  type Coverage,
  countStates,
  isPersonalName,
  type RulePack,
} from "../../../src/core/standards/index.ts";

const ROOT = new URL("../../../", import.meta.url);
const FOLDER = new URL("data/standards/", ROOT);
const PLANNED = new URL("tests/golden/planned.txt", ROOT);
const coverage = JSON.parse(readFileSync(new URL("coverage.json", FOLDER), "utf8")) as Coverage;
const packs = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json") && name !== "coverage.json")
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as RulePack)
    .map((pack) => [pack.id, pack]),
);

/** Rules of each document, by the reading of it. */
const COUNTS = { HN: 64, WH: 21, CC: 14, ZL: 9, TN: 9, QJ: 14, DH: 10, KM: 18, SZ: 28 };
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i + 1).padStart(2, "0")}`);
const ruleIds = Object.entries(COUNTS).flatMap(([prefix, count]) => numbered(`${prefix}-`, count));
const systemIds = numbered("S", 79);

describe("coverage", () => {
  it("answers each of the 187 rules and 79 systems once", () => {
    expect(ruleIds.length).toBe(187);
    expect(coverage.rules.map(({ id }) => id).sort()).toEqual(ruleIds.sort());
    expect(coverage.systems.map(({ id }) => id)).toEqual(systemIds);
  });

  it("names tests that exist, states and screens that are known, and a reason where nothing is carried", () => {
    for (const { id, status, test, screen, note, name } of [...coverage.rules, ...coverage.systems]) {
      expect(COVERAGE_STATES, id).toContain(status);
      if (screen !== null) expect(COVERAGE_SCREENS, id).toContain(screen);
      if (test !== null) expect(existsSync(new URL(test, ROOT)), `${id}: ${test}`).toBe(true);
      const carried = status !== "outOfScope" && status !== "refused";
      expect(carried && test === null, id).toBe(false);
      expect(carried || note !== undefined, id).toBe(true);
      expect(name.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it("computes what is to be computed and checks what is to be checked: by rules that the pack has", () => {
    for (const { id, mode, status, by, pack } of coverage.rules) {
      if (mode !== "C" && mode !== "K") continue;
      expect(status, id).toBe(mode === "C" ? "computed" : "checked");
      const rules = packs.get(pack)!.rules.map((rule) => rule.id);
      expect(by.length, id).toBeGreaterThan(0);
      for (const rule of by) expect(rules, id).toContain(rule);
    }
    const { computed, checked } = countStates(coverage.rules);
    expect({ computed, checked }).toEqual({ computed: 63, checked: 34 });
  });

  it("records in registers and matters that the pack declares", () => {
    for (const { id, status, by, pack } of coverage.rules) {
      if (status !== "recorded") continue;
      const { registers = [], matters = [] } = packs.get(pack)!;
      const declared = [...registers, ...matters].map((each) => each.id);
      for (const name of by) expect(declared, id).toContain(name);
    }
  });

  it("leaves no rule of a policy pack without its line", () => {
    const carried = new Set(coverage.rules.flatMap(({ by }) => by));
    const places = new Set(coverage.rules.map(({ pack }) => pack));
    const stray = [...places]
      .flatMap((id) => packs.get(id)!.rules.map((rule) => rule.id))
      .filter((id) => !carried.has(id));
    expect(stray).toEqual([]);
  });

  it("carries each system as well as its best rule", () => {
    const state = new Map(coverage.rules.map(({ id, status }) => [id, status]));
    for (const { id, rules, status } of coverage.systems) {
      const ranks = rules.map((rule) => COVERAGE_STATES.indexOf(state.get(rule)!));
      expect(ranks, id).not.toContain(-1);
      expect(ranks.map((rank) => COVERAGE_STATES[rank])).toContain(status);
    }
  });

  it("refuses WH-19 by design, and no pack has a place for personal or credit data", () => {
    const refused = coverage.rules.filter(({ status }) => status === "refused");
    expect(refused.map(({ id }) => id)).toEqual(["WH-19"]);
    expect(refused[0]?.note?.zh).toMatch(/拒绝/);
    expect(packs.get("wuhan-2015")!.rules.map(({ id }) => id)).not.toContain("WH-19");
    for (const { registers = [] } of packs.values()) {
      for (const { attributes } of registers) {
        for (const { id, name } of attributes) {
          expect([id, name.zh, name.en].filter(isPersonalName)).toEqual([]);
        }
      }
    }
  });

  it("lists what no screen shows yet, in tests/golden/planned.txt", () => {
    const planned = [...coverage.rules, ...coverage.systems].filter(({ screen }) => screen === "planned");
    const list = planned
      .map(({ id, status, name }) => `${id.padEnd(6)} ${status.padEnd(9)} ${name.zh}\n`)
      .join("");
    if (process.env["GOLDEN"] === "write") {
      writeFileSync(PLANNED, list);
      expect.fail("list rewritten: read the difference, then run again without GOLDEN=write");
    }
    expect(list).toBe(readFileSync(PLANNED, "utf8"));
  });
});
