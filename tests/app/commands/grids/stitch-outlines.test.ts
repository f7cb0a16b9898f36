// Outlines kept community by community: what one edit changes is replaced, the rest stays, and grids keep their shape
// when their places in the list shift.

import { describe, expect, it } from "vitest";
import { replaceParts, stitchParts } from "../../../../src/app/commands/grids/stitch-outlines.ts";
import type { NetBoundaries } from "../../../../src/core/engine/index.ts";

/** One square per grid, at x = its number; one border between each two of an area. */
function drawn(grids: readonly number[], areas: readonly number[]): NetBoundaries {
  const count = grids.length;
  const each = Uint32Array.from({ length: count + 1 }, (_, i) => i);
  const border = count > 1 && areas[0] === areas[1];
  return {
    grids: Int32Array.from(grids),
    areas: Int32Array.from(areas),
    polygons: {
      count,
      featureOffsets: each,
      partOffsets: each,
      ringOffsets: each.map((i) => 4 * i),
      xy: Float64Array.from(grids.flatMap((x) => [x, 0, x + 1, 0, x + 1, 1, x, 1])),
    },
    arcs: {
      count: border ? 1 : 0,
      offsets: border ? Uint32Array.of(0, 2) : Uint32Array.of(0),
      xy: border ? Float64Array.of(1, 0, 1, 1) : new Float64Array(0),
    },
    left: border ? Int32Array.of(grids[0]!) : new Int32Array(0),
    right: border ? Int32Array.of(grids[1]!) : new Int32Array(0),
    reports: [],
  };
}
const idOf = (grid: number): string => `g${grid}`;

describe("outline parts", () => {
  it("replaces one community and keeps the other", () => {
    const first = replaceParts(new Map(), [0, 1], drawn([0, 1, 2], [0, 0, 1]), idOf);
    const second = replaceParts(first, [1], drawn([2, 3], [1, 1]), idOf);
    expect(second.get(0)).toBe(first.get(0));
    const places = new Map(["g3", "g2", "g1", "g0"].map((id, k) => [id, k]));
    const all = stitchParts(second, places);
    expect([...all.grids]).toEqual([3, 2, 1, 0]);
    expect([...all.polygons.xy].filter((_, i) => i % 8 === 0)).toEqual([0, 1, 2, 3]);
    expect([...all.left, ...all.right]).toEqual([3, 1, 2, 0]);
    expect(all.arcs.count).toBe(2);
  });

  it("drops a community that nothing is drawn in any more, and names grids that are gone -1", () => {
    const parts = replaceParts(new Map(), [0, 1], drawn([0, 2], [0, 1]), idOf);
    const left = replaceParts(parts, [0], drawn([], []), idOf);
    expect([...stitchParts(left, new Map()).grids]).toEqual([-1]);
  });
});
