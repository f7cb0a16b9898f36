// How well areas tile the ground: square metres that two of them share, and square metres that none of them has
// although they are enclosed by them or lie in a narrow gap between two (morphological closing by 1 m). Boolean
// operations by Clipper2 (A. Johnson; Vatti's sweep) on centimetres in a metric frame; the library is loaded when
// there is something to measure.

import type { Path64, Paths64 } from "clipper2-ts";
import Flatbush from "flatbush";
import type { SquareMetres } from "../base/index.ts";
import type { LocalFrame, PolygonColumns } from "../geo/index.ts";
import { boxOf, createFrame } from "../geo/index.ts";
import { tilesByEdges } from "./tiles-by-edges.ts";

export interface Overlap {
  /** Features, the smaller index first. */
  readonly a: number;
  readonly b: number;
  readonly area: SquareMetres;
}

export interface Gap {
  readonly area: SquareMetres;
  /** A vertex of its boundary, degrees. */
  readonly at: readonly [number, number];
}

export interface Tiling {
  /** Largest first. */
  readonly overlaps: readonly Overlap[];
  readonly gaps: readonly Gap[];
}

/** Below this many square metres borders were drawn alike and only rounded differently. */
export const LEAST_AREA: SquareMetres = 1;

export async function measureTiling(polygons: PolygonColumns): Promise<Tiling> {
  if (polygons.count < 2 || tilesByEdges(polygons)) return { overlaps: [], gaps: [] };
  const { EndType, FillRule, JoinType, area, difference, inflatePaths, intersect, union } = await import(
    "clipper2-ts"
  );
  const frame = createFrame(polygons.xy[0]!, polygons.xy[1]!);
  const shapes = Array.from({ length: polygons.count }, (_, feature) =>
    union(pathsOf(polygons, feature, frame), FillRule.EvenOdd),
  );
  const squareMetres = (paths: Paths64): SquareMetres =>
    Math.abs(paths.reduce((sum, path) => sum + area(path), 0)) / UNITS ** 2;
  const overlaps = neighbours(polygons)
    .map(([a, b]): Overlap => {
      const shared = intersect(shapes[a]!, shapes[b]!, FillRule.NonZero);
      return { a, b, area: squareMetres(shared) };
    })
    .filter((overlap) => overlap.area >= LEAST_AREA);
  const whole = union(shapes.flat(), FillRule.NonZero);
  const outset = (paths: Paths64, by: number): Paths64 =>
    inflatePaths(paths, by * UNITS, JoinType.Miter, EndType.Polygon);
  const outlines = outset(whole, CLOSED).filter((path) => area(path) > 0);
  const filled = outset(union(outlines, FillRule.NonZero), -CLOSED);
  const open = difference(filled, whole, FillRule.NonZero);
  const gaps = open
    .filter((path) => area(path) > 0)
    .map((path): Gap => {
      const islands = open.filter((other) => area(other) < 0 && liesIn(other, path));
      return { area: squareMetres([path, ...islands]), at: degreesOf(path[0]!, frame) };
    })
    .filter((gap) => gap.area >= LEAST_AREA);
  const byArea = (one: { area: number }, other: { area: number }): number => other.area - one.area;
  return { overlaps: overlaps.sort(byArea), gaps: gaps.sort(byArea) };
}

/** Metres: gaps that are open to the outside count as gaps when they are narrower than twice this. */
const CLOSED = 1;
/** Whole numbers per metre. */
const UNITS = 100;

function pathsOf(polygons: PolygonColumns, feature: number, frame: LocalFrame): Paths64 {
  const { featureOffsets, partOffsets, ringOffsets, xy } = polygons;
  const paths: Paths64 = [];
  const first = partOffsets[featureOffsets[feature]!]!;
  const last = partOffsets[featureOffsets[feature + 1]!]!;
  for (let ring = first; ring < last; ring++) {
    const metres = frame.toMetres(xy.slice(2 * ringOffsets[ring]!, 2 * ringOffsets[ring + 1]!));
    const path: Path64 = [];
    for (let i = 0; i < metres.length; i += 2) {
      path.push({ x: Math.round(UNITS * metres[i]!), y: Math.round(UNITS * metres[i + 1]!) });
    }
    paths.push(path);
  }
  return paths;
}

/** Pairs of features whose boxes meet. */
function neighbours(polygons: PolygonColumns): [number, number][] {
  const boxes = Array.from({ length: polygons.count }, (_, feature) => boxOf(polygons, feature));
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return boxes.flatMap((box, a) =>
    index
      .search(...box)
      .filter((b) => b > a)
      .sort((one, other) => one - other)
      .map((b): [number, number] => [a, b]),
  );
}

/** Is the box of `inner` within that of `outer`? Enough for islands in gaps, which do not overlap. */
function liesIn(inner: Path64, outer: Path64): boolean {
  const range = (path: Path64, axis: "x" | "y"): [number, number] => {
    const values = path.map((point) => point[axis]);
    return [Math.min(...values), Math.max(...values)];
  };
  return (["x", "y"] as const).every((axis) => {
    const [low, high] = range(inner, axis);
    const [least, most] = range(outer, axis);
    return low >= least && high <= most;
  });
}

function degreesOf({ x, y }: Path64[number], frame: LocalFrame): [number, number] {
  const [lon, lat] = frame.toDegrees(Float64Array.of(x / UNITS, y / UNITS));
  return [lon!, lat!];
}
