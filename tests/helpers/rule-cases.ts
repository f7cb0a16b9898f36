// One rule of a pack held against facts small enough to read: rows of registers by the names the pack declares, at the
// one place of each kind there is (subdistrict s, community x, grid g, centre a), and what a rule on the layers needs.

import { expect, it } from "vitest";
import {
  type AssessInput,
  assess,
  type Finding,
  NO_RECORDS,
  type Records,
  type Verdict,
} from "../../src/core/assess/index.ts";
import type { Areas } from "../../src/core/model/index.ts";
import type { Register, RegisterRow, RulePack } from "../../src/core/standards/index.ts";
import { buildPlan, type PlanSpec } from "./plan-builder.ts";
import { type Box, squares } from "./register-sample.ts";

export const JUDGED_ON = "2026-06-30";

/** What a row says by its attributes; `at` the place it belongs to, `position` degrees, `id` its own id. */
export type Cells = Readonly<Record<string, string | number | readonly [number, number]>>;
export type Rows = Readonly<Record<string, Cells | readonly Cells[]>>;

export interface Facts extends Partial<PlanSpec> {
  /** Where residences stand, in degrees. */
  readonly homesAt?: readonly (readonly [number, number])[];
  readonly gridShapes?: readonly Box[];
  readonly communityShapes?: readonly Box[];
  /** Areas of a register, whose ids are those of its rows in order. */
  readonly shapes?: Readonly<Record<string, readonly Box[]>>;
  /** Nets of departments: the box of each of their grids. */
  readonly nets?: readonly (readonly Box[])[];
  /** Minutes at 1 m/s from each residence to the nearest row of a register. */
  readonly toFacilities?: Readonly<Record<string, readonly number[]>>;
  /** Minutes from each row (or centre) to the nearest of another register, by "from>to". */
  readonly between?: Readonly<Record<string, readonly number[]>>;
}

/** Silent: nothing is judged, for nobody gave what the rule asks about. None: the rule does not speak of the place. */
export type Expected = Verdict | "silent" | "none";
export type RuleCase = readonly [expected: Expected, rows: Rows, facts?: Facts];

/** Every rule of the pack has its cases, on either side of its limit and where the facts are missing. */
export function holdRules(pack: RulePack, cases: Readonly<Record<string, readonly RuleCase[]>>): void {
  it("has cases for each of its rules: met, not met, and unknown where facts are missing", () => {
    expect(Object.keys(cases).sort()).toEqual(pack.rules.map(({ id }) => id).sort());
    for (const [id, list] of Object.entries(cases)) {
      const expected = new Set(list.map(([verdict]) => verdict));
      expect([...expected], id).toEqual(expect.arrayContaining(["met", "unmet"]));
      expect(expected.has("unknown") || expected.has("silent"), id).toBe(true);
    }
  });

  const rows = Object.entries(cases).flatMap(([id, list]) =>
    list.map(([expected, given, facts], i) => [id, i + 1, expected, given, facts] as const),
  );
  it.each(rows)("%s, case %d: %s", (id, _, expected, given, facts) => {
    expect(verdictOf(pack, id, given, facts)).toBe(expected);
  });
}

export function verdictOf(pack: RulePack, id: string, rows: Rows, facts: Facts = {}): Expected {
  const { findings, silent } = judgeRule(pack, id, rows, facts);
  if (findings.length === 0) return silent ? "silent" : "none";
  expect(new Set(findings.map(({ verdict }) => verdict)).size, "one verdict").toBe(1);
  return findings[0]!.verdict;
}

/** What one rule says; a number the text leaves to users is taken as 10. */
export function judgeRule(
  pack: RulePack,
  id: string,
  rows: Rows,
  facts: Facts = {},
): { readonly findings: readonly Finding[]; readonly silent: boolean } {
  const found = pack.rules.find((rule) => rule.id === id)!;
  const rule = { ...found, value: found.value ?? USERS_NUMBER[found.unit] ?? 10 };
  const { findings, silentRules } = assess(inputOf({ ...pack, rules: [rule] }, rows, facts));
  return { findings, silent: silentRules.some(({ missing }) => missing !== "places") };
}

const USERS_NUMBER: Readonly<Record<string, number>> = { ratio: 1 };

