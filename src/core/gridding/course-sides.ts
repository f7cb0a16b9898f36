// What boundaries like to run along, made ready to be drawn with: every course (road, water's edge, railway, wall) is
// lined on both sides by samples a hand's breadth off, in mirrored pairs, so that wherever the two sides belong to
// different grids their Voronoi border is the course itself. Samples stand between vertices, so bends and junctions
// keep their corners. Near the community's outline there are none: there the outline is the border.

import type { LineColumns, PolygonColumns } from "../geo/index.ts";
import { boxOf, contains } from "../geo/index.ts";
import type { BarrierIndex } from "../network/index.ts";
import { indexBarriers } from "../network/index.ts";

/** Lines with what each is worth as a border: 0 the least (steps, paths) to 4 (rivers, railways, major barriers) and HAND_RANK. */
export interface CourseLines extends LineColumns {
  readonly rank: Uint8Array;
}

/** Rank of a line drawn by hand. */
export const HAND_RANK = 5;

export interface Courses {
  readonly lines: CourseLines;
  /** West, south, east, north of each line. */
  readonly boxes: Float64Array;
  readonly index: BarrierIndex;
  /** Rank of the segment that starts at each vertex. */
  readonly rankAt: Uint8Array;
}

/** Metres between samples of a course, and from the course to a sample. */
const SPACING = 6;
const ASIDE = 0.3;

/** Metres from the outline within which a course is not sampled. */
const OUTLINE_GAP = 4;

export function indexCourses(lines: CourseLines): Courses {
  const boxes = new Float64Array(4 * lines.count);
  const rankAt = new Uint8Array(lines.xy.length / 2);
  for (let line = 0; line < lines.count; line++) {
    const [start, end] = [lines.offsets[line]!, lines.offsets[line + 1]!];
    rankAt.fill(lines.rank[line]!, start, end);
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let v = start; v < end; v++) {
      const [x, y] = [lines.xy[2 * v]!, lines.xy[2 * v + 1]!];
      box[0] = Math.min(box[0]!, x);
      box[1] = Math.min(box[1]!, y);
      box[2] = Math.max(box[2]!, x);
      box[3] = Math.max(box[3]!, y);
    }
    boxes.set(box, 4 * line);
  }
  const level = new Int8Array(lines.count);
  return { lines, boxes, rankAt, index: indexBarriers({ lines, level }) };
}

/** Rank of the highest course that a straight stretch crosses, -1 for none. */
export function rankCrossed(
  { index, rankAt }: Courses,
  px: number,
  py: number,
  qx: number,
  qy: number,
): number {
  let highest = -1;
  index.segments.near(Math.min(px, qx), Math.min(py, qy), Math.max(px, qx), Math.max(py, qy), (v) => {
    if (rankAt[v]! > highest && index.crosses(v, px, py, qx, qy)) highest = rankAt[v]!;
    return false;
  });
  return highest;
}

/**
 * Samples (pairs, metres) on both sides of the courses inside one community, none twice: a road that the file has in
 * both directions would else stand there as points a rounding apart, whose mesh has corners anywhere.
 */
export function sampleSides(
  { lines, boxes }: Courses,
  polygons: PolygonColumns,
  feature: number,
): Float64Array {
  const { offsets, xy } = lines;
  const [west, south, east, north] = boxOf(polygons, feature);
  const outline = outlineOf(polygons, feature);
  const isInside = (x: number, y: number): boolean =>
    x > west &&
    x < east &&
    y > south &&
    y < north &&
    !isNear(outline, x, y) &&
    contains(polygons, feature, x, y);
  const found = new Spots();
  for (let line = 0; line < lines.count; line++) {
    if (boxes[4 * line]! > east || boxes[4 * line + 2]! < west) continue;
    if (boxes[4 * line + 1]! > north || boxes[4 * line + 3]! < south) continue;
    for (let v = offsets[line]!; v + 1 < offsets[line + 1]!; v++) {
      lineSegment(xy[2 * v]!, xy[2 * v + 1]!, xy[2 * v + 2]!, xy[2 * v + 3]!, isInside, found);
    }
  }
  return Float64Array.from(found.xy);
}

/** Points on a lattice of whole centimetres, each once. */
class Spots {
  readonly xy: number[] = [];
  private readonly seen = new Set<string>();

  add(x: number, y: number): void {
    const [column, row] = [Math.round(x / LATTICE), Math.round(y / LATTICE)];
    const key = `${column},${row}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.xy.push(column * LATTICE, row * LATTICE);
  }
}

/** Metres. */
const LATTICE = 0.01;

/** Adds pairs of samples beside a→b where the middle between the two `fits`. */
function lineSegment(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  fits: (x: number, y: number) => boolean,
  found: Spots,
): void {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  const [nx, ny] = [(-dy / length) * ASIDE, (dx / length) * ASIDE];
  const steps = Math.ceil(length / SPACING);
  for (let k = 0; k < steps; k++) {
    const t = (k + 0.5) / steps;
    const [x, y] = [ax + t * dx, ay + t * dy];
    if (!fits(x, y)) continue;
    found.add(x + nx, y + ny);
    found.add(x - nx, y - ny);
  }
}

/** Segments of the outline, four numbers each. */
function outlineOf(
  { featureOffsets, partOffsets, ringOffsets, xy }: PolygonColumns,
  feature: number,
): Float64Array {
  const found: number[] = [];
  const last = partOffsets[featureOffsets[feature + 1]!]!;
  for (let ring = partOffsets[featureOffsets[feature]!]!; ring < last; ring++) {
    const [start, end] = [ringOffsets[ring]!, ringOffsets[ring + 1]!];
    for (let i = start, j = end - 1; i < end; j = i++) {
      found.push(xy[2 * j]!, xy[2 * j + 1]!, xy[2 * i]!, xy[2 * i + 1]!);
    }
  }
  return Float64Array.from(found);
}

function isNear(outline: Float64Array, x: number, y: number): boolean {
  for (let s = 0; s < outline.length; s += 4) {
    const [ax, ay] = [outline[s]!, outline[s + 1]!];
    const [dx, dy] = [outline[s + 2]! - ax, outline[s + 3]! - ay];
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    if ((ax + t * dx - x) ** 2 + (ay + t * dy - y) ** 2 < OUTLINE_GAP ** 2) return true;
  }
  return false;
}
