// Walks from each of some nodes to all of some others, for tables. Nodes of low degree are eliminated once,
// lowest degree first, joining their neighbours by shortcuts (Carré 1971; the order and sweeps of customizable
// contraction hierarchies: Dibbelt, Strasser, Wagner 2016). A source then goes up through the eliminated nodes
// into the small core that is left, is searched there, and one sweep down the order gives every node (PHAST:
// Delling, Goldberg, Nowatzyk, Werneck 2011). No bound and no witness search: exact by construction.

import { UNREACHED } from "../base/index.ts";
import { FAR, FieldSearch, NO_LIMIT } from "./field-search.ts";
import { createSearchGraph, type InputGraph } from "./search-graph.ts";

/** Nodes of at most this degree are eliminated; more costs more in shortcuts than it saves in the core. */
const MOST_NEIGHBOURS = 6;

export interface WalkTable {
  /** Distance from sources[i] to targets[j] at i × targets.length + j, in the graph's unit; UNREACHED when none. */
  between(sources: ArrayLike<number>, targets: ArrayLike<number>): Uint32Array;
}

/** The graph undirected: every edge in both directions. */
export function createWalkTable(graph: InputGraph): WalkTable {
  const { position, coreCount, offsets, arcs, core } = eliminate(graph);
  const nodeCount = position.length;
  const search = new FieldSearch(core);
  const distance = new Int32Array(nodeCount);

  const fillFrom = (source: number): void => {
    distance.fill(FAR);
    distance[source] = 0;
    search.clear();
    if (source < coreCount) search.seed(4 * core.rank[source]!, 0, 0);
    else climb(source, coreCount, offsets, arcs, distance);
    for (let p = 0; p < coreCount; p++) {
      if (distance[p]! < FAR) search.seed(4 * core.rank[p]!, distance[p]!, 0);
    }
    search.run(NO_LIMIT);
    for (let p = 0; p < coreCount; p++) distance[p] = search.cells[4 * core.rank[p]!]!;
    sweep(coreCount, offsets, arcs, distance);
  };

  return {
    between(sources, targets) {
      const table = new Uint32Array(sources.length * targets.length);
      const places = Uint32Array.from(targets, (target) => position[target]!);
      for (let i = 0; i < sources.length; i++) {
        fillFrom(position[sources[i]!]!);
        const row = i * places.length;
        for (let j = 0; j < places.length; j++) {
          const walk = distance[places[j]!]!;
          table[row + j] = walk < FAR ? walk : UNREACHED;
        }
      }
      return table;
    },
  };
}

/** Up from `source`: positions fall, so one pass downwards meets every node after all that lead to it. */
function climb(
  source: number,
  coreCount: number,
  offsets: Int32Array,
  arcs: Int32Array,
  distance: Int32Array,
): void {
  for (let p = source; p >= coreCount; p--) {
    const from = distance[p]!;
    if (from >= FAR) continue;
    const end = offsets[p - coreCount + 1]!;
    for (let k = offsets[p - coreCount]!; k < end; k += 2) {
      const to = from + arcs[k + 1]!;
      if (to < distance[arcs[k]!]!) distance[arcs[k]!] = to;
    }
  }
}

/** Down: every eliminated node takes the best of the later ones it hangs on. */
function sweep(coreCount: number, offsets: Int32Array, arcs: Int32Array, distance: Int32Array): void {
  const count = distance.length | 0;
  let k = 0;
  for (let p = coreCount | 0; p < count; p = (p + 1) | 0) {
    let best = distance[p]!;
    for (const end = offsets[(p - coreCount + 1) | 0]!; k < end; k = (k + 2) | 0) {
      const walk = (distance[arcs[k]!]! + arcs[(k + 1) | 0]!) | 0;
      if (walk < best) best = walk;
    }
    distance[p] = best;
  }
}

interface Elimination {
  /** Position of each node: the core first, then the eliminated from last to first. */
  readonly position: Uint32Array;
  readonly coreCount: number;
  /** Arcs of position coreCount + i to lower positions: arcs[offsets[i] .. offsets[i+1]), (position, length) pairs. */
  readonly offsets: Int32Array;
  readonly arcs: Int32Array;
  readonly core: ReturnType<typeof createSearchGraph>;
}

