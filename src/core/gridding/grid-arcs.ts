// Borders kept once. Edges that know the grid on either side are chained into arcs between junctions, and the
// polygons of the grids are read from the arcs: around a grid, with it always on the left, and at a junction
// along the first of its own borders met clockwise.

import type { LineColumns, PolygonColumns } from "../geo/index.ts";

/** A straight border from point a to point b with the grids beside it; -1 = outside. */
export interface SideEdge {
  readonly a: number;
  readonly b: number;
  readonly left: number;
  readonly right: number;
}

export interface GridBoundaries {
  /** Arcs in metres from junction to junction; a closed arc ends where it begins. */
  readonly arcs: LineColumns;
  /** Grid on the left and on the right of each arc; -1 = outside the community. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Grids that have ground, ascending, and for each its rings as arcs: k forward, ~k backward. */
  readonly grids: Int32Array;
  readonly rings: readonly (readonly (readonly number[])[])[];
}

export function chainArcs(points: readonly number[], edges: readonly SideEdge[]): GridBoundaries {
  const real = edges.filter(({ a, b }) => a !== b);
  const at = new Map<number, number[]>();
  real.forEach(({ a, b }, e) => {
    at.set(a, [...(at.get(a) ?? []), e]);
    at.set(b, [...(at.get(b) ?? []), e]);
  });
  const isJunction = (point: number): boolean => {
    const own = at.get(point)!;
    return own.length !== 2 || !isSameBorder(real[own[0]!]!, real[own[1]!]!, point);
  };
  const used = new Uint8Array(real.length);
  const chains: { points: number[]; left: number; right: number }[] = [];
  const follow = (edge: number, start: number): void => {
    const first = real[edge]!;
    const forward = first.a === start;
    const chain = [start];
    let [now, end] = [edge, start];
    while (now >= 0) {
      used[now] = 1;
      end = real[now]!.a === end ? real[now]!.b : real[now]!.a;
      chain.push(end);
      now = isJunction(end) ? -1 : (at.get(end)!.find((next) => !used[next]) ?? -1);
    }
    chains.push({
      points: chain,
      left: forward ? first.left : first.right,
      right: forward ? first.right : first.left,
    });
  };
  for (const point of at.keys()) {
    if (isJunction(point)) for (const edge of at.get(point)!) if (!used[edge]) follow(edge, point);
  }
  real.forEach(({ a }, edge) => {
    if (!used[edge]) follow(edge, a);
  });
  return assemble(points, chains);
}

/** The grids' polygons, in the order of `grids`: outer rings counter-clockwise, each with the holes inside it. */
export function polygonsOf({ arcs, grids, rings }: GridBoundaries): PolygonColumns {
  const featureOffsets = [0];
  const partOffsets = [0];
  const ringOffsets = [0];
  const xy: number[] = [];
  for (let g = 0; g < grids.length; g++) {
    const own = rings[g]!.map((ring) => ringPoints(arcs, ring)).map((ring) => ({ ring, area: areaOf(ring) }));
    const outer = own.filter(({ area }) => area > 0).sort((a, b) => a.area - b.area);
    const holes = own.filter(({ area }) => area < 0);
    const parts = outer.map(({ ring }) => [ring]);
    for (const { ring } of holes) {
      const home = outer.findIndex((candidate) => holds(candidate.ring, ring));
      parts[home]?.push(ring);
    }
    for (const part of parts) {
      for (const ring of part) {
        xy.push(...ring);
        ringOffsets.push(xy.length / 2);
      }
      partOffsets.push(ringOffsets.length - 1);
    }
    featureOffsets.push(partOffsets.length - 1);
  }
  return {
    count: grids.length,
    featureOffsets: Uint32Array.from(featureOffsets),
    partOffsets: Uint32Array.from(partOffsets),
    ringOffsets: Uint32Array.from(ringOffsets),
    xy: Float64Array.from(xy),
  };
}

/** Do two edges that meet at `point` go on as one border with the same grids beside it? */
function isSameBorder(e: SideEdge, f: SideEdge, point: number): boolean {
  const isTurned = (e.b === point) !== (f.a === point);
  return isTurned ? e.left === f.right && e.right === f.left : e.left === f.left && e.right === f.right;
}

