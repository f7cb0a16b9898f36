import { describe, expect, it } from "vitest";
import { boundaryLines } from "../../../src/app/map/boundary-lines.ts";
import type { PolygonColumns } from "../../../src/core/geo/index.ts";
import { box, polygonsOf } from "./map-fixtures.ts";

/** Sum of |dx| + |dy| of all lines: on a square lattice, the length drawn. */
function drawnLength(polygons: PolygonColumns, drawn = new Set<string>()): number {
  let length = 0;
  for (const { geometry } of boundaryLines(polygons, drawn).features) {
    if (geometry.type !== "LineString") throw new Error(geometry.type);
    geometry.coordinates.forEach((to, k) => {
      const from = geometry.coordinates[k - 1];
      if (from) length += Math.abs(to[0]! - from[0]!) + Math.abs(to[1]! - from[1]!);
    });
  }
  return length;
}

describe("boundaryLines", () => {
  it("draws one square as one closed line", () => {
    const lines = boundaryLines(polygonsOf([[[box(0, 0, 1, 1)]]]), new Set());
    expect(lines.features).toHaveLength(1);
    expect(lines.features[0]!.geometry).toEqual({
      type: "LineString",
      coordinates: [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    });
  });

  it("draws the border between neighbours once", () => {
    expect(drawnLength(polygonsOf([[[box(0, 0, 1, 1)]], [[box(1, 0, 2, 1)]]]))).toBe(7);
  });

  it("draws holes, and what fills a hole adds nothing", () => {
    const ring = polygonsOf([[[box(0, 0, 3, 3), box(1, 1, 2, 2)]]]);
    const filled = polygonsOf([[[box(0, 0, 3, 3), box(1, 1, 2, 2)]], [[box(1, 1, 2, 2)]]]);
    expect(drawnLength(ring)).toBe(16);
    expect(drawnLength(filled)).toBe(16);
  });

  it("leaves out what a heavier layer has drawn", () => {
    const drawn = new Set<string>();
    const outer = polygonsOf([
      [
        [
          [
            [0, 0],
            [1, 0],
            [2, 0],
            [2, 1],
            [1, 1],
            [0, 1],
          ],
        ],
      ],
    ]);
    expect(drawnLength(outer, drawn)).toBe(6);
    expect(drawnLength(polygonsOf([[[box(0, 0, 1, 1)]], [[box(1, 0, 2, 1)]]]), drawn)).toBe(1);
  });
});
