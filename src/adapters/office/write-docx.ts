// Pages as a flowing document (docx): headings, figures, paragraphs and tables as Word's own, charts editable, maps as
// pictures; how each page's figures were counted in a footnote to its heading, what all rest on in the footer.

import type {
  FileChild,
  FootnoteReferenceRun,
  ISectionOptions,
  Paragraph,
  Table,
  TextRun as TextRunItem,
} from "docx";
import {
  type TableCell as CellItem,
  type ChartItem,
  type FigureTrace,
  type ItemRole,
  type Page,
  type PageItem,
  type ReportDocument,
  type TextRun as RunItem,
  splitUnit,
  type TableItem,
  type TextLine,
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
  textOf,
} from "./office-text.ts";

type Docx = typeof import("docx");
type Charts = typeof import("docx/charts");

export async function writeDocx(
  { pages }: Pick<ReportDocument, "pages">,
  host: Pick<PageHost, "title" | "language" | "rasterise" | "between">,
): Promise<Uint8Array> {
  const [docx, charts] = await Promise.all([import("docx"), import("docx/charts")]);
  const press: Press = { docx, charts, rasterise: host.rasterise, isEnglish: host.language === "en" };
  const chapters = chaptersOf(pages);
  const children: FileChild[] = [];
  for (const [i, chapter] of chapters.entries()) {
    await host.between(i / chapters.length);
    children.push(...(await chapterParts(press, chapter, i)));
  }
  const footnotes = chapters.map((chapter, i) => [
    String(i + 1),
    { children: noteLines(chapter).map((text) => smallParagraph(press, text)) },
  ]);
  const font = { ascii: OFFICE_FONTS.body, hAnsi: OFFICE_FONTS.body, eastAsia: OFFICE_FONTS.body };
  const document = new docx.Document({
    title: officeText(host.title),
    creator: "Quandian",
    styles: { default: { document: { run: { font, size: 20 } } } },
    footnotes: Object.fromEntries(footnotes),
    sections: [section(press, pages[0], children)],
  });
  await host.between(1);
  return new Uint8Array(await docx.Packer.toArrayBuffer(document));
}

/** A page with those that it goes on to as one: a document breaks its pages itself. */
function chaptersOf(pages: readonly Page[]): Page[] {
  const chapters = new Map<string, Page>();
  for (const page of pages) {
    const key = page.key.replace(/\+\d+$/, "");
    const begun = chapters.get(key);
    const items = begun === undefined ? page.items : [...begun.items, ...page.items.filter(isBody)];
    chapters.set(key, { ...(begun ?? page), items: joinTables(items) });
  }
  return [...chapters.values()];
}

const isBody = ({ role }: PageItem): boolean => role === "body" || role === "figures";

/** A table that goes on under the same head is one table. */
function joinTables(items: readonly PageItem[]): PageItem[] {
  const joined: PageItem[] = [];
  for (const item of items) {
    const at = joined.findLastIndex((other) => other.kind === "table" && item.kind === "table");
    const before = joined[at];
    const goesOn = before?.kind === "table" && item.kind === "table" && headOf(before) === headOf(item);
    if (goesOn) joined[at] = { ...before, rows: [...before.rows, ...item.rows] };
    else joined.push(item);
  }
  return joined;
}

const headOf = ({ head }: TableItem): string => head.map(({ lines }) => textOf(lines)).join("\t");

interface Press {
  readonly docx: Docx;
  readonly charts: Charts;
  readonly rasterise: PageHost["rasterise"];
  readonly isEnglish: boolean;
}

const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
const MARGIN = 16;

function section(press: Press, page: Page | undefined, children: readonly FileChild[]): ISectionOptions {
  const { docx, isEnglish } = press;
  const { width, height } = page ?? { width: 210, height: 297 };
  const { PageNumber } = docx;
  const number = isEnglish
    ? ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES]
    : ["第 ", PageNumber.CURRENT, " 页，共 ", PageNumber.TOTAL_PAGES, " 页"];
  const stand = page === undefined ? [] : standing(page);
  const margin = twips(MARGIN);
  return {
    properties: {
      page: {
        size: {
          ...{ width: twips(Math.min(width, height)), height: twips(Math.max(width, height)) },
          orientation: width > height ? "landscape" : "portrait",
        },
        margin: { top: margin, bottom: margin, left: margin, right: margin, footer: twips(7) },
      },
    },
    footers: {
      default: new docx.Footer({
        children: [
          ...stand.map((text) => smallParagraph(press, text)),
          new docx.Paragraph({
            alignment: "right",
            children: [new docx.TextRun({ children: number, size: 14, color: "5B6168" })],
          }),
        ],
      }),
    },
    children: [...children],
  };
}

/** What every page rests on. */
function standing({ provenance }: Page): string[] {
  const { option, revision, pack, walk } = provenance;
  return [`${option} · ${revision} · ${walk} · ${pack}`];
}

