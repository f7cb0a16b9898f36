// Paints a page on a 2d canvas at a resolution: in the browser on its own canvas, on the command line on one of
// @napi-rs/canvas. The same calls, the same font, the same picture.

import { type Box, flattenPage, measureText, type Page, POINT, type Shape } from "../../core/report/index.ts";

/** What painting needs of a canvas context; both the browser's and Node's have it. */
export interface PageContext {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineJoin: string;
  lineCap: string;
  globalAlpha: number;
  font: string;
  fontKerning: string;
  textBaseline: string;
  save(): void;
  restore(): void;
  scale(x: number, y: number): void;
  translate(x: number, y: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  clip(): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  setLineDash(dash: number[]): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
}

/** Family names under which a host has made the two weights known. */
export const PAGE_FAMILIES = { 400: "Quandian Regular", 700: "Quandian Bold" } as const;

/** What a machine may have in their stead: letters keep the page's own places. */
const STAND_INS =
  '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** Size of a page, or of a part of it, in pixels. */
export const pixelsOf = (
  { width, height }: Pick<Box, "width" | "height">,
  dpi: number,
): readonly [number, number] => [
  Math.max(1, Math.round((width * dpi) / 25.4)),
  Math.max(1, Math.round((height * dpi) / 25.4)),
];

/** The whole page, or the part of it that lies in a box. */
export function paintPage(page: Page, context: PageContext, dpi: number, part?: Box): void {
  context.save();
  context.scale(dpi / 25.4, dpi / 25.4);
  if (part !== undefined) context.translate(-part.x, -part.y);
  context.fillStyle = "#FFFFFF";
  context.fillRect(0, 0, page.width, page.height);
  context.lineJoin = "round";
  context.textBaseline = "alphabetic";
  for (const shape of flattenPage(page)) paint(shape, context);
  context.restore();
}

function paint(shape: Shape, context: PageContext): void {
  if (shape.kind === "clip") {
    context.save();
    tracePath(shape.to, true, context);
    context.clip();
    for (const inner of shape.shapes) paint(inner, context);
    context.restore();
  } else if (shape.kind === "label") {
    paintLabel(shape, context);
  } else {
    if (shape.kind === "path") tracePath(shape.lines, shape.closed, context);
    else {
      context.beginPath();
      context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
    }
    paintPath(shape, context);
  }
}

function paintPath(
  { fill, stroke }: Pick<Extract<Shape, { kind: "path" }>, "fill" | "stroke">,
  context: PageContext,
): void {
  if (fill !== null) {
    context.globalAlpha = fill.opacity;
    context.fillStyle = fill.color;
    context.fill();
  }
  if (stroke !== null) {
    context.globalAlpha = stroke.opacity;
    context.strokeStyle = stroke.color;
    context.lineWidth = stroke.width;
    context.lineCap = stroke.cap;
    context.setLineDash([...stroke.dash]);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** Letters are painted at a hundred times the size on a scale of a hundredth: canvases round small sizes of type. */
const FINE = 100;

/** Letter by letter at the page's own advances: a canvas would move punctuation together and widths would differ. */
function paintLetters(
  { text, x, y, size, weight }: Extract<Shape, { kind: "label" }>,
  paintLetter: (letter: string, x: number, y: number) => void,
): void {
  let left = x;
  for (const letter of text) {
    if (letter !== " ") paintLetter(letter, left * FINE, y * FINE);
    left += measureText(letter, { size, weight });
  }
}

function paintLabel(label: Extract<Shape, { kind: "label" }>, context: PageContext): void {
  context.save();
  context.scale(1 / FINE, 1 / FINE);
  context.font = `${label.size * POINT * FINE}px "${PAGE_FAMILIES[label.weight]}", ${STAND_INS}`;
  context.fontKerning = "none";
  if (label.halo !== null) {
    context.strokeStyle = label.halo.color;
    context.lineWidth = 2 * label.halo.width * FINE;
    context.setLineDash([]);
    paintLetters(label, (letter, x, y) => context.strokeText(letter, x, y));
  }
  context.fillStyle = label.color;
  paintLetters(label, (letter, x, y) => context.fillText(letter, x, y));
  context.restore();
}

function tracePath(
  { offsets, xy }: Extract<Shape, { kind: "path" }>["lines"],
  closed: boolean,
  context: PageContext,
): void {
  context.beginPath();
  for (let line = 0; line + 1 < offsets.length; line++) {
    const start = offsets[line]!;
    for (let i = start; i < offsets[line + 1]!; i++) {
      if (i === start) context.moveTo(xy[2 * i]!, xy[2 * i + 1]!);
      else context.lineTo(xy[2 * i]!, xy[2 * i + 1]!);
    }
    if (closed) context.closePath();
  }
}
