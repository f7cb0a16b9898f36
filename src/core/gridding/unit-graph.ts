// Which units are neighbours on the ground: Delaunay neighbours of their points (d3-delaunay), community by
// community, no farther apart than `reach` or with nobody between them (Gabriel & Sokal 1969: their territories meet
// on the way), and with no barrier between. A wall with an open gate to the compound on either side of it does not
// part them: the street the gate leads to joins them. Pieces that distance alone parts are joined again by their
// shortest Delaunay edges, then pieces that only drawn water parts; what a river, railway or major road parts stays
// apart.

import { Delaunay } from "d3-delaunay";
import Flatbush from "flatbush";
import type { BarrierIndex } from "../network/index.ts";
import { meetingFraction, UnionFind } from "../network/index.ts";
import type { GridUnits, UnitGraph } from "./grid-units.ts";
import { unitsByArea } from "./grid-units.ts";

export interface UnitGates {
  /** Open gates, metres: pairs. */
  readonly xy: Float64Array;
  /** Compound of each gate, numbered as the units' are; -1 = not known, and then of no use here. */
  readonly compound: Int32Array;
}

export interface UnitGraphInput {
  readonly units: GridUnits;
  readonly areaCount: number;
  /** What parts neighbours (river, railway, major road); null = nothing does. */
  readonly barriers: BarrierIndex | null;
  /** Compound walls: part neighbours, but not a compound with an open gate from the rest. */
  readonly walls?: BarrierIndex;
  /** Edges of water that is only drawn: part neighbours, but leave no piece alone that nothing else parts. */
  readonly water?: BarrierIndex;
  readonly gates?: UnitGates;
  /** Ends of bridges, metres, four numbers each: the nearest units seen from either end are neighbours. */
  readonly bridges?: Float64Array;
  /** Metres between two neighbours with somebody else between; 400 by default: a school or a park and the streets around. */
  readonly reach?: number;
}

/** An undirected edge: units a < b and their common border in decimetres. */
type Edge = readonly [a: number, b: number, border: number];

const REACH = 400;
/** Compounds met from one gate at most: left, right and across the street. */
const OUTSIDE_A_GATE = 3;

export function buildUnitGraph(input: UnitGraphInput): UnitGraph {
  const { units, areaCount, gates, bridges } = input;
  const reach = input.reach ?? REACH;
  const fixed: Edge[] = [];
  const spare: SpareEdge[] = [];
  for (const members of unitsByArea(units.area, areaCount)) sortEdges(input, members, reach, fixed, spare);
  if (gates) fixed.push(...gateEdges(input, gates, reach));
  if (bridges) fixed.push(...bridgeEdges(input, bridges, reach));
  const joined = new UnionFind(units.count);
  for (const [a, b] of fixed) joined.union(a, b);
  spare.sort(
    (a, b) => a.rank - b.rank || a.length - b.length || a.edge[0] - b.edge[0] || a.edge[1] - b.edge[1],
  );
  for (const { edge } of spare) {
    if (joined.union(edge[0], edge[1])) fixed.push(edge);
  }
  return graphFromEdges(units.count, fixed, units.xy);
}

/** A graph from pairs of units as an adjacency table lists them; every border counts 1. */
export function graphFromPairs(count: number, pairs: ArrayLike<number>, xy: Float64Array | null): UnitGraph {
  const edges: Edge[] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const a = pairs[i]!;
    const b = pairs[i + 1]!;
    if (!(a < count && b < count)) throw new Error(`pair ${i / 2} names units ${a}, ${b} of ${count}`);
    if (a !== b) edges.push([Math.min(a, b), Math.max(a, b), 1]);
  }
  return graphFromEdges(count, edges, xy);
}

/** An edge used only to join pieces: rank 0 is too long, rank 1 crosses drawn water. */
interface SpareEdge {
  readonly edge: Edge;
  readonly rank: number;
  readonly length: number;
}

