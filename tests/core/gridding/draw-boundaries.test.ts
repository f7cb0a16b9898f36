import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/core/base/index.ts";
import { areaOf, contains, type PolygonColumns } from "../../../src/core/geo/index.ts";
import {
  drawBoundaries,
  indexCourses,
  polygonsOf,
  sampleFootprints,
  validateBoundaries,
} from "../../../src/core/gridding/index.ts";

const polygon = (...rings: number[][]): PolygonColumns => ({
  count: 1,
  featureOffsets: Uint32Array.of(0, 1),
  partOffsets: Uint32Array.of(0, rings.length),
  ringOffsets: Uint32Array.of(0, ...rings.map((_, k) => rings.slice(0, k + 1).flat().length / 2)),
  xy: Float64Array.from(rings.flat()),
});

const SQUARE = polygon([0, 0, 100, 0, 100, 100, 0, 100]);

function draw(polygons: PolygonColumns, samples: Float64Array, grids: Int32Array) {
  const boundaries = drawBoundaries({ polygons, feature: 0, samples, grids });
  const drawn = polygonsOf(boundaries);
  return {
    boundaries,
    drawn,
    report: validateBoundaries(polygons, 0, drawn, boundaries.grids, samples, grids),
  };
}

describe("drawBoundaries", () => {
  it("divides a square between two units in the middle, along one shared arc", () => {
    const { boundaries, drawn, report } = draw(SQUARE, Float64Array.of(25, 50, 75, 50), Int32Array.of(4, 9));
    expect([...boundaries.grids]).toEqual([4, 9]);
    expect(boundaries.arcs.count).toBe(3);
    expect(areaOf(drawn, 0)).toBeCloseTo(5000, 6);
    expect(areaOf(drawn, 1)).toBeCloseTo(5000, 6);
    expect(report).toMatchObject({ openEdges: 0, misplaced: [] });
  });

  it("gives the whole community to its only grid, and nothing where there is none", () => {
    const one = draw(SQUARE, Float64Array.of(10, 10, 20, 20), Int32Array.of(0, 0));
    expect([one.boundaries.arcs.count, areaOf(one.drawn, 0)]).toEqual([1, 10_000]);
    expect(draw(SQUARE, new Float64Array(0), new Int32Array(0)).drawn.count).toBe(0);
  });

  it("leaves a hole for a grid inside another", () => {
    const around = Array.from({ length: 24 }, (_, k) => [
      50 + 40 * Math.cos((k * Math.PI) / 12),
      50 + 40 * Math.sin((k * Math.PI) / 12),
    ]).flat();
    const samples = Float64Array.from([50, 50, ...around]);
    const { drawn, report } = draw(
      SQUARE,
      samples,
      Int32Array.from({ length: 25 }, (_, i) => (i === 0 ? 0 : 1)),
    );
    expect(drawn.partOffsets[2]! - drawn.partOffsets[1]!).toBe(2);
    expect(contains(drawn, 1, 50, 50)).toBe(false);
    expect(report).toMatchObject({ openEdges: 0, misplaced: [] });
  });

  it("tiles any community exactly, holes and corners included", () => {
    const run = fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 7 }),
      (seed, count, grids) => {
        const random = seededRandom(seed);
        const outer: number[] = [];
        const corners = 5 + Math.floor(random() * 20);
        for (let k = 0; k < corners; k++) {
          const turn = (2 * Math.PI * (seed % 2 ? k : -k)) / corners;
          const reach = 250 + random() * 250;
          outer.push(reach * Math.cos(turn), reach * Math.sin(turn));
        }
        const hole = [-20, -20, 30, -25, 25, 30, -30, 20];
        const community = random() < 0.5 ? polygon(outer, hole) : polygon(outer);
        const spots: number[] = [];
        while (spots.length < 2 * count) {
          const [x, y] = [random() * 800 - 400, random() * 800 - 400];
          if (contains(community, 0, x, y)) spots.push(x, y);
        }
        const gridOf = Int32Array.from({ length: count }, () => Math.floor(random() * grids));
        const { boundaries, drawn, report } = draw(community, Float64Array.from(spots), gridOf);
        expect(Math.abs(report.areaGap)).toBeLessThan(1e-4);
        expect(report).toMatchObject({ openEdges: 0, misplaced: [] });
        expect(boundaries.grids).toEqual(Int32Array.from(new Set(gridOf)).sort());
        expect(drawn.count).toBe(boundaries.grids.length);
      },
    );
    fc.assert(run, { numRuns: 200 });
  });

  it("runs between footprints, not through them", () => {
    const long = polygon([5, 5, 80, 5, 80, 25, 5, 25]);
    const { xy, unit } = sampleFootprints(long, 4);
    const samples = Float64Array.from([...xy, 40, 60]);
    const grids = Int32Array.from([...unit, 1]);
    const { drawn } = draw(SQUARE, samples, grids);
    for (let x = 5; x <= 80; x += 5) expect(contains(drawn, 0, x, 24.9)).toBe(true);
  });
});

