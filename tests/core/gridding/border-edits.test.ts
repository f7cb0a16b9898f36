import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/core/base/index.ts";
import {
  dragBorder,
  drawBoundaries,
  type GridBoundaries,
  graphFromPairs,
  hullAround,
  mergeGrids,
  polygonsOf,
  simplifyArcs,
  snapToCourse,
  splitByLine,
  validateBoundaries,
} from "../../../src/core/gridding/index.ts";

/** Points in a square of 300 m, each in one of `grids` stripes; outline 30 m around. */
function town(seed: number, count: number, grids: number) {
  const random = seededRandom(seed);
  const xy = Float64Array.from({ length: 2 * count }, () => 300 * random());
  const gridOf = Int32Array.from({ length: count }, (_, i) => Math.floor((xy[2 * i]! / 300) * grids));
  const outline = hullAround(xy, 30);
  const boundaries = drawBoundaries({ polygons: outline, feature: 0, samples: xy, grids: gridOf });
  const check = (drawn: GridBoundaries, net = gridOf) =>
    validateBoundaries(outline, 0, polygonsOf(drawn), drawn.grids, xy, net);
  return { xy, gridOf, boundaries, check };
}

describe("simplifyArcs", () => {
  it("leaves fewer vertices, and boundaries that tile with every unit on its side", () => {
    const run = fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 2, max: 60 }),
      (seed, count) => {
        const { xy, boundaries, check } = town(seed, count, 3);
        const simple = simplifyArcs(boundaries, 2000, xy);
        const report = check(simple);
        expect(report.openEdges).toBe(0);
        expect(report.misplaced).toEqual([]);
        expect(Math.abs(report.areaGap)).toBeLessThan(1e-4);
        expect(simple.arcs.xy.length).toBeLessThanOrEqual(boundaries.arcs.xy.length);
      },
    );
    fc.assert(run, { numRuns: 200 });
    const { xy, boundaries } = town(3, 200, 4);
    expect(simplifyArcs(boundaries, 2000, xy).arcs.xy.length).toBeLessThan(0.8 * boundaries.arcs.xy.length);
  });
});

describe("dragBorder", () => {
  it("moves both sides at once and says which units cross", () => {
    let moved = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { xy, gridOf, boundaries, check } = town(seed, 40, 3);
      const random = seededRandom(seed);
      const vertex = Math.floor((random() * boundaries.arcs.xy.length) / 2);
      const x = boundaries.arcs.xy[2 * vertex]! + 60 * (random() - 0.5);
      const y = boundaries.arcs.xy[2 * vertex + 1]! + 60 * (random() - 0.5);
      const drag = dragBorder(boundaries, vertex, x, y, { xy }, gridOf);
      if (drag === null) continue;
      moved++;
      const next = Int32Array.from(gridOf);
      for (const { unit, from, to } of drag.changes) {
        expect(from).toBe(gridOf[unit]);
        next[unit] = to;
      }
      const report = check(drag.boundaries, next);
      expect(report.openEdges).toBe(0);
      expect(report.misplaced).toEqual([]);
    }
    expect(moved).toBeGreaterThan(5);
  });

  it("does not move the community's outline", () => {
    const { xy, gridOf, boundaries } = town(1, 20, 2);
    const outer = boundaries.right.indexOf(-1);
    const vertex = boundaries.arcs.offsets[outer]! + 1;
    expect(dragBorder(boundaries, vertex, 0, 0, { xy }, gridOf)).toBeNull();
  });

  it("snaps to the nearest course within reach", () => {
    const road = { count: 1, offsets: Uint32Array.of(0, 2), xy: Float64Array.of(0, 0, 100, 0) };
    expect(snapToCourse(road, 40, 8, 10)).toEqual([40, 0]);
    expect(snapToCourse(road, 40, 12, 10)).toEqual([40, 12]);
  });
});

describe("splitByLine and mergeGrids", () => {
  const xy = Float64Array.of(0, 0, 10, 0, 20, 0, 30, 0);
  const graph = graphFromPairs(4, [0, 1, 1, 2, 2, 3], xy);
  const area = new Int32Array(4);

  it("parts a grid at the line and puts it together again", () => {
    const net = Int32Array.of(5, 5, 5, 5);
    const { changes, pieces } = splitByLine({ xy }, graph, net, 5, Float64Array.of(15, -9, 15, 9), 6);
    expect(changes).toEqual([
      { unit: 2, from: 5, to: 6 },
      { unit: 3, from: 5, to: 6 },
    ]);
    expect(pieces).toEqual([1, 1]);
    expect(mergeGrids({ area }, graph, Int32Array.of(5, 5, 6, 6), [5, 6])).toEqual([
      { unit: 2, from: 6, to: 5 },
      { unit: 3, from: 6, to: 5 },
    ]);
  });

  it("changes nothing where the line misses, and tells of pieces where it breaks a side", () => {
    const net = new Int32Array(4);
    expect(splitByLine({ xy }, graph, net, 0, Float64Array.of(-5, 9, -5, -9), 1).changes).toEqual([]);
    const around = Float64Array.of(5, -9, 5, 9, 25, 9, 25, -9);
    expect(splitByLine({ xy }, graph, net, 0, around, 1).pieces).toEqual([2, 1]);
  });

  it("merges neither what does not touch nor what lies in two communities", () => {
    expect(mergeGrids({ area }, graph, Int32Array.of(0, 1, 1, 2), [0, 2])).toBeNull();
    expect(
      mergeGrids({ area: Int32Array.of(0, 0, 1, 1) }, graph, Int32Array.of(0, 0, 1, 1), [0, 1]),
    ).toBeNull();
  });
});
