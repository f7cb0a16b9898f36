// What stands between the cells of delimited text and what ends its lines, judged by its first lines. A delimiter is
// preferred to the ones before it in the list when the lines vary no more in width with it and are wider: the rule of
// papaparse, which tests compare with.

import { type CsvDialect, scanCsv } from "./scan-csv.ts";

/** Most usual first; the full-width comma is what a Chinese keyboard gives, the last two are ASCII's own separators. */
const DELIMITERS = [",", "\t", ";", "|", "，", "\u001e", "\u001f"];
/** Lines that show how wide a table is. */
const LINES = 10;

/** Of `head`, the beginning of a text; `stated` is the delimiter that the file itself names, else "". */
export function judgeDelimiter(head: string, stated: string): CsvDialect {
  const isCarriageReturn = endsInCarriageReturns(head);
  if (stated !== "") return { delimiter: stated, isCarriageReturn };
  let best: { readonly delimiter: string; readonly variation: number; readonly width: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const { variation, width } = widths(head, { delimiter, isCarriageReturn });
    if (width < 2) continue;
    if (best === null || (variation <= best.variation && width > best.width)) {
      best = { delimiter, variation, width };
    }
  }
  return { delimiter: best?.delimiter ?? ",", isCarriageReturn };
}

/** Cells a line, on average, and how much that changes from line to line. */
function widths(head: string, dialect: CsvDialect): { readonly variation: number; readonly width: number } {
  const scan = scanCsv(head, dialect, LINES);
  let [cells, variation] = [0, 0];
  for (let line = 0; line < scan.count; line++) {
    cells += scan.width(line);
    if (line > 0) variation += Math.abs(scan.width(line) - scan.width(line - 1));
  }
  return { variation, width: scan.count === 0 ? 0 : cells / scan.count };
}

/** Whether lines end in a carriage return alone: it comes before any line feed, and mostly without one. */
function endsInCarriageReturns(head: string): boolean {
  const bare = head.replace(/"[^"]*"/g, "");
  const first = bare.indexOf("\r");
  if (first < 0) return false;
  const feed = bare.indexOf("\n");
  if (feed >= 0 && feed < first) return false;
  const all = bare.split("\r").length;
  return bare.split("\r\n").length - 1 < all / 2;
}
