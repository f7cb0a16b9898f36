// The baseline in metres of one frame, with a box for each feature: made once a report and drawn on every page.

import { createFrame, type LineColumns, type LocalFrame, type PolygonColumns } from "../../geo/index.ts";
import type { Baseline, ServiceCenter } from "../../model/index.ts";
import { borderLines } from "./border-lines.ts";
import { EMPTY_EXTENT, type Extent, joinExtents } from "./map-window.ts";
import { boxAt, type Placed, placeLines, placePolygons } from "./trace.ts";

export interface MapGround {
  readonly baseline: Baseline;
  readonly frame: LocalFrame;
  readonly water: Placed<PolygonColumns>;
  readonly green: Placed<PolygonColumns>;
  readonly buildings: Placed<PolygonColumns>;
  readonly footprints: Placed<PolygonColumns>;
  readonly communities: Placed<PolygonColumns>;
  readonly grids: Placed<PolygonColumns>;
  readonly roads: Placed<LineColumns>;
  readonly barriers: Placed<LineColumns>;
  readonly communityLines: Placed<LineColumns>;
  readonly subdistrictLines: Placed<LineColumns>;
  readonly gridLines: Placed<LineColumns>;
  /** Metres: pair i is residence i, centre i. */
  readonly residences: Float64Array;
  readonly centers: Float64Array;
  /** Everything that counts: communities, residences, centres. */
  readonly extent: Extent;
}

export function prepareGround(baseline: Baseline, centers: readonly ServiceCenter[]): MapGround {
  const frame = createFrame(...middleOf(baseline, centers));
  const polygons = (columns: PolygonColumns): PolygonColumns => ({
    ...columns,
    xy: frame.toMetres(columns.xy),
  });
  const lines = (columns: LineColumns): LineColumns => ({ ...columns, xy: frame.toMetres(columns.xy) });
  const communities = polygons(baseline.communities.polygons);
  const subdistricts = polygons(baseline.subdistricts.polygons);
  const grids = polygons(baseline.grids.polygons);
  const drawn = new Set<string>();
  const subdistrictLines = borderLines(subdistricts, drawn);
  const communityLines = borderLines(communities, drawn);
  const residences = frame.toMetres(baseline.residences.xy);
  const marks = frame.toMetres(Float64Array.from(centers.flatMap(({ lon, lat }) => [lon, lat])));
  const placed = placePolygons(communities);
  let extent = joinExtents(extentOf(residences), extentOf(marks));
  for (let row = 0; row < communities.count; row++) extent = joinExtents(extent, boxAt(placed, row));
  return {
    baseline,
    frame,
    water: placePolygons(polygons(baseline.water)),
    green: placePolygons(polygons(baseline.green)),
    buildings: placePolygons(polygons(baseline.buildings)),
    footprints: placePolygons(polygons(baseline.residences.footprints)),
    communities: placed,
    grids: placePolygons(grids),
    roads: placeLines(lines(baseline.network.lines)),
    barriers: placeLines(lines(baseline.barriers.lines)),
    communityLines: placeLines(communityLines),
    subdistrictLines: placeLines(subdistrictLines),
    gridLines: placeLines(borderLines(grids, new Set())),
    residences,
    centers: marks,
    extent,
  };
}

/** Box of point pairs, those that are not numbers left out. */
export function extentOf(xy: Float64Array, rows: Iterable<number> = Array(xy.length / 2).keys()): Extent {
  let extent = EMPTY_EXTENT;
  for (const i of rows) {
    const [x, y] = [xy[2 * i]!, xy[2 * i + 1]!];
    if (Number.isFinite(x) && Number.isFinite(y)) extent = joinExtents(extent, [x, y, x, y]);
  }
  return extent;
}

function middleOf({ residences }: Baseline, centers: readonly ServiceCenter[]): [number, number] {
  const degrees = extentOf(residences.xy);
  const marks = extentOf(Float64Array.from(centers.flatMap(({ lon, lat }) => [lon, lat])));
  const [west, south, east, north] = joinExtents(degrees, marks);
  return Number.isFinite(west) ? [(west + east) / 2, (south + north) / 2] : [0, 0];
}
