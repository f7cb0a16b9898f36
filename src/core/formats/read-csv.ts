// CSV and TSV (RFC 4180, delimiter found by papaparse) with a header line. Positions come later, from the
// longitude and latitude columns that the importer chooses. Rows of another width are kept and reported.

import Papa from "papaparse";
import type { Issue } from "../base/index.ts";
import type { DecodedText } from "./decode-text.ts";
import { decodeText } from "./decode-text.ts";
import type { FeatureRow, TableRead } from "./feature-table.ts";
import { unread } from "./feature-table.ts";
import type { FileGroup, ReadContext } from "./format.ts";

export async function readCsv({ main }: FileGroup, { decode }: ReadContext): Promise<TableRead[]> {
  return [readText(main.name, decodeText(main.bytes, decode))];
}

function readText(file: string, { text, encoding }: DecodedText): TableRead {
  if (text.trim() === "") return unread({ code: "file.empty", severity: "error", file });
  const { data } = Papa.parse<string[]>(text, { header: false, skipEmptyLines: "greedy" });
  const [header, ...records] = data;
  if (header === undefined || records.length === 0) {
    return unread({ code: "file.noFeatures", severity: "error", file });
  }
  const columns = distinctNames(header);
  const issues: Issue[] = [];
  if (encoding === "gb18030") {
    issues.push({
      code: "file.encoding",
      severity: "info",
      file,
      values: { encoding: "GB18030" },
    });
  }
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
