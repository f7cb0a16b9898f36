// The nearest point of the network's edges that is in sight of a point, searched in widening boxes.
//
// Rules: ground edges come first, an edge on a bridge or in a tunnel is taken only when no ground edge is within
// the cap; a leg of exactly the cap counts. Where a barrier hides the nearest point of a segment, its
// nearest visible point lies on the line of sight past one of the barrier's vertices, so those are tried.

import type { Metres } from "../base/index.ts";
import type { BarrierIndex } from "./barrier-index.ts";
import type { PathNetwork } from "./path-network.ts";
import { nearestFraction } from "./segment-geometry.ts";
import { SegmentTree } from "./segment-tree.ts";

/** The edge point that a point joins at. */
export interface EdgePoint {
  readonly edge: number;
  /** Decimetres from the from-node. */
  readonly along: number;
  readonly x: number;
  readonly y: number;
  /** Metres. */
  readonly leg: number;
}

/** First box half-width tried, metres: most addresses lie nearer to a path than this. */
const FIRST_REACH = 30;
/** Metres by which a leg clears the end of a barrier. */
const CLEARANCE = 0.01;

export class EdgePointFinder {
  private readonly network: PathNetwork;
  private readonly barriers: BarrierIndex;
  private readonly segments: SegmentTree;
  private readonly edgeOfVertex: Uint32Array;
  /** Metres from the edge's start to each vertex. */
  private readonly walked: Float64Array;
  private readonly hasOffGround: boolean;

  // The query in hand and the best answer so far: kept here so that a query allocates next to nothing.
  private x = 0;
  private y = 0;
  private opening = 0;
  private bestSegment = -1;
  private bestAt = 0;
  private bestDistance = 0;

  constructor(network: PathNetwork, barriers: BarrierIndex) {
    const { edgeOfVertex, walked } = measureShapes(network);
    this.network = network;
    this.barriers = barriers;
    this.segments = new SegmentTree(network.shapeOffsets, network.shapeXY);
    this.edgeOfVertex = edgeOfVertex;
    this.walked = walked;
    this.hasOffGround = network.edgeLevel.some((level) => level !== 0);
  }

  /** The edge point for (x, y) within `cap`; barriers within `opening` of (x, y) do not bar. All metres. */
  find(x: Metres, y: Metres, cap: Metres, opening: Metres): EdgePoint | null {
    if (!(Number.isFinite(x) && Number.isFinite(y) && cap >= 0)) return null;
    this.x = x;
    this.y = y;
    this.opening = opening;
    const found = this.search(cap, true) || (this.hasOffGround && this.search(cap, false));
    return found ? this.edgePoint() : null;
  }

  private search(cap: Metres, groundOnly: boolean): boolean {
    for (let reach = Math.min(cap, FIRST_REACH); ; reach = Math.min(cap, 3 * reach)) {
      if (this.searchBox(reach, groundOnly)) return true;
      if (reach >= cap) return false;
    }
  }

  /** Is there a visible point within `reach`? Then it is the best. */
  private searchBox(reach: Metres, groundOnly: boolean): boolean {
    const { x, y, edgeOfVertex } = this;
    const { shapeXY: xy, edgeLevel } = this.network;
    const hidden: { segment: number; distance: Metres }[] = [];
    this.bestSegment = -1;
    this.bestDistance = reach;
    this.segments.near(x - reach, y - reach, x + reach, y + reach, (v) => {
      if (groundOnly && edgeLevel[edgeOfVertex[v]!] !== 0) return false;
      const at = nearestFraction(xy[2 * v]!, xy[2 * v + 1]!, xy[2 * v + 2]!, xy[2 * v + 3]!, x, y);
      const distance = this.distanceTo(v, at);
      if (this.improves(distance) && !this.take(v, at, distance)) hidden.push({ segment: v, distance });
      return false;
    });
    hidden.sort((a, b) => a.distance - b.distance);
    for (const { segment, distance } of hidden) {
      if (this.improves(distance)) this.lookPastBarriers(segment);
    }
    return this.bestSegment !== -1;
  }

