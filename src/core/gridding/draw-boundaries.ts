// Grid boundaries as polygons that tile a community exactly. Each spot belongs to the nearest sample of a unit's
// footprint or of a side of a road, river or wall, which has the grid of its face (spread-grids.ts): the Voronoi
// edges between samples of different grids (d3-delaunay), cut off at the community's outline, are the inner borders.
// Borders are kept once, as arcs between junctions that know the grid on either side (TopoJSON's idea), and
// polygons are read from them, so neighbours share every vertex: no gap, no overlap.

import { Delaunay } from "d3-delaunay";
import type { PolygonColumns } from "../geo/index.ts";
import { boxOf, contains, ringArea } from "../geo/index.ts";
import { type Courses, sampleSides } from "./course-sides.ts";
import { chainArcs, type GridBoundaries, type SideEdge } from "./grid-arcs.ts";
import { spreadGrids } from "./spread-grids.ts";

export interface BoundaryInput {
  /** Communities in metres, and the one to draw in. */
  readonly polygons: PolygonColumns;
  readonly feature: number;
  /** Samples, metres: pair i, and the grid of each. Several on one spot count as the first. */
  readonly samples: Float64Array;
  readonly grids: Int32Array;
  /** What borders run along where they can. */
  readonly courses?: Courses;
}

/** A point of the drawing: x, y in metres and, by its place in the list, its number. */
type Points = number[];

/** Where an inner border meets a segment of the outline. */
interface Hit {
  /** Place along the border and along the outline's segment, 0 to 1. */
  readonly along: number;
  readonly at: number;
  readonly segment: number;
  /** Does the border leave the community here? */
  readonly exits: boolean;
  point: number;
  /** Grid along the outline from here on, the community on the left. */
  next: number;
}

/** Corners of cells are rounded to so many parts of a metre: four samples on one circle then meet in one corner. */
const WELD = 1e5;

export function drawBoundaries(input: BoundaryInput): GridBoundaries {
  if (input.grids.length === 0) return chainArcs([], []);
  const points: Points = [];
  const outline = readOutline(input, points);
  const hits: Hit[][] = outline.map(() => []);
  const { mesh, grids } = meshOf(input);
  const edges: SideEdge[] = [];
  drawInner({ ...input, grids }, mesh, outline, hits, points, edges);
  const divided = outline.map((segment, k) => ({ ...segment, hits: hits[k]!.sort((a, b) => a.at - b.at) }));
  for (const ring of new Set(outline.map((segment) => segment.ring))) {
    const own = divided.filter((segment) => segment.ring === ring);
    drawOutline(grids, mesh, own, points, edges);
  }
  return chainArcs(points, edges);
}

/** Points along the rings of footprints, no farther apart than `spacing` metres, with their unit. */
export function sampleFootprints(
  footprints: PolygonColumns,
  spacing: number,
): { readonly xy: Float64Array; readonly unit: Int32Array } {
  const xy: number[] = [];
  const unit: number[] = [];
  const { featureOffsets, partOffsets, ringOffsets } = footprints;
  for (let feature = 0; feature < footprints.count; feature++) {
    const last = partOffsets[featureOffsets[feature + 1]!]!;
    for (let ring = partOffsets[featureOffsets[feature]!]!; ring < last; ring++) {
      const [start, end] = [ringOffsets[ring]!, ringOffsets[ring + 1]!];
      for (let i = start, j = end - 1; i < end; j = i++) {
        const [ax, ay] = [footprints.xy[2 * j]!, footprints.xy[2 * j + 1]!];
        const [dx, dy] = [footprints.xy[2 * i]! - ax, footprints.xy[2 * i + 1]! - ay];
        const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / spacing));
        for (let k = 0; k < steps; k++) {
          xy.push(ax + (dx * k) / steps, ay + (dy * k) / steps);
          unit.push(feature);
        }
      }
    }
  }
  return { xy: Float64Array.from(xy), unit: Int32Array.from(unit) };
}

/** A segment of the outline with the community on its left; those of a ring follow one another. */
interface OutlineSegment {
  readonly from: number;
  readonly to: number;
  readonly ring: number;
}

function readOutline({ polygons, feature }: BoundaryInput, points: Points): OutlineSegment[] {
  const segments: OutlineSegment[] = [];
  const { featureOffsets, partOffsets, ringOffsets, xy } = polygons;
  for (let part = featureOffsets[feature]!; part < featureOffsets[feature + 1]!; part++) {
    for (let ring = partOffsets[part]!; ring < partOffsets[part + 1]!; ring++) {
      const isOuter = ring === partOffsets[part]!;
      const forward = ringArea(polygons, ring) > 0 === isOuter;
      const [start, end] = [ringOffsets[ring]!, ringOffsets[ring + 1]!];
      const first = points.length / 2;
      for (let i = start; i < end; i++) points.push(xy[2 * i]!, xy[2 * i + 1]!);
      const count = end - start;
      for (let k = 0; k < count; k++) {
        const from = forward ? k : count - 1 - k;
        const to = (from + (forward ? 1 : count - 1)) % count;
        segments.push({ from: first + from, to: first + to, ring });
      }
    }
  }
  return segments;
}

/** All samples, those beside courses included, with the grid of each. */
function meshOf(input: BoundaryInput): { readonly mesh: Delaunay<unknown>; readonly grids: Int32Array } {
  const { polygons, feature, samples, grids, courses } = input;
  const isOne = grids.every((grid) => grid === grids[0]);
  if (courses === undefined || isOne) return { mesh: withFarFrame(input, samples), grids };
  const sides = sampleSides(courses, polygons, feature);
  const all = new Float64Array(samples.length + sides.length);
  all.set(samples);
  all.set(sides, samples.length);
  const mesh = withFarFrame(input, all);
  return { mesh, grids: spreadGrids(mesh, all.length / 2, grids, courses) };
}

