// From WKT to the parameters proj4 needs, for the systems that surveys of towns come in: geographic degrees and any
// transverse Mercator (a town's own central meridian, subtracted constants, Hong Kong, Taiwan). Other projections
// are left to proj4's own reader of WKT (`prepareDatum`).

import { parseWkt } from "./parse-wkt.ts";
import type { Crs } from "./read-crs.ts";
import { isPlaceable, parameterOf, readCrs } from "./read-crs.ts";

/** The definition for proj4; null when the text is none of these systems or cannot be placed. */
export function projStringOf(text: string): string | null {
  const tree = parseWkt(text);
  const crs = tree === null ? null : readCrs(tree);
  if (crs === null || !isPlaceable(crs) || crs.ellipsoid === null || crs.primeMeridian !== 0) return null;
  const shape = `+a=${crs.ellipsoid.a} +rf=${crs.ellipsoid.rf}${crs.shift === null ? "" : ` +towgs84=${crs.shift.join(",")}`} +no_defs`;
  if (crs.method === "") return isDegree(crs.unit) ? `+proj=longlat ${shape}` : null;
  const lines = transverseMercator(crs);
  return lines === null ? null : `${lines} ${shape}`;
}

/** Central meridian and its like in degrees, false origin in metres. */
export interface TransverseMercator {
  readonly centralMeridian: number;
  readonly latitude: number;
  readonly scale: number;
  readonly falseEasting: number;
  readonly falseNorthing: number;
}

/** The parameters of a transverse Mercator system; null for any other. */
export function readTransverseMercator(crs: Crs): TransverseMercator | null {
  if (!["transversemercator", "gausskruger", "transversemercatorgausskruger"].includes(crs.method))
    return null;
  if (!(crs.unit > 0)) return null;
  const centralMeridian = parameterOf(crs, MERIDIAN, Number.NaN);
  if (Number.isNaN(centralMeridian)) return null;
  return {
    centralMeridian,
    latitude: parameterOf(crs, ["latitudeoforigin", "latitudeofnaturalorigin", "latitudeofcenter"], 0),
    scale: parameterOf(crs, ["scalefactor", "scalefactoratnaturalorigin"], 1),
    falseEasting: parameterOf(crs, ["falseeasting"], 0) * crs.unit,
    falseNorthing: parameterOf(crs, ["falsenorthing"], 0) * crs.unit,
  };
}

const MERIDIAN = ["centralmeridian", "longitudeofnaturalorigin", "longitudeoforigin", "longitudeofcenter"];

function transverseMercator(crs: Crs): string | null {
  const tm = readTransverseMercator(crs);
  if (tm === null) return null;
  const origin = `+lat_0=${tm.latitude} +lon_0=${tm.centralMeridian} +k=${tm.scale}`;
  return `+proj=tmerc ${origin} +x_0=${tm.falseEasting} +y_0=${tm.falseNorthing} +to_meter=${crs.unit}`;
}

const isDegree = (unit: number): boolean => Number.isNaN(unit) || Math.abs(unit - Math.PI / 180) < 1e-9;
