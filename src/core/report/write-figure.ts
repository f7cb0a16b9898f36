// Figures as printed. Rounding never flatters: minutes round up, shares round down, so 15:01 is not printed as 15 and
// 99.97 % not as all. Unknown is said, never 0.

import type { Minutes, SquareMetres } from "../base/index.ts";
import { type ReportWords, say } from "./report-words.ts";

type Known = number | null | undefined;

const isKnown = (value: Known): value is number =>
  value !== null && value !== undefined && !Number.isNaN(value);

/** "2,340": thousands apart, at most `decimals` digits after the point. */
export function groupDigits(value: number, decimals = 0): string {
  const [whole, rest = ""] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ",");
  const kept = rest.replace(/0+$/, "");
  return `${value < 0 && Number(value.toFixed(decimals)) !== 0 ? "-" : ""}${grouped}${kept === "" ? "" : `.${kept}`}`;
}

const written =
  (write: (value: number, words: ReportWords) => string) =>
  (value: Known, words: ReportWords): string =>
    isKnown(value) ? write(value, words) : say(words, "unit.unknown");

export const writeHouseholds = written((n, words) => say(words, "unit.households", { n: groupDigits(n, 1) }));
/** The bare number, for a column whose head says what it counts. */
export const writeNumber = written((n) => groupDigits(n, 1));
export const writeArea = written((n: SquareMetres, words) =>
  say(words, "unit.area", { n: groupDigits(n, 1) }),
);
export const writeCount = written((n, words) => say(words, "unit.count", { n: groupDigits(n) }));
export const writeMinutes = written((n: Minutes, words) =>
  say(words, "unit.minutes", { n: groupDigits(Math.ceil(n * 10 - SLACK) / 10, 1) }),
);
export const writeShare = written((n) => `${groupDigits(floorPercent(n), 1)}%`);
/** A share in percent, tenths rounded down. */
export const floorPercent = (share: number): number => Math.floor(share * 1000 + SLACK) / 10;

/** Slack for binary fractions: 0.897 × 1000 is a hair under 897. */
const SLACK = 1e-9;

/** "1,808 户" as its number and its unit: what stands after the last digit; a word alone has no unit. */
export function splitUnit(value: string): readonly [number: string, unit: string] {
  const [, number = value, unit = ""] = /^(.*\d%?)(\D*)$/s.exec(value) ?? [];
  return [number, unit];
}
