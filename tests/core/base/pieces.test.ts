// Values cut into pieces: whole again at the other end, no piece heavier than it may be, the value itself untouched.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Piece, PieceLimits, Remainder } from "../../../src/core/base/index.ts";
import { cutPieces, PieceJoiner, SHORT_LISTS, SHORT_PIECES } from "../../../src/core/base/index.ts";

interface Sent<T> {
  readonly pieces: readonly Piece[];
  readonly rest: Remainder<T>;
}

function cut<T>(value: T, limits: PieceLimits = SHORT_PIECES): Sent<T> {
  const cutting = cutPieces(value, limits);
  const pieces: Piece[] = [];
  let next = cutting.next();
  for (; next.done !== true; next = cutting.next()) pieces.push(next.value);
  return { pieces, rest: next.value };
}

/** Each message cloned by itself, as a port does. */
function joined<T>({ pieces, rest }: Sent<T>): T {
  const joiner = new PieceJoiner();
  for (const piece of pieces) joiner.take(structuredClone(piece));
  return joiner.finish(structuredClone(rest));
}

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `绿地花园${i}栋`);

/** Heavy and light lists in lists and records, some of them in two places. */
const nested = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, undefined, Number.NaN, "a", 7, true),
    fc.integer({ min: 0, max: 30 }).map(names),
    fc.integer({ min: 0, max: 30 }).map((n) => Float64Array.from({ length: n }, (_, i) => i)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("a", "b", "path", "list"), tie("value")),
    tie("value").map((value) => ({ here: value, there: value })),
  ),
})).value;

const limits = fc.record({
  leaves: fc.integer({ min: 1, max: 40 }),
  bytes: fc.constantFrom(8, 64, Number.POSITIVE_INFINITY),
});

describe("pieces", () => {
  it("leave a light value as it is", () => {
    const value = { a: names(10), b: [{ c: 1 }] };
    const { pieces, rest } = cut(value);
    expect(pieces).toEqual([]);
    expect(rest.value).toBe(value);
    expect(rest.cuts).toEqual([]);
  });

  it("give any value back whole, and leave the sender's alone", () => {
    fc.assert(
      fc.property(nested, limits, (value, most) => {
        const before = structuredClone(value);
        expect(joined(cut(value, most))).toEqual(before);
        expect(value).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });

  it("hold no more than they may", () => {
    const value = {
      ids: names(250_000),
      rows: Array.from({ length: 20_000 }, (_, i) => ({ row: i, cells: names(5) })),
      xy: new Float64Array(2_000_000),
    };
    const { pieces, rest } = cut(value);
    for (const { items } of pieces) {
      if (ArrayBuffer.isView(items)) expect(items.byteLength).toBeLessThanOrEqual(SHORT_PIECES.bytes);
      else expect(leaves(items)).toBeLessThanOrEqual(2 * SHORT_PIECES.leaves);
    }
    expect(leaves(rest.value)).toBeLessThan(100);
    expect(pieces.length).toBeGreaterThan(50);
  });

  it("weigh long texts by their length", () => {
    const { pieces } = cut({
      texts: Array.from({ length: 100 }, () => "长".repeat(16 * SHORT_PIECES.leaves)),
    });
    expect(pieces.length).toBeGreaterThan(20);
  });

  it("leave typed arrays in place when asked to", () => {
    const xy = new Float64Array(SHORT_PIECES.bytes);
    const { pieces, rest } = cut({ xy, ids: names(SHORT_PIECES.leaves) }, SHORT_LISTS);
    expect(rest.value.xy).toBe(xy);
    expect(pieces.every(({ items }) => Array.isArray(items))).toBe(true);
  });

  it("send a list that stands in two places once", () => {
    const shared = names(3 * SHORT_PIECES.leaves);
    const sent = cut({ a: shared, b: { c: shared } });
    const back = joined(sent);
    expect(back.a).toBe(back.b.c);
    expect(back.a).toEqual(shared);
    expect(new Set(sent.pieces.map(({ list }) => list)).size).toBe(1);
  });
});

/** Strings and other leaves. */
function leaves(value: unknown): number {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return 1;
  return Object.values(value).reduce<number>((sum, part) => sum + leaves(part), 0);
}
