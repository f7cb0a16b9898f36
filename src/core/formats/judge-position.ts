// Can a pair of numbers be a position in its datum? Degrees must be degrees: metres betray themselves beyond
// 180, latitude and longitude the wrong way round by a latitude beyond 90, or by lying in China only when
// turned. Gauss–Krüger pairs must lie in their zone. Where numbers alone cannot tell, place-layer.ts compares layers.

import type { DatumName } from "../geo/index.ts";
import { gaussKruger, parseDatum } from "../geo/index.ts";

export type PositionVerdict = "ok" | "swapped" | "projected" | "notProjected" | "outOfRange";
export type JudgePosition = (x: number, y: number) => PositionVerdict;

/** The judge for a datum that `toWgs84` knows; of projections other than Gauss–Krüger it tells metres from degrees only. */
export function judgeOf(datum: string): JudgePosition {
  const name = parseDatum(datum);
  const judge = name?.kind === "epsg" || name?.kind === "wkt" ? projectedJudge(name) : judgeDegrees;
  return name?.turned === true ? (x, y) => judge(y, x) : judge;
}

/**
 * The Gauss–Krüger code that a projected pair suggests: by the zone in the easting's millions, else by the
 * longitude where the project lies; null when neither tells.
 */
export function guessProjection(x: number, y: number, longitude: number | null): string | null {
  const [easting, northing] = fitsEasting(x) && !fitsEasting(y) ? [x, y] : [y, x];
  if (northing < 300_000 || northing > 6_700_000) return null;
  const zone = Math.floor(easting / 1_000_000);
  if (zone >= 25 && zone <= 45) return `EPSG:${4488 + zone}`;
  if (zone >= 13 && zone <= 23) return `EPSG:${4478 + zone}`;
  const near = longitude === null ? 0 : Math.round(longitude / 3);
  return zone === 0 && near >= 25 && near <= 45 ? `EPSG:${4509 + near}` : null;
}

const judgeDegrees: JudgePosition = (x, y) => {
  if (Math.abs(x) > 180 || Math.abs(y) > 180) return "projected";
  if (x === 0 && y === 0) return "outOfRange";
  if (Math.abs(y) > 90) return Math.abs(x) <= 90 ? "swapped" : "outOfRange";
  return y > CHINA.west && x > CHINA.south && x < CHINA.north ? "swapped" : "ok";
};

/** A "wkt:" datum may be in degrees itself, so its pairs are left to the conversion. */
function projectedJudge({ kind, epsg }: DatumName): JudgePosition {
  if (kind === "wkt" || epsg === null) return () => "ok";
  const zone = gaussKruger(epsg);
  const fits = (x: number, y: number): boolean =>
    zone === null || (Math.abs(x - zone.falseEasting) < HALF_ZONE && y > 0 && y < POLE);
  return (x, y) => {
    if (Math.abs(x) <= 180 && Math.abs(y) <= 180) return "notProjected";
    if (fits(x, y)) return "ok";
    return fits(y, x) ? "swapped" : "outOfRange";
  };
}

/** Latitudes of China and its western longitude: a "latitude" beyond 73 with such a "longitude" is turned. */
const CHINA = { west: 73, south: 3, north: 54 } as const;
/** No zone is wider than this to either side of its false easting, metres. */
const HALF_ZONE = 500_000;
/** Length of a meridian quadrant, metres. */
const POLE = 10_002_000;

/** A Gauss–Krüger easting with its false 500 km, with or without a zone number in the millions. */
const fitsEasting = (x: number): boolean =>
  (x > 100_000 && x < 900_000) || (x > 13_000_000 && x < 46_000_000);
