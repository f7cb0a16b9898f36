// Joins points (residences, centres) to the network at the nearest edge point, not node, by a straight access leg
// that crosses no barrier. Packed R-tree over the edges' segments, searched in widening boxes.
//
// Rules: ground edges come first, an edge on a bridge or in a tunnel is taken only when no ground edge is within
// the cap; where a barrier hides the nearest point, the nearest point that is seen past the barrier's ends is
// taken; a leg of exactly the cap still joins. The walk from a residence to its gate lies inside the compound:
// it is straight and no barrier is looked for on it, and a barrier within GATE_OPENING of a gate is the wall it is in.

import type { Metres } from "../base/index.ts";
import { type BarrierIndex, indexBarriers } from "./barrier-index.ts";
import { GrowingFloat64, GrowingInt32 } from "./growing.ts";
import { boxTree } from "./line-work.ts";
import type { Joins, PathNetwork } from "./path-network.ts";
import type { RouteLinesInFrame } from "./route-lines.ts";
import { nearestFraction } from "./segment-geometry.ts";

export interface GatesInFrame {
  /** Metres, pair per gate. */
  readonly xy: Float64Array;
  readonly compound: readonly string[];
  /** 1 open, 0 closed. */
  readonly open: Uint8Array;
}

export interface Joiner {
  /** One join per point (pairs of `xy`, metres), none for a point further than `cap` from every path. */
  readonly join: (xy: Float64Array, cap: Metres) => Joins;
  /**
   * A point whose compound has open gates joins once through each gate that is within `cap` of a path; every
   * other point joins as in `join`. `compoundOf` is "" for a point of no compound.
   */
  readonly joinThroughGates: (
    xy: Float64Array,
    compoundOf: readonly string[],
    gates: GatesInFrame,
    cap: Metres,
  ) => Joins;
}

/** Metres around a gate in which its own wall does not bar. */
export const GATE_OPENING = 2;

export function createJoiner(network: PathNetwork, barriers: RouteLinesInFrame): Joiner {
  const finder = createFinder(network, indexBarriers(barriers));
  return {
    join(xy, cap) {
      const out = new JoinWriter();
      for (let i = 0; i < xy.length / 2; i++) {
        out.add(finder(xy[2 * i]!, xy[2 * i + 1]!, cap, 0), 0);
        out.endPoint();
      }
      return out.finish();
    },
    joinThroughGates(xy, compoundOf, gates, cap) {
      const out = new JoinWriter();
      const gatesOf = openGates(gates);
      const found = gates.compound.map((_, g) =>
        gates.open[g] === 1 ? finder(gates.xy[2 * g]!, gates.xy[2 * g + 1]!, cap, GATE_OPENING) : null,
      );
      for (let i = 0; i < xy.length / 2; i++) {
        const x = xy[2 * i]!;
        const y = xy[2 * i + 1]!;
        const own = gatesOf.get(compoundOf[i]!);
        if (own === undefined) out.add(finder(x, y, cap, 0), 0);
        for (const g of own ?? []) {
          out.add(found[g]!, Math.hypot(gates.xy[2 * g]! - x, gates.xy[2 * g + 1]! - y));
        }
        out.endPoint();
      }
      return out.finish();
    },
  };
}

function openGates(gates: GatesInFrame): Map<string, number[]> {
  const gatesOf = new Map<string, number[]>();
  gates.compound.forEach((compound, g) => {
    if (compound === "" || gates.open[g] !== 1) return;
    const own = gatesOf.get(compound);
    if (own === undefined) gatesOf.set(compound, [g]);
    else own.push(g);
  });
  return gatesOf;
}

/** The edge point that a point joins at. */
interface EdgePoint {
  readonly edge: number;
  /** Decimetres from the from-node. */
  readonly along: number;
  readonly x: number;
  readonly y: number;
  /** Metres. */
  readonly leg: number;
}

class JoinWriter {
  private readonly offsets = new GrowingInt32();
  private readonly edge = new GrowingInt32();
  private readonly along = new GrowingInt32();
  private readonly leg = new GrowingInt32();
  private readonly xy = new GrowingFloat64();
  constructor() {
    this.offsets.push(0);
  }
  /** `before`: metres walked before the leg starts. */
  add(point: EdgePoint | null, before: number): void {
    if (point === null) return;
    this.edge.push(point.edge);
    this.along.push(point.along);
    this.leg.push(Math.round(10 * (before + point.leg)));
    this.xy.push(point.x);
    this.xy.push(point.y);
  }
  endPoint(): void {
    this.offsets.push(this.edge.length);
  }
  finish(): Joins {
    return {
      count: this.offsets.length - 1,
      offsets: Uint32Array.from(this.offsets.view()),
      edge: Uint32Array.from(this.edge.view()),
      along: Uint32Array.from(this.along.view()),
      leg: Uint32Array.from(this.leg.view()),
      xy: this.xy.view().slice(),
    };
  }
}

/** Finds the edge point for (x, y) within `cap` metres; barriers within `opening` metres of (x, y) do not bar. */
type Finder = (x: number, y: number, cap: number, opening: number) => EdgePoint | null;

/** First box half-width tried, metres: most addresses lie nearer to a path than this. */
const FIRST_REACH = 30;
/** Metres by which a leg clears the end of a barrier. */
const CLEARANCE = 0.01;

