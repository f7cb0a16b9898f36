// One page as an SVG 1.1 drawing in millimetres. Text stays text; each run is held to the width it was set with, so
// that another font on the reader's machine cannot make it run into its neighbour.

import { flattenPage, type Page, POINT, type Shape } from "../../core/report/index.ts";

export function writeSvg(page: Page): string {
  const { width, height } = page;
  const out = newInk();
  const drawing = svgOf(flattenPage(page), out);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}mm" height="${number(height)}mm" viewBox="0 0 ${number(width)} ${number(height)}" font-family="${FONTS}" style="font-kerning:none">`,
    `<title>${toXml(page.title)}</title>`,
    `<rect width="${number(width)}" height="${number(height)}" fill="#FFFFFF"/>`,
    drawing,
    "</svg>\n",
  ].join("\n");
}

const FONTS =
  "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

/** What the drawings of one document share: names of clips differ. */
export interface Ink {
  readonly parts: string[];
  clips: number;
}

export const newInk = (): Ink => ({ parts: [], clips: 0 });

/** Shapes as SVG elements, in millimetres. */
export function svgOf(shapes: readonly Shape[], ink: Ink): string {
  ink.parts.length = 0;
  for (const shape of shapes) draw(shape, ink);
  return ink.parts.join("\n");
}

function draw(shape: Shape, ink: Ink): void {
  if (shape.kind === "clip") {
    const id = `c${++ink.clips}`;
    ink.parts.push(
      `<clipPath id="${id}"><path d="${pathOf(shape.to, true)}"/></clipPath><g clip-path="url(#${id})">`,
    );
    for (const inner of shape.shapes) draw(inner, ink);
    ink.parts.push("</g>");
  } else if (shape.kind === "label") {
    drawLabel(shape, ink);
  } else if (shape.kind === "disc") {
    const place = `cx="${number(shape.x)}" cy="${number(shape.y)}" r="${number(shape.radius)}"`;
    ink.parts.push(`<circle ${place} ${lookOf(shape)}/>`);
  } else {
    ink.parts.push(`<path d="${pathOf(shape.lines, shape.closed)}" ${lookOf(shape)}/>`);
  }
}

function drawLabel(label: Extract<Shape, { kind: "label" }>, { parts }: Ink): void {
  if (label.text.trim() === "") return;
  const { x, y, text, size, weight, color, width, halo } = label;
  const held = [...text].length > 1 ? ` textLength="${number(width)}" lengthAdjust="spacingAndGlyphs"` : "";
  const edge =
    halo === null
      ? ""
      : ` stroke="${halo.color}" stroke-width="${number(2 * halo.width)}" stroke-linejoin="round" paint-order="stroke"`;
  parts.push(
    `<text x="${number(x)}" y="${number(y)}" font-size="${(size * POINT).toFixed(3)}" font-weight="${weight}" fill="${color}"${edge}${held} xml:space="preserve">${toXml(text)}</text>`,
  );
}

function lookOf({ fill, stroke }: Pick<Extract<Shape, { kind: "path" }>, "fill" | "stroke">): string {
  const parts = [fill === null ? 'fill="none"' : `fill="${fill.color}"${opacity("fill", fill.opacity)}`];
  if (stroke !== null) {
    const dash = stroke.dash.length === 0 ? "" : ` stroke-dasharray="${stroke.dash.map(number).join(" ")}"`;
    const cap = stroke.cap === "round" ? ' stroke-linecap="round"' : "";
    parts.push(
      `stroke="${stroke.color}" stroke-width="${stroke.width.toFixed(3)}" stroke-linejoin="round"${cap}${dash}${opacity("stroke", stroke.opacity)}`,
    );
  }
  return parts.join(" ");
}

const opacity = (what: string, value: number): string => (value === 1 ? "" : ` ${what}-opacity="${value}"`);

/** An outline or line as path data. */
export function pathOf({ offsets, xy }: Extract<Shape, { kind: "path" }>["lines"], closed: boolean): string {
  let d = "";
  for (let line = 0; line + 1 < offsets.length; line++) {
    for (let i = offsets[line]!; i < offsets[line + 1]!; i++) {
      d += `${i === offsets[line] ? "M" : "L"}${number(xy[2 * i]!)} ${number(xy[2 * i + 1]!)}`;
    }
    if (closed) d += "Z";
  }
  return d;
}

/** Hundredths of a millimetre. */
const number = (value: number): string => String(Number(value.toFixed(2)));

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for XML; control characters that XML cannot hold are left out. */
export const toXml = (text: string): string =>
  text.replace(/\p{Cc}/gu, "").replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
