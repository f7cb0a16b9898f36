import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CenterMark } from "../../../src/app/map/map-model.ts";
import { indexPickable, type Pointer, pick } from "../../../src/app/map/picking.ts";
import type { Areas } from "../../../src/core/model/index.ts";
import { box, polygonsOf, residencesOf } from "./map-fixtures.ts";

// A map on which one pixel is 0.001 degrees and y runs down.
const PIXEL = 0.001;
const pointer = (lon: number, lat: number): Pointer => ({
  x: lon / PIXEL,
  y: -lat / PIXEL,
  lon,
  lat,
  perPixel: [PIXEL, PIXEL],
  project: (x, y) => [x / PIXEL, -y / PIXEL],
});
const communities: Areas = {
  kind: "community",
  polygons: polygonsOf([[[box(0, 0, 1, 1)]], [[box(1, 0, 2, 1)]]]),
  records: [],
};
const center = (id: string, lon: number, lat: number): CenterMark => ({
  id,
  name: id,
  level: "community",
  lon,
  lat,
  edited: false,
});
const at = (lon: number, lat: number, centers: CenterMark[] = []) =>
  pick(
    indexPickable(
      residencesOf([
        {
          at: [0.5, 0.5],
          parts: [[box(0.4, 0.4, 0.6, 0.6), box(0.45, 0.45, 0.55, 0.55)]],
        },
        { at: [1.5, 0.5] },
      ]),
      communities,
    ),
    centers,
    pointer(lon, lat),
  );

describe("pick", () => {
  it("prefers centre to residence to community to nothing", () => {
    expect(at(0.42, 0.42, [center("A", 0.425, 0.42)])).toEqual({ kind: "center", row: 0 });
    expect(at(0.42, 0.42)).toEqual({ kind: "residence", row: 0 });
    expect(at(0.2, 0.2)).toEqual({ kind: "community", row: 0 });
    expect(at(3, 3)).toBeNull();
  });

  it("does not take a courtyard for the building around it", () => {
    expect(at(0.5, 0.5)).toEqual({ kind: "community", row: 0 });
  });

  it("finds a point residence within a few pixels only", () => {
    expect(at(1.503, 0.5)).toEqual({ kind: "residence", row: 1 });
    expect(at(1.506, 0.5)).toEqual({ kind: "community", row: 1 });
  });

  it("takes the nearer of two centres", () => {
    const two = [center("A", 1, 1), center("B", 1.01, 1)];
    expect(at(1.004, 1, two)).toEqual({ kind: "center", row: 0 });
    expect(at(1.006, 1, two)).toEqual({ kind: "center", row: 1 });
  });

  it("reaches exactly as far as the disc and a little slack", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 6.3, noNaN: true }),
        (away, turn) => {
          const found = at(5 + away * PIXEL * Math.cos(turn), 5 + away * PIXEL * Math.sin(turn), [
            center("A", 5, 5),
          ]);
          fc.pre(Math.abs(away - 14.5) > 1e-6);
          expect(found !== null).toBe(away < 14.5);
        },
      ),
    );
  });
});
