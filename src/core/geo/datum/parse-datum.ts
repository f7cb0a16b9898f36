// The names of datums: "wgs84" ("cgcs2000" is taken as the same), "gcj02", "bd09", "EPSG:n", "wkt:…" (the text of a .prj),
// each with an optional "/yx". Without it a pair is (longitude, latitude) or (easting, northing), whatever order an
// authority states; with "/yx" it is (latitude, longitude) or (northing, easting), as surveyors write X and Y.

export interface DatumName {
  readonly kind: "wgs84" | "gcj02" | "bd09" | "epsg" | "wkt";
  /** EPSG number of kind "epsg", aliases of Web Mercator resolved; null for the others. */
  readonly epsg: number | null;
  /** Text of kind "wkt"; "" for the others. */
  readonly wkt: string;
  /** Is latitude or northing the first number of a pair? */
  readonly turned: boolean;
}

/** Takes a name apart; null when it is written like none of them. */
export function parseDatum(text: string): DatumName | null {
  const trimmed = text.trim();
  const turned = /\/yx$/i.test(trimmed);
  const name = turned ? trimmed.slice(0, -3) : trimmed;
  const named = (kind: DatumName["kind"], epsg: number | null = null, wkt = ""): DatumName => ({
    kind,
    epsg,
    wkt,
    turned,
  });
  if (/^wkt:/i.test(name)) return named("wkt", null, name.slice(4));
  const lower = name.toLowerCase();
  if (lower === "wgs84" || lower === "cgcs2000") return named("wgs84");
  if (lower === "gcj02" || lower === "bd09") return named(lower);
  const code = /^epsg:(\d{4,6})$/.exec(lower)?.[1];
  if (code === undefined) return null;
  const epsg = Number(code);
  return GEOGRAPHIC.has(epsg) ? named("wgs84", epsg) : named("epsg", WEB_MERCATOR.has(epsg) ? 3857 : epsg);
}

/** The same datum with the numbers of a pair the other way round. */
export function turnDatum(datum: string): string {
  return /\/yx$/i.test(datum) ? datum.slice(0, -3) : `${datum}/yx`;
}

/** WGS 84 and CGCS2000, two- and three-dimensional: one and the same to centimetres. */
const GEOGRAPHIC = new Set([4326, 4979, 4490, 4480]);
/** Numbers that software has used for Web Mercator. */
const WEB_MERCATOR = new Set([3857, 3785, 900913, 102100, 102113]);
