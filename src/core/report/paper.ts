// Sheets a report is printed on, and their margins. 8开 is the cut sheet of 787 × 1092 mm paper (GB/T 788); 16:9
// is a slide of 13⅓ × 7½ inches.

import type { Box, Millimetres } from "./page.ts";

export const PAPER_SIZES = ["A4", "A3", "8K", "16:9"] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

/** Short and long side. */
const SIDES: Readonly<Record<PaperSize, readonly [Millimetres, Millimetres]>> = {
  A4: [210, 297],
  A3: [297, 420],
  "8K": [260, 368],
  "16:9": [190.5, 338.667],
};

/** A slide is read from afar, but nobody reads its foot or every name on its map there; A4 is 1. */
const SLIDE = { type: 1.5, fine: 1.05 };

export interface Sheet {
  readonly width: Millimetres;
  readonly height: Millimetres;
  /** Inside the margins. */
  readonly inner: Box;
  /** Type grows with the sheet: 1 on A4. */
  readonly type: number;
  /** Of what is looked up rather than read: the foot, and what stands on and under a map. */
  readonly fine: number;
}

export function sheetOf(paper: PaperSize, landscape: boolean): Sheet {
  const [short, long] = SIDES[paper];
  const [width, height] = landscape ? [long, short] : [short, long];
  const margin = short * 0.05;
  const inner = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  const grown = (short / SIDES.A4[0]) ** 0.6;
  return { width, height, inner, ...(paper === "16:9" ? SLIDE : { type: grown, fine: grown }) };
}