function inputOf(pack: RulePack, given: Rows, facts: Facts): AssessInput {
  const built = buildPlan(
    {
      residences: [],
      communities: [{ id: "x", parentId: "s" }],
      grids: [{ id: "g", parentId: "x" }],
      centers: [{ id: "a", community: "x" }],
      ...facts,
    },
    pack,
  );
  const rows = Object.entries(given).flatMap(([kind, cells]) =>
    (Array.isArray(cells) ? (cells as readonly Cells[]) : [cells as Cells]).map((row, i) =>
      rowOf(pack, kind, row, i),
    ),
  );
  const { homesAt, gridShapes, communityShapes, toFacilities = {}, between = {} } = facts;
  return {
    ...built,
    residences: {
      ...built.residences,
      ...(homesAt === undefined ? {} : { xy: Float64Array.from(homesAt.flat()) }),
    },
    subdistricts: areasOf("subdistrict", ["s"], []),
    communities: {
      ...built.communities,
      ...(communityShapes === undefined ? {} : { polygons: squares(communityShapes) }),
    },
    grids: { ...built.grids, ...(gridShapes === undefined ? {} : { polygons: squares(gridShapes) }) },
    records: recordsOf(given, rows, facts),
    walks: {
      fromResidences: decimetres(toFacilities, (minutes) => Uint32Array.from(minutes)),
      between: decimetres(between, (minutes) => Float64Array.from(minutes)),
    },
  };
}

function recordsOf(given: Rows, rows: readonly RegisterRow[], { shapes = {}, nets = [] }: Facts): Records {
  const idsOf = (register: string): string[] =>
    rows.flatMap(({ kind, id }) => (kind === register ? [id] : []));
  return {
    ...NO_RECORDS,
    asOf: JUDGED_ON,
    registers: Object.fromEntries(Object.keys(given).map((kind) => [kind, `${kind}.csv`])),
    rows,
    areas: Object.fromEntries(
      Object.entries(shapes).map(([register, boxes]) => [
        register,
        areasOf("renewal", idsOf(register).slice(0, boxes.length), boxes),
      ]),
    ),
    nets: nets.map((boxes, i) => ({
      department: `d${i}`,
      file: `d${i}.geojson`,
      areas: areasOf(
        "grid",
        boxes.map((_, g) => `d${i}g${g}`),
        boxes,
      ),
    })),
  };
}

/** A name the pack does not declare is a mistake of the case. */
function rowOf({ registers = [] }: RulePack, kind: string, cells: Cells, index: number): RegisterRow {
  const register = registers.find(({ id }) => id === kind);
  const { id = `${kind}${index}`, at, position, ...values } = cells;
  const numbers: Record<string, number> = {};
  const texts: Record<string, string> = {};
  const dates: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const type = register?.attributes.find((attribute) => attribute.id === name)?.type;
    if (type === "number" || type === "yes") numbers[name] = Number(value);
    else if (type === "date") dates[name] = String(value);
    else if (type !== undefined) texts[name] = String(value);
    else throw new Error(`no attribute ${kind}.${name} in the pack`);
  }
  const place = register === undefined ? "x" : placeOf(register);
  return {
    ...{ id: String(id), kind, name: String(id), numbers, texts, dates },
    placeId: at === undefined ? place : String(at),
    position: Array.isArray(position) ? (position as [number, number]) : null,
  };
}

/** The one place there is; the first row of another register. */
const placeOf = ({ place }: Register): string | null =>
  place === "district" ? null : (PLACES[place] ?? `${place}0`);

const PLACES: Readonly<Record<string, string>> = { subdistrict: "s", community: "x", grid: "g", center: "a" };

function areasOf(kind: Areas["kind"], ids: readonly string[], boxes: readonly Box[]): Areas {
  const records = ids.map((id, index) => ({
    ...{ id, name: id, parentId: null, statedHouseholds: null, numbers: {} },
    row: index + 1,
  }));
  return { kind, polygons: squares(boxes), records };
}

const decimetres = <Column>(
  minutes: Readonly<Record<string, readonly number[]>>,
  column: (values: readonly number[]) => Column,
): Readonly<Record<string, Column>> =>
  Object.fromEntries(
    Object.entries(minutes).map(([key, values]) => [key, column(values.map((m) => m * 600))]),
  );