function createFinder(network: PathNetwork, barriers: BarrierIndex): Finder {
  const { shapeXY: xy, shapeOffsets, edgeLevel } = network;
  const { segments, edgeOfVertex, walked } = indexShapes(network);
  const tree = boxTree(segments, xy);
  const hasOffGround = edgeLevel.some((level) => level !== 0);

  /** Nearest point of segment `best.segment`; state of one query, reused so that no query allocates. */
  const best = { segment: -1, at: 0, distance: 0 };
  const hidden: { segment: number; distance: number }[] = [];

  const isBlocked = (x: number, y: number, segment: number, at: number, opening: number) => {
    if (barriers.segments.length === 0) return false;
    const toX = xy[2 * segment]! + at * (xy[2 * segment + 2]! - xy[2 * segment]!);
    const toY = xy[2 * segment + 1]! + at * (xy[2 * segment + 3]! - xy[2 * segment + 1]!);
    const length = Math.hypot(toX - x, toY - y);
    if (length <= opening) return false;
    const skip = opening / length;
    return barriers.blocks(x + skip * (toX - x), y + skip * (toY - y), toX, toY);
  };

  const distanceTo = (x: number, y: number, v: number, at: number) =>
    Math.hypot(
      xy[2 * v]! + at * (xy[2 * v + 2]! - xy[2 * v]!) - x,
      xy[2 * v + 1]! + at * (xy[2 * v + 3]! - xy[2 * v + 1]!) - y,
    );

  const searchBox = (x: number, y: number, reach: number, opening: number, groundOnly: boolean) => {
    best.segment = -1;
    best.distance = reach;
    hidden.length = 0;
    tree?.search(x - reach, y - reach, x + reach, y + reach, (i) => {
      const v = segments[i]!;
      if (groundOnly && edgeLevel[edgeOfVertex[v]!] !== 0) return false;
      const at = nearestFraction(xy[2 * v]!, xy[2 * v + 1]!, xy[2 * v + 2]!, xy[2 * v + 3]!, x, y);
      const distance = distanceTo(x, y, v, at);
      if (distance > best.distance || (distance === best.distance && best.segment !== -1)) return false;
      if (isBlocked(x, y, v, at, opening)) {
        hidden.push({ segment: v, distance });
      } else {
        best.segment = v;
        best.at = at;
        best.distance = distance;
      }
      return false;
    });
    hidden.sort((a, b) => a.distance - b.distance);
    for (const { segment, distance } of hidden) {
      if (distance < best.distance) searchPastBarriers(x, y, segment, opening);
    }
    return best.segment !== -1;
  };

  /** Tries the points of a segment that are just seen past a barrier's vertex. */
  const searchPastBarriers = (x: number, y: number, v: number, opening: number) => {
    const reach = best.distance;
    const dx = xy[2 * v + 2]! - xy[2 * v]!;
    const dy = xy[2 * v + 3]! - xy[2 * v + 1]!;
    const nudge = CLEARANCE / Math.hypot(dx, dy);
    barriers.near(x - reach, y - reach, x + reach, y + reach, (b) => {
      for (const vertex of [b, b + 1]) {
        const rayX = barriers.xy[2 * vertex]! - x;
        const rayY = barriers.xy[2 * vertex + 1]! - y;
        const across = dx * rayY - dy * rayX;
        const at = ((x - xy[2 * v]!) * rayY - (y - xy[2 * v + 1]!) * rayX) / across;
        for (const seen of [at - nudge, at + nudge]) {
          if (!(seen >= 0 && seen <= 1)) continue;
          const distance = distanceTo(x, y, v, seen);
          if (distance >= best.distance || isBlocked(x, y, v, seen, opening)) continue;
          best.segment = v;
          best.at = seen;
          best.distance = distance;
        }
      }
      return false;
    });
  };

  const search = (x: number, y: number, cap: number, opening: number, groundOnly: boolean) => {
    for (let reach = Math.min(cap, FIRST_REACH); ; reach = Math.min(cap, 3 * reach)) {
      if (searchBox(x, y, reach, opening, groundOnly)) return true;
      if (reach >= cap) return false;
    }
  };

  return (x, y, cap, opening) => {
    if (!(Number.isFinite(x) && Number.isFinite(y) && cap >= 0)) return null;
    if (!search(x, y, cap, opening, true) && !(hasOffGround && search(x, y, cap, opening, false)))
      return null;
    const v = best.segment;
    const edge = edgeOfVertex[v]!;
    const dx = xy[2 * v + 2]! - xy[2 * v]!;
    const dy = xy[2 * v + 3]! - xy[2 * v + 1]!;
    const share = (walked[v]! + best.at * Math.hypot(dx, dy)) / walked[shapeOffsets[edge + 1]! - 1]!;
    const along = Math.round(Math.min(1, share) * network.edgeLength[edge]!);
    return {
      edge,
      along,
      x: xy[2 * v]! + best.at * dx,
      y: xy[2 * v + 1]! + best.at * dy,
      leg: best.distance,
    };
  };
}

/** First vertex of every segment of every edge, the edge of each vertex, and metres from the edge's start to it. */
function indexShapes({ edgeCount, shapeOffsets, shapeXY: xy }: PathNetwork): {
  segments: Int32Array;
  edgeOfVertex: Uint32Array;
  walked: Float64Array;
} {
  const vertexCount = xy.length / 2;
  const segments = new Int32Array(vertexCount - edgeCount);
  const edgeOfVertex = new Uint32Array(vertexCount);
  const walked = new Float64Array(vertexCount);
  let count = 0;
  for (let e = 0; e < edgeCount; e++) {
    const last = shapeOffsets[e + 1]! - 1;
    for (let v = shapeOffsets[e]!; v <= last; v++) {
      edgeOfVertex[v] = e;
      if (v === last) break;
      segments[count++] = v;
      walked[v + 1] = walked[v]! + Math.hypot(xy[2 * v + 2]! - xy[2 * v]!, xy[2 * v + 3]! - xy[2 * v + 1]!);
    }
  }
  return { segments, edgeOfVertex, walked };
}
