// The table of formats: what each is called, which files are its own, how it is read. A format is added here
// and nowhere else.

import type { Format } from "./format.ts";
import type { InputFile } from "./import-types.ts";
import { readCsv } from "./read-csv.ts";
import { readGeojson } from "./read-geojson.ts";
import { readShapefile } from "./shapefile/read-shapefile.ts";

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
    read: readShapefile,
  },
  {
    id: "csv",
    extensions: ["csv", "tsv"],
    sniff: (head) => /^[^\n{<]*[,\t;][^\n]*\n/.test(head) && !head.includes("\u0000"),
    read: readCsv,
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
