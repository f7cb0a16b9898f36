// A table without places: the rows of a CSV, or the properties of GeoJSON features. For lists that speak of units by
// their ids.

import Papa from "papaparse";
import { decode } from "./decode.ts";
import { readFiles } from "./read-files.ts";
import { UnusableInput } from "./unusable-input.ts";

/** Cells of a CSV as text, line by line. */
export function readCells(file: string, folder: string): string[][] {
  const text = textOf(file, folder);
  return Papa.parse<string[]>(text, { skipEmptyLines: "greedy" }).data.map((row) =>
    row.map((cell) => cell.trim()),
  );
}

/** Rows by column name; empty for a file that is neither CSV nor GeoJSON. */
export function readRecords(file: string, folder: string): Readonly<Record<string, string>>[] {
  if (/\.(?:csv|tsv|txt)$/i.test(file)) {
    const [header = [], ...rows] = readCells(file, folder);
    return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
  }
  if (!/\.(?:geo)?json$/i.test(file)) return [];
  return featuresOf(textOf(file, folder)).map((properties) =>
    Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, value === null ? "" : String(value)]),
    ),
  );
}

function textOf(file: string, folder: string): string {
  const { files, faults } = readFiles([file], folder);
  if (faults.length > 0) throw new UnusableInput(faults);
  const bytes = files[0]!.bytes;
  const text = isUtf8(bytes) ? decode(bytes, "utf-8", false) : decode(bytes, "gb18030", false);
  return text.replace(/^\ufeff/, "");
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    decode(bytes, "utf-8", true);
    return true;
  } catch {
    return false;
  }
}

/** Properties of the features; none when the text is no feature collection. */
function featuresOf(text: string): Readonly<Record<string, unknown>>[] {
  try {
    const { features } = JSON.parse(text) as {
      features?: readonly { properties?: Record<string, unknown> | null }[];
    };
    return (features ?? []).map(({ properties }) => properties ?? {});
  } catch {
    return [];
  }
}
