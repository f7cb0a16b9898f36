// Files back to rows, each by a reader that shares no code with the writers.

import { kml as kmlToGeojson } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import { unzipSync } from "fflate";
import type { Feature } from "flatgeobuf/lib/mjs/flat-geobuf/feature.js";
import { type IFeature, parseProperties } from "flatgeobuf/lib/mjs/generic/feature.js";
import { deserialize } from "flatgeobuf/lib/mjs/generic/featurecollection.js";
import { fromGeometry } from "flatgeobuf/lib/mjs/geojson/geometry.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { readXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import { parseShp } from "shpjs";
import initSqlJs from "sql.js";
import type { ExportResult } from "../../../../src/core/formats/write/export-types.ts";

export interface ReadRow {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

export const only = ({ files }: ExportResult): Uint8Array => {
  if (files.length !== 1) throw new Error(`${files.length} files`);
  return files[0]!.bytes;
};

export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

export const readGeojson = (bytes: Uint8Array): ReadRow[] => JSON.parse(textOf(bytes)).features;

export const members = (zip: Uint8Array): Record<string, Uint8Array> => unzipSync(zip);

/** The layer of a Shapefile zip; its .dbf is taken apart here, by its own header. */
export function readShapefile(zip: Uint8Array, layer: string): ReadRow[] {
  const files = members(zip);
  const code = textOf(files[`${layer}.cpg`]!);
  const rows = readDbf(files[`${layer}.dbf`]!, code === "GBK" ? "gbk" : "utf-8");
  const shp = files[`${layer}.shp`];
  const shapes = shp === undefined ? rows.map(() => null) : parseShp(shp).map(turnedRound);
  return rows.map((properties, i) => ({ properties, geometry: shapes[i] ?? null }));
}

/** Rings from the Shapefile's sense (outer clockwise, as shpjs leaves them) into GeoJSON's. */
function turnedRound(shape: { type: string; coordinates: unknown } | null): unknown {
  const turn = (rings: unknown): unknown => (rings as unknown[][]).map((ring) => ring.toReversed());
  if (shape?.type === "Polygon") return { type: shape.type, coordinates: turn(shape.coordinates) };
  if (shape?.type !== "MultiPolygon") return shape;
  return { type: shape.type, coordinates: (shape.coordinates as unknown[]).map(turn) };
}

export function readDbf(bytes: Uint8Array, label: string): Record<string, unknown>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const decoder = new TextDecoder(label, { fatal: true });
  const [count, start, length] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  if (start + count * length + 1 !== bytes.length)
    throw new Error(`${bytes.length} bytes for ${count} records`);
  const fields = Array.from({ length: (start - 33) / 32 }, (_, i) => {
    const head = bytes.subarray(32 * (i + 1), 32 * (i + 2));
    const end = head.indexOf(0);
    return {
      name: decoder.decode(head.subarray(0, Math.min(11, end))),
      type: String.fromCharCode(head[11]!),
      width: head[16]!,
    };
  });
  return Array.from({ length: count }, (_, row) => {
    let at = start + row * length + 1;
    return Object.fromEntries(
      fields.map(({ name, type, width }) => {
        const cell = decoder.decode(bytes.subarray(at, at + width));
        at += width;
        return [name, dbfValue(type, cell)];
      }),
    );
  });
}

function dbfValue(type: string, cell: string): unknown {
  if (type === "L") return cell === "?" ? null : cell === "T";
  if (cell.trim() === "") return null;
  if (type === "N") return Number(cell);
  return type === "D" ? cell.replace(/(\d{4})(\d\d)(\d\d)/, "$1-$2-$3") : cell.trimEnd();
}

export async function readGeopackage(bytes: Uint8Array): Promise<{
  readonly query: (sql: string) => unknown[][];
  readonly layer: (name: string) => ReadRow[];
}> {
  const { Database } = await initSqlJs();
  const database = new Database(bytes);
  const query = (sql: string): unknown[][] => database.exec(sql)[0]?.values ?? [];
  const layer = (name: string): ReadRow[] => {
    const [table] = database.exec(`SELECT * FROM "${name}" ORDER BY fid`);
    const types = Object.fromEntries(query(`PRAGMA table_info("${name}")`).map((c) => [c[1], c[2]]));
    return (table?.values ?? []).map((cells) => {
      const row = Object.fromEntries(table!.columns.map((column, i) => [column, cells[i]]));
      const { fid: _, geom = null, ...rest } = row;
      const properties = Object.fromEntries(
        Object.entries(rest).map(([k, v]) => [k, types[k] === "BOOLEAN" && v !== null ? v === 1 : v]),
      );
      return { properties, geometry: geom === null ? null : readBlob(geom as Uint8Array) };
    });
  };
  return { query, layer };
}

/** GeoPackage header by its flags, then WKB. */
function readBlob(blob: Uint8Array): unknown {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  if (blob[0] !== 0x47 || blob[1] !== 0x50 || blob[2] !== 0) throw new Error("no GP header");
  let at = 8 + [0, 32, 48, 48, 64][(blob[3]! >> 1) & 7]!;
  const u32 = (): number => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const position = (): number[] => {
    at += 16;
    return [view.getFloat64(at - 16, true), view.getFloat64(at - 8, true)];
  };
  const times = <T>(read: () => T): T[] => Array.from({ length: u32() }, read);
  const shape = (): { type: string; coordinates: unknown } => {
    if (view.getUint8(at++) !== 1) throw new Error("byte order");
    const type = ["", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon"][
      u32()
    ]!;
    if (type === "Point") return { type, coordinates: position() };
    if (type === "LineString") return { type, coordinates: times(position) };
    if (type === "Polygon") return { type, coordinates: times(() => times(position)) };
    return { type, coordinates: times(() => shape().coordinates) };
  };
  const read = shape();
  if (at !== blob.length) throw new Error(`${blob.length - at} bytes left`);
  return read;
}

export function readKml(bytes: Uint8Array): ReadRow[] {
  const document = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level} ${message}`);
    },
  }).parseFromString(textOf(bytes), "text/xml");
  return kmlToGeojson(document as unknown as Document).features.map(({ properties, geometry }) => ({
    properties: properties ?? {},
    geometry,
  }));
}

/** By the package's generic reader: its GeoJSON one does not take features without a geometry. */
export async function readFlatgeobuf(bytes: Uint8Array): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  const fromFeature = (_: number, feature: Feature, header: HeaderMeta): IFeature => {
    const geometry = feature.geometry();
    rows.push({
      properties: parseProperties(feature, header.columns),
      geometry: geometry === null ? null : fromGeometry(geometry, header.geometryType),
    });
    return {};
  };
  for await (const _ of deserialize(bytes, { fromFeature }));
  return rows;
}

export const readCsv = (bytes: Uint8Array): string[][] =>
  Papa.parse<string[]>(textOf(bytes).slice(1), { skipEmptyLines: true }).data;

export const readWorkbook = (bytes: Uint8Array): ReturnType<typeof readXlsx> => readXlsx(bytes);
