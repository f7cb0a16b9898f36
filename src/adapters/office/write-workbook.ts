// The tables of a report as an Excel workbook (hucre): one sheet a table, units in the head, the head frozen and
// filtering, numbers as numbers, unknown ones said in words, text that would run as a formula made harmless, and native
// charts over cells of their own.

import type { CellValue, SheetChart, WriteOptions, WriteSheet } from "hucre/xlsx";
import { neutralise } from "../../core/formats/index.ts";
import type {
  ColumnKind,
  ReportChart,
  ReportColumn,
  ReportDocument,
  ReportTable,
  ReportValue,
} from "../../core/report/index.ts";
import type { PageHost } from "../pages/page-host.ts";
import { hexOf, OFFICE_FONTS, officeText } from "./office-text.ts";

export async function writeWorkbook(
  { tables, charts }: Pick<ReportDocument, "tables" | "charts">,
  { title, between }: Pick<PageHost, "title" | "between">,
): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  await between(0);
  const names = new Set<string>();
  const sources = tables.filter(({ key }) => key === "sources");
  const sheets = [
    ...tables.filter(({ key }) => key !== "sources").map((table) => sheetOf(table, names)),
    ...charts.map((chart) => chartSheet(chart, names)),
    ...sources.map((table) => sheetOf(table, names)),
  ];
  const bytes = await writeXlsx({
    sheets,
    namedRanges: repeatedHeads(sheets),
    properties: { title: officeText(title), creator: "Quandian" },
    defaultFont: { name: OFFICE_FONTS.body, size: 10 },
  });
  await between(1);
  return bytes;
}

/** Decimals never round an unmet share up to all of it. */
const NUMBER_FORMATS: Readonly<Record<ColumnKind, string | null>> = {
  text: null,
  count: "#,##0",
  area: "#,##0.0",
  share: "0.00%",
  minutes: "0.00",
  figure: null,
};

function sheetOf(table: ReportTable, names: Set<string>): WriteSheet {
  const { columns, rows, unknown, title } = table;
  const heads = columns.map(({ label, unit }) => cellText(unit === "" ? label : `${label} (${unit})`));
  const widths = heads.map((head, c) => widthOf(head, rows, c));
  return {
    name: sheetName(title, names),
    columns: columns.map((column, c) => {
      const numFmt = NUMBER_FORMATS[column.kind];
      const width = widths[c]!;
      return {
        ...{ width, style: { alignment: { vertical: "top", wrapText: width === WIDEST } } },
        ...(numFmt === null ? {} : { numFmt }),
      };
    }),
    rows: [heads, ...rows.map((row) => row.map((value, c) => cellOf(value, columns[c]!, unknown)))],
    cells: headCells(heads),
    rowDefs: new Map([[0, headHeight(heads, widths)], ...rowHeights(rows)]),
    freezePane: { rows: 1, columns: columns.length > 4 ? 2 : 0 },
    autoFilter: { range: rangeOf(0, 0, rows.length, columns.length - 1) },
    pageSetup: PRINT,
  };
}

