// Sets a paragraph into a box of known width; its height follows from its lines.

import { type Align, type ItemRole, type Millimetres, POINT, type TextItem, type TextRun } from "../page.ts";
import { breakLines } from "./break-lines.ts";

export interface Setting {
  readonly role: ItemRole;
  readonly x: Millimetres;
  readonly y: Millimetres;
  readonly width: Millimetres;
  readonly align?: Align;
  /** Distance of baselines as a multiple of the size. */
  readonly leading?: number;
}

export function setText(runs: readonly TextRun[], setting: Setting): TextItem {
  const { role, x, y, width, align = "start", leading = LEADING } = setting;
  const lines = breakLines(runs, width);
  const step = leadingOf(runs, leading);
  return {
    kind: "text",
    role,
    box: { x, y, width, height: lines.length * step },
    lines,
    align,
    leading: step,
  };
}

export const LEADING = 1.4;

/** Distance of baselines for the largest size among the runs. */
export const leadingOf = (runs: readonly { readonly size: number }[], leading = LEADING): Millimetres =>
  runs.reduce((most, { size }) => Math.max(most, size), 0) * POINT * leading;

/** Share of the leading above the baseline: the letters stand in the middle of their line. */
export const BASELINE = 0.72;
