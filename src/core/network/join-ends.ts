// Line ends that nearly meet. An end within `tolerance` of another end, or of the inside of a line, is joined to
// it: at no distance they become one junction, else a straight connector as long as the gap is added and nothing
// is moved, so lengths stay true and a row of small gaps cannot pull a street together. Connectors are chosen
// shortest first (Kruskal 1956) and never between spots that are already together within twice the tolerance.
// Levels: an end joins its own level; a loose end of a bridge or tunnel also lands on the ground, and ends in
// exactly one spot join whatever their levels.

import type { BarrierIndex } from "./barrier-index.ts";
import { GrowingFloat64, GrowingInt32 } from "./growing.ts";
import type { LineWork } from "./line-work.ts";
import { nearestFraction, side, WELD } from "./segment-geometry.ts";
import { UnionFind } from "./union-find.ts";

export interface EndRules {
  /** Metres. */
  readonly tolerance: number;
  /** Lines already meet end to end: then only loose ends are joined over a gap. */
  readonly noded: boolean;
}

/** Pairs of places in columns. */
export interface EndJoins {
  /** Places that are one junction although of different levels: pairs. */
  readonly welds: Int32Array;
  /** Places joined over a gap by a connector: pairs. */
  readonly connectors: Int32Array;
  /** Per connector, the vertex at which the joined line ends. */
  readonly connectorVertex: Int32Array;
}

export function joinEnds(work: LineWork, barriers: BarrierIndex, rules: EndRules): EndJoins {
  const meetings = findMeetings(work, rules);
  const order = Array.from({ length: meetings.count }, (_, i) => i).sort(
    (a, b) =>
      meetings.kind.data[a]! - meetings.kind.data[b]! ||
      meetings.gap.data[a]! - meetings.gap.data[b]! ||
      a - b,
  );
  const joiner = new EndJoiner(work, barriers, rules.tolerance);
  for (const i of order) {
    joiner.join(
      meetings.end.data[i]!,
      meetings.segment.data[i]!,
      meetings.at.data[i]!,
      meetings.gap.data[i]!,
    );
  }
  return {
    welds: joiner.welds.view(),
    connectors: joiner.connectors.view(),
    connectorVertex: joiner.connectorVertex.view(),
  };
}

/** What an end could be joined to: row i is end place `end[i]` and segment `segment[i]` at fraction `at[i]`. */
class Meetings {
  readonly end = new GrowingInt32();
  readonly segment = new GrowingInt32();
  /** 0 or 1: a vertex of the segment. */
  readonly at = new GrowingFloat64();
  /** Metres. */
  readonly gap = new GrowingFloat64();
  /** END_TO_END first, then END_TO_SIDE. */
  readonly kind = new GrowingInt32();
  get count(): number {
    return this.end.length;
  }
}
const END_TO_END = 0;
const END_TO_SIDE = 1;

function findMeetings(work: LineWork, rules: EndRules): Meetings {
  const { lines, places, vertexPlace, segments } = work;
  const meetings = new Meetings();
  const seen = new Uint8Array(places.count);
  for (let line = 0; line < lines.count; line++) {
    for (const vertex of [lines.offsets[line]!, lines.offsets[line + 1]! - 1]) {
      const end = vertexPlace[vertex]!;
      if (seen[end] === 1) continue;
      seen[end] = 1;
      const x = places.x.data[end]!;
      const y = places.y.data[end]!;
      const reach = rules.noded && !places.isLoose(end) ? WELD : rules.tolerance;
      segments.near(x - reach, y - reach, x + reach, y + reach, (segment) => {
        meet(work, end, segment, reach, meetings);
        return false;
      });
    }
  }
  return meetings;
}

/** Notes the meeting of `end` with the nearest point of `segment`, when it is near enough and the levels allow. */
function meet(work: LineWork, end: number, segment: number, reach: number, meetings: Meetings): void {
  const { places, vertexPlace, vertexLine } = work;
  const { xy, level } = work.lines;
  if (vertexPlace[segment] === end || vertexPlace[segment + 1] === end) return;
  const [ax, ay, bx, by] = [
    xy[2 * segment]!,
    xy[2 * segment + 1]!,
    xy[2 * segment + 2]!,
    xy[2 * segment + 3]!,
  ];
  const x = places.x.data[end]!;
  const y = places.y.data[end]!;
  const at = snapToVertex(nearestFraction(ax, ay, bx, by, x, y), Math.hypot(bx - ax, by - ay));
  const gap = Math.hypot(ax + at * (bx - ax) - x, ay + at * (by - ay) - y);
  if (gap > reach) return;
  const vertex = vertexAt(segment, at);
  const isEnd = vertex !== -1 && isLineEnd(work, vertex);
  if (at === 1 && !isEnd) return; // the next segment starts at this vertex and notes it
  const levelEnd = places.level.data[end]!;
  const levelOther = level[vertexLine[segment]!]!;
  if (levelEnd !== levelOther && !(isEnd && gap <= WELD)) {
    if (!isLanding(work, end) || (isEnd ? !isLanding(work, vertexPlace[vertex]!) : levelOther !== 0)) return;
  }
  meetings.end.push(end);
  meetings.segment.push(segment);
  meetings.at.push(at);
  meetings.gap.push(gap);
  meetings.kind.push(isEnd ? END_TO_END : END_TO_SIDE);
}

/** Can a line that ends here step to another level? On the ground always, off it where the bridge stops. */
const isLanding = ({ places }: LineWork, place: number): boolean =>
  places.level.data[place] === 0 || places.isLoose(place);

