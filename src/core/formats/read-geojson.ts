// GeoJSON (RFC 7946, and the `crs` member of its 2008 draft): a FeatureCollection, one Feature, or a bare
// geometry, whose parts each become a row. Geometries are passed on unchecked; the importer judges them.

import type { DecodedText } from "./decode-text.ts";
import { decodeText } from "./decode-text.ts";
import type { FeatureRow, TableRead } from "./feature-table.ts";
import { unread } from "./feature-table.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import { parseJson } from "./parse-json.ts";

export async function readGeojson({ main }: FileGroup, context: ReadContext): Promise<TableRead[]> {
  return [readText(main.name, decodeText(main.bytes, context.decode, context.encoding))];
}

function readText(file: string, { text, encoding }: DecodedText): TableRead {
  const parsed = parseJson(file, text);
  if ("issue" in parsed) return unread(parsed.issue);
  const root = parsed.value;
  const features = featuresOf(root);
  if (features === null) {
    const type = isRecord(root) && typeof root["type"] === "string" ? root["type"] : typeNameOf(root);
    return unread({ code: "file.notGeoJson", severity: "error", file, values: { type } });
  }
  if (features.length === 0) {
    return unread({ code: "file.noFeatures", severity: "error", file });
  }
  const columns = new Set<string>();
  const rows = features.map((feature, index): FeatureRow => {
    const row = rowOf(feature, index + 1);
    for (const column of Object.keys(row.properties)) columns.add(column);
    return row;
  });
  const datum = isRecord(root) ? (datumOf(root["crs"]) ?? ownDatum(root["datum"])) : null;
  const table = {
    file,
    layer: "",
    format: "geojson",
    encoding,
    prj: null,
    columns: [...columns],
    rows,
    datum,
  };
  return { table, issues: [] };
}

const GEOMETRY_TYPES = new Set([
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const typeNameOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/** The members that become rows; null when the root is not GeoJSON. */
function featuresOf(root: unknown): readonly unknown[] | null {
  if (!isRecord(root)) return null;
  if (root["type"] === "FeatureCollection") return Array.isArray(root["features"]) ? root["features"] : null;
  if (root["type"] === "Feature") return [root];
  if (root["type"] === "GeometryCollection") {
    return Array.isArray(root["geometries"]) ? root["geometries"] : null;
  }
  return GEOMETRY_TYPES.has(String(root["type"])) ? [root] : null;
}

/** A feature with its properties (its own `id` among them), or a bare geometry without any. */
function rowOf(feature: unknown, row: number): FeatureRow {
  if (!isRecord(feature)) return { row, properties: {}, geometry: null };
  if (feature["type"] !== "Feature" && "coordinates" in feature) {
    return { row, properties: {}, geometry: feature };
  }
  const own = isRecord(feature["properties"]) ? feature["properties"] : {};
  const id = feature["id"];
  const named = (typeof id === "string" || typeof id === "number") && !("id" in own);
  return { row, properties: named ? { id, ...own } : own, geometry: feature["geometry"] ?? null };
}

/** What our own exports state where there is no code (to-geojson.ts). */
const ownDatum = (datum: unknown): string | null => (datum === "gcj02" || datum === "bd09" ? datum : null);

/** "urn:ogc:def:crs:EPSG::4490", "EPSG:4490" and CRS84 in the names this product uses. */
function datumOf(crs: unknown): string | null {
  if (!isRecord(crs) || !isRecord(crs["properties"])) return null;
  const name = String(crs["properties"]["name"] ?? "");
  if (/CRS:?84$/i.test(name)) return "wgs84";
  const code = /EPSG:(?:[\d.]*:)?(\d+)$/i.exec(name)?.[1];
  return code === undefined ? (name === "" ? null : name) : `EPSG:${code}`;
}
