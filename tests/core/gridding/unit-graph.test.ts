import { describe, expect, it } from "vitest";
import type { GridUnits, UnitGraph } from "../../../src/core/gridding/index.ts";
import {
  buildUnitGraph,
  graphFromPairs,
  HUNAN_RANGE,
  validateGrids,
} from "../../../src/core/gridding/index.ts";
import { indexBarriers } from "../../../src/core/network/index.ts";
import { randomCommunity } from "./random-community.ts";

const place = (xy: number[], compound: number[] = [], area: number[] = []): GridUnits => ({
  count: xy.length / 2,
  xy: Float64Array.from(xy),
  households: new Float64Array(xy.length / 2).fill(100),
  area: Int32Array.from({ length: xy.length / 2 }, (_, i) => area[i] ?? 0),
  compound: Int32Array.from({ length: xy.length / 2 }, (_, i) => compound[i] ?? -1),
});

const line = (...xy: number[]) =>
  indexBarriers({
    lines: { count: 1, offsets: Uint32Array.of(0, xy.length / 2), xy: Float64Array.from(xy) },
    level: new Int8Array(1),
  });

const pairsOf = ({ offsets, neighbours }: UnitGraph): string[] => {
  const pairs: string[] = [];
  for (let unit = 0; unit + 1 < offsets.length; unit++) {
    for (const other of neighbours.subarray(offsets[unit]!, offsets[unit + 1]!)) {
      if (other > unit) pairs.push(`${unit}-${other}`);
    }
  }
  return pairs.sort();
};

describe("buildUnitGraph", () => {
  //  0   1 | 2   3      a river between 1 and 2
  const row = [0, 0, 50, 0, 100, 0, 150, 0];

  it("joins units in a row, and not across a river", () => {
    expect(pairsOf(buildUnitGraph({ units: place(row), areaCount: 1, barriers: null }))).toEqual([
      "0-1",
      "1-2",
      "2-3",
    ]);
    const river = line(75, -500, 75, 500);
    expect(pairsOf(buildUnitGraph({ units: place(row), areaCount: 1, barriers: river }))).toEqual([
      "0-1",
      "2-3",
    ]);
  });

  it("keeps communities apart", () => {
    const units = place(row, [], [0, 0, 1, 1]);
    expect(pairsOf(buildUnitGraph({ units, areaCount: 2, barriers: null }))).toEqual(["0-1", "2-3"]);
  });

  it("lets a walled compound out where it has an open gate, and not otherwise", () => {
    const units = place(row, [7, 7, -1, -1]);
    const walls = line(75, -500, 75, 500);
    const closed = buildUnitGraph({ units, areaCount: 1, barriers: null, walls });
    expect(pairsOf(closed)).toEqual(["0-1", "2-3"]);
    const gates = { xy: Float64Array.of(75, 40), compound: Int32Array.of(7) };
    const open = buildUnitGraph({ units, areaCount: 1, barriers: null, walls, gates });
    expect(pairsOf(open)).toEqual(["0-1", "1-2", "2-3"]);
  });

  it("joins far units whose territories meet on the way, and no others", () => {
    const units = place([0, 0, 0, 40, 1000, 5, 1000, 45, 1000, 95]);
    const graph = buildUnitGraph({ units, areaCount: 1, barriers: null });
    expect(pairsOf(graph).filter((pair) => /^[01]-[234]$/.test(pair))).toEqual(["0-2", "1-2", "1-3"]);
  });

  it("parts neighbours by a wall no gate leads through, whichever side has none", () => {
    const units = place(row, [7, 7, 8, 8]);
    const walls = line(75, -500, 75, 500);
    const gates = { xy: Float64Array.of(200, 0), compound: Int32Array.of(9) };
    const graph = buildUnitGraph({ units, areaCount: 1, barriers: null, walls, gates });
    expect(pairsOf(graph)).toEqual(["0-1", "2-3"]);
  });

  it("joins units on one spot", () => {
    const units = place([5, 5, 5, 5, 5, 5, 60, 5]);
    expect(pairsOf(buildUnitGraph({ units, areaCount: 1, barriers: null }))).toEqual(["0-1", "0-3", "1-2"]);
  });

  it("does not change when the town is turned or mirrored", () => {
    const { units } = randomCommunity(9, 40, [1, 2]);
    const plain = pairsOf(buildUnitGraph({ units, areaCount: 1, barriers: null }));
    const turned = units.xy.map((_, i) => (i % 2 ? units.xy[i - 1]! : -units.xy[i + 1]!));
    const mirrored = units.xy.map((value, i) => (i % 2 ? value : -value));
    for (const xy of [turned, mirrored]) {
      expect(pairsOf(buildUnitGraph({ units: { ...units, xy }, areaCount: 1, barriers: null }))).toEqual(
        plain,
      );
    }
  });

  it("says the same in both directions and turns counter-clockwise", () => {
    const { units, graph } = randomCommunity(4, 50, [1, 2]);
    const seen = new Map<string, number>();
    for (let unit = 0; unit < units.count; unit++) {
      const angles: number[] = [];
      for (let arc = graph.offsets[unit]!; arc < graph.offsets[unit + 1]!; arc++) {
        const other = graph.neighbours[arc]!;
        seen.set(`${unit}-${other}`, graph.border[arc]!);
        angles.push(
          Math.atan2(
            units.xy[2 * other + 1]! - units.xy[2 * unit + 1]!,
            units.xy[2 * other]! - units.xy[2 * unit]!,
          ),
        );
      }
      expect(angles).toEqual(angles.toSorted((a, b) => a - b));
    }
    for (const [pair, border] of seen) expect(seen.get(pair.split("-").reverse().join("-"))).toBe(border);
  });
});

