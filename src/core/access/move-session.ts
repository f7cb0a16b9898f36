// Dragging one centre. The field of all other centres is computed once; at each place of the moved centre
// the same search goes on from it and ends by itself where another centre is as near, so a step touches
// only the ground the moved centre wins. Its label is nowhere else in the field, so what it won is found by
// flooding that label from the seeds, and is put back after the step.

import type { Joins } from "../network/index.ts";
import { FAR, FieldSearch, NO_LIMIT } from "./field-search.ts";
import { type NearestAccess, nearestAccess, offerAlong, offerEnds } from "./nearest-access.ts";
import { createTouchedEdges } from "./touched-edges.ts";
import { seedJoins, type Workspace } from "./workspace.ts";

export interface MoveSession {
  /** Nearest access with the moved centre at point `row` of `join`; the arrays are the caller's. */
  at(join: Joins, row?: number): NearestAccess;
}

export function beginMove(space: Workspace, centers: Joins, moving: number): MoveSession {
  const { from, to, graph, joinsByEdge } = space;
  const search = new FieldSearch(graph);
  const base = nearestAccess(space, search, centers, moving);
  const field = search.cells.slice(0, 4 * graph.nodeCount);
  const count = search.count;
  const edges = createTouchedEdges(space);
  const won: number[] = [];

  const win = (place: number): void => {
    if (search.cells[place + 1] !== moving || search.cells[place]! >= FAR) return;
    // A negative label: this node is listed.
    search.cells[place + 1] = -1;
    won.push(place);
  };
  const flood = (join: Joins, row: number): void => {
    won.length = 0;
    edges.begin();
    edges.addJoins(join, row);
    for (let j = join.offsets[row]!; j < join.offsets[row + 1]!; j++) {
      win(from[join.edge[j]!]!);
      win(to[join.edge[j]!]!);
    }
    for (let head = 0; head < won.length; head++) {
      const node = won[head]! >> 2;
      edges.addNode(node);
      for (let k = graph.offsets[node]!; k < graph.offsets[node + 1]!; k++) win(4 * graph.arcs[2 * k]!);
    }
    for (const place of won) search.cells[place + 1] = moving;
  };

  return {
    at(join, row = 0) {
      const access = { nearest: base.nearest.slice(), distance: base.distance.slice() };
      seedJoins(space, search, join, row, moving);
      search.run(NO_LIMIT);
      flood(join, row);
      for (let i = 0; i < edges.count; i++) {
        const edge = edges.list[i]!;
        offerEnds(space, search.cells, joinsByEdge.offsets[edge]!, joinsByEdge.offsets[edge + 1]!, access);
      }
      offerAlong(space, join, row, moving, access);
      for (const place of won) search.cells.set(field.subarray(place, place + 2), place);
      search.count = count;
      return access;
    },
  };
}
