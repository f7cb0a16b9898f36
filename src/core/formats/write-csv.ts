// CSV as office software opens it: UTF-8 with a byte order mark, CRLF, RFC 4180 quoting. A text that a spreadsheet
// would run as a formula is given a leading apostrophe (OWASP, CSV injection); numbers stay numbers, unknown stays empty.

export type CsvCell = string | number | boolean | null;

/** The whole file as text, header first; NaN and null are empty cells. */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${[header, ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("")}`;
}

function cellText(cell: CsvCell): string {
  if (cell === null || (typeof cell === "number" && Number.isNaN(cell))) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** First characters that start a formula, full-width ones included, also after blanks. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
