// Which grid each side of a course belongs to. The mesh of all samples (Delaunay) falls into faces where its edges
// cross no course. A face with units of one grid is that grid's as a whole; in a face with several, each sample goes
// to the grid nearest along the mesh; a face without units joins the neighbour beyond the least course, of equals the
// one with the most common border (a watershed on the faces: Cousty et al. 2009), so that borders keep to major ones.

import type { Delaunay } from "d3-delaunay";
import { UnionFind } from "../network/index.ts";
import type { Courses } from "./course-sides.ts";
import { rankCrossed } from "./course-sides.ts";

/** Mesh edges between samples a and b, in columns; `rank` of the highest course each crosses, -1 for none. */
interface Links {
  readonly count: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly rank: Int8Array;
}

/** `known`: grids of the first samples of the mesh; answers the grid of every one of the first `count`. */
export function spreadGrids(
  mesh: Delaunay<unknown>,
  count: number,
  known: Int32Array,
  courses: Courses,
): Int32Array {
  const links = linksOf(mesh, count, known, courses);
  const joined = new UnionFind(count);
  for (let k = 0; k < links.count; k++) if (links.rank[k]! < 0) joined.union(links.a[k]!, links.b[k]!);
  const face = Int32Array.from({ length: count }, (_, sample) => joined.find(sample));
  const gridOf = new Int32Array(count).fill(-1);
  gridOf.set(known);
  const owner = ownersOf(face, known);
  spreadNearest(mesh.points, links, (sample) => owner[face[sample]!] === MIXED, gridOf);
  joinEmpty(face, links, owner, gridOf);
  for (let sample = known.length; sample < count; sample++) {
    if (gridOf[sample] === -1) gridOf[sample] = Math.max(-1, owner[face[sample]!]!);
  }
  return gridOf;
}

/** Owners of a face without units, and of one with units of several grids. */
const EMPTY = -1;
const MIXED = -2;

function linksOf(
  { halfedges, triangles, points }: Delaunay<unknown>,
  count: number,
  known: Int32Array,
  courses: Courses,
): Links {
  const [a, b] = [new Uint32Array(halfedges.length), new Uint32Array(halfedges.length)];
  const rank = new Int8Array(halfedges.length);
  let found = 0;
  for (let e = 0; e < halfedges.length; e++) {
    const [i, j] = [triangles[e]!, triangles[e % 3 === 2 ? e - 2 : e + 1]!];
    if (halfedges[e]! < e || i >= count || j >= count) continue;
    const isSame = i < known.length && j < known.length && known[i] === known[j];
    a[found] = i;
    b[found] = j;
    rank[found++] = isSame
      ? -1
      : rankCrossed(courses, points[2 * i]!, points[2 * i + 1]!, points[2 * j]!, points[2 * j + 1]!);
  }
  return { count: found, a, b, rank };
}

/** Per face the one grid whose units stand in it, EMPTY or MIXED. */
function ownersOf(face: Int32Array, known: Int32Array): Int32Array {
  const owner = new Int32Array(face.length).fill(EMPTY);
  known.forEach((grid, sample) => {
    const own = owner[face[sample]!]!;
    owner[face[sample]!] = own === EMPTY || own === grid ? grid : MIXED;
  });
  return owner;
}

/** Shortest ways from the known samples inside mixed faces (label correcting with a queue); fills what they reach. */
function spreadNearest(
  points: ArrayLike<number>,
  { count, a, b, rank }: Links,
  isMixed: (sample: number) => boolean,
  gridOf: Int32Array,
): void {
  const beside = new Map<number, number[]>();
  const add = (from: number, to: number): void => {
    const list = beside.get(from);
    if (list) list.push(to);
    else beside.set(from, [to]);
  };
  for (let k = 0; k < count; k++) {
    if (rank[k]! >= 0 || !isMixed(a[k]!) || (gridOf[a[k]!]! >= 0 && gridOf[b[k]!]! >= 0)) continue;
    add(a[k]!, b[k]!);
    add(b[k]!, a[k]!);
  }
  const queue = [...beside.keys()].filter((sample) => gridOf[sample]! >= 0).sort((p, q) => p - q);
  const far = new Float64Array(gridOf.length).fill(Infinity);
  for (const sample of queue) far[sample] = 0;
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head]!;
    for (const next of beside.get(at)!) {
      const [dx, dy] = [points[2 * next]! - points[2 * at]!, points[2 * next + 1]! - points[2 * at + 1]!];
      const total = far[at]! + Math.hypot(dx, dy);
      if (total >= far[next]!) continue;
      far[next] = total;
      gridOf[next] = gridOf[at]!;
      queue.push(next);
    }
  }
}

/** A stretch of border: an empty face, its neighbour, and the neighbour's grid where that face is mixed. */
interface Stretch {
  readonly empty: number;
  readonly beside: number;
  readonly grid: number;
  readonly rank: number;
  links: number;
}

/** Gives empty faces to a neighbour, the pair with the least course and the most links first. */
function joinEmpty(
  face: Int32Array,
  { count, a, b, rank }: Links,
  owner: Int32Array,
  gridOf: Int32Array,
): void {
  const stretches = new Map<string, Stretch>();
  const add = (from: number, to: number, crossed: number): void => {
    const [empty, beside] = [face[from]!, face[to]!];
    if (empty === beside || owner[empty] !== EMPTY) return;
    const grid = owner[beside] === MIXED ? gridOf[to]! : -1;
    const key = `${empty},${beside},${grid},${crossed}`;
    const known = stretches.get(key);
    if (known) known.links++;
    else stretches.set(key, { empty, beside, grid, rank: crossed, links: 1 });
  };
  for (let k = 0; k < count; k++) {
    add(a[k]!, b[k]!, rank[k]!);
    add(b[k]!, a[k]!, rank[k]!);
  }
  let open = [...stretches.values()].sort(
    (p, q) =>
      p.rank - q.rank || q.links - p.links || p.empty - q.empty || p.beside - q.beside || p.grid - q.grid,
  );
  for (;;) {
    const next = open.find(({ beside }) => owner[beside] !== EMPTY);
    if (next === undefined) return;
    owner[next.empty] = next.grid >= 0 ? next.grid : owner[next.beside]!;
    open = open.filter(({ empty }) => owner[empty] === EMPTY);
  }
}
