// Pages of tables: communities with their figures, findings that are not met, centres. A long table goes on over as
// many pages as it needs, its head repeated.

import type { Finding } from "../../assess/index.ts";
import type { Align, Box, FigureTrace, Millimetres, PageKind, TextRun } from "../page.ts";
import { GROUND } from "../palette.ts";
import { labelOf, type ReportWord, say } from "../report-words.ts";
import { measureText } from "../text/measure-text.ts";
import { writeArea, writeCount, writeMinutes, writeNumber, writeShare } from "../write-figure.ts";
import { communityFigures, verdictInk } from "./community-text.ts";
import { type Desk, type Draft, draftOf } from "./draft.ts";
import { framePage } from "./page-frame.ts";
import { sized } from "./page-look.ts";
import { formulaFoot } from "./provenance.ts";
import { type Cell, type ColumnWish, columnWidths, leastWidth, setColumns } from "./set-table.ts";

export interface TableOrder {
  readonly key: string;
  readonly kind: PageKind;
  readonly title: string;
  readonly subtitle: string;
  /** Heads and rows at a size of type. */
  readonly at: (type: number) => {
    readonly columns: readonly ColumnWish[];
    readonly rows: readonly (readonly Cell[])[];
  };
  readonly figures?: readonly FigureTrace[];
  /** Paragraphs at the foot beside those of every page: how its figures were counted. */
  readonly foot?: readonly string[];
  /** Widest the table may be, millimetres at the sheet's type; the whole page otherwise. */
  readonly width?: number;
  /** Least width of the table, likewise: a sheet with room for two of them has columns. One a page otherwise. */
  readonly least?: number;
}

/** Rather a little smaller than another page, or than a head with a word cut. */
const SIZES = [1, 0.94, 0.88, 0.82];
const GAP: Millimetres = 6;

export function tablePages(desk: Desk, order: TableOrder): Draft[] {
  const { sheet } = desk;
  const width = tableWidth(order, sheet);
  const whole = SIZES.filter((size) => leastWidth(order.at(size * sheet.type).columns) <= width);
  const [largest = 1] = whole;
  const tried = SIZES.filter((size) => size <= largest && size >= Math.min(largest, LEAST_SIZE)).map((size) =>
    pagesAt(desk, order, size * sheet.type),
  );
  return tried.reduce((best, pages) => (pages.length < best.length ? pages : best));
}

/** Smallest that a table is set for the sake of a page. */
const LEAST_SIZE = 0.88;

const tableWidth = (order: TableOrder, { inner, type }: Desk["sheet"]): Millimetres =>
  Math.min(inner.width, (order.width ?? Infinity) * type);

function pagesAt(desk: Desk, order: TableOrder, type: number): Draft[] {
  const { sheet, request } = desk;
  const foot = [...desk.foot, ...(order.foot ?? [])];
  const { columns, rows } = order.at(type);
  const pages: Draft[] = [];
  let rest = rows;
  do {
    const title =
      pages.length === 0 ? order.title : say(request.words, "title.continued", { title: order.title });
    const { key, kind, subtitle } = order;
    const frame = framePage({ sheet, title, subtitle, request, foot, isMap: false });
    const width = tableWidth(order, sheet);
    const box = { ...frame.body, width };
    const count =
      pages.length > 0 || !fitsOne(columns, rest, box) ? columnCount(order, columns, width, type) : 1;
    const { items, rest: left } =
      rows.length === 0
        ? { items: [], rest: [] }
        : setColumns(columns, rest, box, { count, gap: GAP * type });
    rest = left;
    pages.push(
      draftOf({
        ...{ kind, title, items: [...frame.items, ...items] },
        key: pages.length === 0 ? key : `${key}+${pages.length}`,
        figures: pages.length === 0 ? (order.figures ?? []) : [],
      }),
    );
  } while (rest.length > 0);
  return pages;
}

const fitsOne = (columns: readonly ColumnWish[], rows: readonly (readonly Cell[])[], box: Box): boolean =>
  setColumns(columns, rows, box, { count: 1, gap: 0 }).rest.length === 0;

/** How many tables stand side by side: none so narrow that a word of a head is cut. */
function columnCount(
  { least = Infinity }: TableOrder,
  columns: readonly ColumnWish[],
  width: Millimetres,
  type: number,
): number {
  const gap = GAP * type;
  for (let count = Math.floor((width + gap) / (least * type + gap)); count > 1; count--) {
    const widths = columnWidths(columns, (width - gap * (count - 1)) / count);
    const isWhole = columns.every(({ head }, i) =>
      head.text.split(/[^\w]+/).every((word) => measureText(word, head) <= widths[i]!),
    );
    if (isWhole) return count;
  }
  return 1;
}

/** Makers of heads and cells at a size of type. */
export function tableType({ subject, request: { words } }: Desk, type: number) {
  const { minutes } = subject.analysis.walk;
  const cell = (text: string, color: string = GROUND.ink): Cell => [{ ...sized("table", type), color, text }];
  const head = (word: ReportWord, share: number, align: Align = "start"): ColumnWish => ({
    head: {
      ...sized("tableHead", type),
      text: say(words, word, { minutes }),
    } satisfies TextRun,
    share,
    align,
  });
  return { cell, head };
}

