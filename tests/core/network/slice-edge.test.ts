import { expect, test } from "vitest";
import { shapeLength, sliceEdge } from "../../../src/core/network/index.ts";
import { drawMap } from "../../helpers/ascii-map.ts";
import { build } from "../../helpers/network-helpers.ts";

const map = drawMap(`
  a---b
      |
      c
`);

test("a slice holds its ends and the vertices between, in the direction asked", async () => {
  const network = await build(map.routes("abc"));
  const [x, y] = map.at("a");
  const startsAtA = network.shapeXY[0] === x && network.shapeXY[1] === y;
  const at = (fromA: number) => (startsAtA ? fromA : 600 - fromA);
  expect([...sliceEdge(network, 0, at(100), at(500))]).toEqual([10, 20, 40, 20, 40, 10]);
  expect([...sliceEdge(network, 0, at(500), at(100))]).toEqual([40, 10, 40, 20, 10, 20]);
  expect([...sliceEdge(network, 0, at(0), at(600))]).toEqual([...map.points("abc")]);
  expect([...sliceEdge(network, 0, at(100), at(300))]).toEqual([10, 20, 30, 20]);
  expect([...sliceEdge(network, 0, at(400), at(600))]).toEqual([...map.points("bc")]);
  expect([...sliceEdge(network, 0, at(200), at(200))]).toEqual([20, 20, 20, 20]);
  expect([...sliceEdge(network, 0, at(600), at(600))]).toEqual([...map.points("cc")]);
  expect(shapeLength(network, 0)).toBe(60);
});
