// A small walking model of the town, only to place things well: stretches between junctions as a graph, Dijkstra from
// one place, homes joined at the nearest path or through the open gates of their compound. The product's own engine
// is the judge (tests/demo/planted.test.ts); this one only has to be near enough.

const SQUARE = 80;

/** @param stretches noded lines with ground polylines `xy` and `layer` */
export function createWalk(stretches) {
  const graph = makeGraph(stretches);
  const squares = hashSegments(stretches);
  const join = (point, cap = 200) => nearestJoin(squares, graph, point, cap);
  /** Ways from a home to the graph: through each open gate, else one straight leg. */
  const joinsOf = (point, gates = []) => {
    if (gates.length === 0) return [join(point)].filter(Boolean);
    return gates.flatMap((gate) => {
      const found = join(gate);
      return found ? [{ ...found, leg: found.leg + Math.hypot(gate[0] - point[0], gate[1] - point[1]) }] : [];
    });
  };
  return { join, joinsOf, metresFrom: (point) => metresFrom(graph, join(point)) };
}

/** Metres to one of the ways to the graph, Infinity when none is reached. */
export const metresTo = (field, joins) =>
  joins.reduce((best, { edge, along, leg }) => {
    const metres = Math.min(field[edge.a] + along, field[edge.b] + edge.length - along) + leg;
    return Math.min(best, metres);
  }, Number.POSITIVE_INFINITY);

function makeGraph(stretches) {
  const numbers = new Map();
  const node = ([x, y]) => {
    const key = `${Math.round(x * 10)} ${Math.round(y * 10)}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key);
  };
  const edges = stretches.map(({ xy }) => ({ a: node(xy[0]), b: node(xy.at(-1)), length: lengthOf(xy) }));
  const arcs = Array.from({ length: numbers.size }, () => []);
  for (const { a, b, length } of edges) {
    arcs[a].push([b, length]);
    arcs[b].push([a, length]);
  }
  return { edges, arcs };
}

function hashSegments(stretches) {
  const squares = new Map();
  stretches.forEach(({ xy, layer }, edge) => {
    if (layer !== 0) return;
    let along = 0;
    for (let i = 1; i < xy.length; i++) {
      const segment = { edge, along, a: xy[i - 1], b: xy[i] };
      along += Math.hypot(xy[i][0] - xy[i - 1][0], xy[i][1] - xy[i - 1][1]);
      for (const key of squaresOf(segment)) {
        if (!squares.has(key)) squares.set(key, []);
        squares.get(key).push(segment);
      }
    }
  });
  return squares;
}

function squaresOf({ a, b }) {
  const keys = [];
  const range = (axis) =>
    [Math.min(a[axis], b[axis]), Math.max(a[axis], b[axis])].map((value) => Math.floor(value / SQUARE));
  const [x, y] = [range(0), range(1)];
  for (let i = x[0]; i <= x[1]; i++) for (let k = y[0]; k <= y[1]; k++) keys.push(`${i} ${k}`);
  return keys;
}

function nearestJoin(squares, graph, point, cap) {
  const [x, y] = point.map((value) => Math.floor(value / SQUARE));
  const rings = Math.ceil(cap / SQUARE);
  let best = null;
  for (let ring = 0; ring <= rings && !(best && best.leg < (ring - 1) * SQUARE); ring++) {
    for (const segment of segmentsInRing(squares, x, y, ring)) {
      const { t, off, length } = project(segment, point);
      if (off > cap || (best && off >= best.leg)) continue;
      best = { edge: graph.edges[segment.edge], along: segment.along + t * length, leg: off };
    }
  }
  return best;
}

function segmentsInRing(squares, x, y, ring) {
  const found = [];
  for (let i = -ring; i <= ring; i++) {
    for (let k = -ring; k <= ring; k++) {
      if (Math.max(Math.abs(i), Math.abs(k)) === ring)
        found.push(...(squares.get(`${x + i} ${y + k}`) ?? []));
    }
  }
  return found;
}

function project({ a, b }, [x, y]) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  const t = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length ** 2));
  return { t, length, off: Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy) };
}

/** Dijkstra with a binary heap from both ends of the edge a place joins; metres per node. */
function metresFrom({ arcs }, from) {
  const field = new Float64Array(arcs.length).fill(Number.POSITIVE_INFINITY);
  if (!from) return field;
  const heap = [];
  const reach = (node, metres) => {
    if (metres >= field[node]) return;
    field[node] = metres;
    push(heap, [metres, node]);
  };
  reach(from.edge.a, from.leg + from.along);
  reach(from.edge.b, from.leg + from.edge.length - from.along);
  while (heap.length > 0) {
    const [metres, node] = pop(heap);
    if (metres > field[node]) continue;
    for (const [to, length] of arcs[node]) reach(to, metres + length);
  }
  return field;
}

function push(heap, item) {
  let i = heap.push(item) - 1;
  while (i > 0 && heap[(i - 1) >> 1][0] > item[0]) {
    heap[i] = heap[(i - 1) >> 1];
    i = (i - 1) >> 1;
  }
  heap[i] = item;
}

function pop(heap) {
  const top = heap[0];
  const item = heap.pop();
  if (heap.length === 0) return top;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1][0] < heap[child][0]) child++;
    if (heap[child][0] >= item[0]) break;
    heap[i] = heap[child];
    i = child;
  }
  heap[i] = item;
  return top;
}

const lengthOf = (xy) =>
  xy.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - xy[i][0], y - xy[i][1]), 0);
