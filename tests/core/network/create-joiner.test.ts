import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../src/core/base/index.ts";
import type { Joins, PathNetwork } from "../../../src/core/network/index.ts";
import { createJoiner, isLinked, NO_ROUTES, pointOnEdge } from "../../../src/core/network/index.ts";
import { drawMap, routesFrom } from "../../helpers/ascii-map.ts";
import { build } from "../../helpers/network-helpers.ts";

/** Metres of a point's first access leg. */
const legOf = (joins: Joins, point = 0) => joins.leg[joins.offsets[point]!]! / 10;
const edgePoint = (joins: Joins, point = 0) => [
  ...joins.xy.slice(2 * joins.offsets[point]!, 2 * joins.offsets[point]! + 2),
];

describe("join", () => {
  const street = drawMap(`
        p

    a-------b

           q
  `);

  test("a point joins the middle of an edge, from either side, and both ways on are counted", async () => {
    const network = await build(street.routes("ab"));
    const joins = createJoiner(network, NO_ROUTES).join(street.points("pq"), 200);
    expect([...joins.offsets]).toEqual([0, 1, 2]);
    expect(edgePoint(joins, 0)).toEqual([40, 20]);
    expect(edgePoint(joins, 1)).toEqual([70, 20]);
    expect([...joins.leg]).toEqual([200, 200]);
    expect([...joins.along].map((d) => Math.min(d, 800 - d))).toEqual([400, 100]);
    expect(pointOnEdge(network, joins.edge[1]!, joins.along[1]!)).toEqual([70, 20]);
  });

  test("a leg of exactly the cap joins, a longer one does not", async () => {
    const joiner = createJoiner(await build(street.routes("ab")), NO_ROUTES);
    expect(isLinked(joiner.join(street.points("p"), 20), 0)).toBe(true);
    expect(isLinked(joiner.join(street.points("p"), 19.99), 0)).toBe(false);
    expect(isLinked(joiner.join(Float64Array.of(Number.NaN, 1), 99), 0)).toBe(false);
  });

  test("far points are found in wider boxes", async () => {
    const joiner = createJoiner(await build(street.routes("ab")), NO_ROUTES);
    expect(legOf(joiner.join(Float64Array.of(40, 920), 1000))).toBe(900);
  });

  test("an empty network links nobody", async () => {
    const joiner = createJoiner(await build(NO_ROUTES), NO_ROUTES);
    expect(isLinked(joiner.join(street.points("p"), 200), 0)).toBe(false);
  });

  test("a point goes past the bridge to a ground street within the cap, else onto the bridge", async () => {
    const map = drawMap(`
      a-------b
          p
      c-------d
    `);
    const joiner = createJoiner(await build(map.routes("cd+1", "ab")), NO_ROUTES);
    const near = Float64Array.of(40, 5);
    expect(edgePoint(joiner.join(near, 200))).toEqual([40, map.at("a")[1]]);
    expect(edgePoint(joiner.join(near, 10))).toEqual([40, map.at("c")[1]]);
  });
});

describe("barriers", () => {
  test("a wall between: the leg goes to the street on its own side", async () => {
    const map = drawMap(`
      a-----------b
      w-----------e
         p

      c-----------d
    `);
    const joiner = createJoiner(await build(map.routes("ab", "cd")), map.routes("we"));
    expect(edgePoint(joiner.join(map.points("p"), 200))).toEqual([30, 0]);
    expect(isLinked(joiner.join(map.points("p"), 15), 0)).toBe(false);
  });

  test("a short wall: the leg passes its end", async () => {
    const map = drawMap(`
      a-----------b
        w---e
          p
    `);
    const joiner = createJoiner(await build(map.routes("ab")), map.routes("we"));
    const joins = joiner.join(map.points("p"), 200);
    expect(edgePoint(joins)[0]).toBeCloseTo(map.at("p")[0] + 40, 1);
    expect(legOf(joins)).toBeCloseTo(Math.hypot(40, 20), 1);
  });

  test("a street cut by a river: each bank joins its own part", async () => {
    const map = drawMap(`
          n
          |p
      w---+---e
          |q
          s
    `);
    const network = await build(map.routes("ns"), map.routes("we"));
    const joiner = createJoiner(network, map.routes("we"));
    const close = Float64Array.of(40.2, 20.01, 40.2, 19.99);
    const joins = joiner.join(close, 200);
    const [north, south] = [joins.edge[0]!, joins.edge[1]!];
    expect(north).not.toBe(south);
    expect(edgePoint(joins, 0)[1]).toBeGreaterThan(20);
    expect(edgePoint(joins, 1)[1]).toBeLessThan(20);
  });

  test("no leg crosses a wall and none is beaten by another visible point: 400 points among 12 walls", async () => {
    const random = seededRandom(5);
    const lines = (count: number, reach: number) =>
      Array.from({ length: count }, () => {
        const [x, y, turn] = [random() * 300, random() * 300, random() * 7];
        return [
          [x, y],
          [x + reach * Math.cos(turn), y + reach * Math.sin(turn)],
        ] as const;
      });
    const walls = lines(12, 80);
    const network = await build(routesFrom(lines(14, 200)), routesFrom(walls));
    const points = Float64Array.from({ length: 800 }, () => random() * 300);
    const joins = createJoiner(network, routesFrom(walls)).join(points, 120);
    for (let i = 0; i < 400; i++) {
      const p = [points[2 * i]!, points[2 * i + 1]!] as const;
      const best = nearestVisible(network, walls, p, 0.5);
      if (!isLinked(joins, i)) {
        expect(best).toBeGreaterThan(119);
        continue;
      }
      const at = edgePoint(joins, i) as [number, number];
      expect(walls.some(([a, b]) => properlyCross(a, b, p, at))).toBe(false);
      expect(Math.abs(Math.hypot(at[0] - p[0], at[1] - p[1]) - legOf(joins, i))).toBeLessThan(0.06);
      expect(legOf(joins, i)).toBeLessThanOrEqual(best + 0.1);
    }
  });
});