type Neighbours = Map<number, number>;

function eliminate(graph: InputGraph): Elimination {
  const neighbours = neighboursOf(graph);
  const order = eliminationOrder(neighbours);
  const nodeCount = neighbours.length;
  const coreCount = nodeCount - order.length;
  const position = new Uint32Array(nodeCount);
  const isOut = new Uint8Array(nodeCount);
  order.forEach((node, i) => {
    position[node] = nodeCount - 1 - i;
    isOut[node] = 1;
  });
  const coreNodes: number[] = [];
  for (let node = 0; node < nodeCount; node++) {
    if (isOut[node]) continue;
    position[node] = coreNodes.length;
    coreNodes.push(node);
  }
  const out = columnsOf(order.toReversed(), neighbours, position);
  const inner = columnsOf(coreNodes, neighbours, position);
  return {
    position,
    coreCount,
    offsets: out.offsets,
    arcs: out.arcs,
    core: createSearchGraph({
      offsets: Uint32Array.from(inner.offsets, (offset) => offset / 2),
      targets: Uint32Array.from({ length: inner.arcs.length / 2 }, (_, k) => inner.arcs[2 * k]!),
      lengths: Uint32Array.from({ length: inner.arcs.length / 2 }, (_, k) => inner.arcs[2 * k + 1]!),
    }),
  };
}

function neighboursOf({ offsets, targets, lengths }: InputGraph): Neighbours[] {
  const neighbours: Neighbours[] = [];
  for (let node = 0; node + 1 < offsets.length; node++) {
    const near: Neighbours = new Map();
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      if (targets[k] !== node) shorten(near, targets[k]!, lengths[k]!);
    }
    neighbours.push(near);
  }
  return neighbours;
}

/** Eliminates in place: an eliminated node keeps the neighbours it had then; the others forget it. */
function eliminationOrder(neighbours: readonly Neighbours[]): number[] {
  const order: number[] = [];
  const waiting: number[][] = Array.from({ length: MOST_NEIGHBOURS + 1 }, () => []);
  const isOut = new Uint8Array(neighbours.length);
  const wait = (node: number): void => {
    waiting[neighbours[node]!.size]?.push(node);
  };
  for (let node = neighbours.length - 1; node >= 0; node--) wait(node);
  for (let degree = 0; degree <= MOST_NEIGHBOURS; ) {
    const node = waiting[degree]!.pop();
    if (node === undefined) degree++;
    else if (isOut[node] === 0 && neighbours[node]!.size === degree) {
      isOut[node] = 1;
      order.push(node);
      joinNeighbours(neighbours, node);
      for (const near of neighbours[node]!.keys()) wait(near);
      degree = Math.max(0, degree - 2);
    }
  }
  return order;
}

function joinNeighbours(neighbours: readonly Neighbours[], node: number): void {
  const ring = [...neighbours[node]!];
  for (let i = 0; i < ring.length; i++) {
    const [a, toA] = ring[i]!;
    neighbours[a]!.delete(node);
    for (let j = 0; j < i; j++) {
      const [b, toB] = ring[j]!;
      shorten(neighbours[a]!, b, toA + toB);
      shorten(neighbours[b]!, a, toA + toB);
    }
  }
}

function shorten(near: Neighbours, node: number, length: number): void {
  const known = near.get(node);
  if (known === undefined || length < known) near.set(node, length);
}

/** The neighbours of `nodes` as (position, length) pairs, row by row. */
function columnsOf(
  nodes: readonly number[],
  neighbours: readonly Neighbours[],
  position: Uint32Array,
): { offsets: Int32Array; arcs: Int32Array } {
  const offsets = new Int32Array(nodes.length + 1);
  const arcs: number[] = [];
  nodes.forEach((node, i) => {
    for (const [near, length] of neighbours[node]!) arcs.push(position[near]!, length);
    offsets[i + 1] = arcs.length;
  });
  return { offsets, arcs: Int32Array.from(arcs) };
}