async function chapterParts(press: Press, page: Page, index: number): Promise<FileChild[]> {
  const { docx } = press;
  const parts: FileChild[] = [
    new docx.Paragraph({
      heading: "Heading1",
      pageBreakBefore: index > 0,
      spacing: { after: 60 },
      children: [
        new docx.TextRun({
          text: officeText(page.title),
          bold: true,
          size: 30,
          color: "1F2328",
          font: OFFICE_FONTS.heading,
        }),
        new docx.FootnoteReferenceRun(index + 1) as FootnoteReferenceRun,
      ],
    }),
  ];
  const done = new Set<string>();
  for (const item of page.items) {
    const once = isPictured(item.role) ? "map" : ONCE.find((role) => role === item.role);
    const isTitle = item.kind === "text" && once === "title";
    if (once !== undefined && (isTitle || once !== "title") && !done.has(once)) {
      done.add(once);
      if (once === "map") parts.push(await picture(press, page));
      if (once === "figures") parts.push(figureTable(press, page.figures));
    } else if (once === undefined || isTitle) parts.push(...itemParts(press, page, item));
  }
  return parts;
}

/** Items that stand for all of their role: the heading is set, the map is one picture, figures are one table. */
const ONCE: readonly ItemRole[] = ["figures", "title"];

function itemParts(press: Press, page: Page, item: PageItem): FileChild[] {
  if (LEFT_TO_FOOT.has(item.role)) return [];
  if (item.kind === "table") return [table(press, item)];
  if (item.kind === "chart") return [chart(press, item, page.width)];
  if (item.kind === "drawing") return drawnText(press, item.role, item.shapes);
  const heads = isHeading(item.lines);
  return [paragraph(press, item.lines, { spacing: heads ? HEADING : RUNNING, keepNext: heads })];
}

/** Said by footnotes and footer. */
const LEFT_TO_FOOT: ReadonlySet<ItemRole> = new Set(["sources", "maker"]);

/** The stamp is drawn on a page; in a document it is a line at the right. */
function drawnText({ docx }: Press, role: ItemRole, shapes: Parameters<typeof labels>[0]): Paragraph[] {
  if (role !== "stamp") return [];
  const text = officeText(labels(shapes).join(""));
  return [
    new docx.Paragraph({
      alignment: "right",
      children: [new docx.TextRun({ text, bold: true, size: 18, color: "B3261E" })],
    }),
  ];
}

const labels = (shapes: readonly { readonly kind: string; readonly text?: string }[]): string[] =>
  shapes.flatMap((shape) => (shape.text === undefined ? [] : [shape.text]));

async function picture({ docx, rasterise }: Press, page: Page): Promise<Paragraph> {
  const box = pictureBox(page)!;
  const items = page.items.filter(({ role }) => isPictured(role));
  const data = await rasterise({ ...page, items }, OFFICE_DPI, box);
  const most = { width: page.width - 2 * MARGIN, height: (page.height - 2 * MARGIN) * 0.47 };
  const scale = Math.min(1, most.width / box.width, most.height / box.height);
  const pixels = (length: number): number => Math.round((length * scale * 96) / 25.4);
  const name = officeText(page.title);
  return new docx.Paragraph({
    alignment: "center",
    spacing: { before: 80, after: 120 },
    children: [
      new docx.ImageRun({
        type: "png",
        data,
        transformation: { width: pixels(box.width), height: pixels(box.height) },
        altText: { name, title: name, description: name },
      }),
    ],
  });
}

const HAIR = { style: "single", size: 4, color: "D9D6CE" } as const;
const BORDERS = {
  top: { style: "single", size: 8, color: "1F2328" },
  bottom: { style: "single", size: 8, color: "1F2328" },
  left: { style: "none" },
  right: { style: "none" },
  insideHorizontal: HAIR,
  insideVertical: { style: "none" },
} as const;

/** Percent of the width for how much; what it is takes the other part of each half. */
const VALUE_SHARE = 23;

/** Figures in pairs of columns: what, how much. */
function figureTable(press: Press, figures: readonly FigureTrace[]): Table {
  const { docx } = press;
  const pairs = Array.from({ length: Math.ceil(figures.length / 2) }, (_, i) =>
    figures.slice(2 * i, 2 * i + 2),
  );
  const cell = (text: string, isValue: boolean) =>
    new docx.TableCell({
      width: { size: isValue ? VALUE_SHARE : 50 - VALUE_SHARE, type: "pct" },
      margins: { top: 40, bottom: 40, left: 60, right: 120 },
      verticalAlign: "center",
      children: [
        new docx.Paragraph({
          alignment: isValue ? "right" : "left",
          children: isValue
            ? valueRuns(press, text)
            : [new docx.TextRun({ text: officeText(text), size: 18 })],
        }),
      ],
    });
  return new docx.Table({
    width: { size: 100, type: "pct" },
    borders: BORDERS,
    rows: pairs.map(
      (pair) =>
        new docx.TableRow({
          cantSplit: true,
          children: [...pair, ...Array<null>(2 - pair.length).fill(null)].flatMap((figure) => [
            cell(figure?.label ?? "", false),
            cell(figure?.value ?? "", true),
          ]),
        }),
    ),
  });
}

