// Pages as slides of their own size (PptxGenJS): text, tables and charts as PowerPoint's own, maps as pictures, rules and
// frames as shapes, each where the page has it; where every figure comes from stands in the slide's notes.

import type PptxGenJS from "pptxgenjs";
import type {
  Align,
  Box,
  DrawingItem,
  FigureTrace,
  Millimetres,
  Page,
  PageItem,
  ReportDocument,
  TableItem,
  TextItem,
  TextLine,
  TextRun,
} from "../../core/report/index.ts";
import type { PageHost } from "../pages/page-host.ts";
import {
  hexOf,
  isPictured,
  OFFICE_DPI,
  OFFICE_FONTS,
  officeText,
  pictureBox,
  runsOf,
  toBase64,
} from "./office-text.ts";
import { pptxChart } from "./pptx-chart.ts";
import { simpleShapes } from "./simple-shapes.ts";

export async function writePptx(
  { pages }: Pick<ReportDocument, "pages">,
  host: Pick<PageHost, "title" | "rasterise" | "between">,
): Promise<Uint8Array> {
  const { default: Pptx } = await import("pptxgenjs");
  const deck = new Pptx();
  deck.title = officeText(host.title);
  deck.theme = { headFontFace: OFFICE_FONTS.heading, bodyFontFace: OFFICE_FONTS.body };
  const [first] = pages;
  if (first !== undefined) {
    deck.defineLayout({ name: "PAGE", width: inches(first.width), height: inches(first.height) });
    deck.layout = "PAGE";
  }
  for (const [i, page] of pages.entries()) {
    await host.between(i / pages.length);
    await addPage(deck.addSlide(), page, host.rasterise);
  }
  await host.between(1);
  return (await deck.write({ outputType: "uint8array", compression: true })) as Uint8Array;
}

const inches = (length: Millimetres): number => length / 25.4;
const points = (length: Millimetres): number => (length / 25.4) * 72;

const place = ({ x, y, width, height }: Box) => ({
  x: inches(x),
  y: inches(y),
  w: inches(width),
  h: inches(height),
});

async function addPage(slide: PptxGenJS.Slide, page: Page, rasterise: PageHost["rasterise"]): Promise<void> {
  const picture = pictureBox(page);
  if (picture !== null) {
    const items = page.items.filter(({ role }) => isPictured(role));
    const png = await rasterise({ ...page, items }, OFFICE_DPI, picture);
    slide.addImage({
      data: `data:image/png;base64,${toBase64(png)}`,
      altText: officeText(page.title),
      ...place(picture),
    });
  }
  for (const item of page.items) {
    if (!isPictured(item.role)) await addItem(slide, page, item, rasterise);
  }
  slide.addNotes(notesOf(page));
}

async function addItem(
  slide: PptxGenJS.Slide,
  page: Page,
  item: PageItem,
  rasterise: PageHost["rasterise"],
): Promise<void> {
  if (item.kind === "text") addText(slide, item);
  else if (item.kind === "table") addTable(slide, item);
  else if (item.kind === "chart") pptxChart(slide, item, page);
  else await addDrawing(slide, page, item, rasterise);
}

const ALIGNS: Readonly<Record<Align, PptxGenJS.HAlign>> = { start: "left", middle: "center", end: "right" };

const runOf = ({ text, size, weight, color }: TextRun, shrunk = 1): PptxGenJS.TextProps => ({
  text,
  options: {
    fontFace: OFFICE_FONTS.body,
    fontSize: Math.round(size * shrunk * 10) / 10,
    bold: weight === 700,
    color: hexOf(color),
  },
});

/** Paragraphs break where the program breaks them; a hair smaller, so that another font's letters need no more lines. */
const SHRUNK = 0.97;