  /** Tries the points of a segment that are just seen past a barrier's vertex. */
  private lookPastBarriers(v: number): void {
    const { x, y, barriers, bestDistance: reach } = this;
    const { shapeXY: xy } = this.network;
    const dx = xy[2 * v + 2]! - xy[2 * v]!;
    const dy = xy[2 * v + 3]! - xy[2 * v + 1]!;
    const nudge = CLEARANCE / Math.hypot(dx, dy);
    barriers.segments.near(x - reach, y - reach, x + reach, y + reach, (barrier) => {
      for (const vertex of [barrier, barrier + 1]) {
        const sightX = barriers.xy[2 * vertex]! - x;
        const sightY = barriers.xy[2 * vertex + 1]! - y;
        const at = ((x - xy[2 * v]!) * sightY - (y - xy[2 * v + 1]!) * sightX) / (dx * sightY - dy * sightX);
        for (const seen of [at - nudge, at + nudge]) {
          if (!(seen >= 0 && seen <= 1)) continue;
          const distance = this.distanceTo(v, seen);
          if (this.improves(distance)) this.take(v, seen, distance);
        }
      }
      return false;
    });
  }

  private improves(distance: Metres): boolean {
    return distance < this.bestDistance || (distance === this.bestDistance && this.bestSegment === -1);
  }

  /** Makes the point the best unless a barrier hides it. */
  private take(segment: number, at: number, distance: Metres): boolean {
    if (this.isHidden(segment, at, distance)) return false;
    this.bestSegment = segment;
    this.bestAt = at;
    this.bestDistance = distance;
    return true;
  }

  private isHidden(v: number, at: number, distance: Metres): boolean {
    const { x, y, opening, barriers } = this;
    if (barriers.segments.isEmpty || distance <= opening) return false;
    const { shapeXY: xy } = this.network;
    const toX = xy[2 * v]! + at * (xy[2 * v + 2]! - xy[2 * v]!);
    const toY = xy[2 * v + 1]! + at * (xy[2 * v + 3]! - xy[2 * v + 1]!);
    const skip = opening === 0 ? 0 : opening / distance;
    return barriers.blocks(x + skip * (toX - x), y + skip * (toY - y), toX, toY);
  }

  private distanceTo(v: number, at: number): Metres {
    const { shapeXY: xy } = this.network;
    return Math.hypot(
      xy[2 * v]! + at * (xy[2 * v + 2]! - xy[2 * v]!) - this.x,
      xy[2 * v + 1]! + at * (xy[2 * v + 3]! - xy[2 * v + 1]!) - this.y,
    );
  }

  private edgePoint(): EdgePoint {
    const { walked, bestSegment: v, bestAt: at } = this;
    const { shapeXY: xy, shapeOffsets, edgeLength } = this.network;
    const edge = this.edgeOfVertex[v]!;
    const dx = xy[2 * v + 2]! - xy[2 * v]!;
    const dy = xy[2 * v + 3]! - xy[2 * v + 1]!;
    const share = (walked[v]! + at * Math.hypot(dx, dy)) / walked[shapeOffsets[edge + 1]! - 1]!;
    return {
      edge,
      along: Math.round(Math.min(1, share) * edgeLength[edge]!),
      x: xy[2 * v]! + at * dx,
      y: xy[2 * v + 1]! + at * dy,
      leg: this.bestDistance,
    };
  }
}

/** The edge of each vertex, and metres from the edge's start to it. */
function measureShapes({ edgeCount, shapeOffsets, shapeXY: xy }: PathNetwork): {
  edgeOfVertex: Uint32Array;
  walked: Float64Array;
} {
  const vertexCount = xy.length / 2;
  const edgeOfVertex = new Uint32Array(vertexCount);
  const walked = new Float64Array(vertexCount);
  for (let e = 0; e < edgeCount; e++) {
    const last = shapeOffsets[e + 1]! - 1;
    for (let v = shapeOffsets[e]!; v <= last; v++) {
      edgeOfVertex[v] = e;
      if (v === last) break;
      walked[v + 1] = walked[v]! + Math.hypot(xy[2 * v + 2]! - xy[2 * v]!, xy[2 * v + 3]! - xy[2 * v + 1]!);
    }
  }
  return { edgeOfVertex, walked };
}
