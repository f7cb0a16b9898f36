// Splits the lines at every joint: their ends, vertices at which lines meet, and the breaks found in segments.
// Places joined across levels become one node; connectors over near misses become pieces of their own.

import type { EndJoins } from "./join-ends.ts";
import type { LineWork } from "./line-work.ts";
import { Pieces } from "./pieces.ts";
import { UnionFind } from "./union-find.ts";

export function splitLines(work: LineWork, joins: EndJoins): Pieces {
  const { lines, places, vertexPlace } = work;
  const { xy } = lines;
  const nodes = new UnionFind(places.count);
  for (let i = 0; i < joins.welds.length; i += 2) nodes.union(joins.welds[i]!, joins.welds[i + 1]!);
  const pieces = new Pieces();
  const breaks = sortBreaks(work);
  const begin = (place: number) => {
    const node = nodes.find(place);
    pieces.begin(node, places.x.data[node]!, places.y.data[node]!);
  };
  const end = (place: number, level: number, line: number) => {
    const node = nodes.find(place);
    pieces.end(node, places.x.data[node]!, places.y.data[node]!, level, line);
  };
  for (let line = 0; line < lines.count; line++) {
    const level = lines.level[line]!;
    const source = lines.source[line]!;
    const last = lines.offsets[line + 1]! - 1;
    begin(vertexPlace[lines.offsets[line]!]!);
    for (let v = lines.offsets[line]!; v < last; v++) {
      for (let i = breaks.offsets[v]!; i < breaks.offsets[v + 1]!; i++) {
        end(breaks.place[i]!, level, source);
        begin(breaks.place[i]!);
      }
      const place = vertexPlace[v + 1]!;
      if (v + 1 === last) end(place, level, source);
      else if (places.isJoint(place)) {
        end(place, level, source);
        begin(place);
      } else pieces.vertex(xy[2 * v + 2]!, xy[2 * v + 3]!);
    }
  }
  for (let i = 0; i < joins.connectors.length; i += 2) addConnector(work, joins, i, begin, end);
  return pieces;
}

/** A connector lies on the ground where one of its ends does, and belongs to the line that ended. */
function addConnector(
  { places, lines, vertexLine }: LineWork,
  joins: EndJoins,
  i: number,
  begin: (place: number) => void,
  end: (place: number, level: number, line: number) => void,
): void {
  const levels = [places.level.data[joins.connectors[i]!]!, places.level.data[joins.connectors[i + 1]!]!];
  begin(joins.connectors[i]!);
  const line = lines.source[vertexLine[joins.connectorVertex[i / 2]!]!]!;
  end(joins.connectors[i + 1]!, levels.includes(0) ? 0 : levels[0]!, line);
}

/** Breaks by segment (first vertex v: [offsets[v], offsets[v+1])) and along it. */
function sortBreaks({ breaks, vertexPlace }: LineWork): { offsets: Uint32Array; place: Int32Array } {
  const offsets = new Uint32Array(vertexPlace.length + 1);
  const segment = breaks.segment.view();
  for (const v of segment) offsets[v + 1] = offsets[v + 1]! + 1;
  for (let v = 0; v < vertexPlace.length; v++) offsets[v + 1] = offsets[v + 1]! + offsets[v]!;
  const filled = offsets.slice();
  const place = new Int32Array(segment.length);
  const at = new Float64Array(segment.length);
  for (let i = 0; i < segment.length; i++) {
    const first = offsets[segment[i]!]!;
    let slot = filled[segment[i]!]!;
    filled[segment[i]!] = slot + 1;
    for (; slot > first && at[slot - 1]! > breaks.at.data[i]!; slot--) {
      at[slot] = at[slot - 1]!;
      place[slot] = place[slot - 1]!;
    }
    at[slot] = breaks.at.data[i]!;
    place[slot] = breaks.place.data[i]!;
  }
  return { offsets, place };
}