export function communityTable(desk: Desk): Draft[] {
  const { subject, request } = desk;
  const { words } = request;
  const rowOf = new Map(subject.baseline.communities.records.map(({ id }, row) => [id, row]));
  const results = subject.analysis.communities.filter(({ id }) => wanted(desk, id));
  const at: TableOrder["at"] = (type) => {
    const { cell, head } = tableType(desk, type);
    const columns = [
      head("head.name", 2.2),
      head("figure.households", 1.1, "end"),
      head("figure.covered", 1.1, "end"),
      head("figure.coverage", 1, "end"),
      head("figure.worst", 1.1, "end"),
      head("figure.median", 1.1, "end"),
      head("figure.floorArea", 1.1, "end"),
      head("figure.requiredArea", 1.1, "end"),
      head("head.flags", 2),
    ];
    const rows = results.map((result) => {
      const atLeast = (text: string): string =>
        result.unknownResidences > 0 && result.households !== null
          ? say(words, "unit.atLeast", { text })
          : text;
      const flags = result.flags.map((flag) => labelOf(words, `flag.${flag}`)).join(words.words.join);
      return [
        cell(result.name || result.id),
        cell(atLeast(writeNumber(result.households, words))),
        cell(writeNumber(result.covered, words)),
        cell(writeShare(result.coverage, words)),
        cell(writeMinutes(result.worstMinutes, words)),
        cell(writeMinutes(result.p50Minutes, words)),
        cell(writeArea(result.floorArea, words)),
        cell(writeArea(result.requiredArea, words)),
        cell(flags === "" ? say(words, "unit.none") : flags, flags === "" ? GROUND.inkSoft : GROUND.ink),
      ];
    });
    return { columns, rows };
  };
  const figures = results.flatMap((result) =>
    communityFigures(subject, request, result, rowOf.get(result.id)!).map((figure) => ({
      ...figure,
      label: `${result.name} ${figure.label}`,
    })),
  );
  const subtitle = results.length === 0 ? say(words, "note.noCommunities") : "";
  return tablePages(desk, {
    key: "communities",
    kind: "table",
    title: say(words, "title.communities"),
    ...{ subtitle, at, figures, foot: [formulaFoot(subject, words)], least: 165 },
  });
}

/** What is unmet or not known, place by place, with the clause it rests on; what nobody knows of many places is one row. */
export function findingTable(desk: Desk): Draft[] {
  const { subject, request } = desk;
  const { words, findingTexts } = request;
  const told = toldTogether(subject.analysis.findings);
  const at: TableOrder["at"] = (type) => {
    const { cell, head } = tableType(desk, type);
    const small = sized("small", type);
    const columns = [head("head.place", 1.5), head("head.rule", 1.5), head("head.finding", 6)];
    const rows = told.map(([i, count]) => {
      const finding = subject.analysis.findings[i]!;
      const { place, flag } = finding;
      const { title, text, basis } = findingTexts[i]!;
      const verdict = labelOf(words, flag === null ? `verdict.${finding.verdict}` : `flag.${flag}`);
      const places = `${labelOf(words, `place.${place.kind}`)}${words.words.colon}${writeCount(count, words)}`;
      return [
        cell(count > 1 ? places : place.name || place.id),
        [...cell(`${title}\n`), ...cell(verdict, verdictInk(finding))],
        [...cell(text), { ...small, text: `\n${basis}` }],
      ];
    });
    return { columns, rows };
  };
  const subtitle = told.length === 0 ? say(words, "note.noFindings") : "";
  const title = say(words, "title.findings");
  return tablePages(desk, { key: "findings", kind: "table", title, subtitle, at, least: 165 });
}

/** Places of one rule without data from which they are counted and not listed; the workbook lists all. */
const MANY_PLACES = 6;

/** Rows of findings that are not met, each with the number of places it stands for, in their order. */
function toldTogether(findings: readonly Finding[]): (readonly [row: number, places: number])[] {
  const silent = ({ verdict, actual }: Finding): boolean => verdict === "unknown" && actual === null;
  const keyOf = ({ ruleId, place, flag }: Finding): string => `${ruleId} ${place.kind} ${flag}`;
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (silent(finding)) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  }
  const told = new Set<string>();
  return [...findings.entries()].flatMap(([i, finding]) => {
    if (finding.verdict === "met") return [];
    const count = silent(finding) ? counts.get(keyOf(finding))! : 1;
    if (count < MANY_PLACES) return [[i, 1] as const];
    if (told.has(keyOf(finding))) return [];
    told.add(keyOf(finding));
    return [[i, count] as const];
  });
}

export function centerTable(desk: Desk): Draft[] {
  const { subject, request } = desk;
  const { words } = request;
  const at: TableOrder["at"] = (type) => {
    const { cell, head } = tableType(desk, type);
    const columns = [
      head("head.name", 3),
      head("head.level", 1.2),
      head("figure.floorArea", 1.2, "end"),
      head("figure.allocated", 1.4, "end"),
      head("figure.covered", 1.4, "end"),
    ];
    const rows = subject.centers.map((center, i) => {
      const result = subject.analysis.centers[i];
      return [
        cell(center.name || center.id),
        cell(say(words, `legend.level.${center.level}` satisfies ReportWord)),
        cell(writeArea(center.floorArea, words)),
        cell(writeNumber(result?.households ?? null, words)),
        cell(writeNumber(result?.coveredHouseholds ?? null, words)),
      ];
    });
    return { columns, rows };
  };
  const title = say(words, "title.centers");
  return tablePages(desk, { key: "centers", kind: "table", title, subtitle: "", at, least: 120 });
}

export const wanted = ({ request: { only } }: Desk, id: string): boolean => only?.includes(id) ?? true;
