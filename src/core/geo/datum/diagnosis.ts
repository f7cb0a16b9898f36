// What the coordinate doctor is given and what it says: ranked hypotheses, each with the numbers that speak for it.

import type { PolygonColumns } from "../columns.ts";

export interface DatumEvidence {
  /** Coordinate pairs as the file has them; any number, the doctor takes its own even sample. */
  readonly xy: Float64Array;
  /** Text of the .prj that came with them. */
  readonly prj?: string | null;
  /** Layers already placed, WGS-84 degrees. */
  readonly reference?: DatumReference;
}

export interface DatumReference {
  /** Places the file should lie near: buildings, road vertices, other centres. Pairs. */
  readonly points?: Float64Array;
  /** Areas the file should lie within: communities, grids. */
  readonly polygons?: PolygonColumns;
}

/**
 * Why a hypothesis stands where it stands, with the numbers in `values`:
 * - `degreesInChina`, `degreesElsewhere` share, west, south, east, north
 * - `axesTurned` share: the first number is the latitude or northing
 * - `zonePrefix` share, zone, centralMeridian: the first two digits of the easting
 * - `falseEasting` share, centralMeridian: six digits about 500 km, the meridian not told by the numbers
 * - `utmRange` share, zone; `mercatorRange` share
 * - `offsetPossible`: degrees in China may be GCJ-02 or BD-09; numbers alone cannot tell
 * - `prjNames` name; `prjPrefixDiffers` name: same meridian, zone number written otherwise than the .prj says
 * - `prjContradicts` name: the numbers cannot be what the .prj says
 * - `prjNeedsParameters` name: an older datum whose shift is local; off by tens of metres if placed as CGCS2000
 * - `insideReference` share, count; `nearReference` metres (median), count; `farFromReference` metres
 */
export const DATUM_REASONS = [
  "degreesInChina",
  "degreesElsewhere",
  "axesTurned",
  "zonePrefix",
  "falseEasting",
  "utmRange",
  "mercatorRange",
  "offsetPossible",
  "prjNames",
  "prjPrefixDiffers",
  "prjContradicts",
  "prjNeedsParameters",
  "insideReference",
  "nearReference",
  "farFromReference",
] as const;

export interface DatumReason {
  readonly code: (typeof DATUM_REASONS)[number];
  readonly values: Readonly<Record<string, number | string>>;
}

export interface DatumHypothesis {
  /** In the names of parse-datum.ts. */
  readonly datum: string;
  /** 0..1; those of all hypotheses add up to 1, none is certain. */
  readonly confidence: number;
  readonly reasons: readonly DatumReason[];
  /** Metres between where this hypothesis and the first one put the sample, median; null for the first. */
  readonly medianShift: number | null;
}

/** Numbers that are told apart but cannot be placed before they are rewritten. */
export type UnplacedNumbers =
  | { readonly kind: "scaledDegrees"; readonly factor: number }
  | { readonly kind: "localMetres" }
  | { readonly kind: "noNumbers" };

export interface Diagnosis {
  /** Best first, two at least; empty when `unplaced` says what the numbers are. */
  readonly hypotheses: readonly DatumHypothesis[];
  /** Should a person decide: the first two are close, or a .prj names a datum that cannot be placed. */
  readonly needsAsking: boolean;
  readonly unplaced: UnplacedNumbers | null;
  /** Pairs looked at. */
  readonly sampled: number;
  /**
   * Natural logarithm of the weight of all hypotheses together: how well any of them explains the numbers where they
   * lie. Comparable between diagnoses of the same numbers against different references.
   */
  readonly logEvidence: number;
}

/** A hypothesis while evidence is gathered; `weight` is relative, above 0. */
export interface Candidate {
  readonly datum: string;
  readonly weight: number;
  readonly reasons: readonly DatumReason[];
}
