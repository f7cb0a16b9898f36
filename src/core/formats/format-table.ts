// The table of formats: what each is called, which files are its own, how it is read. A format is added here
// and nowhere else. Readers load when first used; those of the demo's two formats are there from the start.

import type { Format } from "./format.ts";
import type { InputFile } from "./import-types.ts";
import { readCsv } from "./read-csv.ts";
import { readGeojson } from "./read-geojson.ts";

export const FORMATS: readonly Format[] = [
  {
    id: "geojson",
    extensions: ["geojson", "json"],
    sniff: (head) => /^(\u00ef\u00bb\u00bf)?\s*\{/.test(head),
    read: readGeojson,
  },
  {
    id: "shapefile",
    extensions: ["shp", "dbf"],
    sniff: (head) => head.startsWith("\u0000\u0000\u0027\u000a"),
    read: async (group, context) =>
      (await import("./shapefile/read-shapefile.ts")).readShapefile(group, context),
  },
  {
    id: "csv",
    extensions: ["csv", "tsv", "txt"],
    sniff: (head) => /^[^\n{<]*[,\t;][^\n]*\n/.test(head) && !head.includes("\u0000"),
    read: readCsv,
  },
  {
    id: "xlsx",
    extensions: ["xlsx", "xlsm", "xlsb", "xls", "et", "ods"],
    sniff: () => false,
    read: async (group, context) => (await import("./read-xlsx.ts")).readXlsx(group, context),
  },
  {
    id: "kml",
    extensions: ["kml", "ovkml"],
    sniff: (head) => /<kml[\s>]/.test(head),
    read: async (group, context) => (await import("./read-kml.ts")).readKml(group, context),
  },
  {
    id: "kmz",
    extensions: ["kmz", "ovkmz"],
    sniff: () => false,
    read: async (group, context) => (await import("./read-kml.ts")).readKmz(group, context),
  },
  {
    id: "gpkg",
    extensions: ["gpkg"],
    sniff: (head) => head.startsWith("SQLite format 3\u0000"),
    read: async (group, context) => (await import("./read-geopackage.ts")).readGeopackage(group, context),
  },
  {
    id: "flatgeobuf",
    extensions: ["fgb"],
    sniff: (head) => head.startsWith("fgb\u0003"),
    read: async (group, context) => (await import("./read-flatgeobuf.ts")).readFlatgeobuf(group, context),
  },
  {
    id: "dxf",
    extensions: ["dxf"],
    sniff: (head) => /^\s*(?:999\s*\r?\n[^\n]*\n\s*)?0\s*\r?\nSECTION\r?\n/.test(head),
    read: async (group, context) => (await import("./read-dxf.ts")).readDxf(group, context),
  },
  {
    id: "osm-pbf",
    extensions: ["pbf"],
    sniff: (head) => head.slice(4, 20).includes("OSMHeader"),
    read: async (group, context) => (await import("./read-osm.ts")).readOsmPbf(group, context),
  },
  {
    id: "osm-xml",
    extensions: ["osm"],
    sniff: (head) => /<osm[\s>]/.test(head),
    read: async (group, context) => (await import("./read-osm.ts")).readOsmXml(group, context),
  },
  {
    id: "filegdb",
    extensions: ["gdb"],
    sniff: () => false,
    read: async (group, context) => (await import("./read-filegdb.ts")).readFilegdb(group, context),
  },
];

/** The format of a file by its extension, else by its first bytes; null when none fits. */
export function formatOf(file: InputFile): Format | null {
  const extension = /\.([^./\\]+)$/.exec(file.name)?.[1]?.toLowerCase();
  if (extension !== undefined) {
    return FORMATS.find(({ extensions }) => extensions.includes(extension)) ?? null;
  }
  const head = String.fromCharCode(...file.bytes.subarray(0, 1000));
  return FORMATS.find(({ sniff }) => sniff(head)) ?? null;
}
