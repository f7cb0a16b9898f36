// Figures of a search. A gap as a percentage, rounded up to one decimal (two below 0.1): it never looks smaller than it is.

import type { SiteMeasure } from "../../state/site-work.ts";
import { formatCount, formatPlain } from "../../ui/format.ts";

export function formatGap(gap: number): string {
  const percent = 100 * gap;
  if (percent === 0) return "0";
  const places = percent < 0.1 ? 2 : 1;
  const scale = 10 ** places;
  return String(Math.ceil(percent * scale - 1e-9) / scale);
}

/** Total walking is told as the mean of `households`. */
export const writeMeasure = (measure: SiteMeasure, value: number, households: number): string =>
  measure === "walking" ? formatCount(value / households) : formatPlain(value);
