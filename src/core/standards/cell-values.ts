// Cells of a table as an attribute's values: numbers with separators, yes and no as people write them, dates in three
// spellings, options by id or by name. null = the cell does not say such a value.

import { isDate } from "./days.ts";
import type { RegisterAttribute } from "./register.ts";

const YES = new Set(["1", "是", "有", "√", "✓", "yes", "y", "true"]);
const NO = new Set(["0", "否", "无", "没有", "×", "no", "n", "false"]);

/** Text of a cell; "" when it is empty. */
export const cellText = (cell: unknown): string =>
  cell === null || cell === undefined ? "" : String(cell).trim();

export function numberOf(text: string): number | null {
  const number = Number(text.replace(/[,，\s]/g, ""));
  return text === "" || !Number.isFinite(number) ? null : number;
}

export function yesOf(text: string): 0 | 1 | null {
  const word = text.toLowerCase();
  if (YES.has(word)) return 1;
  return NO.has(word) ? 0 : null;
}

/** "2026-03-01", "2026/3/1", "2026年3月1日", and the first ten letters of an ISO time. */
export function dateOf(text: string): string | null {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text);
  if (found === null) return null;
  const [, year = "", month = "", day = ""] = found;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDate(date) ? date : null;
}

/** The datum a cell names, as the geometry room writes it; the cell itself where it says none of these. */
export function datumOf(text: string): string {
  const word = text.toLowerCase().replace(/[-_\s]/g, "");
  return DATUMS.find(([, pattern]) => pattern.test(word))?.[0] ?? text;
}

/** What clerks write: by name, or by who serves the map. */
const DATUMS: readonly (readonly [string, RegExp])[] = [
  ["gcj02", /gcj|火星|高德|腾讯/],
  ["bd09", /bd0?9|百度/],
  ["cgcs2000", /^(cgcs|国家|大地)*2000(国家)?(大地)?(坐标系?)?$|天地图/],
  ["wgs84", /^wgs84$/],
];

export function optionOf(text: string, { options = [] }: RegisterAttribute): string | null {
  const word = text.toLowerCase();
  const found = options.find(
    ({ id, name }) =>
      id.toLowerCase() === word || name.zh.toLowerCase() === word || name.en.toLowerCase() === word,
  );
  return found?.id ?? null;
}
