import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Failure, seededRandom, uncontrolled } from "../../../src/core/base/index.ts";
import type { RouteLinesInFrame } from "../../../src/core/network/index.ts";
import { buildNetwork, NO_ROUTES, validateNetwork } from "../../../src/core/network/index.ts";
import { drawMap, routesFrom } from "../../helpers/ascii-map.ts";
import { build, edgeMetres, walkBetween } from "../../helpers/network-helpers.ts";

describe("noding", () => {
  const cross = drawMap(`
        n
        |
    w---+---e
        |
        s
  `);

  test("plain lines meet where they cross", async () => {
    const network = await build(cross.routes("we", "ns"));
    expect(network.report).toMatchObject({ noding: "crossings", splits: 1, crossingsLeft: 0 });
    expect(edgeMetres(network)).toEqual([20, 20, 40, 40]);
    expect(walkBetween(network, cross.at("w"), cross.at("n"))).toBe(60);
  });

  test("a bridge does not meet the road below, nor does a tunnel the road above", async () => {
    for (const over of ["ns+1", "ns-1"]) {
      const network = await build(cross.routes("we", over));
      expect(network.componentCount).toBe(2);
      expect(network.report.splits).toBe(0);
      expect(edgeMetres(network)).toEqual([40, 80]);
    }
  });

  test("two bridges of one level meet, above roads that stay apart", async () => {
    const map = drawMap(`
          n
        W | E
      w---+---e
        A | B
          s
    `);
    const network = await build(map.routes("we+1", "ns+1", "WB", "AE-1"));
    expect(network.componentCount).toBe(3);
    expect(network.edgeCount).toBe(6);
  });

  test("a shared vertex inside both lines is a junction, except between levels", async () => {
    const map = drawMap(`
          n
      w---x---e
          s
    `);
    expect((await build(map.routes("wxe", "nxs"))).edgeCount).toBe(4);
    expect((await build(map.routes("wxe", "nxs+1"))).componentCount).toBe(2);
  });

  test("a vertex of one line on the other's segment is a crossing, counted once", async () => {
    const map = drawMap(`
          n
      w---x---e
           s
    `);
    const network = await build(map.routes("we", "nxs"));
    expect(network.report.splits).toBe(1);
    expect(network.edgeCount).toBe(4);
  });

  test("a layer that is noded already keeps its crossings apart and counts them", async () => {
    const map = drawMap(`
      a---b---c---d---e---f---g
      |   |   |   |   |   |   |
      h---i---j---k---l---m---n
      |   |   |   |   |   |   |
      o---p---q---r---s---t---u
    `);
    const streets = [
      "ab",
      "bc",
      "cd",
      "de",
      "ef",
      "fg",
      "hi",
      "ij",
      "jk",
      "kl",
      "lm",
      "mn",
      "op",
      "pq",
      "qr",
    ];
    streets.push(
      "rs",
      "st",
      "tu",
      "ah",
      "bi",
      "cj",
      "dk",
      "el",
      "fm",
      "gn",
      "ho",
      "ip",
      "jq",
      "kr",
      "ls",
      "mt",
      "nu",
    );
    const network = await build(map.routes(...streets, "bj"));
    const crossed = await build(map.routes(...streets, "bj", "aj"));
    expect(network.report).toMatchObject({ noding: "endpoints", crossingsLeft: 0 });
    expect(crossed.report).toMatchObject({ noding: "endpoints", crossingsLeft: 1, splits: 0 });
  });

  test("a line may cross itself", async () => {
    const map = drawMap(`
      d---c
       \\ /
        X
       / \\
      a   b
    `);
    const network = await build(map.routes("acdb"));
    expect(network.report.splits).toBe(1);
    expect(network.edgeCount).toBe(3);
    expect(network.edgeFrom.some((from, e) => from === network.edgeTo[e])).toBe(true);
  });

  test("streets that lie on each other part of the way become one", async () => {
    const map = drawMap("a----b----c----d");
    const network = await build(map.routes("ac", "bd"));
    expect(network.report.duplicates).toBe(1);
    expect(edgeMetres(network)).toEqual([150]);
  });
});

