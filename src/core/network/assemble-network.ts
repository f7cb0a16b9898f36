// From contracted edges to the network: nodes and edges renumbered along a Hilbert curve, lengths rounded once to
// decimetres, arcs in compressed sparse rows, components by union–find numbered from the longest.

import type { Metres } from "../base/index.ts";
import { hilbertOrder, orderBy } from "./hilbert-order.ts";
import type { NetworkReport, PathNetwork } from "./path-network.ts";
import type { Pieces } from "./pieces.ts";
import { UnionFind } from "./union-find.ts";

export type BuildFigures = Omit<NetworkReport, "lengthMeters" | "componentLengths">;

export function assembleNetwork(edges: Pieces, placeCount: number, figures: BuildFigures): PathNetwork {
  const { nodeOfPlace, nodeXY } = numberNodes(edges, placeCount);
  const edgeCount = edges.count;
  const nodeCount = nodeXY.length / 2;
  const firstNodes = new Float64Array(edgeCount);
  for (let e = 0; e < edgeCount; e++) {
    firstNodes[e] = Math.min(nodeOfPlace[edges.from.data[e]!]!, nodeOfPlace[edges.to.data[e]!]!);
  }
  const order = orderBy(firstNodes);
  const columns = {
    edgeFrom: new Uint32Array(edgeCount),
    edgeTo: new Uint32Array(edgeCount),
    edgeLength: new Uint32Array(edgeCount),
    edgeLevel: new Int8Array(edgeCount),
    edgeLine: new Uint32Array(edgeCount),
    shapeOffsets: new Uint32Array(edgeCount + 1),
    shapeXY: new Float64Array(edges.shapeXY.length),
  };
  const shapes = edges.shapeXY.view();
  for (let e = 0; e < edgeCount; e++) {
    const old = order[e]!;
    const first = edges.shapeOffsets.data[old]!;
    const last = edges.shapeOffsets.data[old + 1]!;
    columns.edgeFrom[e] = nodeOfPlace[edges.from.data[old]!]!;
    columns.edgeTo[e] = nodeOfPlace[edges.to.data[old]!]!;
    columns.edgeLength[e] = Math.max(1, Math.round(10 * edges.lengthOf(old)));
    columns.edgeLevel[e] = edges.level.data[old]!;
    columns.edgeLine[e] = edges.line.data[old]!;
    columns.shapeXY.set(shapes.subarray(2 * first, 2 * last), 2 * columns.shapeOffsets[e]!);
    columns.shapeOffsets[e + 1] = columns.shapeOffsets[e]! + last - first;
  }
  const components = findComponents(nodeCount, columns);
  return {
    nodeCount,
    edgeCount,
    nodeXY,
    ...columns,
    ...buildArcs(nodeCount, columns),
    component: components.component,
    componentCount: components.lengths.length,
    report: {
      ...figures,
      lengthMeters: components.lengths.reduce((sum, length) => sum + length, 0) / 10,
      componentLengths: components.lengths.map((length) => length / 10),
    },
  };
}

interface EdgeColumns {
  readonly edgeFrom: Uint32Array;
  readonly edgeTo: Uint32Array;
  readonly edgeLength: Uint32Array;
}

/** Numbers the places that edges end at, along the curve. */
function numberNodes(edges: Pieces, placeCount: number): { nodeOfPlace: Int32Array; nodeXY: Float64Array } {
  const nodeOfPlace = new Int32Array(placeCount).fill(-1);
  const places: number[] = [];
  const positions: Metres[] = [];
  const see = (place: number, vertex: number) => {
    if (nodeOfPlace[place] !== -1) return;
    nodeOfPlace[place] = places.length;
    places.push(place);
    positions.push(edges.shapeXY.data[2 * vertex]!, edges.shapeXY.data[2 * vertex + 1]!);
  };
  for (let e = 0; e < edges.count; e++) {
    see(edges.from.data[e]!, edges.shapeOffsets.data[e]!);
    see(edges.to.data[e]!, edges.shapeOffsets.data[e + 1]! - 1);
  }
  const seen = Float64Array.from(positions);
  const nodeXY = new Float64Array(seen.length);
  const order = hilbertOrder(seen);
  for (let node = 0; node < order.length; node++) {
    nodeOfPlace[places[order[node]!]!] = node;
    nodeXY[2 * node] = seen[2 * order[node]!]!;
    nodeXY[2 * node + 1] = seen[2 * order[node]! + 1]!;
  }
  return { nodeOfPlace, nodeXY };
}

function buildArcs(
  nodeCount: number,
  { edgeFrom, edgeTo, edgeLength }: EdgeColumns,
): Pick<PathNetwork, "offsets" | "targets" | "lengths" | "arcEdge"> {
  const offsets = new Uint32Array(nodeCount + 1);
  for (let e = 0; e < edgeFrom.length; e++) {
    offsets[edgeFrom[e]! + 1] = offsets[edgeFrom[e]! + 1]! + 1;
    if (edgeTo[e] !== edgeFrom[e]) offsets[edgeTo[e]! + 1] = offsets[edgeTo[e]! + 1]! + 1;
  }
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] = offsets[node + 1]! + offsets[node]!;
  const arcCount = offsets[nodeCount]!;
  const targets = new Uint32Array(arcCount);
  const lengths = new Uint32Array(arcCount);
  const arcEdge = new Uint32Array(arcCount);
  const filled = offsets.slice();
  const put = (node: number, target: number, e: number) => {
    const arc = filled[node]!;
    filled[node] = arc + 1;
    targets[arc] = target;
    lengths[arc] = edgeLength[e]!;
    arcEdge[arc] = e;
  };
  for (let e = 0; e < edgeFrom.length; e++) {
    put(edgeFrom[e]!, edgeTo[e]!, e);
    if (edgeTo[e] !== edgeFrom[e]) put(edgeTo[e]!, edgeFrom[e]!, e);
  }
  return { offsets, targets, lengths, arcEdge };
}

/** Component of each node, and their lengths in decimetres, longest first (ties by lowest node). */
function findComponents(
  nodeCount: number,
  { edgeFrom, edgeTo, edgeLength }: EdgeColumns,
): { component: Uint32Array; lengths: number[] } {
  const sets = new UnionFind(nodeCount);
  for (let e = 0; e < edgeFrom.length; e++) sets.union(edgeFrom[e]!, edgeTo[e]!);
  const lengthOfRoot = new Map<number, number>();
  for (let e = 0; e < edgeFrom.length; e++) {
    const root = sets.find(edgeFrom[e]!);
    lengthOfRoot.set(root, (lengthOfRoot.get(root) ?? 0) + edgeLength[e]!);
  }
  const ranked = [...lengthOfRoot].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const rank = new Map(ranked.map(([root], i) => [root, i]));
  const component = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) component[node] = rank.get(sets.find(node))!;
  return { component, lengths: ranked.map(([, length]) => length) };
}
