// CSV and TSV (RFC 4180, delimiter found by papaparse) with a header line. Positions come later, from the
// longitude and latitude columns that the importer chooses. Rows of another width are kept and reported.

import Papa from "papaparse";
import type { Issue } from "../base/index.ts";
import { decodeText } from "./decode-text.ts";
import type { Decode, FeatureRow, TableRead } from "./feature-table.ts";
import { unread } from "./feature-table.ts";
import type { InputFile } from "./import-types.ts";

export function readCsv(file: InputFile, decode: Decode): TableRead {
  const { text, encoding } = decodeText(file.bytes, decode);
  if (text.trim() === "") return unread({ code: "file.empty", severity: "error", file: file.name });
  const { data } = Papa.parse<string[]>(text, { header: false, skipEmptyLines: "greedy" });
  const [header, ...records] = data;
  if (header === undefined || records.length === 0) {
    return unread({ code: "file.noFeatures", severity: "error", file: file.name });
  }
  const columns = distinctNames(header);
  const issues: Issue[] = [];
  if (encoding === "gb18030") {
    issues.push({
      code: "file.encoding",
      severity: "info",
      file: file.name,
      values: { encoding: "GB18030" },
    });
  }
  const rows = records.map((cells, index): FeatureRow => {
    const row = index + 1;
    if (cells.length !== columns.length) {
      const values = { found: cells.length, wanted: columns.length };
      issues.push({ code: "row.columns", severity: "warning", file: file.name, row, values });
    }
    const properties = Object.fromEntries(cells.map((cell, i) => [columns[i] ?? `column ${i + 1}`, cell]));
    return { row, properties, geometry: null };
  });
  return { table: { file: file.name, columns, rows, datum: null }, issues };
}

/** Header names without surrounding blanks; nameless and repeated ones numbered, so that no column hides another. */
function distinctNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const name = cell.trim() || `column ${index + 1}`;
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
    taken.add(unique);
    return unique;
  });
}
