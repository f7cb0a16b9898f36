// Centres as dark discs with the level inside, and the names of places and centres around them.

import { interiorPoint } from "../../geo/index.ts";
import { CENTER_LEVELS, type CenterLevel, type ServiceCenter } from "../../model/index.ts";
import type { Box, Millimetres, Shape, TextStyle } from "../page.ts";
import { POINT } from "../page.ts";
import { GROUND } from "../palette.ts";
import type { ReportWord, ReportWords } from "../report-words.ts";
import { fillOf, labelShape, strokeOf } from "../shapes.ts";
import { measureText } from "../text/measure-text.ts";
import type { MapGround } from "./map-ground.ts";
import { type MapWindow, toPage } from "./map-window.ts";
import type { LabelWish } from "./place-labels.ts";

/** Of a centre's mark. */
export const MARK_RADIUS: Readonly<Record<CenterLevel, Millimetres>> = {
  subdistrict: 2.5,
  community: 2,
  area: 1.8,
  grid: 1.5,
  station: 1.5,
};
/** White ring around a mark. */
const RING: Millimetres = 0.3;

/** Marks shrink a little where many lie on one page. */
export const markScale = (scale: number): number => (scale > 20000 ? 0.75 : scale > 10000 ? 0.88 : 1);

/** A mark about a point. */
export function markShapes(
  level: CenterLevel,
  [x, y]: readonly [Millimetres, Millimetres],
  size: number,
  words: ReportWords,
): Shape[] {
  const radius = MARK_RADIUS[level] * size;
  const style: TextStyle = { size: (radius * 1.12) / POINT, weight: 700, color: "#FFFFFF" };
  const letter = words.words[`mark.${level}` satisfies ReportWord];
  return [
    {
      kind: "disc",
      x,
      y,
      radius: radius + RING / 2,
      fill: fillOf(GROUND.ink),
      stroke: strokeOf({ color: "#FFFFFF", width: RING }),
    },
    labelShape(letter, x - measureText(letter, style) / 2, y + style.size * POINT * 0.365, style),
  ];
}

export interface Marks {
  readonly shapes: readonly Shape[];
  readonly boxes: readonly Box[];
  /** Rows of the centres drawn, the most important first. */
  readonly rows: readonly number[];
}

/** Marks inside the box, the most important on top. */
export function drawMarks(
  ground: MapGround,
  window: MapWindow,
  centers: readonly ServiceCenter[],
  words: ReportWords,
): Marks {
  const size = markScale(window.scale);
  const { box } = window;
  const rows = [...centers.keys()]
    .filter((row) => {
      const [x, y] = centerOnPage(ground, window, row);
      const reach = MARK_RADIUS[centers[row]!.level] * size + RING;
      return (
        x - reach >= box.x &&
        x + reach <= box.x + box.width &&
        y - reach >= box.y &&
        y + reach <= box.y + box.height
      );
    })
    .sort((a, b) => CENTER_LEVELS.indexOf(centers[a]!.level) - CENTER_LEVELS.indexOf(centers[b]!.level));
  const shapes = rows
    .toReversed()
    .flatMap((row) => markShapes(centers[row]!.level, centerOnPage(ground, window, row), size, words));
  const boxes = rows.map((row): Box => {
    const [x, y] = centerOnPage(ground, window, row);
    const reach = MARK_RADIUS[centers[row]!.level] * size + RING;
    return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
  });
  return { shapes, boxes, rows };
}

const centerOnPage = ({ centers }: MapGround, window: MapWindow, row: number): [number, number] =>
  toPage(window, centers[2 * row]!, centers[2 * row + 1]!);

const style = (size: number, weight: 400 | 700, color: string): TextStyle => ({ size, weight, color });

/** Names of centres; `own` ones are wanted first and larger. */
export function centerWishes(
  ground: MapGround,
  window: MapWindow,
  centers: readonly ServiceCenter[],
  rows: readonly number[],
  type: number,
): LabelWish[] {
  return rows.flatMap((row) => {
    const { name, level } = centers[row]!;
    if (name === "") return [];
    const [x, y] = centerOnPage(ground, window, row);
    const away = MARK_RADIUS[level] * markScale(window.scale) + 0.8;
    const sizes = [7 * type, 6 * type];
    const styles = sizes.map((size) => style(size, 400, GROUND.ink));
    return { text: name, x, y, away, styles, width: 26 * type, halo: "#FFFFFF" };
  });
}

/** Names of communities, the largest on the page first; those of `without` are left out. */
export function communityWishes(
  { communities, baseline }: MapGround,
  window: MapWindow,
  type: number,
  without = -1,
): LabelWish[] {
  const records = baseline.communities.records;
  return records
    .map((record, row) => ({
      record,
      row,
      area: communities.boxes[4 * row + 2]! - communities.boxes[4 * row]!,
    }))
    .filter(({ record, row }) => record.name !== "" && row !== without)
    .sort((a, b) => b.area - a.area)
    .map(({ record, row, area }) => {
      const [x, y] = toPage(window, ...interiorPoint(communities.shapes, row));
      const wide = (area * 1000) / window.scale;
      const best = Math.min(11, Math.max(7, wide / 6)) * type;
      const styles = [best, 7 * type, 5.8 * type].map((size) => style(size, 700, GROUND.ink));
      return {
        text: record.name,
        x,
        y,
        away: 0,
        styles,
        width: Math.max(16, wide * 0.8),
        halo: GROUND.paper,
      };
    })
    .filter(({ x, y }) => Number.isFinite(x) && isIn(window.box, x, y));
}

const isIn = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