function paragraphRuns(lines: readonly TextLine[]): PptxGenJS.TextProps[] {
  const shrunk = lines.length > 1 ? SHRUNK : 1;
  return runsOf(lines).flatMap((run) => {
    const parts = run.text.split("\n");
    return parts.map((text, i): PptxGenJS.TextProps => {
      const { options = {} } = runOf(run, shrunk);
      return { text, options: i + 1 < parts.length ? { ...options, breakLine: true } : options };
    });
  });
}

function addText(slide: PptxGenJS.Slide, { box, lines, align, leading }: TextItem): void {
  slide.addText(paragraphRuns(lines), {
    ...place(box),
    align: ALIGNS[align],
    valign: "top",
    margin: 0,
    wrap: lines.length > 1,
    lineSpacing: Math.round(points(leading) * 10) / 10,
  });
}

const HAIRLINE = { type: "solid", pt: 0.4, color: "D9D6CE" } as const;
const RULE = { type: "solid", pt: 0.8, color: "1F2328" } as const;
const NONE = { type: "none" } as const;

function addTable(slide: PptxGenJS.Slide, { box, columns, head, headHeight, rows }: TableItem): void {
  const cells = (
    row: TableItem["head"],
    borders: readonly [top: PptxGenJS.BorderProps, bottom: PptxGenJS.BorderProps],
  ): PptxGenJS.TableRow =>
    row.map(({ lines, leading }, c) => ({
      text: paragraphRuns(lines) as PptxGenJS.TableCell[],
      options: {
        lineSpacing: Math.round(points(leading) * 10) / 10,
        align: ALIGNS[columns[c]!.align],
        valign: "top",
        margin: CELL_MARGIN,
        border: [borders[0], NONE, borders[1], NONE],
      },
    }));
  slide.addTable(
    [
      cells(head, [RULE, RULE]),
      ...rows.map((row, i) => cells(row.cells, [NONE, i + 1 < rows.length ? HAIRLINE : RULE])),
    ],
    {
      ...place(box),
      colW: columns.map(({ width }) => inches(width)),
      rowH: [headHeight, ...rows.map(({ height }) => height)].map(inches),
    },
  );
}

/** Top, right, bottom, left, in inches: as on the page. */
const CELL_MARGIN: [number, number, number, number] = [0.03, 0.07, 0.03, 0.07];

/** Rules and frames as shapes and text; anything finer as a picture. */
async function addDrawing(
  slide: PptxGenJS.Slide,
  page: Page,
  item: DrawingItem,
  rasterise: PageHost["rasterise"],
): Promise<void> {
  const shapes = simpleShapes(item.shapes);
  if (shapes === null) {
    const png = await rasterise({ ...page, items: [item] }, OFFICE_DPI, item.box);
    slide.addImage({ data: `data:image/png;base64,${toBase64(png)}`, ...place(item.box) });
    return;
  }
  for (const shape of shapes) {
    if (shape.kind === "label") {
      const { x, y, size, width, text, weight, color } = shape;
      const height = (size / 72) * 25.4;
      slide.addText([runOf({ text: officeText(text), size, weight, color })], {
        ...place({ x, y: y - height * 1.05, width, height: height * 1.4 }),
        ...{ margin: 0, wrap: false, valign: "middle" },
      });
      continue;
    }
    const line =
      shape.stroke === null
        ? {}
        : { line: { color: hexOf(shape.stroke.color), width: points(shape.stroke.width) } };
    const fill = shape.fill === null ? {} : { fill: { color: hexOf(shape.fill.color) } };
    slide.addShape(shape.kind, { ...place(shape.box), ...fill, ...line });
  }
}

function notesOf({ provenance, figures }: Page): string {
  const { option, revision, pack, walk, sources } = provenance;
  const lines = [`${option} · ${revision}`, pack, walk, ...sources, "", ...figures.map(traceLine)];
  return officeText(lines.join("\n"));
}

const traceLine = ({ label, value, rule, formula, inputs, asOf }: FigureTrace): string =>
  [`${label}: ${value}`, rule, formula, ...inputs, asOf].filter(Boolean).join(" · ");