function sortEdges(
  { units, barriers, walls, water, gates }: UnitGraphInput,
  members: Uint32Array,
  reach: number,
  fixed: Edge[],
  spare: SpareEdge[],
): void {
  const gated = new Set(gates?.compound);
  for (const { edge, isOpen } of delaunayEdges(units.xy, members)) {
    const [px, py, qx, qy] = ends(units.xy, edge[0], edge[1]);
    if (isBarred(barriers, px, py, qx, qy)) continue;
    const length = Math.hypot(qx - px, qy - py);
    const isWalled = walls !== undefined && isBarred(walls, px, py, qx, qy);
    if (isWalled && !isGated(edge[0]) && !isGated(edge[1])) continue;
    if (isBarred(water ?? null, px, py, qx, qy)) spare.push({ edge, rank: 1, length });
    else if (isOpen || length <= reach) fixed.push(edge);
    else spare.push({ edge, rank: 0, length });
  }

  /** Does an open gate lead from the unit's compound to the street? */
  function isGated(unit: number): boolean {
    return units.compound[unit]! >= 0 && gated.has(units.compound[unit]!);
  }
}

interface GroundEdge {
  readonly edge: Edge;
  /** Nobody stands in the circle over the edge. */
  readonly isOpen: boolean;
}

/** Delaunay edges with the length of the Voronoi edge they cross, at most twice their own; units on one spot are a chain. */
function delaunayEdges(xy: Float64Array, members: Uint32Array): GroundEdge[] {
  const spots = new Map<string, number>();
  const edges: GroundEdge[] = [];
  const distinct: number[] = [];
  for (const unit of members) {
    const key = `${xy[2 * unit]},${xy[2 * unit + 1]}`;
    const before = spots.get(key);
    if (before === undefined) distinct.push(unit);
    else edges.push({ edge: [before, unit, 1], isOpen: true });
    spots.set(key, unit);
  }
  const points = new Float64Array(2 * distinct.length);
  distinct.forEach((unit, i) => {
    points[2 * i] = xy[2 * unit]!;
    points[2 * i + 1] = xy[2 * unit + 1]!;
  });
  const delaunay = new Delaunay(points);
  const centres = delaunay.voronoi().circumcenters;
  const borders = voronoiLengths(delaunay, centres);
  const crowded = crowdedEdges(delaunay);
  for (let i = 0; i < distinct.length; i++) {
    for (const j of delaunay.neighbors(i)) {
      if (j <= i) continue;
      const length = Math.hypot(points[2 * j]! - points[2 * i]!, points[2 * j + 1]! - points[2 * i + 1]!);
      const border = Math.min(borders.get(i * distinct.length + j) ?? length, 2 * length);
      const [a, b] = [distinct[i]!, distinct[j]!];
      edges.push({
        edge: [Math.min(a, b), Math.max(a, b), Math.max(1, Math.round(border * 10))],
        isOpen: !crowded.has(i * distinct.length + j),
      });
    }
  }
  return edges;
}

/** Edges i < j, key i·n + j, with a point in the circle over them: seen at an obtuse angle from a triangle's third corner. */
function crowdedEdges({ triangles, points }: Delaunay<unknown>): Set<number> {
  const crowded = new Set<number>();
  for (let e = 0; e < triangles.length; e++) {
    const start = e - (e % 3);
    const [i, j, k] = [triangles[e]!, triangles[start + ((e + 1) % 3)]!, triangles[start + ((e + 2) % 3)]!];
    const dot =
      (points[2 * i]! - points[2 * k]!) * (points[2 * j]! - points[2 * k]!) +
      (points[2 * i + 1]! - points[2 * k + 1]!) * (points[2 * j + 1]! - points[2 * k + 1]!);
    if (dot < 0) crowded.add(Math.min(i, j) * (points.length / 2) + Math.max(i, j));
  }
  return crowded;
}

