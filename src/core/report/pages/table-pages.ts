// Pages of tables: communities with their figures, findings that are not met, centres. A long table goes on over as
// many pages as it needs, its head repeated.

import type { Align, FigureTrace, PageKind, TextRun } from "../page.ts";
import { GROUND } from "../palette.ts";
import { labelOf, type ReportWord, say } from "../report-words.ts";
import { writeArea, writeMinutes, writeNumber, writeShare } from "../write-figure.ts";
import { communityFigures, verdictInk } from "./community-text.ts";
import { type Desk, type Draft, draftOf } from "./draft.ts";
import { framePage } from "./page-frame.ts";
import { sized } from "./page-look.ts";
import { type Cell, type ColumnWish, setTable } from "./set-table.ts";

export interface TableOrder {
  readonly key: string;
  readonly kind: PageKind;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly ColumnWish[];
  readonly rows: readonly (readonly Cell[])[];
  readonly figures?: readonly FigureTrace[];
  /** Widest the table may be, millimetres at the sheet's type; the whole page otherwise. */
  readonly width?: number;
}

export function tablePages(desk: Desk, order: TableOrder): Draft[] {
  const { sheet, request, foot } = desk;
  const pages: Draft[] = [];
  let rest = order.rows;
  do {
    const title =
      pages.length === 0 ? order.title : say(request.words, "title.continued", { title: order.title });
    const frame = framePage({ sheet, title, subtitle: order.subtitle, request, foot, isMap: false });
    const { item, rest: left } = setTable(order.columns, rest, {
      ...frame.body,
      width: Math.min(frame.body.width, (order.width ?? Infinity) * sheet.type),
    });
    rest = left;
    const key = pages.length === 0 ? order.key : `${order.key}+${pages.length}`;
    const figures = pages.length === 0 ? (order.figures ?? []) : [];
    pages.push(draftOf({ ...order, key, title, items: [...frame.items, item], figures }));
  } while (rest.length > 0);
  return pages;
}

/** Makers of heads and cells at a sheet's type. */
export function tableType({ sheet, subject, request: { words } }: Desk) {
  const { minutes } = subject.analysis.walk;
  const cell = (text: string, color: string = GROUND.ink): Cell => [
    { ...sized("table", sheet.type), color, text },
  ];
  const head = (word: ReportWord, share: number, align: Align = "start"): ColumnWish => ({
    head: {
      ...sized("tableHead", sheet.type),
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
  const { cell, head } = tableType(desk);
  const rowOf = new Map(subject.baseline.communities.records.map(({ id }, row) => [id, row]));
  const results = subject.analysis.communities.filter(({ id }) => wanted(desk, id));
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
    subtitle,
    columns,
    rows,
    figures,
  });
}

/** What is unmet or not known, place by place, with the clause it rests on. */
export function findingTable(desk: Desk): Draft[] {
  const { subject, request, sheet } = desk;
  const { words, findingTexts } = request;
  const { cell, head } = tableType(desk);
  const columns = [head("head.place", 1.5), head("head.rule", 1.5), head("head.finding", 6)];
  const rows = subject.analysis.findings.flatMap((finding, i) => {
    if (finding.verdict === "met") return [];
    const { title, text, basis } = findingTexts[i]!;
    const verdict = labelOf(
      words,
      finding.flag === null ? `verdict.${finding.verdict}` : `flag.${finding.flag}`,
    );
    const small = sized("small", sheet.type);
    return [
      [
        cell(finding.place.name || finding.place.id),
        [...cell(`${title}\n`), ...cell(verdict, verdictInk(finding))],
        [...cell(text), { ...small, text: `\n${basis}` }],
      ],
    ];
  });
  const subtitle = rows.length === 0 ? say(words, "note.noFindings") : "";
  const title = say(words, "title.findings");
  return tablePages(desk, { key: "findings", kind: "table", title, subtitle, columns, rows });
}

export function centerTable(desk: Desk): Draft[] {
  const { subject, request } = desk;
  const { words } = request;
  const { cell, head } = tableType(desk);
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
  const title = say(words, "title.centers");
  return tablePages(desk, { key: "centers", kind: "table", title, subtitle: "", columns, rows });
}

export const wanted = ({ request: { only } }: Desk, id: string): boolean => only?.includes(id) ?? true;
