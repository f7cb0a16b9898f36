// From the datums that files come in to WGS-84 degrees, and back for export. CGCS2000 and WGS-84 agree to centimetres
// and are taken as one. Projected systems by proj4: CGCS2000 Gauss–Krüger zones, UTM, Web Mercator, and what a .prj says
// (read-prj.ts). Projections other than these few are loaded when first needed: `prepareDatum`.

import proj4 from "proj4";
import { bd09ToWgs84, gcj02ToWgs84, wgs84ToBd09, wgs84ToGcj02 } from "./chinese-offsets.ts";
import { gaussKruger } from "./gauss-kruger.ts";
import type { DatumName } from "./parse-datum.ts";
import { parseDatum } from "./parse-datum.ts";
import { parseWkt } from "./parse-wkt.ts";
import { projStringOf } from "./proj-string.ts";
import { isPlaceable, parameterOf, readCrs } from "./read-crs.ts";

/** Coordinate pairs to coordinate pairs, a new array; a pair without image is NaN, NaN. */
export type Reproject = (xy: Float64Array) => Float64Array;

/** A converter of pairs in `datum` (parse-datum.ts) to WGS-84 longitude, latitude; null for a datum not known. */
export function toWgs84(datum: string): Reproject | null {
  const name = parseDatum(datum);
  const both = name === null ? null : converterOf(name);
  if (name === null || both === null) return null;
  return name.turned ? (xy) => both.inward(turnPairs(xy)) : both.inward;
}

/** A converter of WGS-84 longitude, latitude to pairs in `datum`; null for a datum not known. */
export function fromWgs84(datum: string): Reproject | null {
  const name = parseDatum(datum);
  const both = name === null ? null : converterOf(name);
  if (name === null || both === null) return null;
  return name.turned ? (xy) => turnPairs(both.outward(xy)) : both.outward;
}

/**
 * Loads what a datum needs beyond the first load (Lambert, Albers and others named by a "wkt:" datum); afterwards
 * `toWgs84` and `fromWgs84` know it. Says whether they do.
 */
export async function prepareDatum(datum: string): Promise<boolean> {
  if (toWgs84(datum) !== null) return true;
  const name = parseDatum(datum);
  if (name?.kind !== "wkt") return false;
  everyProjection ??= (await import("proj4/dist/proj4-src.js")).default;
  return toWgs84(datum) !== null;
}

interface Both {
  readonly inward: Reproject;
  readonly outward: Reproject;
}

/** proj4 with all its projections and its reader of WKT, once loaded. */
let everyProjection: typeof proj4 | null = null;

function converterOf({ kind, epsg, wkt }: DatumName): Both | null {
  if (kind === "wgs84") return { inward: copy, outward: copy };
  if (kind === "gcj02") return { inward: gcj02ToWgs84, outward: wgs84ToGcj02 };
  if (kind === "bd09") return { inward: bd09ToWgs84, outward: wgs84ToBd09 };
  const definition = kind === "wkt" ? projStringOf(wkt) : epsg === null ? null : definitionOf(epsg);
  if (definition !== null) return byProj(proj4(definition));
  return kind === "wkt" && everyProjection !== null ? byWkt(everyProjection, wkt) : null;
}

/** By proj4's own reader; null for what cannot be placed or has no position even at its false origin. */
function byWkt(projections: typeof proj4, wkt: string): Both | null {
  const tree = parseWkt(wkt);
  const crs = tree === null ? null : readCrs(tree);
  if (crs === null || !isPlaceable(crs)) return null;
  try {
    const both = byProj(projections(wkt));
    const origin = [parameterOf(crs, ["falseeasting"], 0), parameterOf(crs, ["falsenorthing"], 0)];
    return both.inward(Float64Array.from(origin)).every(Number.isFinite) ? both : null;
  } catch {
    return null;
  }
}

function definitionOf(epsg: number): string | null {
  const zone = gaussKruger(epsg);
  if (zone !== null) {
    return `+proj=tmerc +lat_0=0 +lon_0=${zone.centralMeridian} +k=1 +x_0=${zone.falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
  }
  if (epsg === 3857) return "EPSG:3857";
  const utmZone = epsg % 100;
  const hemisphere = Math.floor(epsg / 100);
  const isUtm = (hemisphere === 326 || hemisphere === 327) && utmZone >= 1 && utmZone <= 60;
  if (!isUtm) return null;
  return `+proj=utm +zone=${utmZone} ${hemisphere === 327 ? "+south " : ""}+datum=WGS84 +units=m +no_defs`;
}

type Pair = [number, number];

const byProj = (projection: { forward: (p: Pair) => Pair; inverse: (p: Pair) => Pair }): Both => ({
  inward: pairwise(projection.inverse),
  outward: pairwise(projection.forward),
});

const copy: Reproject = (xy) => xy.slice();

const pairwise =
  (convert: (pair: Pair) => Pair): Reproject =>
  (xy) => {
    const out = new Float64Array(xy.length).fill(Number.NaN);
    for (let i = 0; i + 1 < xy.length; i += 2) {
      const pair: Pair = [xy[i]!, xy[i + 1]!];
      if (!Number.isFinite(pair[0] + pair[1])) continue;
      const [x, y] = convert(pair);
      if (!Number.isFinite(x + y)) continue;
      out[i] = x;
      out[i + 1] = y;
    }
    return out;
  };

function turnPairs(xy: Float64Array): Float64Array {
  const out = new Float64Array(xy.length);
  for (let i = 0; i + 1 < xy.length; i += 2) {
    out[i] = xy[i + 1]!;
    out[i + 1] = xy[i]!;
  }
  return out;
}