describe("borders along courses", () => {
  const road = (rank: number, ...lines: number[][]) =>
    indexCourses({
      count: lines.length,
      offsets: Uint32Array.from([0, ...lines.map((_, k) => lines.slice(0, k + 1).flat().length / 2)]),
      xy: Float64Array.from(lines.flat()),
      rank: new Uint8Array(lines.length).fill(rank),
    });
  const innerXs = ({ arcs, left, right }: ReturnType<typeof drawBoundaries>) => {
    const arc = left.findIndex((grid, k) => grid >= 0 && right[k]! >= 0);
    return Array.from(arcs.xy.subarray(2 * arcs.offsets[arc]!, 2 * arcs.offsets[arc + 1]!)).filter(
      (_, i) => i % 2 === 0,
    );
  };

  it("puts the border of two grids on the road between them, not in the middle", () => {
    const [samples, grids] = [Float64Array.of(25, 50, 75, 50), Int32Array.of(4, 9)];
    const courses = road(1, [60, -10, 60, 110]);
    const boundaries = drawBoundaries({ polygons: SQUARE, feature: 0, samples, grids, courses });
    for (const x of innerXs(boundaries)) expect(Math.abs(x - 60)).toBeLessThan(0.5);
    const report = validateBoundaries(SQUARE, 0, polygonsOf(boundaries), boundaries.grids, samples, grids);
    expect(report).toMatchObject({ openEdges: 0, misplaced: [] });
  });

  it("tiles exactly where a file has each road in both directions, a rounding apart", () => {
    const random = seededRandom(7);
    const samples = Float64Array.from({ length: 60 }, () => 2 + 96 * random());
    const grids = Int32Array.from({ length: 30 }, (_, i) => i % 5);
    const ways = Array.from({ length: 8 }, () => Array.from({ length: 6 }, () => 100 * random()));
    const back = ways.map((way) =>
      [way.slice(4), way.slice(2, 4), way.slice(0, 2)].flat().map((value) => value + 1e-10),
    );
    const courses = road(1, ...ways, ...back);
    const boundaries = drawBoundaries({ polygons: SQUARE, feature: 0, samples, grids, courses });
    const report = validateBoundaries(SQUARE, 0, polygonsOf(boundaries), boundaries.grids, samples, grids);
    expect(report).toMatchObject({ openEdges: 0, misplaced: [] });
    expect(Math.abs(report.areaGap)).toBeLessThan(1e-6);
  });

  it("gives an empty face to the side of the lesser course", () => {
    const samples = Float64Array.of(10, 50, 90, 50);
    const path = [30, -10, 30, 110];
    const river = [70, -10, 70, 110];
    const courses = indexCourses({
      count: 2,
      offsets: Uint32Array.of(0, 2, 4),
      xy: Float64Array.from([...path, ...river]),
      rank: Uint8Array.of(0, 4),
    });
    const boundaries = drawBoundaries({
      polygons: SQUARE,
      feature: 0,
      samples,
      grids: Int32Array.of(0, 1),
      courses,
    });
    for (const x of innerXs(boundaries)) expect(Math.abs(x - 70)).toBeLessThan(0.5);
  });

  it("tiles exactly whatever the courses, where they leave through corners too", () => {
    const run = fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const random = seededRandom(seed);
      const corners = [0, 0, 200, 0, 220, 90, 180, 200, 0, 210, -30, 100];
      const community = polygon(corners);
      const spots: number[] = [];
      while (spots.length < 40) {
        const [x, y] = [random() * 250 - 30, random() * 210];
        if (contains(community, 0, x, y)) spots.push(x, y);
      }
      const lines = Array.from({ length: 6 }, () => {
        const corner = Math.floor(random() * 6);
        const far = [random() * 300 - 50, random() * 300 - 50];
        return [
          corners[2 * corner]!,
          corners[2 * corner + 1]!,
          80 + 60 * random(),
          60 + 60 * random(),
          ...far,
        ];
      });
      const samples = Float64Array.from(spots);
      const grids = Int32Array.from({ length: 20 }, () => Math.floor(random() * 3));
      const courses = road(1 + (seed % 3), ...lines);
      const boundaries = drawBoundaries({ polygons: community, feature: 0, samples, grids, courses });
      const drawn = polygonsOf(boundaries);
      const report = validateBoundaries(community, 0, drawn, boundaries.grids, samples, grids);
      expect(Math.abs(report.areaGap)).toBeLessThan(1e-4);
      expect(report).toMatchObject({ openEdges: 0, misplaced: [] });
    });
    fc.assert(run, { numRuns: 150 });
  });
});
