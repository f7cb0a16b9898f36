// The boundaries of a whole net, community by community: polygons that tile each of them, and the arcs they share.
// Where no communities are given, the ground is the convex hull of what stands on it with a margin around.

import type { TaskControl } from "../base/index.ts";
import { Failure } from "../base/index.ts";
import type { PolygonColumns } from "../geo/index.ts";
import { type CourseLines, type Courses, HAND_RANK, indexCourses, rankCrossed } from "./course-sides.ts";
import { drawBoundaries, sampleFootprints } from "./draw-boundaries.ts";
import { type GridBoundaries, polygonsOf } from "./grid-arcs.ts";
import type { GridUnits } from "./grid-units.ts";
import { unitsByArea } from "./grid-units.ts";
import { hullAround } from "./hull-around.ts";
import { simplifyArcs } from "./simplify-arcs.ts";

/** Metres between samples of a footprint. */
const SPACING = 6;

/** Square metres of the triangles that borders do without. */
const CRUMB = 12;

/** Metres around everything where no community says how far the ground reaches. */
const MARGIN = 30;

export interface NetGround {
  readonly units: GridUnits;
  readonly outlines: PolygonColumns;
  readonly footprints: PolygonColumns;
  /** What borders run along where they can; none by default. */
  readonly courses?: CourseLines;
}

export interface AreaBoundaries {
  readonly area: number;
  /** The community's outline, one feature, metres. */
  readonly outline: PolygonColumns;
  readonly boundaries: GridBoundaries;
  /** Polygon of each of `boundaries.grids`, metres. */
  readonly polygons: PolygonColumns;
}

/** Communities without a grid are left out. */
export async function drawNet(
  { units, outlines, footprints, courses }: NetGround,
  gridOf: Int32Array,
  control: TaskControl,
  areas?: readonly number[],
): Promise<AreaBoundaries[]> {
  const samples = samplesOf(units, footprints);
  const outline = outlines.count > 0 ? outlines : hullAround(samples.xy, MARGIN);
  const members = unitsByArea(units.area, outline.count);
  const along: Along = courses === undefined || courses.count === 0 ? {} : { courses: indexCourses(courses) };
  const byHand = courses?.rank.includes(HAND_RANK) ? along.courses : undefined;
  const drawn: AreaBoundaries[] = [];
  for (const area of areas ?? members.keys()) {
    const own = [...members[area]!]
      .filter((unit) => gridOf[unit]! >= 0)
      .flatMap((unit) => samplesOn(unit, units, samples, byHand));
    if (own.length === 0) continue;
    const xy = Float64Array.from(
      { length: 2 * own.length },
      (_, i) => samples.xy[2 * own[i >> 1]! + (i & 1)]!,
    );
    const grids = Int32Array.from(own, (sample) => gridOf[samples.unit[sample]!]!);
    const exact = drawBoundaries({ polygons: outline, feature: area, samples: xy, grids, ...along });
    const boundaries = simplifyArcs(exact, CRUMB, xy);
    drawn.push({ area, outline, boundaries, polygons: polygonsOf(boundaries) });
    control.report({ stage: "borders", done: drawn.length / members.length });
    await control.pause();
    if (control.cancelled()) throw new Failure("cancelled");
  }
  return drawn;
}

/** Samples of a unit, but for those that a line drawn by hand parts from the middle of the building. */
function samplesOn(
  unit: number,
  units: GridUnits,
  { starts, xy }: Samples,
  byHand: Courses | undefined,
): number[] {
  const own = Array.from({ length: starts[unit + 1]! - starts[unit]! }, (_, k) => starts[unit]! + k);
  if (byHand === undefined) return own;
  const [x, y] = [units.xy[2 * unit]!, units.xy[2 * unit + 1]!];
  return own.filter((at) => rankCrossed(byHand, x, y, xy[2 * at]!, xy[2 * at + 1]!) < HAND_RANK);
}

interface Along {
  readonly courses?: Courses;
}

interface Samples {
  readonly xy: Float64Array;
  readonly unit: Int32Array;
  /** Samples of unit u are [starts[u], starts[u + 1]). */
  readonly starts: Uint32Array;
}

/** Outlines of footprints where there are any, else the units' points. */
function samplesOf(units: GridUnits, footprints: PolygonColumns): Samples {
  const { xy, unit } =
    footprints.count === 0
      ? { xy: units.xy, unit: Int32Array.from(units.area.keys()) }
      : sampleFootprints(footprints, SPACING);
  const starts = new Uint32Array(units.count + 1);
  for (const own of unit) starts[own + 1]!++;
  for (let i = 0; i < units.count; i++) starts[i + 1]! += starts[i]!;
  return { xy, unit, starts };
}

/** Middles of grids for numbering: the mean of their units' points, weighted alike; pair k is grid `grids[k]`. */
export function centresOf({ xy }: GridUnits, gridOf: Int32Array, grids: readonly number[]): Float64Array {
  const rowOf = new Map(grids.map((grid, row) => [grid, row]));
  const sums = new Float64Array(3 * grids.length);
  gridOf.forEach((grid, unit) => {
    const row = rowOf.get(grid);
    if (row === undefined) return;
    sums[3 * row]! += xy[2 * unit]!;
    sums[3 * row + 1]! += xy[2 * unit + 1]!;
    sums[3 * row + 2]!++;
  });
  return Float64Array.from(
    { length: 2 * grids.length },
    (_, i) => sums[3 * (i >> 1) + (i & 1)]! / sums[3 * (i >> 1) + 2]!,
  );
}
