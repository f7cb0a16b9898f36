// The formats that can be written, by name, and the extensions they go by: what menus and command lines need
// without loading a writer.

export const WRITER_IDS = ["geojson", "shapefile", "geopackage", "kml", "flatgeobuf", "csv", "xlsx"] as const;
export type WriterId = (typeof WRITER_IDS)[number];

/** Lower case, without the dot; the first is the one written. */
export const WRITER_EXTENSIONS: Readonly<Record<WriterId, readonly string[]>> = {
  geojson: ["geojson", "json"],
  shapefile: ["zip", "shp"],
  geopackage: ["gpkg"],
  kml: ["kml"],
  flatgeobuf: ["fgb"],
  csv: ["csv"],
  xlsx: ["xlsx"],
};

/** The format a file name asks for; null when none goes by its extension. */
export function writerFor(name: string): WriterId | null {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return WRITER_IDS.find((id) => WRITER_EXTENSIONS[id].includes(extension)) ?? null;
}
