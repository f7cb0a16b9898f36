// One GeoJSON geometry into flat coordinates, checked on the way. A GeometryCollection gives its members of
// the highest dimension. Heights are dropped, repeated closing vertices too; rings need three distinct vertices.

const SHAPE_KINDS = ["point", "line", "polygon"] as const;
export type ShapeKind = (typeof SHAPE_KINDS)[number];

export interface Shape {
  readonly kind: ShapeKind;
  /** Vertex pairs of all points, lines or rings, one after the other. */
  readonly xy: Float64Array;
  /** End of each line or ring, in vertices; one per point. */
  readonly ends: readonly number[];
  /** Polygons: end of each part, in rings, the first ring of a part being its outer one. Empty otherwise. */
  readonly parts: readonly number[];
}

/** "none": no geometry, or an empty one; "bad": not numbers, or too few; "noLength": a line that goes nowhere. */
export type ShapeFault = "none" | "bad" | "noLength";

export function readShape(geometry: unknown): Shape | ShapeFault {
  if (typeof geometry !== "object" || geometry === null) return "none";
  const { type, coordinates, geometries } = geometry as Readonly<Record<string, unknown>>;
  if (type === "Point" && Array.isArray(coordinates)) return pointOf(coordinates);
  if (type === "GeometryCollection") return Array.isArray(geometries) ? joined(geometries) : "bad";
  const reader = READERS[String(type)];
  if (reader === undefined || !Array.isArray(coordinates)) return "bad";
  if (coordinates.length === 0) return "none";
  const draft: Draft = { xy: [], ends: [], parts: [] };
  if (reader.read(coordinates, draft) && draft.ends.length > 0) return finish(reader.kind, draft);
  return reader.kind === "line" && hasNoLength(draft, coordinates) ? "noLength" : "bad";
}

/** Most layers of a quarter of a million rows are points: without a draft. */
const pointOf = (position: readonly unknown[]): Shape | ShapeFault =>
  position.length === 0 ? "none" : pointShape(position[0], position[1]);

/** A point at two numbers. */
export function pointShape(x: unknown, y: unknown): Shape | ShapeFault {
  if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x + y)) return "bad";
  const xy = new Float64Array(2);
  xy[0] = x;
  xy[1] = y;
  return { kind: "point", xy, ends: ONE_POINT, parts: NO_PARTS };
}
const ONE_POINT: readonly number[] = [1];
const ONE_RING: readonly number[] = [1];
const NO_PARTS: readonly number[] = [];

/**
 * A line or the ring of a polygon, of `count` vertex pairs in `raw` from number `start` on, which become the shape's own:
 * they are moved together there, and `xy` is a piece of `raw`.
 */
export function pathShape(
  kind: "line" | "polygon",
  raw: Float64Array,
  start: number,
  count: number,
): Shape | ShapeFault {
  let end = start;
  for (let i = start; i < start + 2 * count; i += 2) {
    const [x, y] = [raw[i]!, raw[i + 1]!];
    if (!Number.isFinite(x + y)) return "bad";
    if (end > start && raw[end - 2] === x && raw[end - 1] === y) continue;
    raw[end++] = x;
    raw[end++] = y;
  }
  const isPolygon = kind === "polygon";
  if (isPolygon && end - start > 2 && raw[end - 2] === raw[start] && raw[end - 1] === raw[start + 1])
    end -= 2;
  if (end - start < (isPolygon ? 6 : 4)) return !isPolygon && count > 1 ? "noLength" : "bad";
  if (isPolygon && isFlat(raw, start, end)) return "bad";
  return {
    kind,
    xy: raw.subarray(start, end),
    ends: oneEnd((end - start) / 2),
    parts: isPolygon ? ONE_RING : NO_PARTS,
  };
}

/** `[end]`; most rings have few vertices, so that the lists can be shared. */
function oneEnd(end: number): readonly number[] {
  return ENDS[end] ?? [end];
}
const ENDS: readonly (readonly number[])[] = Array.from({ length: 64 }, (_, end) => [end]);

interface Draft {
  readonly xy: number[];
  readonly ends: number[];
  readonly parts: number[];
}
type Read = (coordinates: readonly unknown[], draft: Draft) => boolean;

