import { describe, expect, it } from "vitest";
import { decode } from "../../../src/cli/decode.ts";
import { Failure, seededRandom } from "../../../src/core/base/index.ts";
import { createEngine, type GridGroundSummary } from "../../../src/core/engine/index.ts";

const engine = createEngine({ pause: () => Promise.resolve(), decode });
const RANGE = { min: 300, max: 500 };

/** A lattice of buildings in two communities. */
async function openTown(rows: number, columns: number): Promise<GridGroundSummary> {
  const random = seededRandom(7);
  const features = Array.from({ length: rows * columns }, (_, i) => ({
    type: "Feature",
    properties: { id: `U${i}`, households: 20 + Math.floor(40 * random()) },
    geometry: {
      type: "Point",
      coordinates: [112 + (i % columns) * 0.0006, 28 + Math.floor(i / columns) * 0.0005],
    },
  }));
  const half = 112 + (columns / 2 - 0.5) * 0.0006;
  const square = (id: string, west: number, east: number): object => ({
    type: "Feature",
    properties: { id },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [west, 27.99],
          [east, 27.99],
          [east, 28.1],
          [west, 28.1],
          [west, 27.99],
        ],
      ],
    },
  });
  const areas = [square("430101001001", 111.99, half), square("430101001002", half, 112.1)];
  const file = (name: string, list: readonly object[]) => ({
    name,
    bytes: new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features: list })),
  });
  const { baseline } = await engine.run("files.import", {
    name: "town",
    files: [file("u.geojson", features), file("a.geojson", areas)],
    layers: [
      { role: "residences", file: "u.geojson", datum: "wgs84", fields: {}, asOf: null },
      { role: "communities", file: "a.geojson", datum: "wgs84", fields: {}, asOf: null },
    ],
  });
  return engine.run("grids.open", { source: baseline! });
}

describe("grids tasks", () => {
  it("drafts, checks, codes and draws a net whose boundaries tile the communities", async () => {
    const { ground, units } = await openTown(12, 16);
    const { gridOf, areas } = await engine.run("grids.draft", { ground, range: RANGE });
    const report = await engine.run("grids.check", { ground, gridOf, range: RANGE });
    expect(report.isValid).toBe(true);
    expect(report.grids.filter(({ inRange }) => inRange !== true)).toHaveLength(
      areas.reduce((sum, { cost }) => sum + cost.outside, 0),
    );
    const { codes, grids } = await engine.run("grids.codes", { ground, gridOf, held: [] });
    expect(new Set(codes).size).toBe(grids.length);
    expect(codes.every((code) => /^43010100100[12]\d{3}$/.test(code))).toBe(true);
    const borders = await engine.run("grids.borders", { ground, gridOf });
    expect([...borders.grids].sort((a, b) => a - b)).toEqual(grids);
    for (const { openEdges, misplaced, areaGap } of borders.reports) {
      expect(openEdges).toBe(0);
      expect(misplaced).toEqual([]);
      expect(Math.abs(areaGap)).toBeLessThan(0.01);
    }
    expect(units.count).toBe(192);
  });

  it("reports nets while it works, and stops where it is asked to", async () => {
    const { ground } = await openTown(12, 16);
    const signal = { aborted: false };
    let seen: Int32Array | null = null;
    const run = engine.run(
      "grids.draft",
      { ground, range: RANGE },
      {
        signal,
        onProgress: ({ bestNet, done, stage }) => {
          expect(stage).toBe("grids");
          expect(done).toBeLessThanOrEqual(1);
          seen = Int32Array.from(bestNet!);
          signal.aborted = true;
        },
      },
    );
    await expect(run).rejects.toEqual(new Failure("cancelled"));
    const report = await engine.run("grids.check", { ground, gridOf: seen!, range: RANGE });
    expect(report.grids.every(({ pieces }) => pieces === 1)).toBe(true);
  });

  it("leaves grids that stay as they are, in every mode", async () => {
    const { ground, units } = await openTown(8, 12);
    const first = await engine.run("grids.draft", { ground, range: RANGE });
    const [locked] = first.gridOf;
    const keep = first.gridOf.map((grid) => (grid === locked ? grid : -1));
    for (const more of [{}, { previous: first.gridOf }, { parts: 10 }]) {
      const { gridOf } = await engine.run("grids.draft", {
        ground,
        range: { min: 250, max: 450 },
        keep,
        ...more,
      });
      expect(gridOf.map((grid) => (grid === locked ? grid : -1))).toEqual(keep);
      const report = await engine.run("grids.check", { ground, gridOf, range: RANGE });
      expect(report.isValid).toBe(true);
      if ("parts" in more) expect(report.grids).toHaveLength(11);
    }
    expect(units.count).toBe(96);
  });

  it("runs borders along a line drawn by hand, and back where nobody drew one", async () => {
    const { ground, units } = await openTown(8, 12);
    const gridOf = units.area.map((area, unit) => 2 * area + (unit < 48 ? 0 : 1));
    const across = {
      count: 1,
      offsets: Uint32Array.of(0, 2),
      xy: Float64Array.of(112, 28.00165, 112.003, 28.00165),
    };
    const free = await engine.run("grids.borders", { ground, gridOf, areas: [0] });
    const held = await engine.run("grids.borders", { ground, gridOf, areas: [0], byHand: across });
    const latitudeAt = ({ arcs, left, right }: typeof free, lon: number): number => {
      const arc = left.findIndex((grid, k) => grid >= 0 && right[k]! >= 0);
      for (let v = arcs.offsets[arc]!; v + 1 < arcs.offsets[arc + 1]!; v++) {
        const [ax, ay, bx, by] = arcs.xy.slice(2 * v, 2 * v + 4);
        if (ax! <= lon !== bx! <= lon) return ay! + ((lon - ax!) / (bx! - ax!)) * (by! - ay!);
      }
      return Number.NaN;
    };
    for (const lon of [112.0002, 112.001, 112.0028]) {
      expect(latitudeAt(held, lon)).toBeCloseTo(28.00165, 5);
      expect(latitudeAt(free, lon)).toBeCloseTo(28.00175, 5);
    }
    for (const { openEdges, misplaced } of held.reports) expect([openEdges, misplaced]).toEqual([0, []]);
  });

  it("draws only the communities it is asked to", async () => {
    const { ground, units } = await openTown(8, 12);
    const { gridOf, areas } = await engine.run("grids.draft", { ground, range: RANGE, areas: [1] });
    expect(areas.map(({ area }) => area)).toEqual([1]);
    expect(gridOf.map((grid) => (grid >= 0 ? 1 : 0))).toEqual(units.area);
  });

  it("fails with a code for a ground that is closed", async () => {
    const { ground } = await openTown(2, 2);
    await engine.run("grids.close", { ground });
    await expect(engine.run("grids.draft", { ground, range: RANGE })).rejects.toThrow(Failure);
  });
});
