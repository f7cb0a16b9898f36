// Ways to rings, and rings to polygons. Open ways are joined end to end by the nodes they share (greedily: at a
// node where more than two meet any pairing closes the same area); rings are nested by containment, whatever the
// roles in the data say: even depth is ground, odd depth a hole in the ring around it.

/** Node indices of one way or ring; a closed ring repeats its first at the end. */
export type NodePath = readonly number[];

export interface AssembledRings {
  readonly rings: readonly NodePath[];
  /** Paths that close nowhere. */
  readonly open: number;
}

export function assembleRings(paths: readonly NodePath[]): AssembledRings {
  const long = paths.filter(({ length }) => length >= 2);
  const rings: NodePath[] = long.filter(isClosed);
  const loose = new Set(long.filter((path) => !isClosed(path)));
  const meeting = pathsByEnd(loose);
  const take = (path: NodePath): void => {
    loose.delete(path);
    for (const end of endsOf(path)) meeting.get(end)!.delete(path);
  };
  let open = 0;
  for (const first of loose) {
    take(first);
    const ring = [...first];
    for (let [next] = meeting.get(ring.at(-1)!)!; next !== undefined && !isClosed(ring); ) {
      take(next);
      ring.push(...(next[0] === ring.at(-1) ? next : next.toReversed()).slice(1));
      [next] = meeting.get(ring.at(-1)!)!;
    }
    if (isClosed(ring)) rings.push(ring);
    else open++;
  }
  return { rings: rings.filter((ring) => new Set(ring).size >= 3), open };
}

const isClosed = (path: NodePath): boolean => path[0] === path.at(-1);
const endsOf = (path: NodePath): [number, number] => [path[0]!, path.at(-1)!];

function pathsByEnd(paths: Iterable<NodePath>): Map<number, Set<NodePath>> {
  const meeting = new Map<number, Set<NodePath>>();
  for (const path of paths) {
    for (const end of endsOf(path)) meeting.set(end, (meeting.get(end) ?? new Set()).add(path));
  }
  return meeting;
}

/** Vertices [x, y] of one closed ring. */
export type Ring = readonly (readonly [number, number])[];

/** Polygons, each its outer ring and then its holes. */
export function nestRings(rings: readonly Ring[]): Ring[][] {
  const measured = rings
    .map((ring) => ({ ring, area: Math.abs(signedArea(ring)), box: boxOf(ring) }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => b.area - a.area);
  const depths: number[] = [];
  const polygons = new Map<number, Ring[]>();
  measured.forEach(({ ring, box }, i) => {
    let parent = -1;
    for (let j = i - 1; j >= 0 && parent < 0; j--) {
      if (boxHolds(measured[j]!.box, box) && ringHolds(measured[j]!.ring, ring)) parent = j;
    }
    const depth = parent < 0 ? 0 : depths[parent]! + 1;
    depths.push(depth);
    if (depth % 2 === 0) polygons.set(i, [ring]);
    else polygons.get(parent)!.push(ring);
  });
  return [...polygons.values()];
}

/** Shoelace formula, in squared units of the vertices, relative to the first vertex. */
function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let doubled = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[i + 1]!;
    doubled += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return doubled / 2;
}

type Box = readonly [number, number, number, number];

function boxOf(ring: Ring): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

const boxHolds = (outer: Box, inner: Box): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

/** Does `outer` hold `inner`? Judged by the first vertex of `inner` that is not one of `outer`, else by a midpoint. */
function ringHolds(outer: Ring, inner: Ring): boolean {
  const corners = new Set(outer.map(([x, y]) => `${x} ${y}`));
  const own = inner.find(([x, y]) => !corners.has(`${x} ${y}`));
  if (own !== undefined) return holds(outer, own[0], own[1]);
  const [[ax, ay], [bx, by]] = [inner[0]!, inner[1]!];
  return holds(outer, (ax + bx) / 2, (ay + by) / 2);
}

/** Even-odd rule. */
function holds(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[i + 1]!;
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
