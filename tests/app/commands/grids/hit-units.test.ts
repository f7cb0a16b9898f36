// Which buildings a gesture touches, measured in pixels where the ring is seen.

import { describe, expect, it } from "vitest";
import { indexUnits } from "../../../../src/app/commands/grids/hit-units.ts";
import { NO_POLYGONS } from "../../../../src/core/geo/index.ts";
import type { Residences } from "../../../../src/core/model/index.ts";

/** Points ten pixels apart on a line; a pixel is 0.0001°, twice as much eastward. */
const PER_PIXEL = [0.0002, 0.0001] as const;
const pointer = (x: number, y = 0) => ({
  lon: 112 + x * PER_PIXEL[0],
  lat: 28 + y * PER_PIXEL[1],
  perPixel: PER_PIXEL,
});
const xy = Float64Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? pointer(5 * i).lon : 28));
const hits = indexUnits({ count: 10, xy, footprints: NO_POLYGONS } as unknown as Residences);

describe("indexUnits", () => {
  it("finds the nearest within reach, or none", () => {
    expect(hits.at(pointer(32), 5)).toBe(3);
    expect(hits.at(pointer(32, 9), 5)).toBe(-1);
  });

  it("finds a building by its footprint, however far off its middle is", () => {
    const corners = [pointer(0, 0), pointer(900, 0), pointer(900, 10), pointer(0, 10)];
    const footprints = {
      count: 1,
      featureOffsets: Uint32Array.of(0, 1),
      partOffsets: Uint32Array.of(0, 1),
      ringOffsets: Uint32Array.of(0, 4),
      xy: Float64Array.from(corners.flatMap(({ lon, lat }) => [lon, lat])),
    };
    const middle = pointer(450, 5);
    const long = { count: 1, xy: Float64Array.of(middle.lon, middle.lat), footprints };
    const slab = indexUnits(long as unknown as Residences);
    expect([slab.at(pointer(890, 8), 0), slab.at(pointer(890, 12), 0)]).toEqual([0, -1]);
    expect(slab.along([pointer(890, 8)], 6)).toEqual([0]);
  });

  it("finds all along the way, so that a fast stroke has no holes", () => {
    expect(hits.along([pointer(0), pointer(90)], 1)).toHaveLength(10);
    expect(hits.along([pointer(20), pointer(20, 40)], 12).sort()).toEqual([1, 2, 3]);
  });

  it("finds those inside a lasso", () => {
    const ring = [pointer(15, -5), pointer(45, -5), pointer(45, 5), pointer(15, 5)];
    expect(hits.within(ring).sort()).toEqual([2, 3, 4]);
  });

  it("finds nothing where there is nothing", () => {
    const none = indexUnits({
      count: 0,
      xy: new Float64Array(0),
      footprints: NO_POLYGONS,
    } as unknown as Residences);
    expect([none.at(pointer(0), 9), none.along([pointer(0)], 9), none.within([pointer(0)])]).toEqual([
      -1,
      [],
      [],
    ]);
  });
});