const vertexAt = (segment: number, at: number): number => (at === 0 ? segment : at === 1 ? segment + 1 : -1);

function isLineEnd({ vertexLine }: LineWork, vertex: number): boolean {
  return vertexLine[vertex - 1] !== vertexLine[vertex] || vertexLine[vertex + 1] !== vertexLine[vertex];
}

function snapToVertex(at: number, length: number): number {
  if (at * length <= WELD) return 0;
  return (1 - at) * length <= WELD ? 1 : at;
}

class EndJoiner {
  readonly welds = new GrowingInt32();
  readonly connectors = new GrowingInt32();
  readonly connectorVertex = new GrowingInt32();
  private readonly work: LineWork;
  private readonly barriers: BarrierIndex;
  /** Spots this near along the lines are together already. */
  private readonly together: number;
  private readonly groups: UnionFind;
  private readonly endVertex: Int32Array;

  constructor(work: LineWork, barriers: BarrierIndex, tolerance: number) {
    const { lines, vertexPlace, places } = work;
    this.work = work;
    this.barriers = barriers;
    this.together = 2 * tolerance;
    this.groups = new UnionFind(places.count);
    this.endVertex = new Int32Array(places.count).fill(-1);
    for (let line = 0; line < lines.count; line++) {
      const first = lines.offsets[line]!;
      const last = lines.offsets[line + 1]! - 1;
      this.endVertex[vertexPlace[first]!] = first;
      this.endVertex[vertexPlace[last]!] = last;
      this.alongFrom(first, 0, (vertex) => {
        if (vertex === last) this.groups.union(vertexPlace[first]!, vertexPlace[last]!);
        return false;
      });
    }
  }

  join(end: number, segment: number, at: number, gap: number): void {
    const { places, vertexPlace, lines } = this.work;
    const vertex = vertexAt(segment, at);
    if (vertex !== -1 && gap <= WELD) {
      this.welds.push(end);
      this.welds.push(vertexPlace[vertex]!);
      this.addPass(vertexPlace[vertex]!);
      this.groups.union(end, vertexPlace[vertex]!);
      return;
    }
    const group = this.groups.find(end);
    if (this.alongFrom(segment, at, (v) => this.groups.find(vertexPlace[v]!) === group)) return;
    const { xy } = lines;
    const x = xy[2 * segment]! + at * (xy[2 * segment + 2]! - xy[2 * segment]!);
    const y = xy[2 * segment + 1]! + at * (xy[2 * segment + 3]! - xy[2 * segment + 1]!);
    if (gap <= WELD) {
      this.work.breaks.add(segment, at, end);
      this.addPass(end);
    } else {
      if (this.overshoots(end, segment)) return;
      if (this.barriers.blocks(places.x.data[end]!, places.y.data[end]!, x, y)) return;
      const level = lines.level[this.work.vertexLine[segment]!]!;
      const target = vertex === -1 ? places.at(x, y, level) : vertexPlace[vertex]!;
      if (vertex === -1) this.work.breaks.add(segment, at, target);
      this.addPass(target);
      this.connectors.push(end);
      this.connectors.push(target);
      this.connectorVertex.push(this.endVertex[end]!);
    }
    this.alongFrom(segment, at, (v) => {
      this.groups.union(end, vertexPlace[v]!);
      return false;
    });
  }

  private addPass(place: number): void {
    const { passes } = this.work.places;
    passes.data[place] = passes.data[place]! + 1;
  }

  /** Has the end just crossed the segment? Then it is joined by the crossing, or passes over or under it. */
  private overshoots(end: number, segment: number): boolean {
    const { lines, vertexLine } = this.work;
    const { xy } = lines;
    const vertex = this.endVertex[end]!;
    const own = vertexLine[vertex - 1] === vertexLine[vertex] ? vertex - 1 : vertex;
    const [ax, ay, bx, by] = [xy[2 * own]!, xy[2 * own + 1]!, xy[2 * own + 2]!, xy[2 * own + 3]!];
    const [cx, cy] = [xy[2 * segment]!, xy[2 * segment + 1]!];
    const [dx, dy] = [xy[2 * segment + 2]!, xy[2 * segment + 3]!];
    return (
      side(ax, ay, bx, by, cx, cy) > 0 !== side(ax, ay, bx, by, dx, dy) > 0 &&
      side(cx, cy, dx, dy, ax, ay) > 0 !== side(cx, cy, dx, dy, bx, by) > 0
    );
  }

  /** Visits the vertices of the line within `together` of a point on it, until `visit` says true. */
  private alongFrom(segment: number, at: number, visit: (vertex: number) => boolean): boolean {
    const { vertexLine, lines } = this.work;
    const line = vertexLine[segment]!;
    const length = this.segmentLength(segment);
    let left = this.together - at * length;
    for (let v = segment; left >= 0 && v >= lines.offsets[line]!; v--) {
      if (visit(v)) return true;
      if (v > 0) left -= this.segmentLength(v - 1);
    }
    left = this.together - (1 - at) * length;
    for (let v = segment + 1; left >= 0 && v < lines.offsets[line + 1]!; v++) {
      if (visit(v)) return true;
      left -= this.segmentLength(v);
    }
    return false;
  }

  private segmentLength(vertex: number): number {
    const { xy } = this.work.lines;
    return Math.hypot(xy[2 * vertex + 2]! - xy[2 * vertex]!, xy[2 * vertex + 3]! - xy[2 * vertex + 1]!);
  }
}
