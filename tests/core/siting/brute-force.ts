// Every choice of sites, tried: what the models must agree with on small cases.

import fc from "fast-check";

/** A town small enough to try every answer: costs by demand × site, Infinity where there is no way. */
export interface SmallTown {
  readonly demandCount: number;
  readonly siteCount: number;
  readonly costs: Float64Array;
  readonly weight: Float64Array;
  readonly fixed: Uint8Array;
  readonly price: Float64Array;
}

export const smallTown = (ways: { readonly holes: boolean }): fc.Arbitrary<SmallTown> =>
  fc
    .record({ demandCount: fc.integer({ min: 1, max: 14 }), siteCount: fc.integer({ min: 1, max: 9 }) })
    .chain(({ demandCount, siteCount }) =>
      fc.record({
        demandCount: fc.constant(demandCount),
        siteCount: fc.constant(siteCount),
        costs: columnOf(demandCount * siteCount, costOf(ways.holes)),
        weight: columnOf(demandCount, fc.integer({ min: 0, max: 9 })),
        fixed: fc
          .array(fc.integer({ min: 0, max: 9 }), { minLength: siteCount, maxLength: siteCount })
          .map((marks) => Uint8Array.from(marks, (mark) => (mark === 0 ? 1 : 0))),
        price: columnOf(siteCount, fc.integer({ min: 1, max: 6 })),
      }),
    );

const costOf = (holes: boolean): fc.Arbitrary<number> =>
  holes
    ? fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }) }, fc.constant(Infinity))
    : fc.oneof(fc.integer({ min: 0, max: 30 }), fc.double({ min: 0, max: 30, noNaN: true }));

const columnOf = (length: number, value: fc.Arbitrary<number>): fc.Arbitrary<Float64Array> =>
  fc.array(value, { minLength: length, maxLength: length }).map((values) => Float64Array.from(values));

/** The open sites of every allowed choice: fixed ones open, `cost` of the others within `limit`. */
export function* choices(
  { siteCount, fixed }: SmallTown,
  price: Float64Array,
  limit: number,
): Generator<number[]> {
  for (let set = 0; set < 2 ** siteCount; set++) {
    const open = Array.from({ length: siteCount }, (_, j) => j).filter((j) => ((set >> j) & 1) === 1);
    if (fixed.some((isFixed, j) => isFixed === 1 && !open.includes(j))) continue;
    if (open.reduce((sum, j) => sum + price[j]!, 0) <= limit + 1e-9) yield open;
  }
}

/** Cost from demand i to the nearest of `open`. */
export const nearest = ({ costs, siteCount }: SmallTown, i: number, open: readonly number[]): number =>
  Math.min(Infinity, ...open.map((j) => costs[i * siteCount + j]!));

export const demandOf = ({ weight }: SmallTown): number[] => [...weight.keys()].filter((i) => weight[i]! > 0);

export const ones = (count: number): Float64Array => new Float64Array(count).fill(1);

export function least(values: Iterable<number>): number {
  let best = Infinity;
  for (const value of values) best = Math.min(best, value);
  return best;
}
