// CSV, one file a table, with the places as columns. A CSV cannot state its datum, so any but WGS-84 is noted.

import { asSheet } from "./as-sheet.ts";
import { encodeUtf8 } from "./byte-writer.ts";
import { createNotes } from "./export-notes.ts";
import type { Write } from "./export-types.ts";
import { noteUnstated } from "./note-unstated.ts";
import { writeCsv } from "./write-csv.ts";

export const toCsv: Write = (tables, { datum }) => {
  const notes = createNotes();
  const files = tables.map((table) => {
    const { header, rows } = asSheet(table, datum, notes);
    noteUnstated(table, datum, notes);
    return { name: `${table.name}.csv`, bytes: encodeUtf8(writeCsv(header, rows)) };
  });
  return { files, notes: notes.list() };
};
