import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureTiling } from "../../../src/core/formats/measure-tiling.ts";
import { tilesByEdges } from "../../../src/core/formats/tiles-by-edges.ts";
import type { PolygonColumns } from "../../../src/core/geo/index.ts";

type Ring = readonly (readonly [number, number])[];

function polygons(rings: readonly Ring[]): PolygonColumns {
  const ends = [0];
  for (const ring of rings) ends.push(ends.at(-1)! + ring.length);
  const each = Uint32Array.from({ length: rings.length + 1 }, (_, i) => i);
  return {
    count: rings.length,
    featureOffsets: each,
    partOffsets: each,
    ringOffsets: Uint32Array.from(ends),
    xy: Float64Array.from(rings.flat(2)),
  };
}

/** Degrees: about 100 m. */
const STEP = 0.001;
const square = (column: number, row: number, size = 1): Ring =>
  [
    [column, row],
    [column + size, row],
    [column + size, row + size],
    [column, row + size],
  ].map(([x, y]) => [112 + x! * STEP, 28 + y! * STEP] as const);

const lattice = (columns: number, rows: number): Ring[] =>
  Array.from({ length: columns * rows }, (_, i) => square(i % columns, Math.floor(i / columns)));

describe("tiles by edges", () => {
  it("sees that squares side by side tile the ground", () => {
    expect(tilesByEdges(polygons(lattice(3, 2)))).toBe(true);
    const turned = lattice(3, 2).map((ring, i) => (i % 2 === 0 ? ring : [...ring].reverse()));
    expect(tilesByEdges(polygons(turned)), "whichever way the rings run").toBe(true);
  });

  it("does not say so of overlaps, gaps, pieces apart or borders of other vertices", () => {
    expect(tilesByEdges(polygons([square(0, 0, 2), square(1, 1, 2)])), "overlap").toBe(false);
    expect(tilesByEdges(polygons(lattice(3, 3).filter((_, i) => i !== 4))), "hole").toBe(false);
    expect(tilesByEdges(polygons([square(0, 0), square(5, 0)])), "apart").toBe(false);
    expect(tilesByEdges(polygons([square(0, 0, 2), square(2, 0), square(2, 1)])), "T-junction").toBe(false);
    expect(tilesByEdges(polygons([square(0, 0), square(0, 0)])), "twice the same").toBe(false);
  });

  it("never says so where measuring finds something", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.constantFrom(1, 1, 1, 2)), { minLength: 2, maxLength: 7 }),
        async (list) => {
          const shapes = polygons(list.map(([column, row, size]) => square(column, row, size)));
          if (!tilesByEdges(shapes)) return;
          const bumped = { ...shapes, xy: shapes.xy.map((value) => value + 1e-9 * Math.sin(value)) };
          const { overlaps, gaps } = await measureTiling(bumped);
          expect([...overlaps, ...gaps]).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
