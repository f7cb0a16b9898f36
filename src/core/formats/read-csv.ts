// CSV and TSV (RFC 4180, delimiter found by papaparse) with a header line. Positions come later, from the
// longitude and latitude columns that the importer chooses. Rows of another width are kept and reported.

import Papa from "papaparse";
import type { Issue } from "../base/index.ts";
import type { DecodedText } from "./decode-text.ts";
import { decodeText, encodingIssues } from "./decode-text.ts";
import { distinctNames } from "./distinct-names.ts";
import type { FeatureRow, TableRead } from "./feature-table.ts";
import { unread } from "./feature-table.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import { MOST_COLUMNS } from "./make-table.ts";

export async function readCsv({ main }: FileGroup, { decode, encoding }: ReadContext): Promise<TableRead[]> {
  return [readText(main.name, decodeText(main.bytes, decode, encoding))];
}

function readText(file: string, { text, encoding, runnerUp }: DecodedText): TableRead {
  if (text.trim() === "") return unread({ code: "file.empty", severity: "error", file });
  const { data } = Papa.parse<string[]>(text, { header: false, skipEmptyLines: "greedy" });
  const [header, ...records] = data;
  if (header === undefined || records.length === 0) {
    return unread({ code: "file.noFeatures", severity: "error", file });
  }
  if (header.length > MOST_COLUMNS) {
    const values = { columns: header.length, most: MOST_COLUMNS };
    return unread({ code: "file.tooManyColumns", severity: "error", file, values });
  }
  const columns = distinctNames(header);
  const issues: Issue[] = encodingIssues(file, { encoding, runnerUp });
  const rows = records.map((cells, index): FeatureRow => {
    const row = index + 1;
    if (cells.length !== columns.length) {
      const values = { found: cells.length, wanted: columns.length };
      issues.push({ code: "row.columns", severity: "warning", file, row, values });
    }
    const properties = Object.fromEntries(cells.map((cell, i) => [columns[i] ?? `column ${i + 1}`, cell]));
    return { row, properties, geometry: null };
  });
  const table = { file, layer: "", format: "csv", encoding, prj: null, columns, rows, datum: null };
  return { table, issues };
}
