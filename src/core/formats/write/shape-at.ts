// One row's geometry out of columns as a GeoJSON shape, and the kind of a whole column. Rings are closed and
// turned by the right-hand rule (RFC 7946 §3.1.6); signed areas by the shoelace formula relative to the first
// vertex, so that small rings far from the origin keep their sign. Vertices are passed on as they are.

import type { LineColumns, PointColumns, PolygonColumns } from "../../geo/index.ts";
import type { ExportGeometry, Position, Shape, ShapeKind, ShapeList } from "./export-types.ts";

export function shapeKind(geometry: ExportGeometry): ShapeKind {
  if ("shapes" in geometry) return geometry.kind;
  if ("featureOffsets" in geometry) return "polygon";
  return "offsets" in geometry ? "line" : "point";
}

/** Does any row have a shape of several parts? */
export function isMulti(geometry: ExportGeometry): boolean {
  if ("featureOffsets" in geometry) {
    const { featureOffsets, count } = geometry;
    for (let i = 0; i < count; i++) if (featureOffsets[i + 1]! - featureOffsets[i]! > 1) return true;
    return false;
  }
  return "shapes" in geometry && geometry.shapes.some((shape) => shape?.type.startsWith("Multi"));
}

/** Row `row`'s shape; null when it has none. */
export function shapeAt(geometry: ExportGeometry | null, row: number): Shape | null {
  if (geometry === null) return null;
  if ("shapes" in geometry) return listedShape(geometry, row);
  if ("featureOffsets" in geometry) return polygonShape(geometry, row);
  return "offsets" in geometry ? lineShape(geometry, row) : pointShape(geometry, row);
}

/** Every position of a shape, in order. */
export function positionsOf(shape: Shape): readonly Position[] {
  if (shape.type === "Point") return [shape.coordinates];
  if (shape.type === "MultiPoint" || shape.type === "LineString") return shape.coordinates;
  if (shape.type === "MultiPolygon") return shape.coordinates.flat(2);
  return shape.coordinates.flat();
}

function pointShape({ xy }: PointColumns, row: number): Shape | null {
  const [x, y] = [xy[2 * row]!, xy[2 * row + 1]!];
  return Number.isFinite(x) && Number.isFinite(y) ? { type: "Point", coordinates: [x, y] } : null;
}

function lineShape({ offsets, xy }: LineColumns, row: number): Shape | null {
  const coordinates = positions(xy, offsets[row]!, offsets[row + 1]!);
  return coordinates.length < 2 ? null : { type: "LineString", coordinates };
}

function polygonShape(polygons: PolygonColumns, row: number): Shape | null {
  const { featureOffsets, partOffsets, ringOffsets, xy } = polygons;
  const parts: Position[][][] = [];
  for (let part = featureOffsets[row]!; part < featureOffsets[row + 1]!; part++) {
    const rings: Position[][] = [];
    for (let ring = partOffsets[part]!; ring < partOffsets[part + 1]!; ring++) {
      const open = positions(xy, ringOffsets[ring]!, ringOffsets[ring + 1]!);
      if (open.length >= 3) rings.push(turned([...open, open[0]!], rings.length === 0));
    }
    if (rings.length > 0) parts.push(rings);
  }
  if (parts.length === 0) return null;
  return parts.length === 1
    ? { type: "Polygon", coordinates: parts[0]! }
    : { type: "MultiPolygon", coordinates: parts };
}

function listedShape({ shapes }: ShapeList, row: number): Shape | null {
  const shape = shapes[row] ?? null;
  if (shape === null || positionsOf(shape).length === 0) return null;
  const turn = (rings: readonly (readonly Position[])[]): Position[][] =>
    rings.map((ring, i) => turned([...ring], i === 0));
  if (shape.type === "Polygon") return { type: "Polygon", coordinates: turn(shape.coordinates) };
  if (shape.type === "MultiPolygon")
    return { type: "MultiPolygon", coordinates: shape.coordinates.map(turn) };
  return shape;
}

function positions(xy: Float64Array, from: number, to: number): Position[] {
  const list: Position[] = [];
  for (let i = from; i < to; i++) list.push([xy[2 * i]!, xy[2 * i + 1]!]);
  return list;
}

/** A closed ring with the interior on its left (`left`) or on its right. */
function turned(ring: Position[], left: boolean): Position[] {
  const [x0, y0] = ring[0]!;
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice === 0 || twice > 0 === left ? ring : ring.reverse();
}
