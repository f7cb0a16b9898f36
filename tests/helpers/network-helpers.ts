// Building and measuring small networks in tests: built, validated, and searched by Bellman–Ford over edges.

import { uncontrolled } from "../../src/core/base/index.ts";
import type { PathNetwork, RouteLinesInFrame } from "../../src/core/network/index.ts";
import { buildNetwork, NO_ROUTES, validateNetwork } from "../../src/core/network/index.ts";

/** Builds and throws when the independent validator finds a fault. */
export async function build(
  lines: RouteLinesInFrame,
  barriers: RouteLinesInFrame = NO_ROUTES,
  tolerance = 1,
): Promise<PathNetwork> {
  const network = await buildNetwork({ lines, barriers, tolerance }, uncontrolled);
  const faults = validateNetwork(network);
  if (faults.length > 0) throw new Error(faults.join("; "));
  return network;
}

/** Edge lengths in metres, ascending. */
export const edgeMetres = (network: PathNetwork): number[] =>
  [...network.edgeLength].sort((a, b) => a - b).map((length) => length / 10);

/** Node nearest to a position. */
export function nodeAt({ nodeXY, nodeCount }: PathNetwork, [x, y]: readonly [number, number]): number {
  const gap = (n: number) => Math.hypot(nodeXY[2 * n]! - x, nodeXY[2 * n + 1]! - y);
  return Array.from({ length: nodeCount }, (_, n) => n).reduce(
    (best, n) => (gap(n) < gap(best) ? n : best),
    0,
  );
}

/** Metres walked between the nodes nearest to two positions; Infinity when there is no way. */
export function walkBetween(
  network: PathNetwork,
  from: readonly [number, number],
  to: readonly [number, number],
): number {
  const distance = new Float64Array(network.nodeCount).fill(Number.POSITIVE_INFINITY);
  distance[nodeAt(network, from)] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let e = 0; e < network.edgeCount; e++) {
      const [u, v, w] = [network.edgeFrom[e]!, network.edgeTo[e]!, network.edgeLength[e]!];
      for (const [a, b] of [[u, v] as const, [v, u] as const]) {
        if (distance[a]! + w >= distance[b]!) continue;
        distance[b] = distance[a]! + w;
        changed = true;
      }
    }
  }
  return distance[nodeAt(network, to)]! / 10;
}