describe("ends", () => {
  test("a T-junction splits the through street", async () => {
    const map = drawMap(`
      w---t---e
          |
          s
    `);
    const network = await build(map.routes("we", "ts"));
    expect(edgeMetres(network)).toEqual([20, 40, 40]);
    expect(network.report.nearMisses).toBe(0);
  });

  test("an end near the side of a street is joined within the tolerance, at the length of the gap", async () => {
    const street = [
      [0, 0],
      [100, 0],
    ] as const;
    const lane = (gap: number) =>
      routesFrom([
        street,
        [
          [40, gap],
          [40, 50],
        ],
      ]);
    const joined = await build(lane(0.8));
    expect(joined.report.nearMisses).toBe(1);
    expect(walkBetween(joined, [0, 0], [40, 50])).toBe(90);
    expect((await build(lane(1.2))).componentCount).toBe(2);
    expect((await build(lane(1.2), NO_ROUTES, 1.5)).componentCount).toBe(1);
  });

  test("two ends that nearly meet are joined, and contracted into one edge of the true length", async () => {
    const network = await build(
      routesFrom([
        [
          [0, 0],
          [50, 0],
        ],
        [
          [50.6, 0],
          [100, 0],
        ],
      ]),
    );
    expect(network.report.nearMisses).toBe(1);
    expect(edgeMetres(network)).toEqual([100]);
  });

  test("a dotted line is joined dot by dot: nothing is moved", async () => {
    const dots = Array.from(
      { length: 20 },
      (_, i) =>
        [
          [i * 3, 0],
          [i * 3 + 2.2, 0],
        ] as const,
    );
    const network = await build(routesFrom(dots));
    expect(network.report.nearMisses).toBe(19);
    expect(edgeMetres(network)).toEqual([59.2]);
  });

  test("an overshoot makes a stub, not a second junction", async () => {
    const network = await build(
      routesFrom([
        [
          [0, 0],
          [100, 0],
        ],
        [
          [40, -0.5],
          [40, 50],
        ],
      ]),
    );
    expect(network.report).toMatchObject({ splits: 1, nearMisses: 0 });
    expect(edgeMetres(network)).toEqual([0.5, 40, 50, 60]);
  });

  test("short streets keep their ends apart", async () => {
    const network = await build(
      routesFrom([
        [
          [0, 0],
          [50, 0],
        ],
        [
          [50, 0],
          [50.7, 0],
        ],
        [
          [50.7, 0],
          [50.7, 40],
        ],
      ]),
    );
    expect(network.report.nearMisses).toBe(0);
    expect(edgeMetres(network)).toEqual([90.7]);
  });

  test("a ring with a small gap is closed", async () => {
    const network = await build(
      routesFrom([
        [
          [0, 0],
          [50, 0],
          [50, 50],
          [0, 50],
          [0, 0.5],
        ],
      ]),
    );
    expect(edgeMetres(network)).toEqual([200]);
    expect(network.nodeCount).toBe(1);
  });

  test("a bridge lands on a street, a street does not end on a bridge", async () => {
    const map = drawMap(`
          n
          |
      w---t---e
    `);
    expect((await build(map.routes("we", "tn+1"))).componentCount).toBe(1);
    expect((await build(map.routes("we+1", "tn"))).componentCount).toBe(2);
  });

  test("a bridge in two parts does not land where the parts meet above a street", async () => {
    const map = drawMap(`
          n
      w---t---e
          s
    `);
    expect((await build(map.routes("we", "nt+1", "ts+1"))).componentCount).toBe(2);
  });

  test("ends in one spot join whatever their levels, and stay two edges", async () => {
    const map = drawMap("a---b---c");
    const network = await build(map.routes("ab", "bc+1"));
    expect(network.componentCount).toBe(1);
    expect([...network.edgeLevel].sort()).toEqual([0, 1]);
  });
});