/** The number bold, its unit lighter. */
function valueRuns({ docx }: Press, value: string): TextRunItem[] {
  const [number, unit] = splitUnit(value);
  return [
    new docx.TextRun({ text: officeText(number), bold: true, size: 22 }),
    ...(unit === "" ? [] : [new docx.TextRun({ text: officeText(unit), size: 16 })]),
  ];
}

const ALIGNS = { start: "left", middle: "center", end: "right" } as const;

function table(press: Press, { columns, head, rows }: TableItem): Table {
  const { docx } = press;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const enlarged = columns.length < MANY_COLUMNS ? ENLARGED : 1.05;
  const row = (cells: readonly CellItem[], isHead: boolean) =>
    new docx.TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        ({ lines }, c) =>
          new docx.TableCell({
            width: { size: (100 * columns[c]!.width) / whole, type: "pct" },
            margins: { top: 30, bottom: 30, left: 60, right: 60 },
            children: [paragraph(press, lines, { alignment: ALIGNS[columns[c]!.align], enlarged })],
          }),
      ),
    });
  return new docx.Table({
    width: { size: 100, type: "pct" },
    columnWidths: columns.map(({ width }) => twips(width)),
    borders: BORDERS,
    rows: [row(head, true), ...rows.map(({ cells }) => row(cells, false))],
  });
}

function chart({ docx, charts }: Press, { chart: drawn }: ChartItem, pageWidth: number): Paragraph {
  const { title, axis, categories, series, end } = drawn;
  const height = Math.min(800, 120 + 24 * categories.length * series.length);
  return new docx.Paragraph({
    alignment: "center",
    children: [
      new charts.ChartRun({
        type: "bar",
        altText: { name: officeText(title), title: officeText(title) },
        categories: categories.map(officeText).toReversed(),
        series: series.map(({ name, color, values }) => ({
          name: officeText(name),
          color: hexOf(color),
          values: values.toReversed(),
        })),
        valueAxis: { title: officeText(axis), minimum: 0, ...(end === null ? {} : { maximum: end }) },
        dataLabels: { value: true },
        legend: series.length > 1 ? { position: "bottom" } : false,
        font: { name: OFFICE_FONTS.body },
        transformation: { width: Math.floor(((pageWidth - 2 * MARGIN) / 25.4) * 96), height },
      }),
    ],
  });
}

interface ParagraphLook {
  readonly alignment?: (typeof ALIGNS)[keyof typeof ALIGNS];
  readonly spacing?: { readonly before: number; readonly after: number };
  /** Times the size on the page. */
  readonly enlarged?: number;
  readonly keepNext?: boolean;
}

/** Twentieths of a point around a paragraph: in a cell, in running text, of a heading. */
const TIGHT = { before: 20, after: 20 };
const RUNNING = { before: 80, after: 40 };
const HEADING = { before: 200, after: 40 };

/** Is all of it bold? */
const isHeading = (lines: readonly TextLine[]): boolean =>
  lines.every(({ runs }) => runs.every(({ weight }) => weight === 700));

/** Type of the document is a third larger than the page's, which is set for looking at a map. */
const ENLARGED = 1.3;
/** Tables of so many columns have no room for that. */
const MANY_COLUMNS = 6;

function paragraph({ docx }: Press, lines: readonly TextLine[], look: ParagraphLook = {}): Paragraph {
  const { alignment = "left", spacing = TIGHT, enlarged = ENLARGED, keepNext = false } = look;
  const run = ({ size, weight, color }: RunItem, text: string, breaks: number) =>
    new docx.TextRun({
      text,
      bold: weight === 700,
      color: hexOf(color),
      size: Math.round(size * enlarged * 2),
      ...(breaks === 0 ? {} : { break: breaks }),
    });
  return new docx.Paragraph({
    ...{ alignment, spacing, keepNext },
    children: runsOf(lines).flatMap((item) =>
      item.text.split("\n").map((text, i) => run(item, text, i === 0 ? 0 : 1)),
    ),
  });
}

const smallParagraph = ({ docx }: Press, text: string): Paragraph =>
  new docx.Paragraph({
    children: [
      new docx.TextRun({ text: officeText(text), size: 14, color: "5B6168", font: OFFICE_FONTS.print }),
    ],
  });

/** Each formula once, then the layers. */
function noteLines({ provenance, figures }: Page): string[] {
  const { option, revision, pack, walk, sources } = provenance;
  const counted = new Map<string, string[]>();
  for (const { label, formula, rule } of figures) {
    const key = rule === null ? formula : `${formula} [${rule}]`;
    const names = counted.get(key) ?? [];
    if (!names.includes(label) && names.length < 4) counted.set(key, [...names, label]);
  }
  const formulas = [...counted].map(
    ([formula, names]) => `${names.slice(0, 3).join(" / ")}${names.length > 3 ? " …" : ""} = ${formula}`,
  );
  return [` ${option} · ${revision} · ${walk} · ${pack}`, formulas.join("; "), sources.join("; ")].filter(
    Boolean,
  );
}
