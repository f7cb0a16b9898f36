import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/core/base/index.ts";
import {
  dragBorder,
  drawBoundaries,
  type GridBoundaries,
  graphFromPairs,
  gripBorder,
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
  it("moves both sides at once, says which units cross, and leaves no gap", () => {
    let [moved, crossed] = [0, 0];
    for (let seed = 0; seed < 120; seed++) {
      const { xy, gridOf, boundaries, check } = town(seed, 40, 3);
      const random = seededRandom(seed);
      const at = [300 * random(), 300 * random()] as const;
      const grip = gripBorder(boundaries, at[0], at[1], 500);
      if (grip === null) continue;
      const to = [at[0] + 60 * (random() - 0.5), at[1] + 60 * (random() - 0.5)] as const;
      const drag = dragBorder(boundaries, grip, to, { xy }, gridOf);
      if (drag === null) continue;
      moved++;
      crossed += drag.changes.length;
      const next = Int32Array.from(gridOf);
      for (const { unit, from, to: across } of drag.changes) {
        expect(from).toBe(gridOf[unit]);
        next[unit] = across;
      }
      const report = check(drag.boundaries, next);
      expect(report.openEdges, `seed ${seed}`).toBe(0);
      expect(Math.abs(report.areaGap)).toBeLessThan(1e-4);
      expect(report.misplaced).toEqual([]);
    }
    expect(moved).toBeGreaterThan(60);
    expect(crossed).toBeGreaterThan(20);
  });

  it("moves a junction with the three borders that meet there", () => {
    const outline = hullAround(Float64Array.of(-100, -100, 100, -100, 100, 100, -100, 100), 5);
    const xy = Float64Array.of(-50, 0, 50, 40, 50, -40);
    const gridOf = Int32Array.of(0, 1, 2);
    const boundaries = drawBoundaries({ polygons: outline, feature: 0, samples: xy, grids: gridOf });
    const at = boundaries.arcs.xy;
    const ends = Array.from(boundaries.left.keys())
      .filter((arc) => boundaries.left[arc]! >= 0 && boundaries.right[arc]! >= 0)
      .flatMap((arc) => [boundaries.arcs.offsets[arc]!, boundaries.arcs.offsets[arc + 1]! - 1])
      .map((v) => `${at[2 * v]},${at[2 * v + 1]}`);
    const [x, y] = ends
      .find((end, k) => ends.indexOf(end) !== k)!
      .split(",")
      .map(Number);
    const drag = dragBorder(boundaries, gripBorder(boundaries, x!, y!, 5)!, [x! + 20, y!], { xy }, gridOf)!;
    expect(drag.arcs).toHaveLength(3);
    const polygons = polygonsOf(drag.boundaries);
    const report = validateBoundaries(outline, 0, polygons, drag.boundaries.grids, xy, gridOf);
    expect(report.openEdges).toBe(0);
    expect(report.misplaced).toEqual([]);
  });

  it("bends only the stretch around the grip, which comes to the pointer", () => {
    const xy = Float64Array.of(-50, 150, 50, 150);
    const outline = hullAround(Float64Array.of(-100, 0, 100, 0, 100, 300, -100, 300), 5);
    const gridOf = Int32Array.of(0, 1);
    const boundaries = drawBoundaries({ polygons: outline, feature: 0, samples: xy, grids: gridOf });
    const grip = gripBorder(boundaries, 3, 150, 20)!;
    const drag = dragBorder(boundaries, grip, [30, 150], { xy }, gridOf)!;
    const [arc] = drag.arcs;
    const { offsets, xy: line } = drag.boundaries.arcs;
    const own = Array.from(line.subarray(2 * offsets[arc!]!, 2 * offsets[arc! + 1]!));
    const places = own.flatMap((x, i) => (i % 2 === 0 ? [[x, own[i + 1]!] as const] : []));
    expect(Math.max(...places.map(([x]) => x))).toBeCloseTo(30, 6);
    for (const [x, y] of places) if (Math.abs(y - 150) > 61) expect(x).toBeCloseTo(0, 6);
    expect(drag.changes).toEqual([]);
    expect(dragBorder(boundaries, grip, [70, 150], { xy }, gridOf)?.changes).toEqual([
      { unit: 1, from: 1, to: 0 },
    ]);
  });

  it("clings to a course beside it", () => {
    const xy = Float64Array.of(-50, 150, 50, 150);
    const outline = hullAround(Float64Array.of(-100, 0, 100, 0, 100, 300, -100, 300), 5);
    const gridOf = Int32Array.of(0, 1);
    const boundaries = drawBoundaries({ polygons: outline, feature: 0, samples: xy, grids: gridOf });
    const road = { count: 1, offsets: Uint32Array.of(0, 2), xy: Float64Array.of(20, 0, 20, 300) };
    const snap = (x: number, y: number) => snapToCourse(road, x, y, 8);
    const drag = dragBorder(
      boundaries,
      gripBorder(boundaries, 0, 150, 20)!,
      [25, 150],
      { xy },
      gridOf,
      snap,
    )!;
    const on = Array.from(drag.boundaries.arcs.xy).filter((x, i) => i % 2 === 0 && x === 20);
    expect(on.length).toBeGreaterThan(3);
  });

  it("takes hold of borders between two grids only", () => {
    const { boundaries } = town(1, 20, 2);
    expect(gripBorder(boundaries, -29, -29, 5)).toBeNull();
  });

  it("refuses to pass over a grid that lies between", () => {
    const outline = hullAround(Float64Array.of(0, 0, 300, 0, 300, 300, 0, 300), 5);
    const xy = Float64Array.of(20, 150, 130, 150, 145, 150, 280, 150, 138, 160, 138, 140);
    const gridOf = Int32Array.of(0, 0, 2, 1, 0, 0);
    const boundaries = drawBoundaries({ polygons: outline, feature: 0, samples: xy, grids: gridOf });
    const grip = gripBorder(boundaries, 205, 150, 40)!;
    expect(dragBorder(boundaries, grip, [60, 150], { xy }, gridOf)).toBeNull();
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
