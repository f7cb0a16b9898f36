// ESRI Shapefile (ESRI white paper, July 1998), all tables in one zip: .shp .shx .dbf .cpg and, where the datum has a
// text, .prj. A table without places is its .dbf alone. Rows without a geometry are null shapes. Stamped with the
// time given, so that the same input gives the same bytes.

import { encodeUtf8 } from "./byte-writer.ts";
import { datumWkt } from "./datum-wkt.ts";
import { writeDbf } from "./dbf.ts";
import { createGbkEncoder, type EncodeText } from "./encode-gbk.ts";
import { createNotes } from "./export-notes.ts";
import type { ExportOptions, OutputFile, Write } from "./export-types.ts";
import { noteUnstated } from "./note-unstated.ts";
import { writeShp } from "./shp.ts";
import { fileName } from "./unique-name.ts";

export const toShapefile: Write = async (tables, options, host) => {
  const notes = createNotes();
  const encode = options.encoding === "gbk" ? createGbkEncoder(host.decode) : utf8;
  const wkt = datumWkt(options.datum, "esri");
  const members = tables.flatMap((table): OutputFile[] => {
    const member = (extension: string, bytes: Uint8Array): OutputFile => ({
      name: `${table.name}.${extension}`,
      bytes,
    });
    const dbf = [
      member("dbf", writeDbf(table, options, encode, notes)),
      member("cpg", encodeUtf8(CODE_PAGES[options.encoding])),
    ];
    if (table.geometry === null) return dbf;
    const { shp, shx } = writeShp(table.geometry);
    if (wkt === null) noteUnstated(table, options.datum, notes);
    const prj = wkt === null ? [] : [member("prj", encodeUtf8(wkt))];
    return [member("shp", shp), member("shx", shx), ...dbf, ...prj];
  });
  const bytes = await zipped(members, options);
  return { files: [{ name: `${fileName(options.name)}.zip`, bytes }], notes: notes.list() };
};

/** What .cpg says; readers that know only one of the two ways find code page 936 in the .dbf as well. */
const CODE_PAGES: Readonly<Record<ExportOptions["encoding"], string>> = { utf8: "UTF-8", gbk: "GBK" };

const utf8: EncodeText = (text) => ({ bytes: encodeUtf8(text), lost: 0 });

/** Names in UTF-8; zip keeps local time, so the zone of `time` is left out. */
async function zipped(files: readonly OutputFile[], { time }: ExportOptions): Promise<Uint8Array> {
  const { zipSync } = await import("fflate");
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return zipSync(entries, { level: 6, mtime: time.slice(0, 19) });
}
