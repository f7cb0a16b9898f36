// The shapes residences are drawn with. Near, their true footprints; far out, where a building would be a
// speck of two pixels, each is enlarged about its middle until it can be seen (the enlargement of printed
// plans), so a district stays legible with one layer and no switch to dots. A residence without a footprint
// is an octagon of a fixed size on screen. Sizes follow the zoom in half steps.

import type { Residences } from "../../core/model/index.ts";
import { degreesPerMetre, metresPerPixel, regularPolygon } from "./ground-metres.ts";

/** Smallest mean side of a footprint on screen and diameter of a point, pixels. */
const LEGIBLE_SIDE = 4.5;
const POINT_DIAMETER = 6;
/** A building is never drawn more than this many times its size. */
const MOST_ENLARGED = 2.2;
/** Points that stand too close for that shrink to this many pixels at least. */
const LEAST_POINT = 2.5;
/** Share of the distance to the nearest neighbour that an enlarged shape may fill. */
const SHARE_OF_ROOM = 0.85;
/** Diameter of a point when so near that the fixed size on screen would be smaller, metres. */
const POINT_METRES = 14;

export interface ResidenceShapes {
  /** Number of polygons (parts); deck.gl's name for the row count. */
  readonly length: number;
  /** Residence row of each part. */
  readonly owner: Uint32Array;
  /** Part p has positions [offsets[p], offsets[p+1]) of `xy`, counted in vertices. */
  readonly offsets: Uint32Array;
  readonly xy: Float64Array;
  /** Holes of a part: first array index of each inside the part's own stretch of `xy`; absent when none. */
  readonly holes: ReadonlyMap<number, readonly number[]>;
}

/** Zoom in half steps: shapes are rebuilt only when this changes. */
export const shapeZoom = (zoom: number): number => Math.min(17, Math.max(10, Math.floor(zoom * 2) / 2));

/** Shapes of rows [from, to) at a zoom; `spacing` in metres for each of them, as residence-spacing.ts finds it. */
export function residenceShapes(
  residences: Residences,
  spacing: Float32Array,
  zoom: number,
  from = 0,
  to = residences.count,
): ResidenceShapes {
  const sizes = countParts(residences, from, to);
  const owner = new Uint32Array(sizes.parts);
  const offsets = new Uint32Array(sizes.parts + 1);
  const xy = new Float64Array(2 * sizes.vertices);
  const holes = new Map<number, number[]>();
  const writer = { part: 0, vertex: 0 };
  const add = (row: number, positions: Float64Array): void => {
    xy.set(positions, 2 * writer.vertex);
    writer.vertex += positions.length / 2;
    owner[writer.part] = row;
    offsets[++writer.part] = writer.vertex;
  };
  for (let row = from; row < to; row++) {
    const pixel = metresPerPixel(zoom, residences.xy[2 * row + 1]!);
    if (!hasFootprint(residences, row)) {
      add(row, pointShape(residences, row, pixel, spacing[row - from]));
      continue;
    }
    const { featureOffsets, partOffsets, ringOffsets } = residences.footprints;
    const enlarged = enlargedFootprint(residences, row, pixel, spacing[row - from]!);
    for (let part = featureOffsets[row]!; part < featureOffsets[row + 1]!; part++) {
      const [first, last] = [partOffsets[part]!, partOffsets[part + 1]!];
      const start = ringOffsets[first]!;
      if (last - first > 1) {
        holes.set(
          writer.part,
          Array.from(ringOffsets.subarray(first + 1, last), (vertex) => 2 * (vertex - start)),
        );
      }
      add(row, enlarged(start, ringOffsets[last]!));
    }
  }
  return { length: sizes.parts, owner, offsets, xy, holes };
}

export const hasFootprint = ({ footprints }: Residences, row: number): boolean =>
  footprints.count > row && footprints.featureOffsets[row]! < footprints.featureOffsets[row + 1]!;

const POINT_SIDES = 8;

/** The octagon of a residence known as a point only; `pixel` and `room` in metres. */
export function pointShape(
  residences: Residences,
  row: number,
  pixel: number,
  room = Infinity,
): Float64Array {
  const wanted = Math.max(POINT_METRES, POINT_DIAMETER * pixel);
  const radius = Math.max(LEAST_POINT * pixel, Math.min(wanted, SHARE_OF_ROOM * room)) / 2;
  return regularPolygon(residences.xy[2 * row]!, residences.xy[2 * row + 1]!, radius, POINT_SIDES);
}

function countParts(residences: Residences, from: number, to: number): { parts: number; vertices: number } {
  const { featureOffsets, partOffsets, ringOffsets } = residences.footprints;
  let parts = 0;
  let vertices = 0;
  for (let row = from; row < to; row++) {
    if (!hasFootprint(residences, row)) {
      parts++;
      vertices += POINT_SIDES;
      continue;
    }
    const [first, last] = [featureOffsets[row]!, featureOffsets[row + 1]!];
    parts += last - first;
    vertices += ringOffsets[partOffsets[last]!]! - ringOffsets[partOffsets[first]!]!;
  }
  return { parts, vertices };
}

/** Vertices [start, end) of the footprints, enlarged about the middle of the whole footprint's box. */
function enlargedFootprint(
  residences: Residences,
  row: number,
  pixel: number,
  room: number,
): (start: number, end: number) => Float64Array {
  const { featureOffsets, partOffsets, ringOffsets, xy } = residences.footprints;
  const from = ringOffsets[partOffsets[featureOffsets[row]!]!]!;
  const to = ringOffsets[partOffsets[featureOffsets[row + 1]!]!]!;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = from; i < to; i++) {
    west = Math.min(west, xy[2 * i]!);
    east = Math.max(east, xy[2 * i]!);
    south = Math.min(south, xy[2 * i + 1]!);
    north = Math.max(north, xy[2 * i + 1]!);
  }
  const [perX, perY] = degreesPerMetre((south + north) / 2);
  const side = Math.sqrt(((east - west) / perX) * ((north - south) / perY));
  const factor = Math.max(
    1,
    Math.min(MOST_ENLARGED, (LEGIBLE_SIDE * pixel) / side, (SHARE_OF_ROOM * room) / side),
  );
  if (factor === 1 || !Number.isFinite(factor)) return (start, end) => xy.subarray(2 * start, 2 * end);
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  return (start, end) =>
    xy
      .subarray(2 * start, 2 * end)
      .map((value, i) => (i % 2 === 0 ? middleX : middleY) * (1 - factor) + value * factor);
}
