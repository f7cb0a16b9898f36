// Small networks straight into columns, and points on their edges, for tests of walking.

import type { Joins, PathNetwork } from "../../src/core/network/index.ts";

export interface TinyEdge {
  readonly from: number;
  readonly to: number;
  /** Decimetres; the straight length between the nodes when absent. */
  readonly length?: number;
  /** Inner vertices of the shape, metres. */
  readonly via?: readonly (readonly [number, number])[];
}

/** A join of a point: edge, position from its from-node and access leg, decimetres. */
export interface TinyJoin {
  readonly edge: number;
  readonly along: number;
  readonly leg?: number;
}

/** `nodes` are positions in metres. */
export function tinyNetwork(
  nodes: readonly (readonly [number, number])[],
  edges: readonly TinyEdge[],
): PathNetwork {
  const shapes = edges.map(({ from, to, via = [] }) => [nodes[from]!, ...via, nodes[to]!]);
  const edgeLength = Uint32Array.from(edges, ({ length }, e) =>
    Math.max(1, Math.round(length ?? 10 * lineLength(shapes[e]!))),
  );
  const arcs: { from: number; to: number; edge: number }[] = [];
  edges.forEach(({ from, to }, edge) => {
    arcs.push({ from, to, edge });
    if (from !== to) arcs.push({ from: to, to: from, edge });
  });
  arcs.sort((a, b) => a.from - b.from);
  const component = components(nodes.length, edges);
  return {
    nodeCount: nodes.length,
    edgeCount: edges.length,
    nodeXY: Float64Array.from(nodes.flat()),
    offsets: offsetsOf(nodes.map((_, i) => arcs.filter((arc) => arc.from === i).length)),
    targets: Uint32Array.from(arcs, (arc) => arc.to),
    lengths: Uint32Array.from(arcs, (arc) => edgeLength[arc.edge]!),
    arcEdge: Uint32Array.from(arcs, (arc) => arc.edge),
    edgeFrom: Uint32Array.from(edges, (edge) => edge.from),
    edgeTo: Uint32Array.from(edges, (edge) => edge.to),
    edgeLength,
    shapeOffsets: offsetsOf(shapes.map((shape) => shape.length)),
    shapeXY: Float64Array.from(shapes.flat(2)),
    edgeLevel: new Int8Array(edges.length),
    edgeLine: Uint32Array.from(edges, (_, e) => e),
    component,
    componentCount: new Set(component).size,
    report: {
      linesRead: edges.length,
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

/** Points with any number of joins each; their positions lie on the drawn shape. */
export function tinyJoins(network: PathNetwork, points: readonly (readonly TinyJoin[])[]): Joins {
  const joins = points.flat();
  return {
    count: points.length,
    offsets: offsetsOf(points.map((point) => point.length)),
    edge: Uint32Array.from(joins, (join) => join.edge),
    along: Uint32Array.from(joins, (join) => join.along),
    leg: Uint32Array.from(joins, (join) => join.leg ?? 0),
    xy: Float64Array.from(joins.flatMap((join) => positionOn(network, join))),
  };
}

function positionOn(network: PathNetwork, { edge, along }: TinyJoin): [number, number] {
  const { shapeOffsets, shapeXY } = network;
  const shape: [number, number][] = [];
  for (let v = shapeOffsets[edge]!; v < shapeOffsets[edge + 1]!; v++) {
    shape.push([shapeXY[2 * v]!, shapeXY[2 * v + 1]!]);
  }
  let rest = (along / network.edgeLength[edge]!) * lineLength(shape);
  for (let v = 1; v < shape.length; v++) {
    const [a, b] = [shape[v - 1]!, shape[v]!];
    const step = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (rest <= step || v === shape.length - 1) {
      const t = step > 0 ? rest / step : 0;
      return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    }
    rest -= step;
  }
  return shape[0]!;
}

const lineLength = (line: readonly (readonly [number, number])[]): number =>
  line.reduce(
    (sum, p, i) => (i === 0 ? 0 : sum + Math.hypot(p[0] - line[i - 1]![0], p[1] - line[i - 1]![1])),
    0,
  );

function offsetsOf(counts: readonly number[]): Uint32Array {
  const offsets = new Uint32Array(counts.length + 1);
  counts.forEach((count, i) => {
    offsets[i + 1] = offsets[i]! + count;
  });
  return offsets;
}

function components(nodeCount: number, edges: readonly TinyEdge[]): Uint32Array {
  const component = Uint32Array.from({ length: nodeCount }, (_, i) => i);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of edges) {
      const least = Math.min(component[from]!, component[to]!);
      if (component[from] !== least || component[to] !== least) changed = true;
      component[from] = least;
      component[to] = least;
    }
  }
  return component;
}