describe("gates", () => {
  const map = drawMap(`
    a---------------b
      w---N-------e
      |  p        |
      |           |
      x---S-------y
    c---------------d
          r
  `);
  const wall = map.routes("weyxw");
  const gates = (open: readonly number[]) => ({
    xy: map.points("NS"),
    compound: ["court", "court"],
    open: Uint8Array.from(open),
  });

  test("a point joins once through each open gate, the way to the gate counted", async () => {
    const joiner = createJoiner(await build(map.routes("ab", "cd")), wall);
    const joins = joiner.joinThroughGates(map.points("pr"), ["court", ""], gates([1, 1]), 200);
    expect([...joins.offsets]).toEqual([0, 2, 3]);
    const toGate = (name: string) =>
      Math.hypot(map.at(name)[0] - map.at("p")[0], map.at(name)[1] - map.at("p")[1]);
    expect(joins.leg[0]! / 10).toBeCloseTo(toGate("N") + 10, 1);
    expect(joins.leg[1]! / 10).toBeCloseTo(toGate("S") + 10, 1);
    expect(joins.leg[2]! / 10).toBe(10);
  });

  test("a closed gate is not walked through; with no open gate the wall shuts everybody in", async () => {
    const joiner = createJoiner(await build(map.routes("ab", "cd")), wall);
    const one = joiner.joinThroughGates(map.points("p"), ["court"], gates([0, 1]), 200);
    expect([...one.offsets]).toEqual([0, 1]);
    expect(edgePoint(one)).toEqual([map.at("S")[0], map.at("c")[1]]);
    const shut = joiner.joinThroughGates(map.points("p"), ["court"], gates([0, 0]), 200);
    expect(isLinked(shut, 0)).toBe(false);
  });

  test("a gate further than the cap from every path gives no join", async () => {
    const joiner = createJoiner(await build(map.routes("ab")), wall);
    const joins = joiner.joinThroughGates(map.points("p"), ["court"], gates([1, 1]), 20);
    expect([...joins.offsets]).toEqual([0, 1]);
  });
});

type Vertex = readonly [number, number];

function properlyCross(a: Vertex, b: Vertex, p: Vertex, q: Vertex): boolean {
  const turn = (o: Vertex, u: Vertex, v: Vertex) =>
    (u[0] - o[0]) * (v[1] - o[1]) - (u[1] - o[1]) * (v[0] - o[0]);
  return turn(a, b, p) * turn(a, b, q) < 0 && turn(p, q, a) * turn(p, q, b) < 0;
}

/** Metres to the nearest sampled edge point in sight, by brute force. */
function nearestVisible(
  network: PathNetwork,
  walls: readonly (readonly [Vertex, Vertex])[],
  p: Vertex,
  step: number,
): number {
  let best = Number.POSITIVE_INFINITY;
  for (let e = 0; e < network.edgeCount; e++) {
    for (let d = 0; d <= network.edgeLength[e]!; d += step * 10) {
      const at = pointOnEdge(network, e, d);
      const distance = Math.hypot(at[0] - p[0], at[1] - p[1]);
      if (distance < best && !walls.some(([a, b]) => properlyCross(a, b, p, at))) best = distance;
    }
  }
  return best;
}
