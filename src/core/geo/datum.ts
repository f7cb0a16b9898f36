// From the datums that files come in to WGS-84 degrees. CGCS2000 (EPSG:4490) and WGS-84 agree to centimetres
// and are taken as one. GCJ-02 and BD-09 by gcoord (inverse iterated, round trip < 0.1 mm); projected
// systems by proj4: CGCS2000 Gauss–Krüger zones of 3 and 6 degrees with and without zone prefix, UTM, Web Mercator.

import gcoord from "gcoord";
import proj4 from "proj4";

export type Reproject = (xy: Float64Array) => Float64Array;

/**
 * A converter of coordinate pairs (longitude, latitude in degrees, or easting, northing in metres) to WGS-84
 * longitude, latitude; null when the datum is not one we know. `datum` is "wgs84", "gcj02", "bd09" or "EPSG:n".
 */
export function toWgs84(datum: string): Reproject | null {
  const name = datum.trim().toLowerCase();
  if (name === "wgs84" || name === "cgcs2000") return copy;
  if (name === "gcj02") return pairwise((p) => gcoord.transform(p, gcoord.GCJ02, gcoord.WGS84));
  if (name === "bd09") return pairwise((p) => gcoord.transform(p, gcoord.BD09, gcoord.WGS84));
  const code = /^epsg:(\d+)$/.exec(name)?.[1];
  if (code === undefined) return null;
  const epsg = Number(code);
  if (GEOGRAPHIC.has(epsg)) return copy;
  const definition = projectionOf(epsg);
  if (definition === null) return null;
  const projection = proj4(definition);
  return pairwise((p) => projection.inverse(p) as Pair);
}

/** The central meridian and zone of a CGCS2000 Gauss–Krüger code; null for any other code. */
export function gaussKruger(epsg: number): { centralMeridian: number; falseEasting: number } | null {
  for (const { first, firstZone, zones, width, prefixed } of GK_RANGES) {
    const zone = epsg - first + firstZone;
    if (epsg < first || epsg >= first + zones) continue;
    return {
      centralMeridian: width === 3 ? zone * 3 : zone * 6 - 3,
      falseEasting: 500_000 + (prefixed ? zone * 1_000_000 : 0),
    };
  }
  return null;
}

type Pair = [number, number];

/** WGS 84, CGCS2000 and its 3D form. */
const GEOGRAPHIC = new Set([4326, 4490, 4480, 4979]);

/** EPSG ranges of CGCS2000 / Gauss–Krüger: 6-degree zones 13–23, 3-degree zones 25–45. */
const GK_RANGES = [
  { first: 4491, firstZone: 13, zones: 11, width: 6, prefixed: true },
  { first: 4502, firstZone: 13, zones: 11, width: 6, prefixed: false },
  { first: 4513, firstZone: 25, zones: 21, width: 3, prefixed: true },
  { first: 4534, firstZone: 25, zones: 21, width: 3, prefixed: false },
] as const;

function projectionOf(epsg: number): string | null {
  const gk = gaussKruger(epsg);
  if (gk !== null) {
    return `+proj=tmerc +lat_0=0 +lon_0=${gk.centralMeridian} +k=1 +x_0=${gk.falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
  }
  if (epsg === 3857) return "EPSG:3857";
  const utmZone = epsg % 100;
  const hemisphere = Math.floor(epsg / 100);
  const isUtm = (hemisphere === 326 || hemisphere === 327) && utmZone >= 1 && utmZone <= 60;
  if (!isUtm) return null;
  return `+proj=utm +zone=${utmZone} ${hemisphere === 327 ? "+south " : ""}+datum=WGS84 +units=m +no_defs`;
}

const copy: Reproject = (xy) => xy.slice();

const pairwise =
  (convert: (pair: Pair) => Pair): Reproject =>
  (xy) => {
    const out = new Float64Array(xy.length);
    for (let i = 0; i + 1 < xy.length; i += 2) {
      const [x, y] = convert([xy[i]!, xy[i + 1]!]);
      out[i] = x;
      out[i + 1] = y;
    }
    return out;
  };