/** As wide as a sheet of A4. */
const PRINT = {
  paperSize: "a4",
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

/** The first row of a table is printed on each of its pages. The library leaves names of sheets without the quotes needed. */
const repeatedHeads = (sheets: readonly WriteSheet[]): NonNullable<WriteOptions["namedRanges"]> =>
  sheets.flatMap(({ name, pageSetup }) =>
    pageSetup === PRINT
      ? [{ name: "_xlnm.Print_Titles", range: `'${name.replaceAll("'", "''")}'!$1:$1`, scope: name }]
      : [],
  );

const headCells = (heads: readonly string[]): NonNullable<WriteSheet["cells"]> =>
  new Map(
    heads.map((value, c) => [
      `0,${c}`,
      { value, style: { font: { bold: true }, alignment: { wrapText: true, vertical: "center" } } },
    ]),
  );

const cellOf = (value: ReportValue, { kind }: ReportColumn, unknown: string): CellValue => {
  if (value === null) return kind === "text" ? "" : unknown;
  return typeof value === "string" ? cellText(value) : value;
};

/** Excel's most in a cell. */
const CELL_LENGTH = 32_767;
const cellText = (text: string): string => neutralise(officeText(text)).slice(0, CELL_LENGTH);

/** Excel forbids \ / ? * [ ] : in names, and more than 31 characters. */
function sheetName(title: string, names: Set<string>): string {
  const clean = officeText(title)
    .replace(/[\\/?*[\]:]/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim();
  let name = clean.slice(0, 31) || "Sheet";
  for (let i = 2; names.has(name.toLowerCase()); i++) name = `${clean.slice(0, 27)} ${i}`;
  names.add(name.toLowerCase());
  return name;
}

/** Longer texts take several lines of a cell this wide, in characters. */
const WIDEST = 44;

/** Points that a line of a cell takes. */
const LINE = 14;

/** As high as the head of most lines; it is bold, and programs break it at different letters. */
function headHeight(heads: readonly string[], widths: readonly number[]): { height: number } {
  const lines = heads.map((head, c) => Math.ceil((displayWidth(head) * BOLD) / (widths[c]! - 2)));
  return { height: Math.max(1, ...lines) * LINE + 4 };
}

/** How much wider bold letters are. */
const BOLD = 1.15;

/** Rows with a text too long for its cell are as high as its lines; programs differ in whether they see to it. */
function rowHeights(rows: readonly (readonly ReportValue[])[]): Map<number, { height: number }> {
  const linesOf = (value: ReportValue): number =>
    typeof value === "string" ? Math.ceil(displayWidth(value) / (WIDEST - 3)) : 1;
  return new Map(
    rows.flatMap((row, i) => {
      const lines = Math.max(1, ...row.map(linesOf));
      return lines > 1 ? [[i + 1, { height: lines * LINE + 2 }] as const] : [];
    }),
  );
}

/** Digits that a figure of any unit needs; the cell shows what of its value fits. */
const FIGURE_WIDTH = 10;

/** In characters: a Chinese one is as wide as two Latin ones. */
function widthOf(head: string, rows: readonly (readonly ReportValue[])[], column: number): number {
  const texts = rows.slice(0, 200).map((row) => {
    const value = row[column] ?? "";
    return typeof value === "number" ? value.toFixed(2).slice(-FIGURE_WIDTH) : value;
  });
  const widest = Math.max(displayWidth(head) / 1.6, ...texts.map(displayWidth));
  return Math.min(WIDEST, Math.max(9, widest + 2.5));
}

const displayWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);

const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

const rangeOf = (row: number, column: number, endRow: number, endColumn: number): string =>
  `${columnName(column)}${row + 1}:${columnName(Math.max(0, endColumn))}${endRow + 1}`;

/** Numbers and beside them the chart that reads them. */
function chartSheet(chart: ReportChart, names: Set<string>): WriteSheet {
  const { title, axis, categories, series, end } = chart;
  const name = sheetName(title, names);
  const quoted = `'${name.replaceAll("'", "''")}'!`;
  const column = (c: number): string =>
    `${quoted}$${columnName(c)}$2:$${columnName(c)}$${categories.length + 1}`;
  const heads = [cellText(axis), ...series.map((one) => cellText(one.name))];
  const drawn: SheetChart = {
    type: "bar",
    title: officeText(title),
    series: series.map((one, i) => ({
      name: officeText(one.name),
      categories: column(0),
      values: column(i + 1),
      color: hexOf(one.color),
      dataLabels: { showValue: true },
    })),
    anchor: {
      from: { row: 1, col: series.length + 2 },
      to: { row: Math.max(24, categories.length + 2), col: series.length + 14 },
    },
    gapWidth: 40,
    legend: series.length > 1 ? "bottom" : false,
    axes: {
      x: { reverse: true },
      y: end === null ? {} : { scale: { min: 0, max: end } },
    },
  };
  return {
    name,
    columns: [{ width: 34 }, ...series.map(() => ({ width: 14 }))],
    rows: [
      heads,
      ...categories.map((label, i) => [cellText(label), ...series.map(({ values }) => values[i]!)]),
    ],
    cells: headCells(heads),
    freezePane: { rows: 1 },
    autoFilter: { range: rangeOf(0, 0, categories.length, series.length) },
    charts: [drawn],
    pageSetup: PRINT,
  };
}
