// The facts of a coordinate system from its WKT tree: what WKT 1 of OGC and ESRI and WKT 2 say in different words. The
// family of the geodetic datum is told by name, then by ellipsoid; a datum that is neither geocentric (WGS-84, CGCS2000
// and their like agree within two metres) nor comes with its shift cannot be placed.

import type { WktNode } from "./parse-wkt.ts";
import { childOf, findNode, isNode, numbersOf, textOf } from "./parse-wkt.ts";

/** "modern": another geocentric datum; "other": none of these. */
export type DatumFamily = "wgs84" | "cgcs2000" | "xian1980" | "beijing1954" | "modern" | "other";

export interface Crs {
  readonly name: string;
  readonly family: DatumFamily;
  /** Semi-major axis in metres and inverse flattening; null when the text gives none. */
  readonly ellipsoid: { readonly a: number; readonly rf: number } | null;
  /** Degrees east of Greenwich. */
  readonly primeMeridian: number;
  /** Letters of the projection's name, lower case; "" for a geographic system. */
  readonly method: string;
  /** Parameters by the letters of their names, lower case. */
  readonly parameters: ReadonlyMap<string, number>;
  /** Metres (projected) or radians (geographic) in one unit; NaN when the text does not say. */
  readonly unit: number;
  /** Shift to WGS-84 by 3 or 7 parameters in TOWGS84's sense; null when none is known. */
  readonly shift: readonly number[] | null;
  readonly epsg: number | null;
}

/** Reads a tree; null when it is not a geographic or projected system. */
export function readCrs(tree: WktNode): Crs | null {
  const root = findNode(tree, ...PROJECTED, ...GEOGRAPHIC);
  if (root === null) return null;
  const projected = PROJECTED.includes(root.keyword);
  const base = projected ? childOf(root, ...GEOGRAPHIC) : root;
  if (base === null) return null;
  const datum = childOf(base, "DATUM", "GEODETICDATUM", "TRF", "ENSEMBLE");
  const ellipsoid = ellipsoidOf(base);
  const names = [textOf(base), textOf(datum)];
  const family = familyOf(names, ellipsoid);
  return {
    name: textOf(root),
    family,
    ellipsoid,
    primeMeridian: numbersOf(childOf(base, "PRIMEM", "PRIMEMERIDIAN"))[0] ?? 0,
    method: projected ? letters(textOf(findNode(root, "PROJECTION", "METHOD"))) : "",
    parameters: parametersOf(root),
    unit: unitOf(root),
    shift: statedShift(tree) ?? (family === "other" ? knownShift(names) : null),
    epsg: authorityOf(root),
  };
}

/** Can positions be brought to WGS-84? Geocentric datums need no shift, others need theirs. */
export const isPlaceable = ({ family, shift }: Crs): boolean =>
  shift !== null || family === "wgs84" || family === "cgcs2000" || family === "modern";

/** The first of several parameters that the system has. */
export function parameterOf({ parameters }: Crs, names: readonly string[], otherwise: number): number {
  for (const name of names) {
    const value = parameters.get(name);
    if (value !== undefined) return value;
  }
  return otherwise;
}

/** Letters and digits only, lower case; Chinese signs stay. */
export const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9\u4e00-\u9fff]/g, "");

const PROJECTED = ["PROJCS", "PROJCRS", "PROJECTEDCRS"];
const GEOGRAPHIC = [
  "GEOGCS",
  "GEOGCRS",
  "GEOGRAPHICCRS",
  "GEODCRS",
  "GEODETICCRS",
  "BASEGEOGCRS",
  "BASEGEODCRS",
];

const FAMILIES: readonly (readonly [RegExp, DatumFamily])[] = [
  [/cgcs2000|chinageodetic|china2000|chinese2000|2000国家|国家2000/, "cgcs2000"],
  [/xian(19)?80|西安(19)?80|(19)?80西安/, "xian1980"],
  [/(beijing|peking|北京)(19)?54|newbeijing|北京坐标/, "beijing1954"],
  [/wgs(19)?84|worldgeodeticsystem1984/, "wgs84"],
];

function familyOf(names: readonly string[], ellipsoid: Crs["ellipsoid"]): DatumFamily {
  for (const name of names.map(letters)) {
    const family = FAMILIES.find(([pattern]) => pattern.test(name));
    if (family !== undefined) return family[1];
  }
  if (ellipsoid === null) return "other";
  const { a, rf } = ellipsoid;
  return a === 6_378_137 && Math.abs(rf - 298.2572) < 0.0002 ? "modern" : "other";
}

function ellipsoidOf(base: WktNode): Crs["ellipsoid"] {
  const [a, rf] = numbersOf(findNode(base, "SPHEROID", "ELLIPSOID"));
  return a !== undefined && rf !== undefined && a > 0 ? { a, rf } : null;
}

function parametersOf(root: WktNode): Map<string, number> {
  const found = new Map<string, number>();
  const visit = (node: WktNode): void => {
    const value = numbersOf(node)[0];
    if (node.keyword === "PARAMETER" && value !== undefined) found.set(letters(textOf(node)), value);
    for (const child of node.values) if (isNode(child)) visit(child);
  };
  visit(root);
  return found;
}

/** The unit of the system's own axes: a child of the root, or in WKT 2 of its first axis. */
function unitOf(root: WktNode): number {
  const words = ["UNIT", "LENGTHUNIT", "ANGLEUNIT"];
  const node = childOf(root, ...words) ?? childOf(childOf(root, "AXIS"), ...words);
  return numbersOf(node)[0] ?? Number.NaN;
}

/** TOWGS84 as the text gives it; a shift of nothing on an old datum says that nobody knew it. */
function statedShift(tree: WktNode): number[] | null {
  const values = numbersOf(findNode(tree, "TOWGS84"));
  const complete = values.length === 3 || values.length === 7;
  return complete && values.some((value) => value !== 0) ? values : null;
}

/** Published shifts of datums whose .prj files leave them out, in TOWGS84's sense (EPSG 1825, 15934, 1564). */
const KNOWN_SHIFTS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/hongkong1980/, [-162.619, -276.959, -161.764, 0.067753, -2.243648, -1.158828, -1.094246]],
  [/amersfoort/, [565.4171, 50.3319, 465.5524, -0.398957, 0.343988, -1.8774, 4.0725]],
  [/newzealand(geodeticdatum)?1949|nzgd49/, [59.47, -5.04, 187.44, 0.47, -0.1, 1.024, -4.5993]],
];

function knownShift(names: readonly string[]): readonly number[] | null {
  const all = names.map(letters).join(" ");
  return KNOWN_SHIFTS.find(([pattern]) => pattern.test(all))?.[1] ?? null;
}

function authorityOf(root: WktNode): number | null {
  const node = childOf(root, "AUTHORITY", "ID");
  if (letters(textOf(node)) !== "epsg") return null;
  const code = Number(node?.values[1]);
  return Number.isInteger(code) && code > 0 ? code : null;
}
