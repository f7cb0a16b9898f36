// CSV, TSV and TXT (RFC 4180, delimiter found by papaparse, "sep=;" of Excel believed) with a header line, also
// below title lines. A cell may hold the geometry; else positions come later, from the longitude and latitude
// columns that the importer chooses. Rows of another width are kept and reported.

import Papa from "papaparse";
import type { Issue } from "../base/index.ts";
import type { DecodedText } from "./decode-text.ts";
import { decodeText, encodingIssues } from "./decode-text.ts";
import { distinctNames } from "./distinct-names.ts";
import type { FeatureRow, TableRead } from "./feature-table.ts";
import { unread } from "./feature-table.ts";
import { headerRow } from "./find-header.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import { locateRows } from "./geometry-cells.ts";
import { MOST_COLUMNS, makeTable } from "./make-table.ts";
import { restore } from "./write/neutralise.ts";

export async function readCsv({ main }: FileGroup, { decode, encoding }: ReadContext): Promise<TableRead[]> {
  return [readText(main.name, decodeText(main.bytes, decode, encoding))];
}

function readText(file: string, { text, encoding, runnerUp }: DecodedText): TableRead {
  if (text.trim() === "") return unread({ code: "file.empty", severity: "error", file });
  const widest = widthOf(text);
  if (widest > MOST_COLUMNS) {
    const values = { columns: widest, most: MOST_COLUMNS };
    return unread({ code: "file.tooManyColumns", severity: "error", file, values });
  }
  const grid = parse(text);
  const top = headerRow(grid);
  const [header = [], ...records] = grid.slice(top);
  if (header.length <= 1 && /\.txt$/i.test(file)) {
    return unread({ code: "file.unknownFormat", severity: "error", file });
  }
  if (records.length === 0) return unread({ code: "file.noFeatures", severity: "error", file });
  const columns = distinctNames(header);
  const issues: Issue[] = encodingIssues(file, { encoding, runnerUp });
  const rows = records.map((cells, index): FeatureRow => {
    const row = index + 1;
    if (cells.length !== columns.length) {
      const values = { found: cells.length, wanted: columns.length };
      issues.push({ code: "row.columns", severity: "warning", file, row, values });
    }
    return { row, properties: propertiesOf(cells, columns), geometry: null };
  });
  const located = locateRows(columns, rows);
  return { table: makeTable(file, "csv", located.rows, { ...located, encoding }), issues };
}

/** The full-width comma is what a Chinese keyboard gives. */
const DELIMITERS = [",", "\t", ";", "|", "，", Papa.RECORD_SEP, Papa.UNIT_SEP];

function parse(text: string, preview = 0): string[][] {
  const stated = /^sep=(.)\r?\n/i.exec(text);
  const body = stated === null ? text : text.slice(stated[0].length);
  return Papa.parse<string[]>(body, {
    skipEmptyLines: "greedy",
    delimitersToGuess: DELIMITERS,
    delimiter: stated?.[1] ?? "",
    preview,
  }).data;
}

/** Cells in the widest of the first lines, without reading the rest. */
const widthOf = (text: string): number =>
  parse(text.slice(0, HEAD), HEAD_LINES).reduce((most, cells) => Math.max(most, cells.length), 0);
const HEAD = 1 << 20;
const HEAD_LINES = 5;

function propertiesOf(cells: readonly string[], columns: readonly string[]): Record<string, string> {
  const properties: Record<string, string> = {};
  for (let i = 0; i < cells.length; i++) properties[columns[i] ?? `column ${i + 1}`] = restore(cells[i]!);
  return properties;
}
