import { describe, expect, it } from "vitest";
import { polygonColumns } from "../../../src/core/formats/polygon-builder.ts";
import { readShape } from "../../../src/core/formats/read-shape.ts";
import { polygonFeature } from "../../../src/core/formats/write-polygons.ts";

describe("polygonFeature", () => {
  const outer = [
    [0, 0],
    [0, 4],
    [4, 4],
    [4, 0],
  ];
  const hole = [
    [1, 1],
    [2, 1],
    [2, 2],
  ];
  const area = (ring: readonly (readonly [number, number])[]): number =>
    ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0) / 2;

  it.each([
    ["clockwise", outer, hole],
    ["the other way", outer.toReversed(), hole.toReversed()],
  ])("closes rings and turns them by the right-hand rule: given %s", (_, ring, inner) => {
    const shape = readShape({ type: "Polygon", coordinates: [ring, inner] });
    if (typeof shape === "string") throw new Error(shape);
    const { geometry } = polygonFeature(polygonColumns([shape]), 0, {});
    const rings = geometry!.coordinates[0]!;
    expect(rings.map(area)).toEqual([16, -0.5]);
    for (const closed of rings) expect(closed.at(-1)).toEqual(closed[0]);
  });

  it("drops what rounding leaves nothing of", () => {
    const shape = readShape({
      type: "Polygon",
      coordinates: [outer.map(([x, y]) => [x! * 1e-9, y! * 1e-9])],
    });
    if (typeof shape === "string") throw new Error(shape);
    expect(polygonFeature(polygonColumns([shape]), 0, {}).geometry).toBeNull();
  });
});
