// Dijkstra as the textbook has it: a binary heap of (distance, node) pairs with lazy deletion, arrays made
// anew for each search. What our searches are measured against.

import type { PathNetwork } from "../../src/core/network/index.ts";

export interface Seed {
  readonly node: number;
  readonly distance: number;
  readonly label: number;
}

/** Distance (Infinity beyond `limit`) and label of every node. */
export function textbookDijkstra(
  { nodeCount, offsets, targets, lengths }: PathNetwork,
  seeds: readonly Seed[],
  limit = Number.POSITIVE_INFINITY,
): { distance: Float64Array; label: Int32Array } {
  const distance = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  const label = new Int32Array(nodeCount).fill(-1);
  const heap: Entry[] = [];
  for (const { node, distance: start, label: mark } of seeds) {
    if (start >= distance[node]!) continue;
    distance[node] = start;
    label[node] = mark;
    push(heap, { node, distance: start });
  }
  for (let least = pop(heap); least; least = pop(heap)) {
    const { node } = least;
    if (least.distance > distance[node]!) continue;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      const target = targets[k]!;
      const next = least.distance + lengths[k]!;
      if (next >= distance[target]! || next > limit) continue;
      distance[target] = next;
      label[target] = label[node]!;
      push(heap, { node: target, distance: next });
    }
  }
  return { distance, label };
}

interface Entry {
  readonly node: number;
  readonly distance: number;
}

function push(heap: Entry[], entry: Entry): void {
  let i = heap.length;
  heap.push(entry);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (heap[parent]!.distance <= entry.distance) break;
    heap[i] = heap[parent]!;
    i = parent;
  }
  heap[i] = entry;
}

function pop(heap: Entry[]): Entry | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (heap.length === 0 || last === undefined) return top;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]!.distance < heap[child]!.distance) child++;
    if (heap[child]!.distance >= last.distance) break;
    heap[i] = heap[child]!;
    i = child;
  }
  heap[i] = last;
  return top;
}
