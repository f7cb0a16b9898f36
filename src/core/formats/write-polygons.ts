// Polygon columns as GeoJSON MultiPolygons (RFC 7946: WGS-84, outer rings counter-clockwise, holes clockwise,
// first position repeated at the end), rounded to a given number of decimals (7 are about a centimetre).

import type { PolygonColumns } from "../geo/index.ts";
import { ringArea } from "../geo/index.ts";

export interface PolygonFeature {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, string | number | null>>;
  readonly geometry: { readonly type: "MultiPolygon"; readonly coordinates: readonly Polygon[] } | null;
}
type Position = readonly [number, number];
type Polygon = readonly (readonly Position[])[];

/** Feature `feature` of the columns; geometry null when nothing of it is left after rounding. */
export function polygonFeature(
  polygons: PolygonColumns,
  feature: number,
  properties: PolygonFeature["properties"],
  decimals = 7,
): PolygonFeature {
  const coordinates: Polygon[] = [];
  for (let part = polygons.featureOffsets[feature]!; part < polygons.featureOffsets[feature + 1]!; part++) {
    const first = polygons.partOffsets[part]!;
    const outer = ringPositions(polygons, first, true, decimals);
    if (outer === null) continue;
    const rings = [outer];
    for (let ring = first + 1; ring < polygons.partOffsets[part + 1]!; ring++) {
      const hole = ringPositions(polygons, ring, false, decimals);
      if (hole !== null) rings.push(hole);
    }
    coordinates.push(rings);
  }
  const geometry = coordinates.length === 0 ? null : ({ type: "MultiPolygon", coordinates } as const);
  return { type: "Feature", properties, geometry };
}

/** A closed ring, turned as asked; null when fewer than three positions differ. */
function ringPositions(
  polygons: PolygonColumns,
  ring: number,
  counterClockwise: boolean,
  decimals: number,
): Position[] | null {
  const scale = 10 ** decimals;
  const positions: Position[] = [];
  for (let i = polygons.ringOffsets[ring]!; i < polygons.ringOffsets[ring + 1]!; i++) {
    const x = Math.round(polygons.xy[2 * i]! * scale) / scale;
    const y = Math.round(polygons.xy[2 * i + 1]! * scale) / scale;
    const last = positions.at(-1);
    if (last === undefined || last[0] !== x || last[1] !== y) positions.push([x, y]);
  }
  const [first] = positions;
  const last = positions.at(-1);
  if (first !== undefined && positions.length > 1 && last?.[0] === first[0] && last[1] === first[1])
    positions.pop();
  if (first === undefined || positions.length < 3) return null;
  if (ringArea(polygons, ring) > 0 !== counterClockwise) positions.reverse();
  positions.push(positions[0]!);
  return positions;
}
