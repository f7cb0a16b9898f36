import { expect, test } from "vitest";
import { hilbertOrder, orderBy } from "../../../src/core/network/hilbert-order.ts";

test("the curve visits every cell of a grid by single steps", () => {
  const size = 16;
  const xy = Float64Array.from({ length: 2 * size * size }, (_, k) => {
    const cell = k >> 1;
    return k % 2 === 0 ? cell % size : Math.floor(cell / size);
  });
  const order = hilbertOrder(xy);
  expect(new Set(order).size).toBe(size * size);
  for (let i = 1; i < order.length; i++) {
    const [a, b] = [order[i - 1]!, order[i]!];
    expect(Math.abs(xy[2 * a]! - xy[2 * b]!) + Math.abs(xy[2 * a + 1]! - xy[2 * b + 1]!)).toBe(1);
  }
});

test("ties keep their order; no points are no trouble", () => {
  expect([...orderBy(Float64Array.of(3, 1, 3, 0, 1))]).toEqual([3, 1, 4, 0, 2]);
  expect([...hilbertOrder(new Float64Array(0))]).toEqual([]);
});
