// Every rule and system of the policy documents has an answer, and the answers hold: what carries it is there, the test
// named holds it by its id, the screen named is one the app has.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DESK_PAGES, STEPS } from "../../../src/app/state/app-state.ts";
import { isMapped } from "../../../src/app/state/register-scene.ts";
import { LAYER_ROLES } from "../../../src/core/model/index.ts";
import {
  type Carrier,
  COVERAGE_SCREENS,
  COVERAGE_STATES,
  type Coverage,
  carriersOf,
  countStates,
  isPersonalName,
  nameOfCarrier,
  type RulePack,
} from "../../../src/core/standards/index.ts";

const ROOT = new URL("../../../", import.meta.url);
const FOLDER = new URL("data/standards/", ROOT);
const coverage = JSON.parse(readFileSync(new URL("coverage.json", FOLDER), "utf8")) as Coverage;
const packs = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json") && name !== "coverage.json")
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as RulePack)
    .map((pack) => [pack.id, pack]),
);
const { rules, systems } = coverage;
const entries = [...rules, ...systems];

/** Rules of each document, by the reading of it. */
const COUNTS = { HN: 64, WH: 21, CC: 14, ZL: 9, TN: 9, QJ: 14, DH: 10, KM: 18, SZ: 28 };
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i + 1).padStart(2, "0")}`);
const ruleIds = Object.entries(COUNTS).flatMap(([prefix, count]) => numbered(`${prefix}-`, count));
const systemIds = numbered("S", 79);

/** Rule ids that stand in a test as a case: in quotes, or as the name of a row of a table. */
const casesIn = (test: string): ReadonlySet<string> => {
  const text = readFileSync(new URL(test, ROOT), "utf8");
  return new Set(
    [...text.matchAll(/"([A-Z]{2}-\d\d)(?:-[a-z]+)?"|^ {2}(S\d\d): \//gm)].map((m) => m[1] ?? m[2]!),
  );
};

const isThere = (carrier: Carrier): boolean =>
  carrier.kind === "layer"
    ? LAYER_ROLES.some((role) => role === carrier.id)
    : nameOfCarrier(carrier, packs.get(carrier.pack)!) !== null;

describe("coverage", () => {
  it("answers each of the 187 rules and 79 systems once", () => {
    expect(ruleIds.length).toBe(187);
    expect(rules.map(({ id }) => id).sort()).toEqual(ruleIds.sort());
    expect(systems.map(({ id }) => id)).toEqual(systemIds);
  });

  it("knows states and the app's screens, says both languages, and a reason where nothing is carried", () => {
    const screens: readonly string[] = [...STEPS, ...DESK_PAGES];
    expect(COVERAGE_SCREENS.filter((screen) => !screens.includes(screen))).toEqual([]);
    for (const { id, status, screen, note, name } of entries) {
      expect(COVERAGE_STATES, id).toContain(status);
      const carried = status !== "outOfScope" && status !== "refused";
      if (carried) expect(COVERAGE_SCREENS, id).toContain(screen);
      else expect(note, id).toBeDefined();
      expect(name.en + (note?.en ?? ""), id).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it("names for each the test that holds it: its id is a case there", () => {
    const found = new Map([...new Set(entries.map(({ test }) => test))].map((test) => [test, casesIn(test)]));
    expect(entries.filter(({ id, test }) => !found.get(test)!.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it("names what carries each, and it is there", () => {
    const lost = entries.flatMap((entry) =>
      carriersOf(entry)
        .filter((carrier) => !isThere(carrier))
        .map(({ pack, kind, id }) => `${entry.id}: ${pack} ${kind} ${id}`),
    );
    expect(lost).toEqual([]);
    expect(entries.filter(({ by, status }) => by.length === 0 && status !== "refused")).toEqual([]);
  });

  it("computes what is to be computed, checks what is to be checked, and records the rest", () => {
    for (const { id, mode, status, by } of rules) {
      const judged = mode === "C" || mode === "K";
      const asked = { C: "computed", K: "checked", D: "displayed", R: "recorded" }[mode];
      if (status !== "refused") expect(status, id).toBe(asked);
      if (judged)
        expect(
          by.filter((carrier) => carrier.includes("/")),
          id,
        ).toEqual([]);
    }
    expect(countStates(rules)).toEqual({
      ...{ computed: 63, checked: 34, displayed: 32, recorded: 57, outOfScope: 0, refused: 1 },
    });
  });

  it("shows a value left to users on the page of rules, and every verdict where verdicts stand", () => {
    for (const { id, mode, by, pack, screen } of rules) {
      if (mode !== "C" && mode !== "K") continue;
      const open = packs.get(pack)!.rules.some((rule) => by.includes(rule.id) && rule.value === null);
      expect(screen, id).toBe(open ? "rules" : "assess");
    }
  });

  it("shows on the map what is displayed, but for lists of the whole district", () => {
    for (const { id, status, by, pack } of rules) {
      if (status !== "displayed") continue;
      const shown =
        packs.get(pack)!.registers?.filter((register) => by.includes(`register/${register.id}`)) ?? [];
      for (const register of shown)
        expect(isMapped(register) || register.place === "district", id).toBe(true);
    }
  });

  it("leaves no rule of a policy pack without its line", () => {
    const carried = new Set(rules.flatMap(({ by }) => by));
    const places = new Set(rules.map(({ pack }) => pack));
    const stray = [...places]
      .flatMap((id) => packs.get(id)!.rules.map((rule) => rule.id))
      .filter((id) => !carried.has(id));
    expect(stray).toEqual([]);
  });

  it("refuses WH-19 by design, and no pack has a place for personal or credit data", () => {
    const refused = rules.filter(({ status }) => status === "refused");
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

  it("takes no number that nobody confirmed for a default", () => {
    const said = JSON.stringify([...packs.values()].map(({ rules: own }) => own.map(({ source }) => source)));
    for (const source of ["GB 50180", "GB/T 34300", "完整居住社区建设标准（试行）", "1+10+N"]) {
      expect(said).not.toContain(source);
    }
    const speeds = [...packs.values()].map(({ walk }) => walk.speed);
    expect(new Set(speeds)).toEqual(new Set([null]));
  });
});