/** The samples and four points so far away that every border between samples is finite and none of theirs is near. */
function withFarFrame({ polygons, feature }: BoundaryInput, samples: Float64Array): Delaunay<unknown> {
  const [west, south, east, north] = boxOf(polygons, feature);
  const far = 20 * Math.max(east - west, north - south, 1);
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const all = new Float64Array(samples.length + 8);
  all.set(samples);
  all.set([x - far, y, x + far, y + far / 7, x, y - far, x + far / 9, y + far], samples.length);
  return new Delaunay(all);
}

/** The Voronoi edges between two grids, as far as they lie in the community. */
function drawInner(
  input: BoundaryInput,
  delaunay: Delaunay<unknown>,
  outline: readonly OutlineSegment[],
  hits: Hit[][],
  points: Points,
  edges: SideEdge[],
): void {
  const { halfedges, triangles } = delaunay;
  const { circumcenters } = delaunay.voronoi();
  const corner = new Map<string, number>();
  const cornerOf = (triangle: number): number => {
    const x = Math.round(circumcenters[2 * triangle]! * WELD) / WELD;
    const y = Math.round(circumcenters[2 * triangle + 1]! * WELD) / WELD;
    const key = `${x},${y}`;
    const known = corner.get(key);
    if (known !== undefined) return known;
    const point = points.length / 2;
    points.push(x, y);
    corner.set(key, point);
    return point;
  };
  for (let e = 0; e < halfedges.length; e++) {
    const twin = halfedges[e]!;
    const [i, j] = [triangles[e]!, triangles[e % 3 === 2 ? e - 2 : e + 1]!];
    if (twin < e || i >= input.grids.length || j >= input.grids.length) continue;
    const [gridI, gridJ] = [input.grids[i]!, input.grids[j]!];
    if (gridI === gridJ) continue;
    const [from, to] = [cornerOf(Math.floor(e / 3)), cornerOf(Math.floor(twin / 3))];
    const [left, right] = [gridI, gridJ];
    for (const [a, b] of clip(input, points, [from, to], [left, right], outline, hits)) {
      edges.push({ a, b, left, right });
    }
  }
}

/** The stretches of a border inside the community; where it meets the outline, both get the same point. */
function clip(
  input: BoundaryInput,
  points: Points,
  [from, to]: readonly [number, number],
  [left, right]: readonly [number, number],
  outline: readonly OutlineSegment[],
  hits: Hit[][],
): [number, number][] {
  const found: Hit[] = [];
  outline.forEach((segment, k) => {
    const hit = meet(points, from, to, segment, k);
    if (hit !== null) found.push(hit);
  });
  found.sort((a, b) => a.along - b.along);
  const stops = [{ along: 0, point: from }, ...found, { along: 1, point: to }];
  const [ax, ay] = [points[2 * from]!, points[2 * from + 1]!];
  const [dx, dy] = [points[2 * to]! - ax, points[2 * to + 1]! - ay];
  const pieces: [number, number][] = [];
  for (const hit of found) {
    hit.point = points.length / 2;
    hit.next = hit.exits ? left : right;
    points.push(ax + dx * hit.along, ay + dy * hit.along);
    hits[hit.segment]!.push(hit);
  }
  for (let k = 0; k + 1 < stops.length; k++) {
    const middle = (stops[k]!.along + stops[k + 1]!.along) / 2;
    if (contains(input.polygons, input.feature, ax + dx * middle, ay + dy * middle)) {
      pieces.push([stops[k]!.point, stops[k + 1]!.point]);
    }
  }
  return pieces;
}

/** Where two segments cross; a touch at an end of the outline's segment belongs to one of the two that meet there. */
function meet(points: Points, from: number, to: number, segment: OutlineSegment, k: number): Hit | null {
  const [px, py, qx, qy] = [points[2 * from]!, points[2 * from + 1]!, points[2 * to]!, points[2 * to + 1]!];
  const [ax, ay] = [points[2 * segment.from]!, points[2 * segment.from + 1]!];
  const [bx, by] = [points[2 * segment.to]!, points[2 * segment.to + 1]!];
  const sideA = (qx - px) * (ay - py) - (qy - py) * (ax - px);
  const sideB = (qx - px) * (by - py) - (qy - py) * (bx - px);
  if (sideA > 0 === sideB > 0) return null;
  const sideP = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
  const sideQ = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax);
  if (sideP > 0 === sideQ > 0) return null;
  const [along, at] = [sideP / (sideP - sideQ), sideA / (sideA - sideB)];
  return { along, at, segment: k, exits: sideP > 0, point: -1, next: -1 };
}

/** One ring of the outline, divided where borders meet it, each stretch with the grid that the last border left there. */
function drawOutline(
  grids: Int32Array,
  mesh: Delaunay<unknown>,
  ring: readonly (OutlineSegment & { readonly hits: readonly Hit[] })[],
  points: Points,
  edges: SideEdge[],
): void {
  const last = ring.flatMap(({ hits }) => hits).at(-1);
  const { from, to } = ring[0]!;
  const middle = [0, 1].map((axis) => (points[2 * from + axis]! + points[2 * to + axis]!) / 2);
  let grid = last?.next ?? grids[mesh.find(middle[0]!, middle[1]!)]!;
  for (const { from, to, hits } of ring) {
    let a = from;
    for (const { point, next } of hits) {
      edges.push({ a, b: point, left: grid, right: -1 });
      [a, grid] = [point, next];
    }
    edges.push({ a, b: to, left: grid, right: -1 });
  }
}