function assemble(
  points: readonly number[],
  chains: readonly { readonly points: readonly number[]; readonly left: number; readonly right: number }[],
): GridBoundaries {
  const offsets = Uint32Array.from([0, ...chains.map((chain) => chain.points.length)]);
  for (let k = 0; k < chains.length; k++) offsets[k + 1]! += offsets[k]!;
  const xy = Float64Array.from(
    chains.flatMap((chain) => chain.points.flatMap((p) => [points[2 * p]!, points[2 * p + 1]!])),
  );
  const left = Int32Array.from(chains, (chain) => chain.left);
  const right = Int32Array.from(chains, (chain) => chain.right);
  const grids = Int32Array.from(new Set([...left, ...right].filter((grid) => grid >= 0))).sort();
  const rings = Array.from(grids, (grid) => ringsAround(grid, chains, points));
  return { arcs: { count: chains.length, offsets, xy }, left, right, grids, rings };
}

function ringsAround(
  grid: number,
  chains: readonly { readonly points: readonly number[]; readonly left: number; readonly right: number }[],
  points: readonly number[],
): number[][] {
  const leaving = new Map<number, number[]>();
  const open = new Set<number>();
  chains.forEach(({ points: own, left, right }, k) => {
    for (const step of [...(left === grid ? [k] : []), ...(right === grid ? [~k] : [])]) {
      const start = step >= 0 ? own[0]! : own.at(-1)!;
      leaving.set(start, [...(leaving.get(start) ?? []), step]);
      open.add(step);
    }
  });
  const rings: number[][] = [];
  for (const first of open) {
    const ring: number[] = [];
    for (let step: number | undefined = first; step !== undefined && open.delete(step); ) {
      ring.push(step);
      step = nextStep(step, leaving, chains, points, open);
    }
    rings.push(ring);
  }
  return rings;
}

/** Of the steps that leave where `step` ends, the first clockwise from the way back. */
function nextStep(
  step: number,
  leaving: ReadonlyMap<number, readonly number[]>,
  chains: readonly { readonly points: readonly number[] }[],
  points: readonly number[],
  open: ReadonlySet<number>,
): number | undefined {
  const way = wayOf(step, chains);
  const end = way.at(-1)!;
  const back = direction(points, end, way.at(-2)!);
  let best: number | undefined;
  let least = Infinity;
  for (const next of leaving.get(end) ?? []) {
    if (!open.has(next)) continue;
    const own = wayOf(next, chains);
    const turn = (back - direction(points, end, own[1]!) + 4 * Math.PI) % (2 * Math.PI);
    if (turn < least) [least, best] = [turn, next];
  }
  return best;
}

const wayOf = (step: number, chains: readonly { readonly points: readonly number[] }[]): readonly number[] =>
  step >= 0 ? chains[step]!.points : chains[~step]!.points.toReversed();

const direction = (points: readonly number[], from: number, to: number): number =>
  Math.atan2(points[2 * to + 1]! - points[2 * from + 1]!, points[2 * to]! - points[2 * from]!);

/** Vertex pairs of a ring, the first not repeated, none twice in a row. */
function ringPoints({ offsets, xy }: LineColumns, ring: readonly number[]): number[] {
  const found: number[] = [];
  for (const step of ring) {
    const arc = step >= 0 ? step : ~step;
    const [start, end] = [offsets[arc]!, offsets[arc + 1]!];
    for (let k = 0; k + 1 < end - start; k++) {
      const v = step >= 0 ? start + k : end - 1 - k;
      if (found.at(-2) === xy[2 * v] && found.at(-1) === xy[2 * v + 1]) continue;
      found.push(xy[2 * v]!, xy[2 * v + 1]!);
    }
  }
  return found;
}

function areaOf(ring: readonly number[]): number {
  let doubled = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    doubled += ring[j]! * ring[i + 1]! - ring[i]! * ring[j + 1]!;
  }
  return doubled / 2;
}

/** Does the outer ring hold the hole? Judged at the middle of the hole's first edge. */
function holds(outer: readonly number[], hole: readonly number[]): boolean {
  const x = (hole[0]! + hole[2]!) / 2;
  const y = (hole[1]! + hole[3]!) / 2;
  let inside = false;
  for (let i = 0, j = outer.length - 2; i < outer.length; j = i, i += 2) {
    const [yi, yj] = [outer[i + 1]!, outer[j + 1]!];
    if (yi > y === yj > y) continue;
    if (x < ((outer[j]! - outer[i]!) * (y - yi)) / (yj - yi) + outer[i]!) inside = !inside;
  }
  return inside;
}
