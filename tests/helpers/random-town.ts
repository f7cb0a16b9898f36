// Random small networks with centres and residences, made to be awkward: parallel edges, loops, several
// components, ties, points on one edge, unlinked points, points with several gates.

import { type Random, randomInteger, seededRandom } from "../../src/core/base/index.ts";
import type { Joins, PathNetwork } from "../../src/core/network/index.ts";
import { type TinyEdge, type TinyJoin, tinyJoins, tinyNetwork } from "./tiny-network.ts";

export interface RandomTown {
  readonly network: PathNetwork;
  readonly centers: Joins;
  readonly points: Joins;
  readonly groupOfCenter: Int32Array;
  readonly groupOfPoint: Int32Array;
}

export function randomTown(seed: number): RandomTown {
  const random = seededRandom(seed);
  const nodeCount = randomInteger(random, 2, 30);
  const longest = random() < 0.3 ? 4 : random() < 0.5 ? 300 : 20000;
  const nodes = Array.from({ length: nodeCount }, () => [random() * 1000, random() * 1000] as const);
  const edges: TinyEdge[] = Array.from({ length: randomInteger(random, 1, 50) }, () => ({
    from: randomInteger(random, 0, nodeCount - 1),
    to: randomInteger(random, 0, nodeCount - 1),
    length: randomInteger(random, 1, longest),
    via: [[random() * 1000, random() * 1000] as const],
  }));
  const network = tinyNetwork(nodes, edges);
  const groups = randomInteger(random, 1, 4);
  const centers = randomJoins(network, random, randomInteger(random, 1, 6));
  const points = randomJoins(network, random, randomInteger(random, 1, 25));
  const group = (): number => randomInteger(random, -1, groups - 1);
  return {
    network,
    centers,
    points,
    groupOfCenter: Int32Array.from({ length: centers.count }, group),
    groupOfPoint: Int32Array.from({ length: points.count }, group),
  };
}

export function randomJoins(network: PathNetwork, random: Random, count: number): Joins {
  return tinyJoins(
    network,
    Array.from({ length: count }, () =>
      Array.from({ length: [0, 1, 1, 1, 1, 2, 3][randomInteger(random, 0, 6)]! }, (): TinyJoin => {
        const edge = randomInteger(random, 0, network.edgeCount - 1);
        return {
          edge,
          along: randomInteger(random, 0, network.edgeLength[edge]!),
          leg: randomInteger(random, 0, random() < 0.1 ? 100_000 : 60),
        };
      }),
    ),
  );
}