describe("cleaning", () => {
  const map = drawMap("a---b---c---d");

  test("directed pairs and repeats are one street", async () => {
    const network = await build(map.routes("ab", "ba", "bcd", "dcb", "bcd"));
    expect(network.report).toMatchObject({ linesRead: 5, duplicates: 3, degenerate: 0 });
    expect(edgeMetres(network)).toEqual([120]);
  });

  test("lines without length or with a coordinate that is no number are set aside and counted", async () => {
    const lines = routesFrom([
      [
        [0, 0],
        [0, 0],
      ],
      [[5, 5]],
      [],
      [
        [0, 0],
        [Number.NaN, 1],
      ],
      [
        [0, 0],
        [9, 0],
      ],
    ]);
    const network = await build(lines);
    expect(network.report).toMatchObject({ linesRead: 5, degenerate: 4 });
    expect(network.edgeCount).toBe(1);
  });

  test("no lines make an empty network", async () => {
    const network = await build(NO_ROUTES);
    expect([network.nodeCount, network.edgeCount, network.componentCount]).toEqual([0, 0, 0]);
    expect(network.report.componentLengths).toEqual([]);
  });

  test("chains become one edge with their shape; the line named is the longest part's", async () => {
    const network = await build(map.routes("ab", "bcd"));
    expect([...network.shapeXY]).toEqual(expect.arrayContaining([...map.points("bc")]));
    expect([...network.edgeLine]).toEqual([1]);
    expect(network.nodeCount).toBe(2);
  });

  test("components are numbered from the longest", async () => {
    const two = drawMap(`
      a-b
      c-------d
      e----f
    `);
    const network = await build(two.routes("ab", "cd", "ef"));
    expect(network.report.componentLengths).toEqual([80, 50, 20]);
    expect(network.report.lengthMeters).toBe(150);
  });

  test("a caller who cancels gets a failure", async () => {
    const control = { cancelled: () => true, report: () => undefined, pause: () => Promise.resolve() };
    const built = buildNetwork({ lines: map.routes("ab"), barriers: NO_ROUTES, tolerance: 1 }, control);
    await expect(built).rejects.toEqual(new Failure("cancelled"));
  });
});

describe("barriers", () => {
  const river = drawMap(`
        n   m
        |   |
    w---|---|---e
        |   |
        s   t
  `);

  test("cut the road and not the bridge", async () => {
    const network = await build(river.routes("ns", "mt+1"), river.routes("we"));
    expect(network.report.cuts).toBe(1);
    expect(network.componentCount).toBe(3);
    expect(edgeMetres(network)).toEqual([20, 20, 40]); // 5 cm of each bank is below the rounding
  });

  test("do not cut from above or below the ground", async () => {
    expect((await build(river.routes("ns"), river.routes("we-1"))).report.cuts).toBe(0);
  });

  test("through a junction: no way from one side to the other, however the lines are drawn", async () => {
    const map = drawMap(`
           n
       w---x---e
           s
    `);
    for (const streets of [["nx", "xs"], ["xn", "sx"], ["ns"], ["nxs"], ["sxn"]]) {
      for (const wall of ["we", "ew", "wxe"]) {
        const network = await build(map.routes(...streets), map.routes(wall));
        expect(network.componentCount, `${streets} | ${wall}`).toBe(2);
        expect(network.report.lengthMeters).toBeCloseTo(20, 0);
      }
    }
  });

  test("the barrier's line belongs to its left bank: touching it from there is no crossing", async () => {
    const map = drawMap(`
      a-------b
      w---x---e
    `);
    expect((await build(map.routes("axb"), map.routes("we"))).report.cuts).toBe(0);
    expect((await build(map.routes("axb"), map.routes("ew"))).report.cuts).toBe(2);
  });

  test("a wall that ends at the street does not cut it, one that passes it with a vertex does once", async () => {
    const map = drawMap(`
          n
      w---x---e
          s
    `);
    for (const wall of ["xs", "sx", "nx", "xn"]) {
      for (const street of ["we", "ew"]) {
        expect((await build(map.routes(street), map.routes(wall))).report.cuts).toBe(0);
      }
    }
    for (const wall of ["nxs", "sxn", "ns"])
      expect((await build(map.routes("we"), map.routes(wall))).report.cuts).toBe(1);
  });

  test("a road passes its wall at an open gate only", async () => {
    const map = drawMap(`
          n   m
      w---g---h---e
          s   t
    `);
    const lines = map.routes("ns", "mt");
    const input = { lines, barriers: map.routes("we"), tolerance: 1, openGates: map.points("g") };
    const network = await buildNetwork(input, uncontrolled);
    expect(validateNetwork(network)).toEqual([]);
    expect(network.report.cuts).toBe(1);
    expect(walkBetween(network, map.at("n"), map.at("s"))).toBe(20);
    expect(walkBetween(network, map.at("m"), map.at("t"))).toBe(Number.POSITIVE_INFINITY);
  });

  test("a near miss is not joined through a wall", async () => {
    const streets = routesFrom([
      [
        [0, 0],
        [49.6, 0],
      ],
      [
        [50.4, 0],
        [100, 0],
      ],
    ]);
    const wall = routesFrom([
      [
        [50, -20],
        [50, 20],
      ],
    ]);
    expect((await build(streets)).componentCount).toBe(1);
    expect((await build(streets, wall)).componentCount).toBe(2);
  });
});

