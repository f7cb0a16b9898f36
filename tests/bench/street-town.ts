// A made street network of any size for benches: a shaken grid with missing streets, bends drawn and walked,
// nodes numbered by rows.

import { seededRandom } from "../../src/core/base/index.ts";
import type { Joins, PathNetwork } from "../../src/core/network/index.ts";

/** `side` × `side` crossings, blocks of `block` metres. */
export function streetTown(side: number, block: number, seed: number): PathNetwork {
  const random = seededRandom(seed);
  const nodeCount = side * side;
  const nodeXY = new Float64Array(2 * nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    nodeXY[2 * i] = block * ((i % side) + 0.6 * (random() - 0.5));
    nodeXY[2 * i + 1] = block * (Math.floor(i / side) + 0.6 * (random() - 0.5));
  }
  const edges: (readonly [from: number, to: number])[] = [];
  for (let i = 0; i < nodeCount; i++) {
    if (i % side < side - 1 && random() < 0.8) edges.push([i, i + 1]);
    if (i + side < nodeCount && random() < 0.8) edges.push([i, i + side]);
  }
  const edgeCount = edges.length;
  const edgeFrom = Uint32Array.from(edges, ([from]) => from);
  const edgeTo = Uint32Array.from(edges, ([, to]) => to);
  const shapeXY = new Float64Array(4 * edgeCount);
  const edgeLength = new Uint32Array(edgeCount);
  const offsets = new Uint32Array(nodeCount + 1);
  edges.forEach(([from, to], e) => {
    const [ax, ay, bx, by] = [nodeXY[2 * from]!, nodeXY[2 * from + 1]!, nodeXY[2 * to]!, nodeXY[2 * to + 1]!];
    shapeXY.set([ax, ay, bx, by], 4 * e);
    edgeLength[e] = Math.max(1, Math.round(10 * Math.hypot(bx - ax, by - ay)));
    offsets[from + 1]!++;
    offsets[to + 1]!++;
  });
  for (let i = 0; i < nodeCount; i++) offsets[i + 1]! += offsets[i]!;
  const fill = offsets.slice();
  const targets = new Uint32Array(2 * edgeCount);
  const lengths = new Uint32Array(2 * edgeCount);
  const arcEdge = new Uint32Array(2 * edgeCount);
  edges.forEach(([from, to], e) => {
    for (const [node, target] of [
      [from, to],
      [to, from],
    ] as const) {
      const k = fill[node]!++;
      targets[k] = target;
      lengths[k] = edgeLength[e]!;
      arcEdge[k] = e;
    }
  });
  return {
    nodeCount,
    edgeCount,
    nodeXY,
    offsets,
    targets,
    lengths,
    arcEdge,
    edgeFrom,
    edgeTo,
    edgeLength,
    shapeOffsets: Uint32Array.from({ length: edgeCount + 1 }, (_, e) => 2 * e),
    shapeXY,
    edgeLevel: new Int8Array(edgeCount),
    edgeLine: Uint32Array.from({ length: edgeCount }, (_, e) => e),
    component: new Uint32Array(nodeCount),
    componentCount: 1,
    report: {
      linesRead: edgeCount,
      degenerate: 0,
      duplicates: 0,
      noding: "endpoints",
      splits: 0,
      crossingsLeft: 0,
      nearMisses: 0,
      tolerance: 1,
      cuts: 0,
      lengthMeters: edgeLength.reduce((sum, length) => sum + length / 10, 0),
      componentLengths: [],
    },
  };
}

/** `count` points somewhere on the streets, with an access leg of 2 m. */
export function scatter(network: PathNetwork, count: number, seed: number): Joins {
  const random = seededRandom(seed);
  const edge = Uint32Array.from({ length: count }, () => Math.floor(random() * network.edgeCount));
  const share = Float64Array.from({ length: count }, random);
  const xy = new Float64Array(2 * count);
  edge.forEach((e, i) => {
    for (const axis of [0, 1]) {
      const a = network.shapeXY[4 * e + axis]!;
      xy[2 * i + axis] = a + share[i]! * (network.shapeXY[4 * e + 2 + axis]! - a);
    }
  });
  return {
    count,
    offsets: Uint32Array.from({ length: count + 1 }, (_, i) => i),
    edge,
    along: edge.map((e, i) => Math.floor(share[i]! * network.edgeLength[e]!)),
    leg: new Uint32Array(count).fill(20),
    xy,
  };
}

/** The seeds of the textbook search for one or all of `centers`. */
export function seedsOf(network: PathNetwork, centers: Joins, only?: number) {
  return Array.from({ length: centers.count }, (_, i) => i)
    .filter((i) => only === undefined || i === only)
    .flatMap((label) => {
      const edge = centers.edge[label]!;
      const near = centers.leg[label]! + centers.along[label]!;
      return [
        { node: network.edgeFrom[edge]!, distance: near, label },
        {
          node: network.edgeTo[edge]!,
          distance: centers.leg[label]! + network.edgeLength[edge]! - centers.along[label]!,
          label,
        },
      ];
    });
}
