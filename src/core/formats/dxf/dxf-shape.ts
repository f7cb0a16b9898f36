// The place or shape of a drawing entity as GeoJSON, in drawing units: points, lines, polylines (closed ones are
// polygons), arcs, circles, ellipses, splines, filled triangles and quadrangles, texts and block references as
// points. An entity drawn on the back of its plane (extrusion 0,0,-1) is mirrored, as the reference says.

import type { Vertex } from "./dxf-curves.ts";
import { arcVertices, bulgeVertices, splineVertices } from "./dxf-curves.ts";
import type { DxfEntity, DxfGroup } from "./dxf-groups.ts";

/** null when the entity is no place or shape, or lacks its numbers. */
export function dxfShape(entity: DxfEntity): unknown {
  const shape = SHAPES[entity.type]?.(entity) ?? null;
  return shape === null || !FLAT.has(entity.type) || numberOf(entity, 230, 1) >= 0 ? shape : mirrored(shape);
}

/** First number under a code. */
export function numberOf({ groups }: DxfEntity, code: number, otherwise: number): number {
  const found = groups.find(([own]) => own === code);
  const value = found === undefined ? Number.NaN : Number(found[1]);
  return Number.isFinite(value) ? value : otherwise;
}

interface Shape {
  readonly type: "Point" | "LineString" | "Polygon";
  readonly coordinates: unknown;
}

const pointOf = (entity: DxfEntity): Shape | null => {
  const at = vertexOf(entity, 10);
  return at === null ? null : { type: "Point", coordinates: at };
};

const SHAPES: Readonly<Record<string, (entity: DxfEntity) => Shape | null>> = {
  POINT: pointOf,
  INSERT: pointOf,
  TEXT: pointOf,
  MTEXT: pointOf,
  ATTRIB: pointOf,
  LINE: (entity) => lineOf([vertexOf(entity, 10), vertexOf(entity, 11)]),
  LWPOLYLINE: (entity) => polyline(lightVertices(entity.groups), (numberOf(entity, 70, 0) & 1) === 1),
  POLYLINE: heavyPolyline,
  ARC: (entity) => lineOf(circleVertices(entity, numberOf(entity, 50, 0), numberOf(entity, 51, 360))),
  CIRCLE: (entity) => polygonOf(circleVertices(entity, 0, 360)),
  ELLIPSE: ellipse,
  SPLINE: spline,
  SOLID: quadrangle,
  "3DFACE": quadrangle,
};

/** Entities whose coordinates lie in their own plane. */
const FLAT: ReadonlySet<string> = new Set([
  "LWPOLYLINE",
  "POLYLINE",
  "ARC",
  "CIRCLE",
  "TEXT",
  "INSERT",
  "SOLID",
  "ATTRIB",
]);

function vertexOf(entity: DxfEntity, code: number): Vertex | null {
  const [x, y] = [numberOf(entity, code, Number.NaN), numberOf(entity, code + 10, Number.NaN)];
  return Number.isNaN(x + y) ? null : [x, y];
}

function lineOf(vertices: readonly (Vertex | null)[] | null): Shape | null {
  if (vertices === null || vertices.length < 2 || vertices.includes(null)) return null;
  return { type: "LineString", coordinates: vertices };
}

const polygonOf = (ring: readonly Vertex[] | null): Shape | null =>
  ring === null || ring.length < 3 ? null : { type: "Polygon", coordinates: [[...ring, ring[0]!]] };

interface Corner {
  readonly at: Vertex;
  readonly bulge: number;
}

function lightVertices(groups: readonly DxfGroup[]): Corner[] {
  const corners: { x: number; y: number; bulge: number }[] = [];
  for (const [code, value] of groups) {
    const corner = corners.at(-1);
    if (code === 10) corners.push({ x: Number(value), y: Number.NaN, bulge: 0 });
    else if (corner === undefined) continue;
    else if (code === 20) corner.y = Number(value);
    else if (code === 42) corner.bulge = Number(value);
  }
  return corners
    .filter(({ x, y }) => Number.isFinite(x + y))
    .map(({ x, y, bulge }) => ({ at: [x, y], bulge }));
}

