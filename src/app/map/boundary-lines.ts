// Outlines of places as lines in which every stretch occurs once. Neighbours share their borders, and a
// dashed line drawn twice along the same border fills its own gaps; so segments already drawn are left out
// (equal end points to 1e-7 degrees, about a centimetre) and the rest are chained along each ring.

import type { FeatureCollection, Position } from "geojson";
import type { PolygonColumns } from "../../core/geo/index.ts";
import { collection, feature } from "./features.ts";

const PRECISION = 1e7;

/** Segments drawn so far; pass the same one on to leave them out of the next layer too. */
export type DrawnSegments = Set<string>;

export function boundaryLines(polygons: PolygonColumns, drawn: DrawnSegments): FeatureCollection {
  const lines: Position[][] = [];
  const rings = polygons.ringOffsets.length - 1;
  for (let ring = 0; ring < rings; ring++) {
    const start = polygons.ringOffsets[ring]!;
    const count = polygons.ringOffsets[ring + 1]! - start;
    let line: Position[] = [];
    for (let k = 0; k < count; k++) {
      const from = positionAt(polygons.xy, start + k);
      const to = positionAt(polygons.xy, start + ((k + 1) % count));
      if (drawn.has(segmentKey(from, to))) {
        if (line.length > 0) lines.push(line);
        line = [];
        continue;
      }
      drawn.add(segmentKey(from, to));
      if (line.length === 0) line.push(from);
      line.push(to);
    }
    if (line.length > 0) lines.push(line);
  }
  return collection(lines.map((coordinates, row) => feature(row, { type: "LineString", coordinates })));
}

const positionAt = (xy: Float64Array, vertex: number): Position => [xy[2 * vertex]!, xy[2 * vertex + 1]!];

/** The same for both directions. */
function segmentKey(from: Position, to: Position): string {
  const [a, b] = [vertexKey(from), vertexKey(to)];
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

const vertexKey = ([x, y]: Position): string => `${Math.round(x! * PRECISION)},${Math.round(y! * PRECISION)}`;
