// The walking network in columns: junctions as nodes, road stretches between them as undirected edges with
// their shape, and a CSR arc list for searching. Built once by build-network.ts, then read-only.
// Coordinates are metres in the local frame; lengths are integer decimetres.

import type { Metres } from "../base/index.ts";

export interface PathNetwork {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Node positions, pair i. */
  readonly nodeXY: Float64Array;
  /** CSR: arcs of node i are [offsets[i], offsets[i+1]). Every edge gives two arcs (a loop gives one). */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** Arc lengths, decimetres. */
  readonly lengths: Uint32Array;
  /** Edge of each arc. */
  readonly arcEdge: Uint32Array;
  readonly edgeFrom: Uint32Array;
  readonly edgeTo: Uint32Array;
  /** Edge lengths, decimetres, at least 1. */
  readonly edgeLength: Uint32Array;
  /** Shape of edge e, from-node to to-node: vertex pairs [shapeOffsets[e], shapeOffsets[e+1]) of shapeXY. */
  readonly shapeOffsets: Uint32Array;
  readonly shapeXY: Float64Array;
  /** Vertical level of each edge (0 ground, > 0 bridge, < 0 tunnel). */
  readonly edgeLevel: Int8Array;
  /** Input line each edge came from. */
  readonly edgeLine: Uint32Array;
  /** Connected component of each node, numbered from the largest (by length) = 0. */
  readonly component: Uint32Array;
  readonly componentCount: number;
  readonly report: NetworkReport;
}

/** What building did to the lines; lengths in metres. */
export interface NetworkReport {
  readonly linesRead: number;
  /** Lines dropped: no length, or the same stretch twice (also in the other direction). */
  readonly degenerate: number;
  readonly duplicates: number;
  /** "endpoints": lines already meet end to end, crossings without a shared end are over- or underpasses. */
  readonly noding: "endpoints" | "crossings";
  /** Places where lines crossed at one level and were joined. */
  readonly splits: number;
  /** Same-level crossings left apart because the layer is already noded. */
  readonly crossingsLeft: number;
  /** Ends joined although they missed by up to `tolerance`. */
  readonly nearMisses: number;
  readonly tolerance: Metres;
  /** Stretches cut by barriers. */
  readonly cuts: number;
  readonly lengthMeters: Metres;
  /** Length per component, metres, largest first. */
  readonly componentLengths: readonly Metres[];
}

/**
 * How points join the network: point i has joins [offsets[i], offsets[i+1]), none when it is unlinked,
 * one at its nearest edge point, or one per open gate of its compound.
 */
export interface Joins {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly edge: Uint32Array;
  /** Distance from the edge's from-node along its shape, decimetres, in [0, edgeLength]. */
  readonly along: Uint32Array;
  /** Access leg from the point to the edge point, decimetres, straight, crossing no barrier. */
  readonly leg: Uint32Array;
  /** The edge point, pair per join, metres in the local frame. */
  readonly xy: Float64Array;
}

export const isLinked = (joins: Joins, point: number): boolean =>
  joins.offsets[point]! < joins.offsets[point + 1]!;
