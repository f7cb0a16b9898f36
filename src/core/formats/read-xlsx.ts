// Excel workbooks, new (.xlsx, .xlsm), binary (.xlsb) and old (.xls), and OpenDocument sheets: each visible sheet
// with a table in it is a layer. Dates become ISO text; what a formula gave when it was last computed is its value.

import type { Issue } from "../base/index.ts";
import type { FeatureRow, TableRead } from "./feature-table.ts";
import { unread } from "./feature-table.ts";
import type { Cell } from "./find-header.ts";
import { findTable } from "./find-header.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import { locateRows } from "./geometry-cells.ts";
import { guardRead, MOST_COLUMNS, makeTable, readOf } from "./make-table.ts";
import { MOST_ENTRIES, unpackedBound } from "./unpack/archive-limits.ts";
import { listZip } from "./unpack/list-zip.ts";
import { restore } from "./write/neutralise.ts";

export const readXlsx = ({ main }: FileGroup, { decode }: ReadContext): Promise<readonly TableRead[]> =>
  guardRead(main.name, "Excel", async () => {
    const entries = listZip(main.bytes, decode, MOST_ENTRIES)?.entries ?? [];
    const size = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (size > unpackedBound(main.bytes.length)) throw new Error(`unpacks to ${size} bytes`);
    const { read } = await import("hucre");
    const { sheets } = await read(main.bytes, { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden });
    const filled = sheets.filter(({ rows }) => rows.length > 0);
    return filled.flatMap(({ name, rows, merges = [] }): TableRead[] => {
      const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
      if (width > MOST_COLUMNS) return [unread(tooWide(main.name, width))];
      const found = findTable(
        rows.map((row) => row.map(plainCell)),
        merges,
      );
      if (found === null || found.records.length === 0) return [];
      const records = found.records.map(
        ({ row, cells }): FeatureRow => ({
          row,
          properties: Object.fromEntries(
            cells.map((cell, i) => [found.columns[i]!, typeof cell === "string" ? restore(cell) : cell]),
          ),
          geometry: null,
        }),
      );
      const { datum, columns, rows: located } = locateRows(found.columns, records);
      const layer = filled.length > 1 ? name : "";
      return [readOf(makeTable(main.name, "xlsx", located, { layer, columns, datum }))];
    });
  });

const tooWide = (file: string, columns: number): Issue => ({
  code: "file.tooManyColumns",
  severity: "error",
  file,
  values: { columns, most: MOST_COLUMNS },
});

/** Excel's error values say that there is no value. */
const ERRORS = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

function plainCell(cell: string | number | boolean | Date | null | undefined): Cell {
  if (cell instanceof Date) return Number.isNaN(cell.valueOf()) ? null : isoText(cell.toISOString());
  return cell === undefined || (typeof cell === "string" && ERRORS.test(cell)) ? null : cell;
}

/** "2026-01-05", with the time of day where there is one. */
function isoText(iso: string): string {
  const [day = "", time = ""] = iso.split(/[TZ.]/);
  return time === "00:00:00" ? day : `${day} ${time}`;
}
