// Type before a room, in numbers: the style's own expressions evaluated by the map library's own evaluator would need a
// canvas; sizes are read from the stops instead.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enlarge, LEAST_TYPE, type Size, saidOnWall, zoomShift } from "../../../src/app/map/enlarge-style.ts";
import { gridLayers } from "../../../src/app/map/grids/grid-layers.ts";
import { mapStyle } from "../../../src/app/map/map-style.ts";
import { wallUnit } from "../../../src/app/map/wall-unit.ts";

/** Least value of a size over all zooms and features whose properties are between 0 and 1. */
function least(size: Size): number {
  if (typeof size === "number") return size;
  const [name, ...rest] = size as readonly [string, ...unknown[]];
  const values = (): number[] => rest.map((part) => least(part as Size));
  if (name === "interpolate") {
    return Math.min(...rest.slice(2).flatMap((part, i) => (i % 2 === 1 ? [least(part as Size)] : [])));
  }
  if (name === "max") return Math.max(...values());
  if (name === "*") return values().reduce((a, b) => a * b, 1);
  if (name === "+") return values().reduce((a, b) => a + b, 0);
  if (name === "get") return 0;
  throw new Error(`no rule for ${name}`);
}

const layers = [...mapStyle().layers, ...gridLayers().map(({ layer }) => layer)];
const types = layers.flatMap((layer) => {
  const size = layer.type === "symbol" ? layer.layout?.["text-size"] : undefined;
  return size === undefined ? [] : [[layer.id, size as Size] as const];
});

describe("the map before a room", () => {
  it("has no letter under 28 units, on 1080p and on 4K", () => {
    expect(types.length).toBeGreaterThan(5);
    for (const unit of [2 / 3, 1, 1.5, 2]) {
      for (const [id, size] of types) {
        expect(least(size), `${id} at the desk`).toBeLessThan(LEAST_TYPE);
        expect(least(enlarge(id, "text-size", size, unit)), id).toBeGreaterThanOrEqual(
          LEAST_TYPE * unit - 1e-9,
        );
      }
    }
  });

  it("shows on a 4K wall what it shows on a 1080p one, twice as large one zoom later", () => {
    const stop = fc.tuple(fc.integer({ min: 8, max: 12 }), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(stop, stop, fc.constantFrom("line-width", "circle-radius"), (a, b, key) => {
        const size: Size = ["interpolate", ["linear"], ["zoom"], a[0], a[1], 13 + b[0], b[1]];
        const small = enlarge("areas-line", key, size, 1) as unknown as number[];
        const large = enlarge("areas-line", key, size, 2) as unknown as number[];
        expect(large[3]).toBe(small[3]! + 1);
        expect(large[5]).toBe(small[5]! + 1);
        expect(large[4]).toBeCloseTo(2 * small[4]!, 9);
        expect(large[6]).toBeCloseTo(2 * small[6]!, 9);
      }),
    );
  });

  it("leaves streets as wide as they are and makes results louder", () => {
    expect(enlarge("road", "line-width", 3, 1)).toBe(3);
    expect(enlarge("areas-line", "line-width", 3, 1)).toBeGreaterThan(4);
  });

  it("takes its unit from the smaller side of the screen, down to a small window", () => {
    expect([wallUnit(1920, 1080), wallUnit(3840, 2160), wallUnit(3440, 1440)]).toEqual([1, 2, 1440 / 1080]);
    expect([wallUnit(1280, 720), wallUnit(640, 480)]).toEqual([2 / 3, 0.6]);
    expect(zoomShift(2)).toBe(1);
  });

  it("writes letters on marks only where they have room", () => {
    const [key, value] = saidOnWall("centers", 2) ?? [];
    expect(key).toBe("icon-image");
    expect(JSON.stringify(value)).toContain("-dot");
    expect(saidOnWall("road", 1)).toBeNull();
  });
});
