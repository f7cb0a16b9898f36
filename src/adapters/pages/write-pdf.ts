// Pages as one PDF: vector lines, real text in an embedded subset, one bookmark a page. The page's millimetres become
// the coordinate system of the content stream, so its numbers are those of the page.

import { flattenPage, type Page, POINT, type Shape } from "../../core/report/index.ts";
import type { PageFonts } from "./page-fonts.ts";
import { PdfFile, pdfNumber, pdfText } from "./pdf-file.ts";
import { PdfFont } from "./pdf-font.ts";
import { openFont } from "./truetype.ts";

export interface PdfFacts {
  readonly title: string;
  /** "zh-CN" or "en". */
  readonly language: string;
}

/** `between` is called after each page and may stop the work by throwing. */
export async function writePdf(
  pages: readonly Page[],
  fonts: PageFonts,
  facts: PdfFacts,
  between: (page: number) => Promise<void> = () => Promise.resolve(),
): Promise<Uint8Array> {
  const file = new PdfFile();
  const regular = new PdfFont(openFont(fonts.regular), "NotoSansSC-Regular", "F4");
  const bold = new PdfFont(openFont(fonts.bold), "NotoSansSC-Bold", "F7");
  const opacities = new Map<number, string>();
  const root = file.reserve();
  const tree = file.reserve();
  const resources = file.reserve();
  const ids: number[] = [];
  for (const [i, page] of pages.entries()) {
    const content = file.addStream(contentOf(page, { 400: regular, 700: bold }, opacities));
    const size = `${pdfNumber(page.width / POINT)} ${pdfNumber(page.height / POINT)}`;
    ids.push(
      file.add(
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${size}] /Resources ${resources} 0 R /Contents ${content} 0 R >>`,
      ),
    );
    await between(i);
  }
  const states = [...opacities].map(([opacity, name]) => `/${name} << /ca ${opacity} /CA ${opacity} >>`);
  file.write(
    resources,
    `<< /Font << ${regular.embed(file)} ${bold.embed(file)} >> /ExtGState << ${states.join(" ")} >>` +
      ` /XObject << ${regular.embedHalos(file)} ${bold.embedHalos(file)} >> >>`,
  );
  file.write(
    tree,
    `<< /Type /Pages /Count ${ids.length} /Kids [${ids.map((id) => `${id} 0 R`).join(" ")}] >>`,
  );
  const outline = addBookmarks(file, pages, ids);
  file.write(
    root,
    `<< /Type /Catalog /Pages ${tree} 0 R /Lang (${facts.language}) /ViewerPreferences << /PrintScaling /None >>${outline} >>`,
  );
  const info = file.add(`<< /Title ${pdfText(facts.title)} /Producer (Quandian) >>`);
  return file.finish(root, info);
}

function addBookmarks(file: PdfFile, pages: readonly Page[], ids: readonly number[]): string {
  if (ids.length === 0) return "";
  const parent = file.reserve();
  const marks = ids.map(() => file.reserve());
  marks.forEach((mark, i) => {
    const before = i === 0 ? "" : ` /Prev ${marks[i - 1]} 0 R`;
    const after = i + 1 === marks.length ? "" : ` /Next ${marks[i + 1]} 0 R`;
    file.write(
      mark,
      `<< /Title ${pdfText(pages[i]!.title)} /Parent ${parent} 0 R${before}${after} /Dest [${ids[i]} 0 R /Fit] >>`,
    );
  });
  file.write(
    parent,
    `<< /Type /Outlines /First ${marks[0]} 0 R /Last ${marks.at(-1)} 0 R /Count ${marks.length} >>`,
  );
  return ` /Outlines ${parent} 0 R`;
}

interface Ink {
  readonly fonts: Readonly<Record<400 | 700, PdfFont>>;
  readonly opacities: Map<number, string>;
  readonly out: string[];
}

function contentOf(page: Page, fonts: Ink["fonts"], opacities: Map<number, string>): string {
  const k = 1 / POINT;
  const out = [`${k.toFixed(6)} 0 0 ${(-k).toFixed(6)} 0 ${pdfNumber(page.height * k)} cm 1 j`];
  const ink = { fonts, opacities, out };
  for (const shape of flattenPage(page)) draw(shape, ink);
  return out.join("\n");
}

function draw(shape: Shape, ink: Ink): void {
  const { out } = ink;
  if (shape.kind === "clip") {
    out.push("q", pathOf(shape.to, true), "W n");
    for (const inner of shape.shapes) draw(inner, ink);
    out.push("Q");
  } else if (shape.kind === "label") {
    drawLabel(shape, ink);
  } else {
    const path = shape.kind === "disc" ? circleOf(shape) : pathOf(shape.lines, shape.closed);
    drawPath(path, shape, ink);
  }
}

/** Opacity of fill and stroke may differ: then they are two paths. */
function drawPath(
  path: string,
  { fill, stroke }: Pick<Extract<Shape, { kind: "path" }>, "fill" | "stroke">,
  ink: Ink,
) {
  if (path === "") return;
  if (fill !== null)
    ink.out.push("q", stateOf(fill.opacity, ink), `${colorOf(fill.color)} rg`, path, "f", "Q");
  if (stroke === null) return;
  const { color, width, opacity, dash, cap } = stroke;
  const look = `${colorOf(color)} RG ${width.toFixed(3)} w [${dash.map(pdfNumber).join(" ")}] 0 d ${cap === "round" ? 1 : 0} J`;
  ink.out.push("q", stateOf(opacity, ink), look, path, "S", "Q");
}

function drawLabel(label: Extract<Shape, { kind: "label" }>, { fonts, out }: Ink): void {
  if (label.text.trim() === "") return;
  const font = fonts[label.weight];
  const text = font.encode(label.text);
  const size = (label.size * POINT).toFixed(4);
  const place = `1 0 0 -1 ${pdfNumber(label.x)} ${pdfNumber(label.y)} Tm`;
  if (label.halo !== null) {
    const { color, width } = label.halo;
    const outline = font.outline(label.text, label.x, label.y, label.size * POINT, 2 * width);
    out.push(`q ${colorOf(color)} RG ${outline} Q`);
  }
  out.push(`BT /${font.name} ${size} Tf ${colorOf(label.color)} rg ${place} ${text} Tj ET`);
}

function stateOf(opacity: number, { opacities }: Ink): string {
  if (opacity === 1) return "";
  const name = opacities.get(opacity) ?? `G${opacities.size}`;
  opacities.set(opacity, name);
  return `/${name} gs`;
}

const colorOf = (hex: string): string =>
  [1, 3, 5].map((at) => pdfNumber(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(" ");

function pathOf({ offsets, xy }: Extract<Shape, { kind: "path" }>["lines"], closed: boolean): string {
  const parts: string[] = [];
  for (let line = 0; line + 1 < offsets.length; line++) {
    for (let i = offsets[line]!; i < offsets[line + 1]!; i++) {
      parts.push(`${pdfNumber(xy[2 * i]!)} ${pdfNumber(xy[2 * i + 1]!)} ${i === offsets[line] ? "m" : "l"}`);
    }
    if (closed) parts.push("h");
  }
  return parts.join(" ");
}

/** Four cubic arcs; the handles that come nearest to a circle. */
const HANDLE = 0.5522847;

function circleOf({ x, y, radius }: Extract<Shape, { kind: "disc" }>): string {
  const h = radius * HANDLE;
  const at = (...values: number[]): string => values.map(pdfNumber).join(" ");
  return [
    `${at(x + radius, y)} m`,
    `${at(x + radius, y + h, x + h, y + radius, x, y + radius)} c`,
    `${at(x - h, y + radius, x - radius, y + h, x - radius, y)} c`,
    `${at(x - radius, y - h, x - h, y - radius, x, y - radius)} c`,
    `${at(x + h, y - radius, x + radius, y - h, x + radius, y)} c h`,
  ].join(" ");
}
