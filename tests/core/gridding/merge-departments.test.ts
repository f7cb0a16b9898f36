import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareNets,
  counterpartOf,
  graphFromPairs,
  type MergeGrid,
  mergeDepartments,
  validateGrids,
} from "../../../src/core/gridding/index.ts";

const RANGE = { min: 300, max: 500 };
const FREE: MergeGrid = { locked: false, ranged: true };

/** Buildings in a row of 100 households each; grids as the digits say, "-" = in none. */
function street(count: number, compound: readonly number[] = []) {
  const xy = Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? 10 * i : 0));
  const units = {
    count,
    xy,
    households: new Float64Array(count).fill(100),
    area: new Int32Array(count),
    compound: Int32Array.from({ length: count }, (_, unit) => compound[unit] ?? -1),
  };
  const pairs = Array.from({ length: count - 1 }, (_, i) => [i, i + 1]).flat();
  return { units, graph: graphFromPairs(count, pairs, xy) };
}
const net = (digits: string): Int32Array =>
  Int32Array.from(digits, (digit) => (digit === "-" ? -1 : Number(digit)));

/** What becomes of a row of buildings, and why each conflict that is left is. */
function merge(
  base: string,
  departments: readonly string[],
  { grids = [] as readonly Partial<MergeGrid>[], compound = [] as readonly number[] } = {},
) {
  const ground = street(base.length, compound);
  const own = net(base);
  const all = Array.from({ length: Math.max(...own) + 1 }, (_, k) => ({ ...FREE, ...grids[k] }));
  const reports = departments.map((digits) => ({
    ...compareNets(own, net(digits), ground.units.households),
    gridOf: net(digits),
  }));
  const { gridOf, settled, open } = mergeDepartments(ground, own, all, reports, RANGE);
  return { net: [...gridOf].join(""), settled: settled.length, open: open.map(({ reason }) => reason) };
}

describe("the merged net", () => {
  it("gives way where the nets come together and nothing is spoilt", () => {
    expect(merge("0000111", ["5556666"])).toEqual({ net: "0001111", settled: 1, open: [] });
  });

  it("says why a conflict is left", () => {
    const locked = { grids: [{}, { locked: true }] };
    expect(merge("0000111", ["5556666"], locked)).toMatchObject({ net: "0000111", open: ["locked"] });
    expect(merge("000111", ["556666"])).toMatchObject({ net: "000111", open: ["outside"] });
    const market = { grids: [{ ranged: false }, { ranged: false }] };
    expect(merge("000111", ["556666"], market)).toMatchObject({ net: "001111", settled: 1 });
    const compound = [-1, -1, 4, 4, -1, -1, -1];
    expect(merge("0000111", ["5556666"], { compound })).toMatchObject({ net: "0000111", open: ["cuts"] });
    expect(merge("0000111", ["5556666", "7777888"])).toMatchObject({ net: "0000111", open: ["contested"] });
    expect(merge("0000111", ["5556666", "7778888"])).toMatchObject({ net: "0001111", settled: 2 });
    expect(merge("0000111", ["5558666"])).toMatchObject({ net: "0000111", open: ["noCounterpart"] });
  });

  it("leaves a grid in one piece", () => {
    const { units } = street(6);
    const graph = graphFromPairs(6, [0, 1, 1, 2, 1, 3, 3, 4, 4, 5], null);
    const [base, theirs] = [net("000111"), net("565666")];
    const report = { ...compareNets(base, theirs, units.households), gridOf: theirs };
    const grids = [FREE, FREE].map((grid) => ({ ...grid, ranged: false }));
    const merged = mergeDepartments({ units, graph }, base, grids, [report], RANGE);
    expect([...merged.gridOf]).toEqual([...base]);
    expect(merged.open).toMatchObject([{ department: 0, conflict: { units: [1] }, reason: "breaks" }]);
  });

  it("never breaks a net, never agrees less, and has settled exactly what it says", () => {
    const digits = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 25, maxLength: 25 });
    const town = latticeTown(5);
    fc.assert(
      fc.property(digits, fc.array(digits, { minLength: 1, maxLength: 3 }), (base, others) => {
        const own = Int32Array.from(base);
        const grids = Array.from({ length: 5 }, (_, k) => ({ locked: k === 4, ranged: true }));
        const reports = others.map((other) => {
          const gridOf = Int32Array.from(other);
          return { ...compareNets(own, gridOf, town.units.households), gridOf };
        });
        const merged = mergeDepartments(town, own, grids, reports, RANGE);
        const [before, after] = [own, merged.gridOf].map((one) =>
          validateGrids(town.units, town.graph, one, RANGE),
        );
        const sum = (
          report: typeof before,
          of: (fact: NonNullable<typeof before>["grids"][number]) => number,
        ) => report!.grids.reduce((total, fact) => total + of(fact), 0);
        expect(sum(after, ({ pieces }) => pieces)).toBeLessThanOrEqual(sum(before, ({ pieces }) => pieces));
        expect(after!.grids.map(({ grid }) => grid)).toEqual(before!.grids.map(({ grid }) => grid));
        const outside = ({ inRange }: { readonly inRange: boolean | null }) => Number(inRange === false);
        expect(sum(after, outside)).toBeLessThanOrEqual(sum(before, outside));
        const agreed = (one: Int32Array): number =>
          reports.reduce((total, { home, gridOf }) => {
            const fits = [...one.keys()].filter((unit) => gridOf[unit] === home.get(one[unit]!));
            return total + fits.reduce((all, unit) => all + town.units.households[unit]!, 0);
          }, 0);
        if (merged.gridOf.some((grid, unit) => grid !== own[unit]))
          expect(agreed(merged.gridOf)).toBeGreaterThan(agreed(own));
        own.forEach((grid, unit) => {
          if (grid === 4) expect(merged.gridOf[unit]).toBe(4);
          else expect(merged.gridOf[unit] === grid || merged.gridOf[unit] !== 4).toBe(true);
        });
        for (const { department, conflict } of merged.settled) {
          const { home } = reports[department]!;
          for (const unit of conflict.units) expect(merged.gridOf[unit]).not.toBe(conflict.base);
          expect(conflict.units.every((unit) => home.get(merged.gridOf[unit]!) === conflict.lies)).toBe(true);
        }
        const all = reports.reduce((total, { conflicts }) => total + conflicts.length, 0);
        expect(merged.settled.length + merged.open.length).toBe(all);
      }),
      { numRuns: 300 },
    );
  });
});

function latticeTown(side: number) {
  const pairs: number[] = [];
  for (let unit = 0; unit < side * side; unit++) {
    if (unit % side < side - 1) pairs.push(unit, unit + 1);
    if (unit + side < side * side) pairs.push(unit, unit + side);
  }
  const xy = Float64Array.from({ length: 2 * side * side }, (_, i) =>
    i % 2 === 0 ? (i >> 1) % side : Math.floor((i >> 1) / side),
  );
  const { units } = street(side * side);
  return { units: { ...units, xy }, graph: graphFromPairs(side * side, pairs, xy) };
}

describe("counterpartOf", () => {
  it("is the grid of ours that touches and goes with the department's", () => {
    const { units, graph } = street(8);
    const own = net("00001111");
    const report = compareNets(own, net("00011111"), units.households);
    const [conflict] = report.conflicts;
    expect(conflict).toMatchObject({ base: 0, belongs: 0, lies: 1, units: [3] });
    expect(counterpartOf({ units, graph }, own, report, conflict!)).toBe(1);
    expect(counterpartOf({ units, graph }, own, { home: new Map() }, conflict!)).toBe(-1);
  });
});