describe("validateGrids", () => {
  const units: GridUnits = {
    ...place([0, 0, 1, 0, 2, 0, 3, 0], [1, 1, -1, -1], [0, 0, 0, 1]),
    households: Float64Array.of(200, 299, Number.NaN, 300),
  };
  const graph = graphFromPairs(4, [0, 1, 1, 2, 2, 3], null);
  const check = (...grids: number[]) => validateGrids(units, graph, Int32Array.from(grids), HUNAN_RANGE);

  it("finds each fault", () => {
    expect(check(0, 0, 0, 1).isValid).toBe(true);
    expect(check(0, 1, 0, 2)).toMatchObject({ isValid: false, grids: [{ pieces: 2 }, {}, {}] });
    expect(check(0, 0, 1, 1)).toMatchObject({ isValid: false, grids: [{}, { crossesAreas: true }] });
    expect(check(0, 0, -1, 1)).toMatchObject({ isValid: false, without: [2] });
    expect(check(0, 1, 1, 2).split).toEqual([{ compound: 1, grids: 2, households: 499, fault: true }]);
  });

  it("leaves the range open while a figure is unknown", () => {
    expect(
      check(0, 0, 0, 1).grids.map(({ inRange, households, unknown }) => [inRange, households, unknown]),
    ).toEqual([
      [null, 499, 1],
      [true, 300, 0],
    ]);
  });
});

describe("drawn water", () => {
  const pond = (west: number, east: number) => line(west, -200, west, 200, east, 200, east, -200, west, -200);

  it("parts neighbours who can go round it, and strands nobody", () => {
    const around = place([0, 0, 100, 0, 0, 120, 100, 120, 50, 300]);
    const water = line(40, -60, 40, 60, 60, 60, 60, -60, 40, -60);
    const graph = buildUnitGraph({ units: around, areaCount: 1, barriers: null, water });
    expect(pairsOf(graph)).not.toContain("0-1");
    expect(pairsOf(graph)).toContain("2-3");
    const alone = buildUnitGraph({
      units: place([0, 0, 100, 0]),
      areaCount: 1,
      barriers: null,
      water: pond(40, 60),
    });
    expect(pairsOf(alone)).toEqual(["0-1"]);
  });
});
