// The walk from one residence to its nearest centre, or to a given one: a search outwards from the residence
// (walks are the same both ways) whose bound doubles until a centre is within it, then the way back from the
// centre over nodes whose distances differ by exactly an arc. Nearest is by (distance, centre index), as in
// nearest-access.ts, so path and table name the same centre.

import type { Decimetres } from "../base/index.ts";
import { type Joins, sliceEdge } from "../network/index.ts";
import { FAR, NO_LIMIT } from "./field-search.ts";
import { componentsOf, seedJoins, type Workspace } from "./workspace.ts";

export interface CenterPath {
  readonly center: number;
  /** Both access legs included. */
  readonly distance: Decimetres;
  /** Vertex pairs from the residence's edge point to the centre's, following the edges; frame metres. */
  readonly xy: Float64Array;
}

const FIRST_LIMIT = 5000;

/** The end of a walk: at join `centerJoin`, either from the node at `place`, or along one edge from join `pointJoin`. */
interface Arrival {
  readonly center: number;
  readonly distance: Decimetres;
  readonly centerJoin: number;
  /** -1 when the walk stays on one edge. */
  readonly place: number;
  readonly pointJoin: number;
}

/** Part of an edge, from position `start` to `end`, decimetres from its from-node. */
interface Stretch {
  readonly edge: number;
  readonly start: number;
  readonly end: number;
}

/** `center` null: the nearest. Null when there is no walk. */
export function walkingPath(
  space: Workspace,
  centers: Joins,
  center: number | null,
  point: number,
): CenterPath | null {
  const { search, points } = space;
  const here = new Set(componentsOf(space, points, point));
  const choice = (center === null ? [...new Array(centers.count).keys()] : [center]).filter((c) =>
    [...componentsOf(space, centers, c)].some((component) => here.has(component)),
  );
  if (choice.length === 0) return null;
  for (let limit = FIRST_LIMIT; ; limit = Math.min(2 * limit, NO_LIMIT)) {
    search.clear();
    seedJoins(space, search, points, point, 0);
    search.run(limit);
    const arrival = bestArrival(space, centers, choice, point);
    if (arrival && arrival.distance <= limit) {
      const { center: found, distance } = arrival;
      return {
        center: found,
        distance,
        xy: draw(space, centers, arrival, trace(space, centers, arrival, point)),
      };
    }
    if (limit === NO_LIMIT) return null;
  }
}

function bestArrival(
  space: Workspace,
  centers: Joins,
  choice: readonly number[],
  point: number,
): Arrival | null {
  let best: Arrival | null = null;
  for (const center of choice) {
    for (const arrival of arrivals(space, centers, center, point)) {
      if (arrival.distance < (best?.distance ?? FAR)) best = arrival;
    }
  }
  return best;
}

/** Every way to end at `center`: through the ends of its edges, or along an edge the point joins too. */
function* arrivals(
  { search, points, network, from, to }: Workspace,
  centers: Joins,
  center: number,
  point: number,
): Generator<Arrival> {
  const { cells } = search;
  for (let j = centers.offsets[center]!; j < centers.offsets[center + 1]!; j++) {
    const edge = centers.edge[j]!;
    const along = centers.along[j]!;
    const leg = centers.leg[j]!;
    const ends: readonly (readonly [place: number, rest: number])[] = [
      [from[edge]!, along],
      [to[edge]!, network.edgeLength[edge]! - along],
    ];
    for (const [place, rest] of ends) {
      yield { center, distance: cells[place]! + rest + leg, centerJoin: j, place, pointJoin: -1 };
    }
    for (let p = points.offsets[point]!; p < points.offsets[point + 1]!; p++) {
      if (points.edge[p] !== edge) continue;
      const distance = leg + Math.abs(along - points.along[p]!) + points.leg[p]!;
      yield { center, distance, centerJoin: j, place: -1, pointJoin: p };
    }
  }
}

/** The stretches walked, from the centre back to the point. */
function trace(space: Workspace, centers: Joins, arrival: Arrival, point: number): Traced {
  const { network, points, from, search } = space;
  const edge = centers.edge[arrival.centerJoin]!;
  const start = centers.along[arrival.centerJoin]!;
  if (arrival.place < 0) {
    const end = points.along[arrival.pointJoin]!;
    return { pointJoin: arrival.pointJoin, stretches: [{ edge, start, end }] };
  }
  const rest = arrival.distance - centers.leg[arrival.centerJoin]! - search.cells[arrival.place]!;
  const atFrom = arrival.place === from[edge] && rest === start;
  const stretches: Stretch[] = [{ edge, start, end: atFrom ? 0 : network.edgeLength[edge]! }];
  let place = arrival.place;
  for (;;) {
    const last = firstStretch(space, point, place);
    if (last) {
      stretches.push(last.stretch);
      return { pointJoin: last.pointJoin, stretches };
    }
    const k = arcBack(space, place);
    const walked = space.arcEdge[k]!;
    const length = network.edgeLength[walked]!;
    const forward = from[walked] === place;
    stretches.push({ edge: walked, start: forward ? 0 : length, end: forward ? length : 0 });
    place = 4 * space.graph.arcs[2 * k]!;
  }
}

interface Traced {
  readonly stretches: readonly Stretch[];
  readonly pointJoin: number;
}

/** The stretch from the node at `place` to the point, when the search was seeded there at this distance. */
function firstStretch(
  { points, network, from, to, search }: Workspace,
  point: number,
  place: number,
): { stretch: Stretch; pointJoin: number } | null {
  const distance = search.cells[place]!;
  for (let j = points.offsets[point]!; j < points.offsets[point + 1]!; j++) {
    const edge = points.edge[j]!;
    const end = points.along[j]!;
    const length = network.edgeLength[edge]!;
    if (from[edge] === place && distance === points.leg[j]! + end) {
      return { stretch: { edge, start: 0, end }, pointJoin: j };
    }
    if (to[edge] === place && distance === points.leg[j]! + length - end) {
      return { stretch: { edge, start: length, end }, pointJoin: j };
    }
  }
  return null;
}

/** An arc of the node at `place` whose other end is nearer by exactly its length. */
function arcBack({ graph, search }: Workspace, place: number): number {
  const node = place >> 2;
  const distance = search.cells[place]!;
  for (let k = graph.offsets[node]!; k < graph.offsets[node + 1]!; k++) {
    if (search.cells[4 * graph.arcs[2 * k]!]! + graph.arcs[2 * k + 1]! === distance) return k;
  }
  throw new Error(`No way back from node ${node} at distance ${distance}.`);
}

/** Vertices in walking order; the ends are the joins' own edge points. */
function draw(
  { network, points }: Workspace,
  centers: Joins,
  arrival: Arrival,
  { stretches, pointJoin }: Traced,
): Float64Array {
  const xy: number[] = [];
  for (const { edge, start, end } of stretches.toReversed()) {
    if (start !== end) xy.splice(Math.max(0, xy.length - 2), 2, ...sliceEdge(network, edge, end, start));
  }
  while (xy.length < 4) xy.push(0, 0);
  const shape = Float64Array.from(xy);
  shape.set(points.xy.subarray(2 * pointJoin, 2 * pointJoin + 2));
  shape.set(centers.xy.subarray(2 * arrival.centerJoin, 2 * arrival.centerJoin + 2), shape.length - 2);
  return shape;
}
