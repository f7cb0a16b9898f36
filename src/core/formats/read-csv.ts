// CSV, TSV and TXT (RFC 4180, delimiter judged by the first lines, "sep=;" of Excel believed) with a header line, also
// below title lines. A cell may hold the geometry; else positions come later, from the longitude and latitude
// columns that the importer chooses. Rows of another width are kept and reported; cells are read when asked for.

import type { Issue } from "../base/index.ts";
import type { DecodedText } from "./decode-text.ts";
import { decodeText, encodingIssues } from "./decode-text.ts";
import { distinctNames } from "./distinct-names.ts";
import type { FeatureRow, TableRead } from "./feature-table.ts";
import { unread } from "./feature-table.ts";
import { headerRow, SEARCHED } from "./find-header.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import { locateRows } from "./geometry-cells.ts";
import { judgeDelimiter } from "./judge-delimiter.ts";
import { MOST_COLUMNS, makeTable } from "./make-table.ts";
import type { RecordSource } from "./row-access.ts";
import { recordRow } from "./row-access.ts";
import type { CsvScan } from "./scan-csv.ts";
import { scanCsv } from "./scan-csv.ts";
import { restore } from "./write/neutralise.ts";

export async function readCsv({ main }: FileGroup, { decode, encoding }: ReadContext): Promise<TableRead[]> {
  return [readText(main.name, decodeText(main.bytes, decode, encoding))];
}

function readText(file: string, decoded: DecodedText): TableRead {
  const { text, encoding } = decoded;
  if (text.trim() === "") return unread({ code: "file.empty", severity: "error", file });
  const stated = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  const body = stated === null ? text : text.slice(stated[0].length);
  const dialect = judgeDelimiter(body.slice(0, HEAD), stated?.[1] ?? "");
  const widest = widthOf(scanCsv(body.slice(0, HEAD), dialect, HEAD_LINES));
  if (widest > MOST_COLUMNS) {
    const values = { columns: widest, most: MOST_COLUMNS };
    return unread({ code: "file.tooManyColumns", severity: "error", file, values });
  }
  const scan = scanCsv(body, dialect);
  const top = headerRow(Array.from({ length: Math.min(SEARCHED, scan.count) }, (_, i) => cellsOf(scan, i)));
  const header = scan.count === 0 ? [] : cellsOf(scan, top);
  if (header.length <= 1 && /\.txt$/i.test(file)) {
    return unread({ code: "file.unknownFormat", severity: "error", file });
  }
  const first = top + 1;
  if (scan.count <= first) return unread({ code: "file.noFeatures", severity: "error", file });
  const columns = distinctNames(header);
  const issues: Issue[] = encodingIssues(file, decoded);
  const source = sourceOf(scan, columns);
  const rows: FeatureRow[] = [];
  for (let record = first; record < scan.count; record++) {
    const row = record - top;
    const found = scan.width(record);
    if (found !== columns.length) {
      const values = { found, wanted: columns.length };
      issues.push({ code: "row.columns", severity: "warning", file, row, values });
    }
    rows.push(recordRow(row, source, record));
  }
  const located = locateRows(columns, rows);
  return { table: makeTable(file, "csv", located.rows, { ...located, encoding }), issues };
}

/** Characters and lines that show how wide a table is and what is between its cells. */
const HEAD = 1 << 20;
const HEAD_LINES = 5;

const cellsOf = (scan: CsvScan, record: number): string[] =>
  Array.from({ length: scan.width(record) }, (_, k) => scan.cell(record, k)!);

function widthOf(scan: CsvScan): number {
  let most = 0;
  for (let record = 0; record < scan.count; record++) most = Math.max(most, scan.width(record));
  return most;
}

function sourceOf(scan: CsvScan, columns: readonly string[]): RecordSource {
  const places = new Map(columns.map((column, k) => [column, k]));
  return {
    cell: (record, column) => {
      const k = places.get(column);
      const text = k === undefined ? undefined : scan.cell(record, k);
      return text === undefined ? undefined : restore(text);
    },
    properties: (record) =>
      Object.fromEntries(
        cellsOf(scan, record).map((text, k) => [columns[k] ?? `column ${k + 1}`, restore(text)]),
      ),
    geometry: () => null,
  };
}
