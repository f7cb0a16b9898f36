// The small pictures that MapLibre layers refer to by name: hatches and centre marks, painted on a canvas so
// that no image file and no font is fetched. Sizes in CSS pixels, drawn at twice that for sharp screens. Before a room
// they are drawn anew, not blown up.

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

/** The same before a room, units of its wall: discs whose letter is 28 or larger, and dots where there is no room. */
const WALL_DIAMETER: Record<CenterLevel, readonly [disc: number, dot: number]> = {
  subdistrict: [56, 30],
  community: [50, 24],
  area: [47, 17],
  grid: [47, 17],
  station: [47, 17],
};
/** Ends the name of a mark without its letter. */
export const DOT = "-dot";

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
const allMarks = (): MarkStyle[] =>
  CENTER_LEVELS.flatMap((level) =>
    [false, true].flatMap((selected) => [false, true].map((edited) => ({ level, selected, edited }))),
  );

/** Room around the disc for the rings, CSS pixels on each side. */
const MARGIN = 6;

/**
 * A dark disc with the level inside; a dashed ring when edited, a red ring when selected. `unit`: CSS pixels to a unit of
 * the wall it is shown on, null at the desk. `dot`: without the letter.
 */
export function drawMark(
  style: MarkStyle,
  language: "zh-CN" | "en",
  unit: number | null = null,
  dot = false,
): HTMLCanvasElement {
  const diameter = unit === null ? CENTER_DIAMETER[style.level] : WALL_DIAMETER[style.level][dot ? 1 : 0];
  const side = diameter + 2 * MARGIN;
  const [canvas, context] = canvasOf(side, unit ?? 1);
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
  if (dot) return canvas;
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

/** Every picture by its name, as shown at the desk (`unit` null) or before a room. */
export function allPictures(
  language: "zh-CN" | "en",
  unit: number | null,
): ReadonlyMap<string, HTMLCanvasElement> {
  const scale = unit ?? 1;
  return new Map([
    ["hatch-both", drawHatchBoth(scale)],
    ["hatch-unknown", drawHatchUnknown(scale)],
    ["hatch-building", drawHatchBuilding(scale)],
    ...allMarks().flatMap((mark) => [
      [markName(mark), drawMark(mark, language, unit)] as const,
      [markName(mark) + DOT, drawMark(mark, language, unit, true)] as const,
    ]),
  ]);
}

/** A canvas as MapLibre takes it. */
export function imageOf(canvas: HTMLCanvasElement): ImageData {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2d canvas to read map marks from");
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
