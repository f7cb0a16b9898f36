// What commands on the net know without a store: problems in order, buildings on borders, rows of the register.

import { describe, expect, it } from "vitest";
import { borderUnits } from "../../../../src/app/commands/grids/exchange-units.ts";
import { listProblems, nextProblem } from "../../../../src/app/commands/grids/grid-problems.ts";
import { describeNet } from "../../../../src/app/commands/grids/net-of-plan.ts";
import {
  findRows,
  isIncomplete,
  registerRows,
  unitTable,
} from "../../../../src/app/commands/grids/register.ts";
import type { GridWork } from "../../../../src/app/state/grid-work.ts";
import { graphFromPairs, unitsInSight } from "../../../../src/core/gridding/index.ts";
import { gridOf } from "../../../../src/core/model/index.ts";

const RANGE = { min: 300, max: 500 };

/** Eight buildings in a row of 100 households each, in grids as the digits say; "-" = in none. */
function street(digits: string, more: readonly object[] = []) {
  const count = digits.length;
  const xy = Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? 10 * i : 0));
  const units = {
    count,
    xy,
    households: new Float64Array(count).fill(100),
    area: new Int32Array(count),
    compound: Int32Array.from({ length: count }, (_, i) => i >> 1),
  };
  const pairs = Array.from({ length: count - 1 }, (_, i) => [i, i + 1]).flat();
  const graph = graphFromPairs(count, pairs, xy);
  const net = Int32Array.from(digits, (digit) => (digit === "-" ? -1 : Number(digit)));
  const grids = Array.from({ length: Math.max(...net) + 1 }, (_, k) =>
    gridOf({ id: `g${k}`, code: `00${k + 1}`, name: "", communityId: "C", ...more[k] }),
  );
  const ground = {
    units,
    graph,
    sight: unitsInSight(xy),
    areaIds: ["C"],
    areaNames: ["星河"],
  } as unknown as GridWork["ground"];
  return { net: describeNet(grids, net, ground, RANGE), ground };
}

describe("listProblems", () => {
  it("tells of pieces first, then of what is furthest out of range; the next one follows the selected", () => {
    const { net } = street("00012202");
    const problems = listProblems(net, RANGE);
    expect(problems.map(({ grid, trouble, off }) => [grid, trouble, off])).toEqual([
      [0, "broken", 0],
      [2, "broken", 0],
      [1, "outside", 200],
    ]);
    expect(nextProblem(problems, -1)?.grid).toBe(0);
    expect(nextProblem(problems, 0)?.grid).toBe(2);
    expect(nextProblem(problems, 1)?.grid).toBe(0);
    expect(nextProblem([], 1)).toBeNull();
  });

  it("asks no range of grids set aside", () => {
    expect(
      listProblems(street("00010000", [{}, { kind: "market" }]).net, RANGE).map(({ grid }) => grid),
    ).toEqual([0]);
  });
});

describe("borderUnits", () => {
  it("names neighbours' buildings that touch, and own ones with the grid across", () => {
    expect(borderUnits(street("00011122"), 1)).toEqual({
      outside: [
        { unit: 2, across: 0 },
        { unit: 6, across: 2 },
      ],
      inside: [
        { unit: 3, across: 0 },
        { unit: 5, across: 2 },
      ],
    });
  });

  it("leaves locked grids alone", () => {
    const { outside } = borderUnits(street("00011122", [{ locked: true }]), 1);
    expect(outside).toEqual([{ unit: 6, across: 2 }]);
    expect(borderUnits(street("00011122", [{}, { locked: true }]), 1)).toEqual({ outside: [], inside: [] });
  });
});

describe("registerRows", () => {
  it("counts households, buildings and compounds, and finds what is missing", () => {
    const posts = { gridChiefs: 1, gridWorkers: 0, partyBranches: 1, partyGroups: 0 };
    const rows = registerRows(street("00001111", [{ posts }, { posts: { ...posts, gridChiefs: null } }]));
    expect(rows.map(({ grid, households, compounds }) => [grid.code, households, compounds])).toEqual([
      ["001", 400, 2],
      ["002", 400, 2],
    ]);
    expect(rows.map(isIncomplete)).toEqual([false, true]);
    expect(findRows(rows, " 002").map(({ grid }) => grid.id)).toEqual(["g1"]);
    expect(findRows(rows, "星河")).toHaveLength(2);
  });
});

describe("unitTable", () => {
  it("tells every building's grid, community and compound, and no household figure that nobody knows", () => {
    const { net, ground } = street("00-1", [{}, { code: "", name: "星河二" }]);
    ground.units.households[1] = Number.NaN;
    const named = { ...ground, unitIds: ["a", "b", "c", "d"], compounds: ["星河苑"] };
    const { columns, rows } = unitTable({ net, ground: named });
    expect(columns.map(({ name }) => name)).toEqual(["id", "grid", "area", "households", "compound"]);
    expect(rows).toEqual([
      ["a", "001", "C", 100, "星河苑"],
      ["b", "001", "C", Number.NaN, "星河苑"],
      ["c", "", "C", 100, ""],
      ["d", "星河二", "C", 100, ""],
    ]);
  });
});
