// The graph as the searches want it: CSR with target and length of an arc side by side (one cache line an
// arc) and nodes renumbered breadth-first from the lowest-numbered node of each component, so that nodes
// near each other on the ground are near each other in memory. Lengths are positive integers of one unit
// (decimetres in the product); path lengths must stay below 2^31.

export interface SearchGraph {
  readonly nodeCount: number;
  /** CSR: arcs of node i are [offsets[i], offsets[i+1]). */
  readonly offsets: Int32Array;
  /** Arc k: target arcs[2k], length arcs[2k+1]. */
  readonly arcs: Int32Array;
  /** Index of arc k in the input, so that what hangs on input arcs is found again. */
  readonly inputArc: Uint32Array;
  /** Our number of input node i. */
  readonly rank: Uint32Array;
  /** Input number of our node i. */
  readonly order: Uint32Array;
  readonly longestArc: number;
}

export interface InputGraph {
  /** CSR: arcs of node i are [offsets[i], offsets[i+1]); every edge is there in both directions. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly lengths: Uint32Array;
}

export function createSearchGraph(input: InputGraph): SearchGraph {
  const nodeCount = input.offsets.length - 1;
  const order = breadthFirstOrder(input);
  const rank = new Uint32Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) rank[order[i]!] = i;
  const arcCount = input.targets.length;
  const offsets = new Int32Array(nodeCount + 1);
  const arcs = new Int32Array(2 * arcCount);
  const inputArc = new Uint32Array(arcCount);
  let k = 0;
  let longestArc = 0;
  for (let i = 0; i < nodeCount; i++) {
    const node = order[i]!;
    for (let a = input.offsets[node]!; a < input.offsets[node + 1]!; a++) {
      const length = input.lengths[a]!;
      arcs[2 * k] = rank[input.targets[a]!]!;
      arcs[2 * k + 1] = length;
      inputArc[k++] = a;
      if (length > longestArc) longestArc = length;
    }
    offsets[i + 1] = k;
  }
  return { nodeCount, offsets, arcs, inputArc, rank, order, longestArc };
}

function breadthFirstOrder({ offsets, targets }: InputGraph): Uint32Array {
  const nodeCount = offsets.length - 1;
  const order = new Uint32Array(nodeCount);
  const seen = new Uint8Array(nodeCount);
  let tail = 0;
  for (let start = 0; start < nodeCount; start++) {
    if (seen[start]) continue;
    seen[start] = 1;
    let head = tail;
    order[tail++] = start;
    while (head < tail) {
      const node = order[head++]!;
      for (let a = offsets[node]!; a < offsets[node + 1]!; a++) {
        const target = targets[a]!;
        if (seen[target]) continue;
        seen[target] = 1;
        order[tail++] = target;
      }
    }
  }
  return order;
}
