import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metresPerPixel } from "../../../src/app/map/ground-metres.ts";
import { residenceShapes as shapesOf, shapeZoom } from "../../../src/app/map/residence-shapes.ts";
import { residenceSpacing } from "../../../src/app/map/residence-spacing.ts";
import type { Residences } from "../../../src/core/model/index.ts";
import { box, residencesOf } from "./map-fixtures.ts";

const residenceShapes = (residences: Residences, zoom: number) =>
  shapesOf(residences, residenceSpacing(residences)(0, residences.count), zoom);

const METRE = 1 / 111_319.49;
/** A footprint `width` × `height` metres on the equator, where a degree is the same both ways. */
const building = (x: number, width: number, height: number) => ({
  at: [x, 0] as const,
  parts: [
    [box(x - (width / 2) * METRE, -(height / 2) * METRE, x + (width / 2) * METRE, (height / 2) * METRE)],
  ],
});
const widthOf = (xy: Float64Array): number => {
  const xs = xy.filter((_, i) => i % 2 === 0);
  return (Math.max(...xs) - Math.min(...xs)) / METRE;
};

describe("residenceShapes", () => {
  it("keeps true footprints when near", () => {
    const residences = residencesOf([building(0.01, 40, 12)]);
    expect(Array.from(residenceShapes(residences, 17).xy)).toEqual(Array.from(residences.footprints.xy));
  });

  it("enlarges small buildings when far, about their middle, and never more than 2.2 times", () => {
    const residences = residencesOf([building(0.01, 20, 20)]);
    const { xy } = residenceShapes(residences, 12);
    expect(widthOf(xy)).toBeCloseTo(44, 3);
    expect(xy[0]! + xy[2]!).toBeCloseTo(0.02, 9);
  });

  it("never lets enlarged neighbours touch", () => {
    const residences = residencesOf([building(0, 20, 20), building(30 * METRE, 20, 20)]);
    const { xy } = residenceShapes(residences, 12);
    expect(widthOf(xy.subarray(0, 8))).toBeCloseTo(0.85 * 30, 2);
    expect(Math.max(xy[0]!, xy[2]!)).toBeLessThan(Math.min(xy[8]!, xy[10]!));
  });

  it("leaves buildings alone that can be seen anyway", () => {
    const side = 5 * metresPerPixel(14, 0);
    expect(widthOf(residenceShapes(residencesOf([building(0, side, side)]), 14).xy)).toBeCloseTo(side, 3);
  });

  it("draws a residence without footprint as an octagon of a fixed size on screen", () => {
    const shapes = residenceShapes(residencesOf([{ at: [0, 0] }]), 13);
    expect(shapes.xy).toHaveLength(16);
    expect(widthOf(shapes.xy) / metresPerPixel(13, 0)).toBeGreaterThan(5);
    expect(widthOf(shapes.xy) / metresPerPixel(13, 0)).toBeLessThan(6.1);
  });

  it("keeps parts with their owner and holes with their part", () => {
    const courtyard = [box(0, 0, 9 * METRE, 9 * METRE), box(3 * METRE, 3 * METRE, 6 * METRE, 6 * METRE)];
    const wing = [box(20 * METRE, 0, 29 * METRE, 9 * METRE)];
    const shapes = residenceShapes(
      residencesOf([{ at: [0, 0] }, { at: [0, 0], parts: [wing, courtyard] }]),
      17,
    );
    expect(Array.from(shapes.owner)).toEqual([0, 1, 1]);
    expect(Array.from(shapes.offsets)).toEqual([0, 8, 12, 20]);
    expect([...shapes.holes]).toEqual([[2, [8]]]);
  });

  it("makes the shapes of a stretch of rows as it makes them in the whole", () => {
    const residences = residencesOf(
      Array.from({ length: 9 }, (_, i) =>
        i % 3 === 0 ? { at: [i * 25 * METRE, 0] as const } : building(i * 25 * METRE, 20, 20),
      ),
    );
    const spacing = residenceSpacing(residences);
    const whole = residenceShapes(residences, 12);
    const parts = [0, 4].map((from) => {
      const to = from === 0 ? 4 : residences.count;
      return shapesOf(residences, spacing(from, to), 12, from, to);
    });
    expect(parts.flatMap(({ xy }) => [...xy])).toEqual([...whole.xy]);
    expect(parts.flatMap(({ owner }) => [...owner])).toEqual([...whole.owner]);
  });

  it("measures spacing as a look at every pair does", () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: -900, max: 900 }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (metres) => {
        const residences = residencesOf(metres.map(([x, y]) => ({ at: [x * METRE, y * METRE] as const })));
        const found = residenceSpacing(residences)(0, metres.length);
        metres.forEach(([x, y], i) => {
          const least = Math.min(
            ...metres.flatMap(([u, v], j) => (i === j ? [] : [Math.hypot(u - x, v - y)])),
          );
          if (least < 119) expect(found[i]).toBeCloseTo(least, 0);
          if (least > 121) expect(found[i]).toBe(Infinity);
        });
      }),
    );
  });

  it("steps by half zooms within bounds", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 22, noNaN: true }), (zoom) => {
        const step = shapeZoom(zoom);
        expect(step * 2).toBe(Math.round(step * 2));
        expect(step).toBeGreaterThanOrEqual(10);
        expect(step).toBeLessThanOrEqual(17);
        if (zoom >= 10 && zoom < 17) expect(zoom - step).toBeLessThan(0.5);
      }),
    );
  });
});
