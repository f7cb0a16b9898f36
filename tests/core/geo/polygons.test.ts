import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PolygonColumns } from "../../../src/core/geo/index.ts";
import { areaOf, boxOf, contains, interiorPoint, locate } from "../../../src/core/geo/index.ts";

type Ring = readonly (readonly [number, number])[];

/** Features of one part each: outer ring, then holes. */
function polygons(...features: readonly (readonly Ring[])[]): PolygonColumns {
  const featureOffsets = [0];
  const partOffsets = [0];
  const ringOffsets = [0];
  const xy: number[] = [];
  for (const rings of features) {
    for (const ring of rings) {
      for (const [x, y] of ring) xy.push(x, y);
      ringOffsets.push(xy.length / 2);
    }
    partOffsets.push(ringOffsets.length - 1);
    featureOffsets.push(partOffsets.length - 1);
  }
  return {
    count: features.length,
    featureOffsets: Uint32Array.from(featureOffsets),
    partOffsets: Uint32Array.from(partOffsets),
    ringOffsets: Uint32Array.from(ringOffsets),
    xy: Float64Array.from(xy),
  };
}

const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];

describe("contains", () => {
  it("sees holes", () => {
    const ring = polygons([square(0, 0, 10), square(4, 4, 2)]);
    expect(contains(ring, 0, 2, 2)).toBe(true);
    expect(contains(ring, 0, 5, 5)).toBe(false);
    expect(contains(ring, 0, 11, 5)).toBe(false);
    expect(areaOf(ring, 0)).toBe(96);
    expect(boxOf(ring, 0)).toEqual([0, 0, 10, 10]);
  });
});

describe("locate", () => {
  it("puts every point of a tiling into exactly one tile, borders included", () => {
    const tiles = polygons(...Array.from({ length: 16 }, (_, i) => [square(i % 4, Math.floor(i / 4), 1)]));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 39 }), fc.integer({ min: 0, max: 39 }), (i, j) => {
        const [x, y] = [i / 10, j / 10];
        const inside = Array.from({ length: 16 }, (_, f) => f).filter((f) => contains(tiles, f, x, y));
        expect(inside).toHaveLength(1);
        expect([...locate(tiles, Float64Array.of(x, y))]).toEqual(inside);
      }),
    );
  });

  it("says -1 outside and where there are no polygons", () => {
    expect([...locate(polygons([square(0, 0, 1)]), Float64Array.of(5, 5))]).toEqual([-1]);
    expect([...locate(polygons(), Float64Array.of(5, 5))]).toEqual([-1]);
  });
});

describe("interiorPoint", () => {
  it("lies inside even where the centroid does not", () => {
    const horseshoe: Ring = [
      [0, 0],
      [10, 0],
      [10, 10],
      [8, 10],
      [8, 2],
      [2, 2],
      [2, 10],
      [0, 10],
    ];
    const shape = polygons([horseshoe], [square(0, 0, 4)]);
    const [x, y] = interiorPoint(shape, 0);
    expect(contains(shape, 0, x, y)).toBe(true);
    expect(interiorPoint(shape, 1)).toEqual([2, 2]);
  });

  it("is NaN for a polygon without area", () => {
    const [x] = interiorPoint(
      polygons([
        [
          [1, 1],
          [2, 2],
        ],
      ]),
      0,
    );
    expect(x).toBeNaN();
  });
});
