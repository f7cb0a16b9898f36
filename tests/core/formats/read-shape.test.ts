import { describe, expect, it } from "vitest";
import { readShape } from "../../../src/core/formats/read-shape.ts";

const RING = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];
const HOLE = [
  [1, 1],
  [1, 2],
  [2, 2],
  [1, 1],
];

describe("readShape", () => {
  it("drops heights, closing vertices and repeated vertices", () => {
    const shape = readShape({
      type: "Polygon",
      coordinates: [
        [
          [0, 0, 9],
          [4, 0, 9],
          [4, 0, 9],
          [4, 4, 9],
          [0, 0, 9],
        ],
      ],
    });
    expect(shape).toEqual({ kind: "polygon", xy: Float64Array.of(0, 0, 4, 0, 4, 4), ends: [3], parts: [1] });
  });

  it("keeps parts and holes apart", () => {
    expect(readShape({ type: "MultiPolygon", coordinates: [[RING, HOLE], [RING]] })).toMatchObject({
      ends: [4, 7, 11],
      parts: [2, 3],
    });
  });

  it("joins the members of a collection that have the highest dimension", () => {
    const shape = readShape({
      type: "GeometryCollection",
      geometries: [
        { type: "Point", coordinates: [9, 9] },
        { type: "Polygon", coordinates: [RING] },
        { type: "Polygon", coordinates: [RING, HOLE] },
      ],
    });
    expect(shape).toMatchObject({ kind: "polygon", ends: [4, 8, 11], parts: [1, 3] });
  });

  it.each([
    [null],
    [{ type: "Point", coordinates: [] }],
    [{ type: "MultiPolygon", coordinates: [] }],
    [{ type: "GeometryCollection", geometries: [] }],
  ])("finds nothing in %j", (geometry) => {
    expect(readShape(geometry)).toBe("none");
  });

  it.each([
    [{ type: "Point", coordinates: ["112", "28"] }],
    [{ type: "Point", coordinates: [112] }],
    [{ type: "Point", coordinates: [null, null] }],
    [{ type: "LineString", coordinates: [[0, 0]] }],
    [{ type: "Polygon", coordinates: [RING.slice(0, 2)] }],
    [
      {
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [2, 2],
            [0, 0],
          ],
        ],
      },
    ],
    [{ type: "Circle", coordinates: [0, 0] }],
    [{ coordinates: [0, 0] }],
  ])("refuses %j", (geometry) => {
    expect(readShape(geometry)).toBe("bad");
  });

  it("tells a line that goes nowhere from a broken one", () => {
    const still = [
      [1, 2],
      [1, 2],
      [1, 2],
    ];
    expect(readShape({ type: "LineString", coordinates: still })).toBe("noLength");
    expect(readShape({ type: "LineString", coordinates: [...still, ["1", 2]] })).toBe("bad");
  });
});
