import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { borderLines } from "../../../src/core/report/map/border-lines.ts";
import { clipLine, clipRing } from "../../../src/core/report/map/clip-to-extent.ts";
import { colorGrids } from "../../../src/core/report/map/color-grids.ts";
import { openWindow, showsAll, toGround, toPage } from "../../../src/core/report/map/map-window.ts";
import { placeLabels } from "../../../src/core/report/map/place-labels.ts";
import { barLength } from "../../../src/core/report/map/scale-bar.ts";
import { simplifyLine } from "../../../src/core/report/map/simplify-line.ts";
import { overlap } from "../../../src/core/report/page.ts";

const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
const pairs = (least: number) =>
  fc.array(fc.tuple(coordinate, coordinate), { minLength: least, maxLength: 40 });
const BOX = { x: 10, y: 20, width: 180, height: 120 };

const distanceToLine = (
  [px, py]: readonly [number, number],
  line: readonly (readonly [number, number])[],
): number =>
  Math.min(
    ...line.slice(1).map(([bx, by], i) => {
      const [ax, ay] = line[i]!;
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const t =
        length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length));
      return Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay));
    }),
  );

describe("simplifyLine", () => {
  it("leaves no vertex farther from the line than the tolerance, and keeps the ends", () => {
    fc.assert(
      fc.property(pairs(2), fc.double({ min: 0.01, max: 20, noNaN: true }), (line, tolerance) => {
        const kept = simplifyLine(line.flat(), tolerance);
        expect([kept[0], kept.at(-1)]).toEqual([0, line.length - 1]);
        const drawn = kept.map((i) => line[i]!);
        for (const point of line) expect(distanceToLine(point, drawn)).toBeLessThanOrEqual(tolerance + 1e-9);
      }),
    );
  });

  it("draws a straight line of a thousand points with two", () => {
    expect(simplifyLine(Array.from({ length: 1000 }, (_, i) => [i, 2 * i]).flat(), 0.01)).toEqual([0, 999]);
  });
});

const areaOf = (ring: readonly number[]): number => {
  let doubled = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    doubled += ring[j]! * ring[i + 1]! - ring[i]! * ring[j + 1]!;
  }
  return Math.abs(doubled) / 2;
};

describe("clipping", () => {
  const extent = [-20, -10, 20, 10] as const;

  it("keeps all of a ring inside, nothing of one outside, and the overlap of two boxes exactly", () => {
    expect(areaOf(clipRing([-5, -5, 5, -5, 5, 5, -5, 5], extent))).toBe(100);
    expect(clipRing([30, 30, 40, 30, 40, 40], extent)).toEqual([]);
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (x, y, w, h) => {
          const wide = Math.max(0, Math.min(x + w, 20) - Math.max(x, -20));
          const high = Math.max(0, Math.min(y + h, 10) - Math.max(y, -10));
          const cut = clipRing([x, y, x + w, y, x + w, y + h, x, y + h], extent);
          expect(areaOf(cut)).toBeCloseTo(wide * high, 6);
        },
      ),
    );
  });

  it("cuts a line into stretches inside, no shorter and no longer than it runs there", () => {
    expect(clipLine([-30, 0, 30, 0], extent)).toEqual([[-20, 0, 20, 0]]);
    expect(clipLine([0, 0, 0, 30, 5, 30, 5, 0], extent)).toEqual([
      [0, 0, 0, 10],
      [5, 10, 5, 0],
    ]);
    fc.assert(
      fc.property(pairs(2), (line) => {
        for (const part of clipLine(line.flat(), extent)) {
          for (let i = 0; i < part.length; i += 2) {
            expect(Math.abs(part[i]!)).toBeLessThanOrEqual(20 + 1e-6);
            expect(Math.abs(part[i + 1]!)).toBeLessThanOrEqual(10 + 1e-6);
          }
        }
      }),
    );
  });
});

describe("openWindow", () => {
  it("takes the largest scale that shows all, and the one asked for otherwise", () => {
    const window = openWindow(BOX, [0, 0, 1700, 500], null);
    expect(window.scale).toBe(9500);
    expect(showsAll(window, [0, 0, 1700, 500])).toBe(true);
    const close = openWindow(BOX, [0, 0, 1700, 500], 2000);
    expect(close.scale).toBe(2000);
    expect(showsAll(close, [0, 0, 1700, 500])).toBe(false);
  });

  it("maps the ground to true millimetres and back", () => {
    const window = openWindow(BOX, [100, 200, 500, 600], 2500);
    const [x0, y0] = toPage(window, 300, 400);
    expect([x0, y0]).toEqual([100, 80]);
    expect(toPage(window, 325, 425)).toEqual([x0 + 10, y0 - 10]);
    expect(toGround(window, ...toPage(window, 123, 456))).toEqual([
      expect.closeTo(123, 9),
      expect.closeTo(456, 9),
    ]);
  });

  it("still shows something for an extent of nothing", () => {
    for (const extent of [
      [5, 5, 5, 5],
      [Infinity, Infinity, -Infinity, -Infinity],
    ] as const) {
      const { scale, ground } = openWindow(BOX, extent, null);
      expect(scale).toBeGreaterThan(0);
      expect(ground.every(Number.isFinite)).toBe(true);
    }
  });
});

