// The scale bar and the north arrow: lengths on the bar are true on the printed sheet.

import type { Metres } from "../../base/index.ts";
import { type DrawingItem, type Millimetres, onPage, POINT, type Shape, type TextStyle } from "../page.ts";
import { GROUND } from "../palette.ts";
import { type ReportWords, say } from "../report-words.ts";
import { boxShape, fillOf, labelShape, pathOf, strokeOf } from "../shapes.ts";
import { measureText } from "../text/measure-text.ts";
import { groupDigits } from "../write-figure.ts";

/** The longest round length that fits `most` on the page. */
export function barLength(scale: number, most: Millimetres): Metres {
  const room = (most * scale) / 1000;
  const power = 10 ** Math.floor(Math.log10(room));
  const digit = [5, 2, 1].find((n) => n * power <= room) ?? 1;
  return digit * power;
}

export const BAR_HEIGHT: Millimetres = 9;

export function scaleBar(
  x: Millimetres,
  y: Millimetres,
  width: Millimetres,
  scale: number,
  words: ReportWords,
  type: number,
): DrawingItem {
  const style: TextStyle = { size: 6.5 * type, weight: 400, color: GROUND.ink };
  const bold: TextStyle = { ...style, size: 7.5 * type, weight: 700 };
  const length = barLength(scale, width - 12 * type);
  const long = onPage(length, scale);
  const inKilometres = length >= 2000;
  const write = (metres: Metres): string => groupDigits(inKilometres ? metres / 1000 : metres, 2);
  const unit = say(words, inKilometres ? "map.kilometres" : "map.metres");
  const top = y + 3.4 * type;
  const height = 1.1 * type;
  const labelY = top + height + 2.9 * type;
  const stroke = strokeOf({ color: GROUND.ink, width: 0.15 });
  const shapes: Shape[] = [
    labelShape(say(words, "map.scale", { scale: groupDigits(scale) }), x, y + bold.size * POINT * 0.9, bold),
  ];
  for (const part of [0, 1, 2, 3]) {
    const box = { x: x + (part * long) / 4, y: top, width: long / 4, height };
    shapes.push(boxShape(box, fillOf(part % 2 === 0 ? GROUND.ink : "#FFFFFF"), stroke));
  }
  for (const part of [0, 0.5, 1]) {
    const text = part === 1 ? `${write(length)} ${unit}` : write(length * part);
    const half = measureText(write(length * part), style) / 2;
    shapes.push(labelShape(text, x + part * long - (part === 0 ? 0 : half), labelY, style));
  }
  return { kind: "drawing", role: "scaleBar", box: { x, y, width, height: BAR_HEIGHT * type }, shapes };
}

/** North is up on every map of a report. */
export function northArrow(x: Millimetres, y: Millimetres, words: ReportWords, type: number): DrawingItem {
  const [width, height] = [7 * type, BAR_HEIGHT * type];
  const middle = x + width / 2;
  const style: TextStyle = { size: 7 * type, weight: 700, color: GROUND.ink };
  const letter = say(words, "map.north");
  const [top, foot] = [y + 3 * type, y + height - 0.2 * type];
  const arrow = (side: 1 | -1, filled: boolean): Shape => ({
    kind: "path",
    lines: pathOf([middle, top, middle + side * 1.7 * type, foot, middle, foot - 1.5 * type]),
    closed: true,
    fill: fillOf(filled ? GROUND.ink : "#FFFFFF"),
    stroke: strokeOf({ color: GROUND.ink, width: 0.15 }),
  });
  const shapes = [
    labelShape(letter, middle - measureText(letter, style) / 2, y + style.size * POINT * 0.85, style),
    arrow(-1, true),
    arrow(1, false),
  ];
  return { kind: "drawing", role: "north", box: { x, y, width, height }, shapes };
}
