import fc from "fast-check";
import { expect, it } from "vitest";
import { shareRows } from "../../../../src/app/pages/meeting/share-rows.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

it("leaves the room of short lists to long ones", () => {
  expect(shareRows([4, 1, 1], 6)).toEqual([4, 1, 1]);
  expect(shareRows([9, 9, 9], 6)).toEqual([2, 2, 2]);
  expect(shareRows([0, 9, 0], 6)).toEqual([0, 6, 0]);
  expect(shareRows([], 6)).toEqual([]);
});

it("uses all room there is a row for, fairly", () => {
  const counts = fc.array(fc.nat({ max: 12 }), { maxLength: 5 });
  fc.assert(
    fc.property(counts, fc.nat({ max: 20 }), (own, room) => {
      const shares = shareRows(own, room);
      expect(sum(shares)).toBe(Math.min(room, sum(own)));
      shares.forEach((share, i) => {
        expect(share).toBeLessThanOrEqual(own[i]!);
        for (const [j, other] of shares.entries())
          if (share < own[i]!) expect(other - share, `${i} ${j}`).toBeLessThanOrEqual(1);
      });
    }),
  );
});
