// Geometry in columns: many features in a few typed arrays, so that a layer crosses to a worker without
// copying objects and is walked without chasing them. Coordinates are interleaved pairs.

/** Points: pair i is [xy[2i], xy[2i+1]]. */
export interface PointColumns {
  readonly count: number;
  readonly xy: Float64Array;
}

/** Lines: the vertices of line i are pairs [offsets[i], offsets[i+1]) of `xy`. */
export interface LineColumns {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly xy: Float64Array;
}

/**
 * Polygons with holes and parts. Feature i has parts [featureOffsets[i], featureOffsets[i+1]);
 * part p has rings [partOffsets[p], partOffsets[p+1]), the first one outer; ring r has vertex pairs
 * [ringOffsets[r], ringOffsets[r+1]) of `xy`, first vertex not repeated at the end.
 */
export interface PolygonColumns {
  readonly count: number;
  readonly featureOffsets: Uint32Array;
  readonly partOffsets: Uint32Array;
  readonly ringOffsets: Uint32Array;
  readonly xy: Float64Array;
}

export const NO_LINES: LineColumns = { count: 0, offsets: new Uint32Array(1), xy: new Float64Array(0) };

export const NO_POLYGONS: PolygonColumns = {
  count: 0,
  featureOffsets: new Uint32Array(1),
  partOffsets: new Uint32Array(1),
  ringOffsets: new Uint32Array(1),
  xy: new Float64Array(0),
};
