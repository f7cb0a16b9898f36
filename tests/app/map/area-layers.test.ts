import { describe, expect, it } from "vitest";
import { areaFeatures, bandOf, circleFeatures } from "../../../src/app/map/area-layers.ts";
import { box, polygonsOf } from "./map-fixtures.ts";

const areas = {
  center: Int32Array.of(0, 0, 0, 1),
  minutes: Float64Array.of(5, 10, 15, 15),
  polygons: polygonsOf([[[box(2, 2, 3, 3)]], [[box(1, 1, 4, 4)]], [[box(0, 0, 5, 5)]], []]),
};

const look = { minutes: 15, stale: false, clear: true, without: -1 };

describe("areas", () => {
  it("counts bands from the inside, whatever the minutes", () => {
    expect([5, 10, 15].map((minutes) => bandOf(minutes, 15))).toEqual([0, 1, 2]);
    expect([10 / 3, 20 / 3, 10].map((minutes) => bandOf(minutes, 10))).toEqual([0, 1, 2]);
  });

  it("draws the widest first and leaves out what has no polygon", () => {
    const { features } = areaFeatures(areas, look);
    expect(features.map(({ properties }) => properties?.["band"])).toEqual([2, 1, 0]);
  });

  it("closes every ring", () => {
    for (const { geometry } of areaFeatures(areas, look).features) {
      if (geometry.type !== "MultiPolygon") throw new Error(geometry.type);
      for (const ring of geometry.coordinates.flat()) expect(ring.at(-1)).toEqual(ring[0]);
    }
  });

  it("leaves out the centre that is being dragged", () => {
    expect(areaFeatures(areas, { ...look, without: 0 }).features).toHaveLength(0);
    expect(areaFeatures(areas, { ...look, without: 1 }).features).toHaveLength(3);
  });

  it("draws straight circles of minutes × speed", () => {
    const mark = { id: "A", name: "", level: "community", lon: 113, lat: 28, edited: false } as const;
    const { geometry } = circleFeatures([mark], { minutes: 15, speed: 0.8 }).features[0]!;
    if (geometry.type !== "LineString") throw new Error(geometry.type);
    for (const [lon, lat] of geometry.coordinates) {
      const x = (lon! - 113) * 111_319.49 * Math.cos((28 * Math.PI) / 180);
      const y = (lat! - 28) * 111_319.49;
      expect(Math.hypot(x, y)).toBeCloseTo(720, 2);
    }
  });
});
