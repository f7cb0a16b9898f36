import { describe, expect, it } from "vitest";
import { createAccessSolver } from "../../../src/core/access/index.ts";
import { reachLimit, seededRandom, UNREACHED } from "../../../src/core/base/index.ts";
import { bellmanFordWalks } from "../../helpers/bellman-ford.ts";
import { type RandomTown, randomJoins, randomTown } from "../../helpers/random-town.ts";
import { tinyJoins, tinyNetwork } from "../../helpers/tiny-network.ts";

const SEEDS = Array.from({ length: 400 }, (_, i) => i + 1);

/** Nearest by (distance, index) from a table of walks, leaving `skip` out. */
function nearestOf(walks: readonly (readonly number[])[], pointCount: number, skip = -1) {
  const nearest = new Int32Array(pointCount).fill(-1);
  const distance = new Uint32Array(pointCount).fill(UNREACHED);
  walks.forEach((row, center) => {
    if (center === skip) return;
    row.forEach((walk, point) => {
      if (walk >= distance[point]!) return;
      distance[point] = walk;
      nearest[point] = center;
    });
  });
  return { nearest, distance };
}

const walksOf = ({ network, centers, points }: RandomTown) => bellmanFordWalks(network, centers, points);

describe("nearest", () => {
  it("agrees with Bellman-Ford on 400 random networks, ties to the lower index", () => {
    let reached = 0;
    for (const seed of SEEDS) {
      const town = randomTown(seed);
      const { nearest, distance } = createAccessSolver(town.network, town.points).nearest(town.centers);
      const expected = nearestOf(walksOf(town), town.points.count);
      expect({ seed, nearest, distance }).toEqual({ seed, ...expected });
      reached += expected.nearest.filter((center) => center >= 0).length;
    }
    expect(reached).toBeGreaterThan(2000);
  });

  it("leaves a centre out", () => {
    for (const seed of SEEDS.slice(0, 100)) {
      const town = randomTown(seed);
      const solver = createAccessSolver(town.network, town.points);
      solver.nearest(town.centers);
      expect(solver.nearest(town.centers, 0)).toEqual(nearestOf(walksOf(town), town.points.count, 0));
    }
  });

  it("counts both legs, and walks straight along a shared edge", () => {
    // 0 ---- 100 m ---- 1: the centre joins at 20 m, the residences at 70 m and 20 m.
    const network = tinyNetwork(
      [
        [0, 0],
        [100, 0],
      ],
      [{ from: 0, to: 1 }],
    );
    const points = tinyJoins(network, [[{ edge: 0, along: 700, leg: 30 }], [{ edge: 0, along: 200 }]]);
    const centers = tinyJoins(network, [[{ edge: 0, along: 200, leg: 50 }]]);
    const { distance } = createAccessSolver(network, points).nearest(centers);
    expect([...distance]).toEqual([30 + 500 + 50, 50]);
  });

  it("goes round when an edge is longer than the way by its ends", () => {
    // Edge 0 is a 1,000 m bend from 0 to 1; edge 1 joins the same ends in 10 m.
    const network = tinyNetwork(
      [
        [0, 0],
        [10, 0],
      ],
      [
        { from: 0, to: 1, length: 10_000, via: [[5, 500]] },
        { from: 0, to: 1, length: 100 },
      ],
    );
    const points = tinyJoins(network, [[{ edge: 0, along: 9_900 }]]);
    const centers = tinyJoins(network, [[{ edge: 0, along: 100 }]]);
    expect([...createAccessSolver(network, points).nearest(centers).distance]).toEqual([300]);
  });

  it("says that nothing is reached across a gap, and by an unlinked residence", () => {
    const network = tinyNetwork(
      [
        [0, 0],
        [9, 0],
        [50, 0],
        [60, 0],
      ],
      [
        { from: 0, to: 1 },
        { from: 2, to: 3 },
      ],
    );
    const points = tinyJoins(network, [[{ edge: 1, along: 3 }], []]);
    const { nearest, distance } = createAccessSolver(network, points).nearest(
      tinyJoins(network, [[{ edge: 0, along: 3 }]]),
    );
    expect([...nearest]).toEqual([-1, -1]);
    expect([...distance]).toEqual([UNREACHED, UNREACHED]);
  });
});

describe("own", () => {
  it("is the nearest centre of the same group", () => {
    for (const seed of SEEDS) {
      const town = randomTown(seed);
      const { groupOfCenter, groupOfPoint, points } = town;
      const walks = walksOf(town);
      const expected = Uint32Array.from(groupOfPoint, (group, point) => {
        const own = walks.filter((_, center) => group >= 0 && groupOfCenter[center] === group);
        const best = Math.min(...own.map((row) => row[point]!));
        return Number.isFinite(best) ? best : UNREACHED;
      });
      const solver = createAccessSolver(town.network, points);
      expect({ seed, own: solver.own(town.centers, groupOfCenter, groupOfPoint) }).toEqual({
        seed,
        own: expected,
      });
    }
  });
});

