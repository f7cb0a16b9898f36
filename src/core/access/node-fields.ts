// Walks to the nodes of any street graph, no residences in play: what pedestrian catchment tools compute.

import { UNREACHED } from "../base/index.ts";
import { FieldSearch } from "./field-search.ts";
import { createSearchGraph, type InputGraph } from "./search-graph.ts";

export interface NodeFields {
  /** For every node the distance to the nearest source within `limit` (UNREACHED) and its index (-1). */
  nearest(
    sources: ArrayLike<number>,
    limit: number,
  ): { readonly distance: Uint32Array; readonly source: Int32Array };
  /** Nodes within `limit` of one node, with distances, in no particular order. */
  within(source: number, limit: number): { readonly nodes: Uint32Array; readonly distance: Uint32Array };
}

/** Distances in the unit of the graph's lengths; ties go to the lower source. */
export function createNodeFields(input: InputGraph): NodeFields {
  const graph = createSearchGraph(input);
  const { order, rank, nodeCount } = graph;
  const search = new FieldSearch(graph);
  const run = (sources: ArrayLike<number>, limit: number): void => {
    search.clear();
    for (let i = 0; i < sources.length; i++) search.seed(4 * rank[sources[i]!]!, 0, i);
    search.run(limit);
  };
  return {
    nearest(sources, limit) {
      run(sources, limit);
      const distance = new Uint32Array(nodeCount).fill(UNREACHED);
      const source = new Int32Array(nodeCount).fill(-1);
      const { cells, touchedBase } = search;
      for (let i = touchedBase, end = touchedBase + search.count; i < end; i++) {
        const place = cells[i]!;
        const node = order[place >> 2]!;
        distance[node] = cells[place]!;
        source[node] = cells[place + 1]!;
      }
      return { distance, source };
    },
    within(from, limit) {
      run([from], limit);
      const nodes = new Uint32Array(search.count);
      const distance = new Uint32Array(search.count);
      const { cells, touchedBase } = search;
      for (let i = 0; i < nodes.length; i++) {
        const place = cells[touchedBase + i]!;
        nodes[i] = order[place >> 2]!;
        distance[i] = cells[place]!;
      }
      return { nodes, distance };
    },
  };
}
