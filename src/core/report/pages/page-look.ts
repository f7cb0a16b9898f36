// Type of the printed pages: one family, few sizes; multiplied by the sheet's own factor.

import type { FigureTrace, TextRun, TextStyle } from "../page.ts";
import { GROUND } from "../palette.ts";
import { splitUnit } from "../write-figure.ts";
import { type Block, figureGrid } from "./blocks.ts";

const look = (size: number, weight: 400 | 700, color: string): TextStyle => ({ size, weight, color });

export const LOOKS = {
  title: look(15, 700, GROUND.ink),
  subtitle: look(8.5, 400, GROUND.inkSoft),
  figure: look(13, 700, GROUND.ink),
  figureUnit: look(8, 400, GROUND.ink),
  figureLabel: look(7, 400, GROUND.inkSoft),
  heading: look(8.5, 700, GROUND.ink),
  body: look(7.5, 400, GROUND.ink),
  bodyBold: look(7.5, 700, GROUND.ink),
  small: look(6.3, 400, GROUND.inkSoft),
  foot: look(6, 400, GROUND.inkSoft),
  tableHead: look(7, 700, GROUND.ink),
  table: look(7, 400, GROUND.ink),
  stamp: look(9, 700, GROUND.accent),
} as const satisfies Readonly<Record<string, TextStyle>>;
export type LookName = keyof typeof LOOKS;

/** A look at the sheet's size. */
export const sized = (name: LookName, type: number): TextStyle => ({
  ...LOOKS[name],
  size: LOOKS[name].size * type,
});

/** Figures of a page in even columns. */
export const figureBlock = (figures: readonly FigureTrace[], columns: number, type: number): Block =>
  figureGrid(
    figures.map(({ label, value }) => ({
      value: valueRuns(value, type),
      label: { ...sized("figureLabel", type), text: label },
    })),
    columns,
    "figures",
  );

function valueRuns(value: string, type: number): TextRun[] {
  const [number, unit] = splitUnit(value);
  const run = { ...sized("figure", type), text: number };
  return unit === "" ? [run] : [run, { ...sized("figureUnit", type), text: unit }];
}