describe("any town", () => {
  test("rotated, mirrored, shifted, shuffled and reversed towns have the same lengths and components", async () => {
    const town = randomStreets(seededRandom(7), 60, 400);
    const walls = randomStreets(seededRandom(8), 4, 400);
    const reference = await build(routesFrom(town), routesFrom(walls));
    const rotate =
      (angle: number) =>
      ([x, y]: Vertex): Vertex => [
        x * Math.cos(angle) - y * Math.sin(angle),
        x * Math.sin(angle) + y * Math.cos(angle),
      ];
    const moves: ((p: Vertex) => Vertex)[] = [
      rotate(1),
      rotate(Math.PI / 2),
      ([x, y]) => [-x, y],
      ([x, y]) => [x + 40_000, y - 9_000],
    ];
    for (const move of moves) {
      const moved = await build(
        routesFrom(town.map((l) => l.map(move))),
        routesFrom(walls.map((l) => l.map(move))),
      );
      expect(summary(moved)).toEqual(summary(reference));
    }
    const shuffled = town.map((line) => [...line].reverse()).reverse();
    expect(summary(await build(routesFrom(shuffled), routesFrom(walls)))).toEqual(summary(reference));
  });

  test("every network built from any lines keeps its contract", async () => {
    const coordinate = fc.integer({ min: 0, max: 12 }).map((n) => n * 5 + (n % 3) * 0.3);
    const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 5 });
    const layer = fc.array(fc.tuple(line, fc.integer({ min: -1, max: 1 })), { maxLength: 14 });
    const routes = (drawn: readonly (readonly [readonly Vertex[], number])[]): RouteLinesInFrame =>
      routesFrom(
        drawn.map(([vertices]) => vertices),
        drawn.map(([, level]) => level),
      );
    await fc.assert(
      fc.asyncProperty(layer, fc.array(line, { maxLength: 3 }), async (drawn, walls) => {
        const network = await build(routes(drawn), routesFrom(walls));
        const ground = await build(routes(drawn));
        expect(network.report.lengthMeters).toBeLessThanOrEqual(
          ground.report.lengthMeters + network.edgeCount,
        );
      }),
      { numRuns: 300, seed: 20 },
    );
  });
});

type Vertex = readonly [number, number];

function randomStreets(random: () => number, count: number, size: number): Vertex[][] {
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => [random() * size, random() * size] as const),
  );
}

const summary = (network: Awaited<ReturnType<typeof build>>) => ({
  components: network.componentCount,
  edges: network.edgeCount,
  metres: edgeMetres(network),
  cuts: network.report.cuts,
});