/** Frames of splines (bit 16) do not lie on the line; meshes (bits 16 and 64 of the whole) are no line at all. */
function heavyPolyline(entity: DxfEntity): Shape | null {
  const flags = numberOf(entity, 70, 0);
  if (flags & (16 | 64)) return null;
  const corners = entity.parts.flatMap((part): Corner[] => {
    const at = vertexOf(part, 10);
    return at === null || numberOf(part, 70, 0) & 16 ? [] : [{ at, bulge: numberOf(part, 42, 0) }];
  });
  return polyline(corners, (flags & 1) === 1);
}

function polyline(corners: readonly Corner[], closed: boolean): Shape | null {
  const [first] = corners;
  const last = corners.at(-1);
  if (first === undefined || last === undefined) return null;
  const meets = corners.length > 3 && first.at[0] === last.at[0] && first.at[1] === last.at[1];
  const ring = meets ? corners.slice(0, -1) : corners;
  const isRing = (closed || meets) && (ring.length > 2 || ring.some(({ bulge }) => bulge !== 0));
  const vertices = ring.flatMap(({ at, bulge }, i) => {
    const next = ring[i + 1] ?? (isRing ? first : undefined);
    return next === undefined ? [at] : [at, ...bulgeVertices(at, next.at, bulge)];
  });
  return isRing ? polygonOf(vertices) : lineOf(vertices);
}

function circleVertices(entity: DxfEntity, start: number, end: number): Vertex[] | null {
  const center = vertexOf(entity, 10);
  const radius = numberOf(entity, 40, 0);
  if (center === null || !(radius > 0)) return null;
  const radians = Math.PI / 180;
  const vertices = arcVertices(center, [radius, 0], [0, radius], start * radians, end * radians);
  return entity.type === "CIRCLE" ? vertices.slice(0, -1) : vertices;
}

function ellipse(entity: DxfEntity): Shape | null {
  const center = vertexOf(entity, 10);
  const major = vertexOf(entity, 11);
  const ratio = numberOf(entity, 40, Number.NaN);
  if (center === null || major === null || Number.isNaN(ratio)) return null;
  const [start, end] = [numberOf(entity, 41, 0), numberOf(entity, 42, 2 * Math.PI)];
  const side = ratio * (numberOf(entity, 230, 1) < 0 ? -1 : 1);
  const vertices = arcVertices(center, major, [-side * major[1], side * major[0]], start, end);
  return end - start > 2 * Math.PI - 1e-6 ? polygonOf(vertices.slice(0, -1)) : lineOf(vertices);
}

function spline(entity: DxfEntity): Shape | null {
  const all = (code: number): number[] =>
    entity.groups.filter(([own]) => own === code).map(([, value]) => Number(value));
  const vertices = (code: number): Vertex[] => {
    const ys = all(code + 10);
    return all(code).map((x, i): Vertex => [x, ys[i] ?? Number.NaN]);
  };
  const drawn = splineVertices(numberOf(entity, 71, 3), all(40), vertices(10)) ?? vertices(11);
  if (drawn.some(([x, y]) => !Number.isFinite(x + y))) return null;
  const [first, last] = [drawn[0], drawn.at(-1)];
  const closes =
    first !== undefined && last !== undefined && Math.hypot(first[0] - last[0], first[1] - last[1]) < 1e-9;
  return closes && drawn.length > 3 ? polygonOf(drawn.slice(0, -1)) : lineOf(drawn);
}

/** A SOLID names its last two corners the other way round. */
function quadrangle(entity: DxfEntity): Shape | null {
  const codes = entity.type === "SOLID" ? [10, 11, 13, 12] : [10, 11, 12, 13];
  const corners = codes.map((code) => vertexOf(entity, code)).filter((corner) => corner !== null);
  const distinct = corners.filter(([x, y], i) => corners.findIndex(([a, b]) => a === x && b === y) === i);
  return polygonOf(distinct);
}

function mirrored(shape: Shape): Shape {
  const flip = (part: unknown): unknown =>
    Array.isArray(part) && typeof part[0] !== "number"
      ? part.map(flip)
      : [-(part as number[])[0]!, (part as number[])[1]!];
  return { type: shape.type, coordinates: flip(shape.coordinates) };
}