/** Metres of Voronoi edge between points i < j under key i·n + j; edges of the hull are endless and left out. */
function voronoiLengths(delaunay: Delaunay<unknown>, centres: Float64Array): Map<number, number> {
  const { halfedges, triangles, points } = delaunay;
  const lengths = new Map<number, number>();
  for (let e = 0; e < halfedges.length; e++) {
    const twin = halfedges[e]!;
    if (twin < e) continue;
    const i = triangles[e]!;
    const j = triangles[e % 3 === 2 ? e - 2 : e + 1]!;
    const [s, t] = [Math.floor(e / 3), Math.floor(twin / 3)];
    const length = Math.hypot(centres[2 * s]! - centres[2 * t]!, centres[2 * s + 1]! - centres[2 * t + 1]!);
    lengths.set(Math.min(i, j) * (points.length / 2) + Math.max(i, j), length);
  }
  return lengths;
}

/**
 * Through each open gate the nearest unit inside meets the nearest units seen from it outside, one of a compound,
 * and the units behind other compounds' gates that are seen from it.
 */
function gateEdges({ units, barriers, walls }: UnitGraphInput, gates: UnitGates, reach: number): Edge[] {
  const { xy, compound, area } = units;
  if (units.count === 0) return [];
  const tree = new Flatbush(units.count);
  for (let unit = 0; unit < units.count; unit++) tree.add(xy[2 * unit]!, xy[2 * unit + 1]!);
  tree.finish();
  const near = (gate: number, most: number, limit: number, fits: (unit: number) => boolean): number[] =>
    tree.neighbors(gates.xy[2 * gate]!, gates.xy[2 * gate + 1]!, most, limit, fits);
  const isFree = (px: number, py: number, qx: number, qy: number): boolean =>
    !isBarred(barriers, px, py, qx, qy) && !isBarred(walls ?? null, px, py, qx, qy);
  const inner = Int32Array.from(gates.compound, (own, gate) =>
    own < 0 ? -1 : (near(gate, 1, Infinity, (unit) => compound[unit] === own)[0] ?? -1),
  );
  const edges: Edge[] = [];
  for (let gate = 0; gate < inner.length; gate++) {
    if (inner[gate]! < 0) continue;
    for (const unit of seenUnits(gate)) edges.push(edgeOf(inner[gate]!, unit));
    for (const other of seenGates(gate)) edges.push(edgeOf(inner[gate]!, inner[other]!));
  }
  return edges;

  function seenUnits(gate: number): number[] {
    const own = gates.compound[gate]!;
    const home = area[inner[gate]!]!;
    const found: number[] = [];
    const met = new Set<number>();
    for (const unit of near(gate, Infinity, reach, (at) => compound[at] !== own && area[at] === home)) {
      if (met.size === OUTSIDE_A_GATE) break;
      const [px, py, qx, qy] = [...spot(gates.xy, gate), ...spot(xy, unit)];
      if (met.has(compound[unit]!) || !isFree(px, py, qx, qy)) continue;
      met.add(compound[unit]!);
      found.push(unit);
    }
    return found;
  }

  function seenGates(gate: number): number[] {
    const home = area[inner[gate]!]!;
    const found: number[] = [];
    for (let other = 0; other < gate; other++) {
      const there = inner[other]!;
      if (there < 0 || gates.compound[other] === gates.compound[gate] || area[there] !== home) continue;
      const [px, py, qx, qy] = ends(gates.xy, gate, other);
      if (Math.hypot(qx - px, qy - py) <= reach && isFree(px, py, qx, qy)) found.push(other);
    }
    return found;
  }
}

