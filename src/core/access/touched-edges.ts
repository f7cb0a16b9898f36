// The edges a search touched, each once: those of its nodes, and those its centre joins. An edge is known by
// the number of the round that listed it, so nothing is cleared between rounds.

import type { Joins } from "../network/index.ts";
import type { FieldSearch } from "./field-search.ts";
import type { Workspace } from "./workspace.ts";

export interface TouchedEdges {
  /** The first `count` are the edges of the last `collect`. */
  readonly list: Uint32Array;
  readonly count: number;
  collect(search: FieldSearch, centers: Joins, center: number): void;
  /** Starts a new, empty round. */
  begin(): void;
  addNode(node: number): void;
  addJoins(centers: Joins, center: number): void;
}

export function createTouchedEdges({ graph, arcEdge, network }: Workspace): TouchedEdges {
  const list = new Uint32Array(network.edgeCount);
  const seen = new Uint32Array(network.edgeCount);
  let round = 0;
  let count = 0;
  const add = (edge: number): void => {
    if (seen[edge] === round) return;
    seen[edge] = round;
    list[count++] = edge;
  };
  const begin = (): void => {
    round++;
    count = 0;
  };
  const addNode = (node: number): void => {
    for (let k = graph.offsets[node]!; k < graph.offsets[node + 1]!; k++) add(arcEdge[k]!);
  };
  const addJoins = (centers: Joins, center: number): void => {
    for (let j = centers.offsets[center]!; j < centers.offsets[center + 1]!; j++) add(centers.edge[j]!);
  };
  const collect = (search: FieldSearch, centers: Joins, center: number): void => {
    begin();
    const { cells, touchedBase } = search;
    for (let i = 0; i < search.count; i++) addNode(cells[touchedBase + i]! >> 2);
    addJoins(centers, center);
  };
  return {
    list,
    get count() {
      return count;
    },
    begin,
    addNode,
    addJoins,
    collect,
  };
}
