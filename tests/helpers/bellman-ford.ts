// Walks by Bellman and Ford on the expanded graph, as an independent check of the access room: every join
// is a node of its own on its edge, cut into pieces at the joins; every point hangs on its joins by its legs.

import type { Joins, PathNetwork } from "../../src/core/network/index.ts";

interface Piece {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** walks[center][point] in decimetres, Infinity when there is none. */
export function bellmanFordWalks(network: PathNetwork, centers: Joins, points: Joins): number[][] {
  const centerJoins = network.nodeCount;
  const pointJoins = centerJoins + centers.edge.length;
  const centerNodes = pointJoins + points.edge.length;
  const pointNodes = centerNodes + centers.count;
  const pieces: Piece[] = [];
  for (let e = 0; e < network.edgeCount; e++) {
    const stops = [{ node: network.edgeFrom[e]!, at: 0 }];
    for (let j = 0; j < centers.edge.length; j++) {
      if (centers.edge[j] === e) stops.push({ node: centerJoins + j, at: centers.along[j]! });
    }
    for (let j = 0; j < points.edge.length; j++) {
      if (points.edge[j] === e) stops.push({ node: pointJoins + j, at: points.along[j]! });
    }
    stops.sort((a, b) => a.at - b.at);
    stops.push({ node: network.edgeTo[e]!, at: network.edgeLength[e]! });
    for (let i = 1; i < stops.length; i++) {
      pieces.push({ a: stops[i - 1]!.node, b: stops[i]!.node, length: stops[i]!.at - stops[i - 1]!.at });
    }
  }
  const hang = (joins: Joins, first: number, owner: number): void => {
    for (let p = 0; p < joins.count; p++) {
      for (let j = joins.offsets[p]!; j < joins.offsets[p + 1]!; j++) {
        pieces.push({ a: owner + p, b: first + j, length: joins.leg[j]! });
      }
    }
  };
  hang(centers, centerJoins, centerNodes);
  // A point may not be walked through, so only its own legs lead to it: they are relaxed last, from its joins.
  const nodeCount = pointNodes;
  return Array.from({ length: centers.count }, (_, center) => {
    const usable = pieces.filter((piece) => piece.a < centerNodes || piece.a === centerNodes + center);
    const distance = settle(nodeCount, usable, centerNodes + center);
    return Array.from({ length: points.count }, (_, p) => {
      let best = Number.POSITIVE_INFINITY;
      for (let j = points.offsets[p]!; j < points.offsets[p + 1]!; j++) {
        best = Math.min(best, distance[pointJoins + j]! + points.leg[j]!);
      }
      return best;
    });
  });
}

function settle(nodeCount: number, pieces: readonly Piece[], source: number): Float64Array {
  const distance = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  distance[source] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (const { a, b, length } of pieces) {
      if (distance[a]! + length < distance[b]!) {
        distance[b] = distance[a]! + length;
        changed = true;
      }
      if (distance[b]! + length < distance[a]!) {
        distance[a] = distance[b]! + length;
        changed = true;
      }
    }
  }
  return distance;
}
