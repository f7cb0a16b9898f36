import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colourGrids, graphFromPairs } from "../../../src/core/gridding/index.ts";

const HUES = 12;

/** Units on a square lattice, each next to those beside, above and below. */
function lattice(side: number) {
  const xy = new Float64Array(2 * side * side);
  const pairs: number[] = [];
  for (let unit = 0; unit < side * side; unit++) {
    xy.set([unit % side, Math.floor(unit / side)], 2 * unit);
    if (unit % side < side - 1) pairs.push(unit, unit + 1);
    if (unit + side < side * side) pairs.push(unit, unit + side);
  }
  return graphFromPairs(side * side, pairs, xy);
}

describe("colour grids", () => {
  it("gives neighbours different hues, whatever was wished", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 49, maxLength: 49 }),
        fc.array(fc.nat(40), { minLength: 10, maxLength: 10 }),
        (numbers, wished) => {
          const graph = lattice(7);
          const gridOf = Int32Array.from(numbers);
          const hues = colourGrids(graph, gridOf, 10, HUES, wished);
          expect(Math.max(...hues)).toBeLessThan(HUES);
          gridOf.forEach((own, unit) => {
            for (const other of graph.neighbours.subarray(graph.offsets[unit], graph.offsets[unit + 1])) {
              if (own >= 0 && gridOf[other]! >= 0 && gridOf[other] !== own) {
                expect(hues[own]).not.toBe(hues[gridOf[other]!]);
              }
            }
          });
        },
      ),
    );
  });

  it("keeps to the wish where no neighbour has it, and spreads the hues otherwise", () => {
    const apart = Int32Array.from([0, -1, 1, -1, -1, -1, 2, -1, 3]);
    expect([...colourGrids(lattice(3), apart, 4, HUES, [5, 5, 17, 4])]).toEqual([5, 5, 5, 4]);
    expect(new Set(colourGrids(lattice(3), apart, 4, HUES)).size).toBe(4);
  });
});
