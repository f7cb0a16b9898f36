// What a .prj says, in ESRI's spelling or OGC's, WKT 1 or 2: the datum in the names of parse-datum.ts. Systems are told by
// their parameters, not by their title, so that a mistitled file is read as it is drawn. Xian 1980 and Beijing 1954 are
// recognised and not placed: their shifts are local and not published; they are never taken for CGCS2000.

import { gaussKrugerCode, prefixedZoneCode } from "./gauss-kruger.ts";
import { parseDatum } from "./parse-datum.ts";
import type { WktNode } from "./parse-wkt.ts";
import { findNode, isNode, parseWkt, textOf, writeWkt } from "./parse-wkt.ts";
import { readTransverseMercator } from "./proj-string.ts";
import type { Crs, DatumFamily } from "./read-crs.ts";
import { isPlaceable, letters, readCrs } from "./read-crs.ts";
import { toWgs84 } from "./transform-datum.ts";

export interface PrjReading {
  /** In the names of parse-datum.ts; a "wkt:" datum may want `prepareDatum`. Null when it cannot be placed. */
  readonly datum: string | null;
  /** The title the file gives the system; "" when it is unreadable. */
  readonly name: string;
  /** What it was told by: a number or parameters of a known code, a zone, degrees, or its own definition. */
  readonly how: "epsg" | "gaussKruger" | "geographic" | "wkt" | "unknown";
  /** Family of the geodetic datum; null when unreadable. */
  readonly family: DatumFamily | null;
  /** Why `datum` is null: not a definition at all, or a datum whose shift to WGS-84 is not in the file. */
  readonly fault: "unreadable" | "needsParameters" | null;
}

/** Reads the text of a .prj, or of any WKT or "EPSG:n". */
export function readPrj(text: string): PrjReading {
  const plain = text.replace(/^\uFEFF/, "").trim();
  if (/^epsg:\d+$/i.test(plain) && toWgs84(plain) !== null) {
    return { datum: plain.toUpperCase(), name: plain, how: "epsg", family: null, fault: null };
  }
  const tree = parseWkt(plain);
  const crs = tree === null ? null : readCrs(tree);
  if (tree === null || crs === null) {
    return { datum: null, name: "", how: "unknown", family: null, fault: "unreadable" };
  }
  const { name, family } = crs;
  if (!isPlaceable(crs)) return { datum: null, name, how: "unknown", family, fault: "needsParameters" };
  const known = crs.shift === null || family === "wgs84" || family === "cgcs2000" ? knownDatum(crs) : null;
  if (known !== null) return { ...known, name, family, fault: null };
  const datum = `wkt:${writeWkt(mend(tree, crs))}`;
  return {
    datum,
    name,
    how: readTransverseMercator(crs) === null ? "wkt" : "gaussKruger",
    family,
    fault: null,
  };
}

type Known = Pick<PrjReading, "datum" | "how">;

function knownDatum(crs: Crs): Known | null {
  if (crs.method === "") return knownDegrees(crs);
  if (isWebMercator(crs)) return { datum: "EPSG:3857", how: "epsg" };
  const zone = crs.family === "cgcs2000" ? zoneOf(crs) : null;
  if (zone !== null) return { datum: `EPSG:${zone}`, how: "gaussKruger" };
  const utm = crs.family === "wgs84" ? utmOf(crs) : null;
  return utm === null ? null : { datum: `EPSG:${utm}`, how: "epsg" };
}

function knownDegrees(crs: Crs): Known | null {
  const degrees = Math.abs(crs.unit - Math.PI / 180) < 1e-9 || Number.isNaN(crs.unit);
  if (!degrees || crs.primeMeridian !== 0) return null;
  if (crs.family === "cgcs2000") return { datum: "EPSG:4490", how: "geographic" };
  return crs.family === "wgs84" ? { datum: "wgs84", how: "geographic" } : null;
}

/** The Gauss–Krüger code of a CGCS2000 system; null for a meridian, scale or origin of its own. */
function zoneOf(crs: Crs): number | null {
  const tm = readTransverseMercator(crs);
  if (tm === null || crs.unit !== 1 || tm.scale !== 1 || tm.latitude !== 0 || tm.falseNorthing !== 0)
    return null;
  if (tm.falseEasting === 500_000) {
    const three = /3(degree|度)/.test(letters(crs.name)) || !/gk|gausskruger/.test(letters(crs.name));
    const widths = three ? ([3, 6] as const) : ([6, 3] as const);
    return (
      gaussKrugerCode(tm.centralMeridian, widths[0], false) ??
      gaussKrugerCode(tm.centralMeridian, widths[1], false)
    );
  }
  const zone = (tm.falseEasting - 500_000) / 1_000_000;
  const meridian = zone < 24 ? zone * 6 - 3 : zone * 3;
  return meridian === tm.centralMeridian ? prefixedZoneCode(zone) : null;
}

/** The number of a WGS 84 / UTM zone; null for any other system. */
function utmOf(crs: Crs): number | null {
  const tm = readTransverseMercator(crs);
  if (
    tm === null ||
    crs.unit !== 1 ||
    tm.scale !== 0.9996 ||
    tm.latitude !== 0 ||
    tm.falseEasting !== 500_000
  ) {
    return null;
  }
  const zone = (tm.centralMeridian + 183) / 6;
  if (!Number.isInteger(zone)) return null;
  if (tm.falseNorthing === 0) return 32600 + zone;
  return tm.falseNorthing === 10_000_000 ? 32700 + zone : null;
}

/** Web Mercator by what it is called: its parameters are those of Mercator proper, its formula is not. */
function isWebMercator(crs: Crs): boolean {
  if (crs.family !== "wgs84") return false;
  if (parseDatum(`EPSG:${crs.epsg ?? 0}`)?.epsg === 3857) return true;
  return (
    /^(mercatorauxiliarysphere|popularvisualisationpseudomercator)$/.test(crs.method) ||
    /pseudomercator|webmercator/.test(letters(crs.name))
  );
}

/** The tree with the shift that its datum leaves out, and ESRI's word for the meridian of New Zealand in OGC's. */
function mend(tree: WktNode, crs: Crs): WktNode {
  const rewrite = (node: WktNode): WktNode => {
    const values = node.values.map((value) => (isNode(value) ? rewrite(value) : value));
    if (node.keyword === "PARAMETER" && textOf(node) === "Longitude_Of_Origin") {
      return { ...node, values: ["Central_Meridian", ...values.slice(1)] };
    }
    const shiftless = node.keyword === "DATUM" && crs.shift !== null && findNode(tree, "TOWGS84") === null;
    return {
      ...node,
      values: shiftless ? [...values, { keyword: "TOWGS84", values: crs.shift ?? [] }] : values,
    };
  };
  return rewrite(tree);
}
