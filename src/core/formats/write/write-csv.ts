// CSV as office software opens it: UTF-8 with a byte order mark, CRLF, RFC 4180 quoting. Formulas are neutralised;
// numbers stay numbers, unknown stays empty.

import { neutralise } from "./neutralise.ts";

export type CsvCell = string | number | boolean | null;

/** The whole file as text, header first; NaN and null are empty cells. */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${[header, ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("")}`;
}

function cellText(cell: CsvCell): string {
  if (cell === null || (typeof cell === "number" && Number.isNaN(cell))) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = neutralise(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