describe("reach", () => {
  it("lists the residences within the limit of one centre", () => {
    for (const seed of SEEDS) {
      const town = randomTown(seed);
      const solver = createAccessSolver(town.network, town.points);
      walksOf(town).forEach((row, center) => {
        const limit = Math.round(
          row.filter(Number.isFinite).reduce((sum, walk) => sum + walk / row.length, 0),
        );
        const expected = row.flatMap((walk, point) => (walk <= limit ? [point] : []));
        const { points, distance } = solver.reach(town.centers, center, limit);
        expect([...points]).toEqual(expected);
        expect([...distance]).toEqual(expected.map((point) => row[point]));
      });
    }
  });

  it("holds 15:00 and not 15:01", () => {
    const network = tinyNetwork(
      [
        [0, 0],
        [1000, 0],
      ],
      [{ from: 0, to: 1 }],
    );
    const centers = tinyJoins(network, [[{ edge: 0, along: 0 }]]);
    const points = tinyJoins(network, [
      [{ edge: 0, along: 9_000 }],
      [{ edge: 0, along: 9_010 }],
      [{ edge: 0, along: 9_001 }],
    ]);
    const { points: within } = createAccessSolver(network, points).reach(centers, 0, reachLimit(15, 1));
    expect([...within]).toEqual([0]);
  });
});

describe("path", () => {
  const lengthOf = (xy: Float64Array): number => {
    let length = 0;
    for (let i = 2; i < xy.length; i += 2) length += Math.hypot(xy[i]! - xy[i - 2]!, xy[i + 1]! - xy[i - 1]!);
    return length;
  };

  it("names the same centre and distance as the table, from edge point to edge point", () => {
    for (const seed of SEEDS.slice(0, 150)) {
      const town = randomTown(seed);
      const solver = createAccessSolver(town.network, town.points);
      const { nearest, distance } = solver.nearest(town.centers);
      const walks = walksOf(town);
      for (let point = 0; point < town.points.count; point++) {
        const path = solver.path(town.centers, null, point);
        expect(path?.center ?? -1).toBe(nearest[point]);
        expect(path?.distance ?? UNREACHED).toBe(distance[point]);
        walks.forEach((row, center) => {
          const one = solver.path(town.centers, center, point);
          expect(one?.distance ?? Number.POSITIVE_INFINITY).toBe(row[point]);
        });
      }
    }
  });

  it("is drawn as long as it is walked", () => {
    // A square of 100 m with a bend; the residence on one side, the centre on the far side.
    const network = tinyNetwork(
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
      ],
      [
        { from: 0, to: 1 },
        { from: 2, to: 1 },
        { from: 2, to: 3, via: [[50, 140]] },
        { from: 3, to: 0 },
      ],
    );
    const points = tinyJoins(network, [[{ edge: 0, along: 600, leg: 70 }]]);
    const centers = tinyJoins(network, [[{ edge: 2, along: 300, leg: 20 }]]);
    const path = createAccessSolver(network, points).path(centers, 0, 0)!;
    expect(path.distance).toBe(400 + 1000 + 300 + 90);
    expect(lengthOf(path.xy)).toBeCloseTo((path.distance - 90) / 10, 0);
    expect([...path.xy.subarray(0, 2)]).toEqual([60, 0]);
    expect([...path.xy.slice(-2)]).toEqual([...centers.xy]);
  });

  it("has two vertices when it stays on one stretch", () => {
    const network = tinyNetwork(
      [
        [0, 0],
        [100, 0],
      ],
      [{ from: 0, to: 1 }],
    );
    const points = tinyJoins(network, [[{ edge: 0, along: 700 }], [{ edge: 0, along: 200 }]]);
    const centers = tinyJoins(network, [[{ edge: 0, along: 200 }]]);
    const solver = createAccessSolver(network, points);
    expect([...solver.path(centers, null, 0)!.xy]).toEqual([70, 0, 20, 0]);
    expect([...solver.path(centers, null, 1)!.xy]).toEqual([20, 0, 20, 0]);
  });
});

describe("beginMove", () => {
  it("gives at every step what a search from scratch gives", () => {
    for (const seed of SEEDS.slice(0, 200)) {
      const town = randomTown(seed);
      const random = seededRandom(seed + 1000);
      const solver = createAccessSolver(town.network, town.points);
      const moving = seed % town.centers.count;
      const session = solver.beginMove(town.centers, moving);
      for (let step = 0; step < 6; step++) {
        const place = randomJoins(town.network, random, 1);
        const moved = replaceRow(town.centers, moving, place);
        expect({ seed, step, ...session.at(place) }).toEqual({ seed, step, ...solver.nearest(moved) });
        expect(session.at(moved, moving)).toEqual(solver.nearest(moved));
      }
    }
  });
});

function replaceRow(
  joins: RandomTown["centers"],
  row: number,
  by: RandomTown["centers"],
): RandomTown["centers"] {
  const rows = Array.from({ length: joins.count }, (_, i) =>
    i === row ? { from: by, i: 0 } : { from: joins, i },
  );
  const pick = (column: "edge" | "along" | "leg"): Uint32Array =>
    Uint32Array.from(
      rows.flatMap(({ from, i }) => [...from[column].subarray(from.offsets[i], from.offsets[i + 1])]),
    );
  const offsets = [0];
  for (const { from, i } of rows) offsets.push(offsets.at(-1)! + from.offsets[i + 1]! - from.offsets[i]!);
  const xy = rows.flatMap(({ from, i }) => [
    ...from.xy.subarray(2 * from.offsets[i]!, 2 * from.offsets[i + 1]!),
  ]);
  return {
    count: joins.count,
    offsets: Uint32Array.from(offsets),
    edge: pick("edge"),
    along: pick("along"),
    leg: pick("leg"),
    xy: Float64Array.from(xy),
  };
}
