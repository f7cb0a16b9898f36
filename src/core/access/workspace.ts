// What all searches of one network share: the search graph, the places of each edge's ends in it, and the
// residences sorted by edge.

import type { Joins, PathNetwork } from "../network/index.ts";
import { FieldSearch } from "./field-search.ts";
import { createSearchGraph, type SearchGraph } from "./search-graph.ts";

export interface Workspace {
  readonly network: PathNetwork;
  readonly points: Joins;
  readonly graph: SearchGraph;
  readonly search: FieldSearch;
  /** Place of edge e's from-node and to-node in the cells of a search. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Edge of arc k of the search graph. */
  readonly arcEdge: Uint32Array;
  readonly joinsByEdge: JoinsByEdge;
}

/** The joins of all points, sorted by edge: those of edge e are [offsets[e], offsets[e+1]). */
export interface JoinsByEdge {
  readonly offsets: Uint32Array;
  readonly point: Uint32Array;
  readonly edge: Uint32Array;
  readonly along: Int32Array;
  readonly leg: Int32Array;
}

export function createWorkspace(network: PathNetwork, points: Joins): Workspace {
  const graph = createSearchGraph(network);
  const { edgeCount, edgeFrom, edgeTo } = network;
  const place = (nodes: Uint32Array): Int32Array => Int32Array.from(nodes, (node) => 4 * graph.rank[node]!);
  return {
    network,
    points,
    graph,
    search: new FieldSearch(graph),
    from: place(edgeFrom),
    to: place(edgeTo),
    arcEdge: graph.inputArc.map((arc) => network.arcEdge[arc]!),
    joinsByEdge: sortByEdge(points, edgeCount),
  };
}

/** Seeds both ends of each edge that row `row` of `points` joins. */
export function seedJoins(
  space: Workspace,
  search: FieldSearch,
  points: Joins,
  row: number,
  label: number,
): void {
  const { from, to, network } = space;
  for (let j = points.offsets[row]!; j < points.offsets[row + 1]!; j++) {
    const edge = points.edge[j]!;
    const along = points.along[j]!;
    search.seed(from[edge]!, points.leg[j]! + along, label);
    search.seed(to[edge]!, points.leg[j]! + network.edgeLength[edge]! - along, label);
  }
}

/** Components of the network that row `row` of `points` joins. */
export function* componentsOf({ network }: Workspace, points: Joins, row: number): Generator<number> {
  for (let j = points.offsets[row]!; j < points.offsets[row + 1]!; j++) {
    yield network.component[network.edgeFrom[points.edge[j]!]!]!;
  }
}

function sortByEdge(points: Joins, edgeCount: number): JoinsByEdge {
  const joinCount = points.edge.length;
  const offsets = new Uint32Array(edgeCount + 1);
  for (const edge of points.edge) offsets[edge + 1]!++;
  for (let e = 0; e < edgeCount; e++) offsets[e + 1]! += offsets[e]!;
  const fill = offsets.slice();
  const sorted: JoinsByEdge = {
    offsets,
    point: new Uint32Array(joinCount),
    edge: new Uint32Array(joinCount),
    along: new Int32Array(joinCount),
    leg: new Int32Array(joinCount),
  };
  for (let point = 0; point < points.count; point++) {
    for (let j = points.offsets[point]!; j < points.offsets[point + 1]!; j++) {
      const at = fill[points.edge[j]!]!++;
      sorted.point[at] = point;
      sorted.edge[at] = points.edge[j]!;
      sorted.along[at] = points.along[j]!;
      sorted.leg[at] = points.leg[j]!;
    }
  }
  return sorted;
}
