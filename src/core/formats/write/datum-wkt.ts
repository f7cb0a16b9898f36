// Coordinate systems in well-known text, in the spelling of ESRI's .prj files and in that of OGC (WKT 1), for the
// datums that files can state: WGS 84 and CGCS2000 in degrees, CGCS2000 Gauss–Krüger zones, UTM, Web Mercator.
// GCJ-02 and BD-09 have no EPSG code and no text. Names and numbers after the EPSG registry.

import { gaussKruger, parseDatum } from "../../geo/index.ts";

export const WKT_FLAVOURS = ["esri", "ogc"] as const;
export type WktFlavour = (typeof WKT_FLAVOURS)[number];

/** EPSG code of a datum; null for GCJ-02, BD-09, a datum known by its text only, and names we do not know. */
export function epsgOf(datum: string): number | null {
  const name = parseDatum(datum);
  if (name === null || name.turned) return null;
  if (name.kind === "wgs84") return name.epsg ?? (/^cgcs/i.test(datum.trim()) ? 4490 : 4326);
  return name.epsg;
}

/** Degrees rather than metres? */
export function isGeographic(datum: string): boolean {
  const kind = parseDatum(datum)?.kind;
  return kind === "wkt" ? !/PROJC(S|RS)/i.test(datum) : kind !== "epsg";
}

/** null when there is no text for the datum. A text that came with a file (ESRI or OGC) goes out as it came. */
export function datumWkt(datum: string, flavour: WktFlavour): string | null {
  const name = parseDatum(datum);
  if (name?.kind === "wkt" && !name.turned) return name.wkt;
  const epsg = epsgOf(datum);
  if (epsg === null) return null;
  if (WGS84_CODES.has(epsg)) return WGS84[flavour];
  if (CGCS2000_CODES.has(epsg)) return CGCS2000[flavour];
  if (epsg === 3857) return WEB_MERCATOR[flavour];
  return gaussKrugerWkt(epsg, flavour) ?? utmWkt(epsg, flavour);
}

const WGS84_CODES = new Set([4326, 4979]);
const CGCS2000_CODES = new Set([4490, 4480]);
const RADIANS = "0.0174532925199433";

const WGS84 = {
  esri: `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",${RADIANS}]]`,
  ogc: `GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0],UNIT["degree",${RADIANS}],AUTHORITY["EPSG","4326"]]`,
} as const;

const CGCS2000 = {
  esri: `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",${RADIANS}]]`,
  ogc: `GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0],UNIT["degree",${RADIANS}],AUTHORITY["EPSG","4490"]]`,
} as const;

const WEB_MERCATOR = {
  esri: `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${WGS84.esri},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`,
  ogc: `PROJCS["WGS 84 / Pseudo-Mercator",${WGS84.ogc},PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1],EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs"],AUTHORITY["EPSG","3857"]]`,
} as const;

function gaussKrugerWkt(epsg: number, flavour: WktFlavour): string | null {
  const zone = gaussKruger(epsg);
  if (zone === null) return null;
  const { centralMeridian, falseEasting } = zone;
  const wide = epsg < 4513;
  const number = falseEasting > 500_000 ? Math.floor(falseEasting / 1_000_000) : null;
  const place = number === null ? `CM_${centralMeridian}E` : `Zone_${number}`;
  const spoken = number === null ? `CM ${centralMeridian}E` : `zone ${number}`;
  const names = {
    esri: `CGCS2000_${wide ? "" : "3_Degree_"}GK_${place}`,
    ogc: `CGCS2000 / ${wide ? "" : "3-degree "}Gauss-Kruger ${spoken}`,
  };
  const method = { esri: "Gauss_Kruger", ogc: "Transverse_Mercator" } as const;
  const numbers = { centralMeridian, falseEasting, falseNorthing: 0, scale: 1 };
  return transverseMercator(flavour, names[flavour], CGCS2000[flavour], method[flavour], numbers, epsg);
}

function utmWkt(epsg: number, flavour: WktFlavour): string | null {
  const zone = epsg % 100;
  const series = Math.floor(epsg / 100);
  if ((series !== 326 && series !== 327) || zone < 1 || zone > 60) return null;
  const letter = series === 326 ? "N" : "S";
  const names = { esri: `WGS_1984_UTM_Zone_${zone}${letter}`, ogc: `WGS 84 / UTM zone ${zone}${letter}` };
  const falseNorthing = series === 326 ? 0 : 10_000_000;
  const numbers = { centralMeridian: 6 * zone - 183, falseEasting: 500_000, falseNorthing, scale: 0.9996 };
  return transverseMercator(flavour, names[flavour], WGS84[flavour], "Transverse_Mercator", numbers, epsg);
}

interface TransverseMercator {
  readonly centralMeridian: number;
  readonly falseEasting: number;
  readonly falseNorthing: number;
  readonly scale: number;
}

function transverseMercator(
  flavour: WktFlavour,
  name: string,
  geographic: string,
  method: string,
  { centralMeridian, falseEasting, falseNorthing, scale }: TransverseMercator,
  epsg: number,
): string {
  const parameters: readonly (readonly [string, number])[] = [
    ["False_Easting", falseEasting],
    ["False_Northing", falseNorthing],
    ["Central_Meridian", centralMeridian],
    ["Scale_Factor", scale],
    ["Latitude_Of_Origin", 0],
  ];
  const esri = flavour === "esri";
  const listed = parameters.map(([key, value]) =>
    esri ? `PARAMETER["${key}",${decimal(value)}]` : `PARAMETER["${key.toLowerCase()}",${value}]`,
  );
  const end = esri ? `UNIT["Meter",1.0]` : `UNIT["metre",1],AUTHORITY["EPSG","${epsg}"]`;
  return `PROJCS["${name}",${geographic},PROJECTION["${method}"],${listed.join(",")},${end}]`;
}

const decimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));
