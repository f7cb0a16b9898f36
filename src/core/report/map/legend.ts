// The legend of a map: what each sign means, set in rows of even columns under or beside the map.

import type { CenterLevel } from "../../model/index.ts";
import type { Box, DrawingItem, Millimetres, Shape, TextStyle } from "../page.ts";
import { POINT } from "../page.ts";
import { BAND_COLORS, GRID_HUES, GROUND, RESIDENCE_INKS, TOO_FAR, TOO_SMALL, UNKNOWN } from "../palette.ts";
import { type ReportWord, type ReportWords, say } from "../report-words.ts";
import { boxPath, boxShape, fillOf, labelShape, lineShape, strokeOf } from "../shapes.ts";
import { breakLines } from "../text/break-lines.ts";
import { groupDigits } from "../write-figure.ts";
import { BOTH_HATCH, UNKNOWN_HATCH } from "./draw-areas.ts";
import { markShapes } from "./draw-marks.ts";
import { hatchLines } from "./hatch.ts";
import type { LegendKey } from "./legend-keys.ts";
import type { MapTheme } from "./map-facts.ts";

export interface LegendOrder {
  readonly keys: readonly LegendKey[];
  readonly theme: MapTheme;
  readonly minutes: number;
  readonly words: ReportWords;
  readonly type: number;
}

const SIGN_WIDTH: Millimetres = 6;
const SIGN_HEIGHT: Millimetres = 3;
const ROW: Millimetres = 4.6;

/** Sets the legend from (x, y) within `width`; its box says how high it became. */
export function setLegend(
  x: Millimetres,
  y: Millimetres,
  width: Millimetres,
  order: LegendOrder,
): DrawingItem {
  const { keys, type } = order;
  const style: TextStyle = { size: 7 * type, weight: 400, color: GROUND.ink };
  const sign = { width: SIGN_WIDTH * type, height: SIGN_HEIGHT * type };
  const shapes: Shape[] = [];
  let [left, top, rowHeight] = [x, y, 0];
  for (const key of keys) {
    const lines = breakLines([{ ...style, text: textOf(key, order) }], width - sign.width - GAP);
    const textWidth = lines.reduce((most, line) => Math.max(most, line.width), 0);
    const entry = sign.width + GAP + textWidth;
    if (left > x && left + entry > x + width) {
      left = x;
      top += rowHeight;
      rowHeight = 0;
    }
    const box = { x: left, y: top + 0.4 * type, ...sign };
    shapes.push(...signOf(key, box, order));
    lines.forEach((line, k) => {
      const baseline =
        top + sign.height * 0.5 + 0.4 * type + style.size * POINT * 0.36 + k * style.size * POINT * 1.3;
      for (const run of line.runs)
        shapes.push(labelShape(run.text, left + sign.width + GAP, baseline, style));
    });
    rowHeight = Math.max(rowHeight, ROW * type + (lines.length - 1) * style.size * POINT * 1.3);
    left += entry + BETWEEN * type;
  }
  return { kind: "drawing", role: "legend", box: { x, y, width, height: top + rowHeight - y }, shapes };
}

const GAP: Millimetres = 1.4;
const BETWEEN: Millimetres = 3.6;

function textOf(key: LegendKey, { minutes, words }: LegendOrder): string {
  if (key === "area") return say(words, "legend.area", { minutes: groupDigits(minutes, 1) });
  return isBand(key) ? bandText(key, minutes, words) : say(words, `legend.${key}` satisfies ReportWord);
}

const BANDS = ["near", "middle", "far", "outside", "unlinked"] as const;
type Band = (typeof BANDS)[number];
const isBand = (key: LegendKey): key is Band => BANDS.some((band) => band === key);

/** What a step of walking is called: thirds of the minutes, beyond them, or off the network. */
export function bandText(band: Band, minutes: number, words: ReportWords): string {
  const third = (n: number): string => groupDigits((minutes * n) / 3, 1);
  if (band === "unlinked") return say(words, "legend.unlinked");
  if (band === "outside") return say(words, "legend.beyond", { minutes: third(3) });
  const from = { near: 0, middle: 1, far: 2 }[band];
  return say(words, "legend.within", { from: third(from), to: third(from + 1) });
}

type Sign = (box: Box, order: LegendOrder) => readonly Shape[];

const edge = strokeOf({ color: GROUND.inkSoft, width: 0.08 });
const block =
  (color: string, opacity = 1): Sign =>
  (box) => [boxShape(box, fillOf(color, opacity), edge)];
const line =
  (look: Parameters<typeof lineShape>[1]): Sign =>
  ({ x, y, width, height }) => [lineShape([x, y + height / 2, x + width, y + height / 2], look)];
const mark =
  (level: CenterLevel): Sign =>
  ({ x, y, width, height }, { words, type }) =>
    markShapes(level, [x + width / 2, y + height / 2], 0.82 * type, words);

const SIGNS: Readonly<Record<LegendKey, Sign>> = {
  near: block(RESIDENCE_INKS.near),
  middle: block(RESIDENCE_INKS.middle),
  far: block(RESIDENCE_INKS.far),
  outside: (box, order) => block(order.theme === "assess" ? TOO_FAR : RESIDENCE_INKS.outside)(box, order),
  unlinked: (box) => [
    boxShape(box, fillOf(RESIDENCE_INKS.unlinked), edge),
    hatchLines(boxPath(box), box, { colors: [UNKNOWN], gap: 0.7, width: 0.12 }),
  ],
  residence: block(RESIDENCE_INKS.plain),
  area: (box) => [
    boxShape(
      box,
      fillOf(BAND_COLORS[2], 0.5),
      strokeOf({ color: BAND_COLORS[0], width: 0.35, opacity: 0.75 }),
    ),
  ],
  tooSmall: block(TOO_SMALL, 0.3),
  tooFar: block(TOO_FAR, 0.3),
  both: (box) => [hatchLines(boxPath(box), box, BOTH_HATCH), boxShape(box, null, edge)],
  unknown: (box) => [hatchLines(boxPath(box), box, UNKNOWN_HATCH), boxShape(box, null, edge)],
  grid: (box, order) =>
    order.theme === "gridNet"
      ? block(GRID_HUES[1], 0.85)(box, order)
      : line({ color: GROUND.inkSoft, width: 0.16, dash: [1.1, 0.7] })(box, order),
  gridOut: (box) => [boxShape(box, fillOf(GRID_HUES[1], 0.85), strokeOf({ color: GROUND.ink, width: 0.5 }))],
  community: line({ color: GROUND.community, width: 0.3, dash: [2.6, 1] }),
  subdistrict: line({ color: GROUND.subdistrict, width: 0.55, dash: [3, 0.9, 0.5, 0.9] }),
  "level.subdistrict": mark("subdistrict"),
  "level.community": mark("community"),
  "level.area": mark("area"),
  "level.grid": mark("grid"),
  "level.station": mark("station"),
};

const signOf = (key: LegendKey, box: Box, order: LegendOrder): readonly Shape[] => SIGNS[key](box, order);
