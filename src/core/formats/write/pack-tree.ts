// The spatial index of a FlatGeobuf: a packed Hilbert R-tree (Kamel & Faloutsos 1993) in the layout of FlatGeobuf 3.
// Items are sorted by where the middles of their boxes lie on a Hilbert curve over 2¹⁶ cells a side, sixteen make a
// node, and levels stand root first. A node is four doubles (west, south, east, north) and a 64-bit place: the byte at
// which an item starts behind the index, or the number of a node's first child.

export const NODE_SIZE = 16;

export interface PackedTree {
  /** Items in the order in which they must be written. */
  readonly order: Uint32Array;
  readonly bytes: Uint8Array;
}

/** `boxes`: west, south, east, north of item i at [4i, 4i + 4), all finite; `sizes`: bytes of each; one item at least. */
export function packTree(boxes: Float64Array, sizes: Uint32Array): PackedTree {
  const order = sortByHilbert(boxes);
  const counts = levelCounts(order.length);
  const nodes = counts.reduce((sum, count) => sum + count, 0);
  const bytes = new Uint8Array(NODE_BYTES * nodes);
  const view = new DataView(bytes.buffer);
  let start = nodes - order.length;
  let at = 0;
  for (const [i, item] of order.entries()) {
    putNode(view, start + i, boxes.subarray(4 * item, 4 * item + 4), at);
    at += sizes[item]!;
  }
  for (const [below, count] of counts.entries()) {
    const above = counts[below + 1];
    if (above === undefined) break;
    for (let i = 0; i < above; i++) {
      const first = start + NODE_SIZE * i;
      const end = Math.min(first + NODE_SIZE, start + count);
      putNode(view, start - above + i, unionOf(view, first, end), first);
    }
    start -= above;
  }
  return { order, bytes };
}

const NODE_BYTES = 40;

/** Nodes of each level, items first, the root last; an only item has a root above it. */
function levelCounts(items: number): number[] {
  const counts = [items];
  do counts.push(Math.ceil(counts.at(-1)! / NODE_SIZE));
  while (counts.at(-1)! > 1);
  return counts;
}

function putNode(view: DataView, node: number, box: Float64Array, place: number): void {
  for (const [k, value] of box.entries()) view.setFloat64(NODE_BYTES * node + 8 * k, value, true);
  view.setBigUint64(NODE_BYTES * node + 32, BigInt(place), true);
}

function unionOf(view: DataView, first: number, end: number): Float64Array {
  const box = Float64Array.of(Infinity, Infinity, -Infinity, -Infinity);
  for (let node = first; node < end; node++) {
    for (let k = 0; k < 4; k++) {
      const value = view.getFloat64(NODE_BYTES * node + 8 * k, true);
      box[k] = k < 2 ? Math.min(box[k]!, value) : Math.max(box[k]!, value);
    }
  }
  return box;
}

/** Cells of the curve along a side. */
const SIDE = 1 << 16;

function sortByHilbert(boxes: Float64Array): Uint32Array {
  const count = boxes.length / 4;
  const [west, south, east, north] = boundsOf(boxes);
  const cell = (low: number, high: number, least: number, most: number): number =>
    most > least ? Math.min(SIDE - 1, Math.floor((SIDE * ((low + high) / 2 - least)) / (most - least))) : 0;
  const along = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const x = cell(boxes[4 * i]!, boxes[4 * i + 2]!, west, east);
    const y = cell(boxes[4 * i + 1]!, boxes[4 * i + 3]!, south, north);
    along[i] = hilbert(x, y);
  }
  return Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => along[a]! - along[b]! || a - b);
}

function boundsOf(boxes: Float64Array): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    bounds[0] = Math.min(bounds[0], boxes[i]!);
    bounds[1] = Math.min(bounds[1], boxes[i + 1]!);
    bounds[2] = Math.max(bounds[2], boxes[i + 2]!);
    bounds[3] = Math.max(bounds[3], boxes[i + 3]!);
  }
  return bounds;
}

/** Distance along the curve, in cells: quadrant by quadrant, each turned as the curve turns. */
function hilbert(x: number, y: number): number {
  let distance = 0;
  let [a, b] = [x, y];
  for (let half = SIDE / 2; half >= 1; half /= 2) {
    const right = a >= half;
    const upper = b >= half;
    distance += half * half * (upper ? (right ? 2 : 1) : right ? 3 : 0);
    if (right) a -= half;
    if (upper) b -= half;
    if (upper) continue;
    if (right) [a, b] = [half - 1 - a, half - 1 - b];
    [a, b] = [b, a];
  }
  return distance;
}