const readPoint: Read = (position, draft) => {
  const [x, y] = position;
  if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x + y)) return false;
  draft.xy.push(x, y);
  draft.ends.push(draft.xy.length / 2);
  return true;
};

const readLine: Read = (positions, draft) => appendPath(positions, draft, 2, false);
const readRing: Read = (positions, draft) => appendPath(positions, draft, 3, true);

const readPolygon: Read = (rings, draft) => {
  const outer = rings[0];
  const start = draft.xy.length;
  if (!Array.isArray(outer) || !readRing(outer, draft) || isFlat(draft.xy, start, draft.xy.length))
    return false;
  for (const hole of rings.slice(1)) if (!Array.isArray(hole) || !readRing(hole, draft)) return false;
  draft.parts.push(draft.ends.length);
  return true;
};

const each =
  (read: Read): Read =>
  (members, draft) =>
    members.every((member) => Array.isArray(member) && read(member, draft));

const READERS: Readonly<Record<string, { readonly kind: ShapeKind; readonly read: Read }>> = {
  Point: { kind: "point", read: readPoint },
  MultiPoint: { kind: "point", read: each(readPoint) },
  LineString: { kind: "line", read: readLine },
  MultiLineString: { kind: "line", read: each(readLine) },
  Polygon: { kind: "polygon", read: readPolygon },
  MultiPolygon: { kind: "polygon", read: each(readPolygon) },
};

/** Adds one line or ring; false when a position is no pair of numbers or fewer than `least` vertices differ. */
function appendPath(positions: readonly unknown[], draft: Draft, least: number, closed: boolean): boolean {
  const { xy, ends } = draft;
  const start = xy.length;
  for (const position of positions) {
    if (!Array.isArray(position)) return false;
    const [x, y] = position as unknown[];
    if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x + y)) return false;
    if (xy.length > start && xy.at(-2) === x && xy.at(-1) === y) continue;
    xy.push(x, y);
  }
  if (closed && xy.length - start > 2 && xy.at(-2) === xy[start] && xy.at(-1) === xy[start + 1]) {
    xy.length -= 2;
  }
  ends.push(xy.length / 2);
  return xy.length - start >= 2 * least;
}

/** Do the vertices enclose no area at all? `start` and `end` count numbers. */
function isFlat(xy: ArrayLike<number>, start: number, end: number): boolean {
  let doubled = 0;
  for (let i = start; i + 3 < end; i += 2) {
    doubled +=
      (xy[i]! - xy[start]!) * (xy[i + 3]! - xy[start + 1]!) -
      (xy[i + 2]! - xy[start]!) * (xy[i + 1]! - xy[start + 1]!);
  }
  return doubled === 0;
}

/** A single line of two or more positions that are all the same. */
const hasNoLength = ({ xy }: Draft, coordinates: readonly unknown[]): boolean =>
  xy.length === 2 && coordinates.length >= 2 && coordinates.every((position) => sameAs(position, xy));

const sameAs = (position: unknown, xy: readonly number[]): boolean =>
  Array.isArray(position) && position[0] === xy[0] && position[1] === xy[1];

function joined(geometries: readonly unknown[]): Shape | ShapeFault {
  const members = geometries.map(readShape);
  if (members.includes("bad") || members.includes("noLength")) return "bad";
  const shapes = members.filter((member): member is Shape => typeof member === "object");
  const kind = SHAPE_KINDS.findLast((candidate) => shapes.some((shape) => shape.kind === candidate));
  if (kind === undefined) return "none";
  const draft: Draft = { xy: [], ends: [], parts: [] };
  for (const shape of shapes) {
    if (shape.kind !== kind) continue;
    const vertices = draft.xy.length / 2;
    const rings = draft.ends.length;
    for (const coordinate of shape.xy) draft.xy.push(coordinate);
    draft.ends.push(...shape.ends.map((end) => end + vertices));
    draft.parts.push(...shape.parts.map((end) => end + rings));
  }
  return finish(kind, draft);
}

const finish = (kind: ShapeKind, { xy, ends, parts }: Draft): Shape => ({
  kind,
  xy: new Float64Array(xy),
  ends,
  parts,
});
