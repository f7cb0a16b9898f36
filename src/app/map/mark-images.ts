// The small pictures that MapLibre layers refer to by name: hatches and centre marks, painted on a canvas so
// that no image file and no font is fetched. Sizes in CSS pixels, drawn at twice that for sharp screens. Before a room
// they are drawn anew, not blown up.

import type { Map as MapLibre } from "maplibre-gl";
import { CENTER_LEVELS, type CenterLevel } from "../../core/model/index.ts";
import { GROUND, TOO_FAR, TOO_SMALL, UNKNOWN } from "./palette.ts";

export const PIXEL_RATIO = 2;

export const FONT_STACK = [
  "PingFang SC",
  "Microsoft YaHei",
  "Noto Sans CJK SC",
  "Source Han Sans SC",
  "sans-serif",
];
const CSS_FONTS = FONT_STACK.map((name) => (name.includes(" ") ? `"${name}"` : name)).join(",");

/** Diameter by level, CSS pixels. */
export const CENTER_DIAMETER: Record<CenterLevel, number> = {
  subdistrict: 26,
  community: 21,
  area: 18,
  grid: 15,
  station: 15,
};

const LEVEL_TEXT: Record<"zh-CN" | "en", Record<CenterLevel, string>> = {
  "zh-CN": { subdistrict: "街", community: "社", area: "区", grid: "格", station: "站" },
  en: { subdistrict: "S", community: "C", area: "A", grid: "G", station: "P" },
};

export interface MarkStyle {
  readonly level: CenterLevel;
  readonly selected: boolean;
  readonly edited: boolean;
}

export const markName = ({ level, selected, edited }: MarkStyle): string =>
  `center-${level}${selected ? "-selected" : ""}${edited ? "-edited" : ""}`;

/** Every mark there is, so that images can be registered once. */
export const allMarks = (): MarkStyle[] =>
  CENTER_LEVELS.flatMap((level) =>
    [false, true].flatMap((selected) => [false, true].map((edited) => ({ level, selected, edited }))),
  );

/** Room around the disc for the rings, CSS pixels on each side. */
const MARGIN = 6;

/** How large a mark is drawn, and whether with its letter. */
export interface MarkLook {
  /** CSS pixels at scale 1. */
  readonly diameter: number;
  readonly scale: number;
  readonly letter: boolean;
}

/** A dark disc with the level inside; a dashed ring when edited, a red ring when selected. */
export function drawMark(
  style: MarkStyle,
  language: "zh-CN" | "en",
  { diameter, scale, letter }: MarkLook = { diameter: CENTER_DIAMETER[style.level], scale: 1, letter: true },
): HTMLCanvasElement {
  const side = diameter + 2 * MARGIN;
  const [canvas, context] = canvasOf(side, scale);
  const middle = side / 2;
  const ring = (radius: number, width: number, color: string, dash: number[] = []): void => {
    context.beginPath();
    context.setLineDash(dash);
    context.arc(middle, middle, radius, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = color;
    context.stroke();
  };
  context.beginPath();
  context.arc(middle, middle, diameter / 2 + (style.selected || style.edited ? 4.5 : 1.5), 0, 2 * Math.PI);
  context.fillStyle = "#FFFFFF";
  context.fill();
  context.beginPath();
  context.arc(middle, middle, diameter / 2, 0, 2 * Math.PI);
  context.fillStyle = GROUND.ink;
  context.fill();
  if (style.selected) ring(diameter / 2 + 3.2, 2.6, GROUND.accent);
  else if (style.edited) ring(diameter / 2 + 3, 1.4, GROUND.ink, [3, 2]);
  if (style.selected && style.edited) ring(diameter / 2 + 3.2, 2.6, "#FFFFFF", [2, 6]);
  if (!letter) return canvas;
  context.fillStyle = "#FFFFFF";
  context.font = `600 ${Math.round(diameter * 0.6)}px ${CSS_FONTS}`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  const text = LEVEL_TEXT[language][style.level];
  const box = context.measureText(text);
  const lift = (box.actualBoundingBoxAscent - box.actualBoundingBoxDescent) / 2;
  context.fillText(text, middle, middle + lift);
  return canvas;
}

/** Violet and amber stripes: too small and too far at once. */
const drawHatchBoth = (scale: number): HTMLCanvasElement =>
  drawHatch(14, [TOO_SMALL, TOO_FAR], 0.42, 7, scale);

/** Thin grey stripes: nothing is known. */
const drawHatchUnknown = (scale: number): HTMLCanvasElement => drawHatch(7, [UNKNOWN], 0.75, 1, scale);

/** The same, finer, for a single building. */
const drawHatchBuilding = (scale: number): HTMLCanvasElement => drawHatch(4, [UNKNOWN], 0.95, 1, scale);

/** Diagonal stripes that tile: one stripe per colour across `side`, each `width` wide (horizontally measured). */
function drawHatch(
  side: number,
  colors: readonly string[],
  alpha: number,
  width: number,
  scale: number,
): HTMLCanvasElement {
  const [canvas, context] = canvasOf(side, scale);
  context.globalAlpha = alpha;
  colors.forEach((color, k) => {
    context.fillStyle = color;
    for (const shift of [-2, -1, 0, 1, 2]) {
      const x = shift * side + (k * side) / colors.length;
      context.beginPath();
      context.moveTo(x, side);
      context.lineTo(x + width, side);
      context.lineTo(x + width + side, 0);
      context.lineTo(x + side, 0);
      context.fill();
    }
  });
  return canvas;
}

function canvasOf(side: number, scale: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(side * scale * PIXEL_RATIO);
  canvas.height = canvas.width;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("no 2d canvas to draw map marks on");
  context.scale(canvas.width / side, canvas.width / side);
  return [canvas, context];
}

/** Pictures by their name. */
export type Pictures = readonly (readonly [name: string, HTMLCanvasElement])[];

export const hatchPictures = (scale: number): Pictures => [
  ["hatch-both", drawHatchBoth(scale)],
  ["hatch-unknown", drawHatchUnknown(scale)],
  ["hatch-building", drawHatchBuilding(scale)],
];

/** Every picture as shown at the desk. */
export const deskPictures = (language: "zh-CN" | "en"): Pictures => [
  ...hatchPictures(1),
  ...allMarks().map((mark) => [markName(mark), drawMark(mark, language)] as const),
];

/** Gives the map pictures, in place of those of the same names. */
export function putPictures(map: MapLibre, pictures: Pictures): void {
  for (const [name, canvas] of pictures) {
    if (map.hasImage(name)) map.removeImage(name);
    map.addImage(name, imageOf(canvas), { pixelRatio: PIXEL_RATIO });
  }
}

/** A canvas as MapLibre takes it. */
export function imageOf(canvas: HTMLCanvasElement): ImageData {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2d canvas to read map marks from");
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