describe("barLength", () => {
  it("is the longest of 1, 2, 5 × 10ⁿ metres that fits", () => {
    expect(barLength(2000, 40)).toBe(50);
    expect(barLength(10000, 32)).toBe(200);
    expect(barLength(50000, 60)).toBe(2000);
  });
});

describe("placeLabels", () => {
  const style = { size: 7, weight: 400, color: "#000000" } as const;

  it("lets no name touch another, a mark or the frame, and loses none", () => {
    const wish = fc.record({
      text: fc.constantFrom(
        "社区",
        "第一街道滨江路以北铁路以西老机械厂家属院",
        "Riverside-North Estate",
        "7",
      ),
      x: fc.double({ min: 0, max: 220, noNaN: true }),
      y: fc.double({ min: 0, max: 160, noNaN: true }),
      away: fc.constantFrom(0, 2.5),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 80 }), (wishes) => {
        const taken = [{ x: 60, y: 60, width: 10, height: 10 }];
        const full = wishes.map((each) => ({
          ...each,
          styles: [style, { ...style, size: 5.5 }],
          width: 30,
          halo: "#FFFFFF",
        }));
        const { boxes, left, labels } = placeLabels(full, BOX, taken);
        expect(boxes.length + left.length).toBe(wishes.length);
        const all = [...boxes, ...taken];
        all.forEach((a, i) => {
          for (const b of all.slice(i + 1)) expect(overlap(a, b)).toBe(false);
        });
        for (const box of boxes) {
          expect(box.x >= BOX.x && box.x + box.width <= BOX.x + BOX.width + 1e-9).toBe(true);
          expect(box.y >= BOX.y && box.y + box.height <= BOX.y + BOX.height + 1e-9).toBe(true);
        }
        for (const { x, y, width } of labels) {
          expect(
            boxes.some(
              (box) => x >= box.x - 1e-6 && x + width <= box.x + box.width + 1e-6 && y <= box.y + box.height,
            ),
          ).toBe(true);
        }
      }),
    );
  });

  it("leaves a number that means its place there or nowhere", () => {
    const at = {
      text: "40",
      x: 100,
      y: 80,
      away: 0,
      styles: [style],
      width: 20,
      halo: "#FFFFFF",
      isFixed: true,
    };
    const { boxes, left } = placeLabels([at, at], BOX, []);
    expect(boxes.length).toBe(1);
    expect(left).toEqual([1]);
  });
});

/** A wall of unit squares, `columns` wide. */
function wall(count: number, columns: number) {
  const xy: number[] = [];
  for (let i = 0; i < count; i++) {
    const [x, y] = [100 * (i % columns), 100 * Math.floor(i / columns)];
    xy.push(x, y, x + 100, y, x + 100, y + 100, x, y + 100);
  }
  const steps = (step: number): Uint32Array => Uint32Array.from({ length: count + 1 }, (_, i) => step * i);
  return {
    count,
    featureOffsets: steps(1),
    partOffsets: steps(1),
    ringOffsets: steps(4),
    xy: Float64Array.from(xy),
  };
}

describe("colorGrids", () => {
  it("gives neighbours, corners included, different colours and uses all of them", () => {
    const colors = colorGrids(wall(60, 10), 12);
    for (let a = 0; a < 60; a++) {
      for (let b = a + 1; b < 60; b++) {
        const isNear =
          Math.abs((a % 10) - (b % 10)) <= 1 && Math.abs(Math.floor(a / 10) - Math.floor(b / 10)) <= 1;
        if (isNear) expect(colors[a]).not.toBe(colors[b]);
      }
    }
    expect(new Set(colors).size).toBe(12);
  });
});

describe("borderLines", () => {
  it("draws a border between two areas once", () => {
    const lengthOf = ({ count, offsets, xy }: ReturnType<typeof borderLines>): number => {
      let sum = 0;
      for (let row = 0; row < count; row++) {
        for (let i = offsets[row]!; i + 1 < offsets[row + 1]!; i++) {
          sum += Math.hypot(xy[2 * i + 2]! - xy[2 * i]!, xy[2 * i + 3]! - xy[2 * i + 1]!);
        }
      }
      return sum;
    };
    expect(lengthOf(borderLines(wall(1, 1), new Set()))).toBe(400);
    expect(lengthOf(borderLines(wall(2, 2), new Set()))).toBe(700);
    const drawn = new Set<string>();
    borderLines(wall(2, 2), drawn);
    expect(borderLines(wall(2, 2), drawn).count).toBe(0);
  });
});
