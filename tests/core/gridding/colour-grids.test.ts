import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/core/base/index.ts";
import { colourGrids, graphFromPairs, unitsInSight } from "../../../src/core/gridding/index.ts";

const HUES = 12;

function latticePoints(side: number): Float64Array {
  return Float64Array.from({ length: 2 * side * side }, (_, i) =>
    i % 2 === 0 ? (i >> 1) % side : Math.floor((i >> 1) / side),
  );
}

/** Units on a square lattice, each next to those beside, above and below. */
function lattice(side: number) {
  const pairs: number[] = [];
  for (let unit = 0; unit < side * side; unit++) {
    if (unit % side < side - 1) pairs.push(unit, unit + 1);
    if (unit + side < side * side) pairs.push(unit, unit + side);
  }
  return graphFromPairs(side * side, pairs, latticePoints(side));
}

/** Pairs of neighbouring grids that have one hue. */
function alike(
  { offsets, neighbours }: Pick<ReturnType<typeof lattice>, "offsets" | "neighbours">,
  gridOf: Int32Array,
  hues: Uint8Array,
): number {
  let count = 0;
  gridOf.forEach((own, unit) => {
    for (const other of neighbours.subarray(offsets[unit], offsets[unit + 1])) {
      const beside = gridOf[other]!;
      if (own >= 0 && beside >= 0 && beside !== own && hues[own] === hues[beside]) count++;
    }
  });
  return count;
}

const numbers = fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 49, maxLength: 49 });
const wishes = fc.array(fc.integer({ min: -1, max: 11 }), { minLength: 10, maxLength: 10 });

describe("colour grids", () => {
  it("gives neighbours different hues, whatever they had or wished", () => {
    fc.assert(
      fc.property(
        numbers,
        wishes,
        fc.array(fc.nat(40), { minLength: 10, maxLength: 10 }),
        (of, held, wished) => {
          const graph = lattice(7);
          const gridOf = Int32Array.from(of);
          const hues = colourGrids([graph], gridOf, 10, HUES, { held, wished });
          expect(Math.max(...hues)).toBeLessThan(HUES);
          expect(alike(graph, gridOf, hues)).toBe(0);
        },
      ),
    );
  });

  it("keeps a hue that no neighbour has too, and recolours one of two that are alike", () => {
    const gridOf = Int32Array.from([0, 1, 2, 0, 1, 2, 0, 1, 2]);
    expect([...colourGrids([lattice(3)], gridOf, 3, HUES, { held: [4, 7, 4] })]).toEqual([4, 7, 4]);
    const hues = colourGrids([lattice(3)], gridOf, 3, HUES, { held: [4, 4, 9], wished: [0, 5, 0] });
    expect([...hues]).toEqual([4, 5, 9]);
  });

  it("takes the wish where it is free, and spreads the hues otherwise", () => {
    const apart = Int32Array.from([0, -1, 1, -1, -1, -1, 2, -1, 3]);
    expect([...colourGrids([lattice(3)], apart, 4, HUES, { wished: [5, 5, 17, 4] })]).toEqual([5, 5, 5, 4]);
    expect(new Set(colourGrids([lattice(3)], apart, 4, HUES)).size).toBe(4);
  });

  it("lets a grid that sees every hue have one that its neighbour can give up", () => {
    const star = graphFromPairs(4, [0, 3, 1, 3, 2, 3], null);
    const held = [0, 1, 2, -1];
    const hues = colourGrids([star], Int32Array.of(0, 1, 2, 3), 4, 3, { held });
    expect(alike(star, Int32Array.of(0, 1, 2, 3), hues)).toBe(0);
  });

  it("tells grids apart across a community's border, and keeps the others when one changes", () => {
    const random = seededRandom(5);
    const xy = Float64Array.from({ length: 2 * 2000 }, () => random() * 1000);
    const sight = unitsInSight(xy);
    const square = (unit: number): number =>
      Math.floor(xy[2 * unit]! / 100) + 10 * Math.floor(xy[2 * unit + 1]! / 100);
    const gridOf = Int32Array.from({ length: 2000 }, (_, unit) => square(unit));
    const hues = colourGrids([sight], gridOf, 101, HUES);
    expect(alike(sight, gridOf, hues)).toBe(0);
    const cut = gridOf.map((grid, unit) => (grid === 55 && xy[2 * unit]! < 550 ? 100 : grid));
    const held = [...hues.subarray(0, 100), -1];
    const after = colourGrids([sight], cut, 101, HUES, { held });
    expect(alike(sight, cut, after)).toBe(0);
    expect([...after.subarray(0, 100)]).toEqual([...hues.subarray(0, 100)]);
    const swapped = gridOf.map((grid) => (grid === 55 ? 56 : grid));
    const moved = [...gridOf.keys()].filter((unit) => gridOf[unit] === 55);
    const hinted = colourGrids([sight], swapped, 100, HUES, { held: [...hues.subarray(0, 100)], moved });
    expect(alike(sight, swapped, hinted)).toBe(0);
  });
});

describe("units in sight", () => {
  it("are next to each other both ways, whoever stands on the same spot", () => {
    const { offsets, neighbours } = unitsInSight(Float64Array.of(0, 0, 10, 0, 0, 10, 10, 10, 0, 0));
    const beside = (unit: number): number[] => [...neighbours.subarray(offsets[unit], offsets[unit + 1])];
    expect(beside(1)).toEqual(expect.arrayContaining([0, 3]));
    for (let unit = 0; unit < 4; unit++)
      for (const other of beside(unit)) expect(beside(other)).toContain(unit);
  });
});
