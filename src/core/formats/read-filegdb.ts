// File geodatabases, through GDAL where the host has it: every layer with its coordinate system. Without GDAL the
// answer is what to do instead.

import { encodeUtf8 } from "../base/index.ts";
import type { TableRead } from "./feature-table.ts";
import { unread } from "./feature-table.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import { guardRead, readOf } from "./make-table.ts";
import { readGeojson } from "./read-geojson.ts";

export function readFilegdb(group: FileGroup, context: ReadContext): Promise<readonly TableRead[]> {
  const file = group.main.name;
  const { gdal } = context.libraries;
  if (gdal === undefined) {
    const values = { format: "FileGDB" };
    return Promise.resolve([unread({ code: "file.libraryMissing", severity: "error", file, values })]);
  }
  return guardRead(file, "FileGDB", async () => {
    const layers = await gdal(group);
    const reads: TableRead[] = [];
    for (const { name, geojson, wkt } of layers) {
      const main = { name: file, bytes: encodeUtf8(geojson) };
      for (const { table, issues } of await readGeojson({ main, parts: [] }, context)) {
        const layer = layers.length > 1 ? name : "";
        const own = table === null ? null : { ...table, layer, format: "filegdb", prj: wkt, datum: null };
        reads.push(own === null ? { table: null, issues } : readOf(own, issues));
      }
    }
    return reads;
  });
}