/** Across each bridge the nearest unit seen from one end meets the nearest of the same community seen from the other. */
function bridgeEdges(
  { units, barriers, water }: UnitGraphInput,
  bridges: Float64Array,
  reach: number,
): Edge[] {
  const { xy, area } = units;
  if (units.count === 0) return [];
  const tree = new Flatbush(units.count);
  for (let unit = 0; unit < units.count; unit++) tree.add(xy[2 * unit]!, xy[2 * unit + 1]!);
  tree.finish();
  const seen = (end: number): number[] => {
    const [px, py] = spot(bridges, end);
    const isSeen = (unit: number): boolean =>
      !isBarred(barriers, px, py, ...spot(xy, unit)) && !isBarred(water ?? null, px, py, ...spot(xy, unit));
    return tree.neighbors(px, py, Infinity, reach, isSeen);
  };
  const edges: Edge[] = [];
  for (let end = 0; end + 1 < bridges.length / 2; end += 2) {
    const there = seen(end + 1);
    const met = new Set<number>();
    for (const a of seen(end)) {
      const b = there.find((unit) => area[unit] === area[a]);
      if (b === undefined || b === a || area[a]! < 0 || met.has(area[a]!)) continue;
      met.add(area[a]!);
      edges.push(edgeOf(a, b));
    }
  }
  return edges;
}

const edgeOf = (a: number, b: number): Edge => [Math.min(a, b), Math.max(a, b), 1];

/** Does p→q cross a barrier other than at an open gate? */
function isBarred(barriers: BarrierIndex | null, px: number, py: number, qx: number, qy: number): boolean {
  if (barriers === null) return false;
  const { xy, segments, crosses, isOpen } = barriers;
  const west = Math.min(px, qx);
  const south = Math.min(py, qy);
  return segments.near(west, south, Math.max(px, qx), Math.max(py, qy), (v) => {
    if (!crosses(v, px, py, qx, qy)) return false;
    const t = meetingFraction(px, py, qx, qy, xy[2 * v]!, xy[2 * v + 1]!, xy[2 * v + 2]!, xy[2 * v + 3]!);
    return !isOpen(px + t * (qx - px), py + t * (qy - py));
  });
}

const spot = (xy: Float64Array, point: number): [number, number] => [xy[2 * point]!, xy[2 * point + 1]!];

const ends = (xy: Float64Array, a: number, b: number): [number, number, number, number] => [
  ...spot(xy, a),
  ...spot(xy, b),
];

/** Columns from edges, each pair once (the longest border said), arcs turned counter-clockwise from the east. */
function graphFromEdges(count: number, edges: readonly Edge[], xy: Float64Array | null): UnitGraph {
  const lists: Map<number, number>[] = Array.from({ length: count }, () => new Map<number, number>());
  for (const [a, b, border] of edges) {
    const longest = Math.max(border, lists[a]!.get(b) ?? 0);
    lists[a]!.set(b, longest);
    lists[b]!.set(a, longest);
  }
  const offsets = new Uint32Array(count + 1);
  for (let unit = 0; unit < count; unit++) offsets[unit + 1] = offsets[unit]! + lists[unit]!.size;
  const neighbours = new Uint32Array(offsets[count]!);
  const border = new Uint32Array(offsets[count]!);
  const closed = new Uint8Array(offsets[count]!);
  for (let unit = 0; unit < count; unit++) {
    const order = [...lists[unit]!.keys()].sort((a, b) => turn(xy, unit, a) - turn(xy, unit, b) || a - b);
    order.forEach((other, k) => {
      const arc = offsets[unit]! + k;
      neighbours[arc] = other;
      border[arc] = lists[unit]!.get(other)!;
      closed[arc] = lists[other]!.has(order[(k + 1) % order.length]!) ? 1 : 0;
    });
  }
  return { offsets, neighbours, border, closed };
}

/** Direction from a to b in radians, -π to π; 0 where no points are known. */
const turn = (xy: Float64Array | null, a: number, b: number): number =>
  xy === null ? 0 : Math.atan2(xy[2 * b + 1]! - xy[2 * a + 1]!, xy[2 * b]! - xy[2 * a]!);
