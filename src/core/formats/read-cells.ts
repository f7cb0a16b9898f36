// A delimited text as lines of trimmed cells, blank lines left out: for tables that speak of places by their ids.

import { decodeText } from "./decode-text.ts";
import type { Decode } from "./feature-table.ts";
import { scanCsv } from "./scan-csv.ts";

export function readCells(bytes: Uint8Array, decode: Decode): string[][] {
  const { text } = decodeText(bytes, decode);
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const delimiter = [",", "\t", ";"].find((mark) => first.includes(mark)) ?? ",";
  const scan = scanCsv(text, { delimiter, isCarriageReturn: !text.includes("\n") });
  return Array.from({ length: scan.count }, (_, record) =>
    Array.from({ length: scan.width(record) }, (_, k) => (scan.cell(record, k) ?? "").trim()),
  );
}
