// Columns to GeoJSON, the only form in which MapLibre takes data. Degrees in, degrees out; a feature's id is
// its row, so that colours can change by row later without sending geometry again.

import type { Feature, FeatureCollection, GeoJsonProperties, Geometry, Position } from "geojson";
import type { LineColumns, PolygonColumns } from "../../core/geo/index.ts";

export type Properties = (row: number) => GeoJsonProperties;

const none: Properties = () => ({});

export const NO_FEATURES: FeatureCollection = { type: "FeatureCollection", features: [] };

export const collection = (features: Feature[]): FeatureCollection => ({
  type: "FeatureCollection",
  features,
});

export const feature = (id: number, geometry: Geometry, properties: GeoJsonProperties = {}): Feature => ({
  type: "Feature",
  id,
  geometry,
  properties,
});

/** All polygons of the columns; features without parts are left out. */
export function polygonFeatures(polygons: PolygonColumns, properties: Properties = none): FeatureCollection {
  const features: Feature[] = [];
  for (let row = 0; row < polygons.count; row++) {
    const coordinates = polygonParts(polygons, row);
    if (coordinates.length > 0)
      features.push(feature(row, { type: "MultiPolygon", coordinates }, properties(row)));
  }
  return collection(features);
}

/** Lines of the columns for which `keep` holds. */
export function lineFeatures(
  lines: LineColumns,
  properties: Properties = none,
  keep: (row: number) => boolean = () => true,
): FeatureCollection {
  const features: Feature[] = [];
  for (let row = 0; row < lines.count; row++) {
    const [start, end] = [lines.offsets[row]!, lines.offsets[row + 1]!];
    if (end - start < 2 || !keep(row)) continue;
    features.push(
      feature(row, { type: "LineString", coordinates: pairs(lines.xy, start, end) }, properties(row)),
    );
  }
  return collection(features);
}

/** Parts, rings, positions of one feature, rings closed. */
export function polygonParts(polygons: PolygonColumns, row: number): Position[][][] {
  const { featureOffsets, partOffsets, ringOffsets, xy } = polygons;
  const parts: Position[][][] = [];
  for (let part = featureOffsets[row]!; part < featureOffsets[row + 1]!; part++) {
    const rings: Position[][] = [];
    for (let ring = partOffsets[part]!; ring < partOffsets[part + 1]!; ring++) {
      const positions = pairs(xy, ringOffsets[ring]!, ringOffsets[ring + 1]!);
      if (positions.length > 2) rings.push([...positions, positions[0]!]);
    }
    if (rings.length > 0) parts.push(rings);
  }
  return parts;
}

/** Vertex pairs [start, end) as positions. */
export function pairs(xy: Float64Array, start = 0, end = xy.length / 2): Position[] {
  const positions: Position[] = [];
  for (let i = start; i < end; i++) positions.push([xy[2 * i]!, xy[2 * i + 1]!]);
  return positions;
}
