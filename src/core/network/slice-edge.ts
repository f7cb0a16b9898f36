// The line of an edge between two distances along it: for drawing paths and reachable stretches.

import type { Decimetres } from "../base/index.ts";
import type { PathNetwork } from "./path-network.ts";

/**
 * Vertex pairs (metres) of edge `edge` from `from` to `to`, both decimetres from its from-node in [0, edgeLength];
 * reversed when `from` > `to`. Two equal distances give that one point twice.
 */
export function sliceEdge(
  network: PathNetwork,
  edge: number,
  from: Decimetres,
  to: Decimetres,
): Float64Array {
  const { shapeOffsets, shapeXY: xy } = network;
  const first = shapeOffsets[edge]!;
  const last = shapeOffsets[edge + 1]! - 1;
  const scale = shapeLength(network, edge) / network.edgeLength[edge]!;
  const start = Math.min(from, to) * scale;
  const end = Math.max(from, to) * scale;
  const out: number[] = [];
  let walked = 0;
  for (let v = first; v < last; v++) {
    const length = Math.hypot(xy[2 * v + 2]! - xy[2 * v]!, xy[2 * v + 3]! - xy[2 * v + 1]!);
    const isLast = v + 1 === last;
    const put = (distance: number) => {
      const t = Math.min(1, (distance - walked) / length);
      out.push(
        xy[2 * v]! + t * (xy[2 * v + 2]! - xy[2 * v]!),
        xy[2 * v + 1]! + t * (xy[2 * v + 3]! - xy[2 * v + 1]!),
      );
    };
    if (out.length === 0 && (start < walked + length || isLast)) put(start);
    if (out.length > 0 && (end <= walked + length || isLast)) {
      put(end);
      break;
    }
    walked += length;
    if (out.length > 0) out.push(xy[2 * v + 2]!, xy[2 * v + 3]!);
  }
  return from <= to ? Float64Array.from(out) : reversePairs(out);
}

/** The point of an edge at a distance along it, metres. */
export function pointOnEdge(network: PathNetwork, edge: number, along: Decimetres): [number, number] {
  const [x, y] = sliceEdge(network, edge, along, along);
  return [x!, y!];
}

/** Metres along the shape of an edge, not rounded. */
export function shapeLength({ shapeOffsets, shapeXY: xy }: PathNetwork, edge: number): number {
  let length = 0;
  for (let v = shapeOffsets[edge]! + 1; v < shapeOffsets[edge + 1]!; v++) {
    length += Math.hypot(xy[2 * v]! - xy[2 * v - 2]!, xy[2 * v + 1]! - xy[2 * v - 1]!);
  }
  return length;
}

function reversePairs(pairs: readonly number[]): Float64Array {
  const out = new Float64Array(pairs.length);
  for (let i = 0; i < pairs.length; i += 2) {
    out[i] = pairs[pairs.length - 2 - i]!;
    out[i + 1] = pairs[pairs.length - 1 - i]!;
  }
  return out;
}
