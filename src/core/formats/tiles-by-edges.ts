// Do areas tile one piece of ground exactly? Seen from their borders alone, without any boolean operation: with every
// ring run counter-clockwise, where every border but the outermost is run along once each way, and the outermost is one ring
// that nothing crosses, the winding numbers of all rings add up to that ring's, which is one inside and none outside; so
// each point within lies in exactly one area. O(n log n). False says nothing: then the areas have to be measured.

import Flatbush from "flatbush";
import { type PolygonColumns, ringArea } from "../geo/index.ts";

export function tilesByEdges(polygons: PolygonColumns): boolean {
  const { ringOffsets, partOffsets, xy } = polygons;
  if (partOffsets.length !== ringOffsets.length) return false;
  const outermost = unpairedEdges(polygons);
  return outermost !== null && isOneRing([...outermost.keys()]) && !hasCrossing(xy, [...outermost.values()]);
}

type Edge = readonly [from: number, to: number];

/** Edges that no other ring runs along the other way, by their ends; null where rings are not as they must be. */
function unpairedEdges(polygons: PolygonColumns): Map<string, Edge> | null {
  const { ringOffsets, xy } = polygons;
  const single = new Map<string, Edge>();
  for (let ring = 0; ring + 1 < ringOffsets.length; ring++) {
    const [start, end] = [ringOffsets[ring]!, ringOffsets[ring + 1]!];
    const area = ringArea(polygons, ring);
    if (area === 0) return null;
    for (let v = start; v < end; v++) {
      const after = v + 1 < end ? v + 1 : start;
      const edge: Edge = area > 0 ? [v, after] : [after, v];
      const [from, to] = [vertexKey(xy, edge[0]), vertexKey(xy, edge[1])];
      if (from === to || single.delete(`${to} ${from}`)) continue;
      if (single.has(`${from} ${to}`)) return null;
      single.set(`${from} ${to}`, edge);
    }
  }
  return single;
}

const vertexKey = (xy: Float64Array, v: number): string => `${xy[2 * v]},${xy[2 * v + 1]}`;

/** Do edges "from to" make one ring, each corner met once? */
function isOneRing(edges: readonly string[]): boolean {
  const next = new Map(edges.map((edge) => edge.split(" ") as [string, string]));
  const [first] = next.keys();
  if (first === undefined || next.size !== edges.length) return false;
  let at = first;
  for (let steps = 1; steps <= next.size; steps++) {
    const after = next.get(at);
    if (after === undefined) return false;
    if (after === first) return steps === next.size;
    at = after;
  }
  return false;
}

/** Do two segments cross, touch or lie on one another other than end to end? */
function hasCrossing(xy: Float64Array, segments: readonly (readonly [number, number])[]): boolean {
  const index = new Flatbush(segments.length);
  for (const [a, b] of segments) {
    const [ax, ay, bx, by] = [xy[2 * a]!, xy[2 * a + 1]!, xy[2 * b]!, xy[2 * b + 1]!];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return segments.some(([a, b], own) => {
    const [ax, ay, bx, by] = [xy[2 * a]!, xy[2 * a + 1]!, xy[2 * b]!, xy[2 * b + 1]!];
    const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const;
    return index
      .search(...box, (other) => other > own)
      .some((other) => {
        const [c, d] = segments[other]!;
        const shared = [a, b].some((p) => [c, d].some((q) => vertexKey(xy, p) === vertexKey(xy, q)));
        return !shared && meets(xy, a, b, c, d);
      });
  });
}

function meets(xy: Float64Array, a: number, b: number, c: number, d: number): boolean {
  const turn = (p: number, q: number, r: number): number =>
    Math.sign(
      (xy[2 * q]! - xy[2 * p]!) * (xy[2 * r + 1]! - xy[2 * p + 1]!) -
        (xy[2 * q + 1]! - xy[2 * p + 1]!) * (xy[2 * r]! - xy[2 * p]!),
    );
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}
