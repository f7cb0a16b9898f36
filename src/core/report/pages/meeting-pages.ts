// What a joint meeting compares and decides: options by the same measures, the three lists, opinions, decisions and the
// follow-up of the last meeting. An empty list says that it is empty.

import type { CommunityResult, Totals } from "../../assess/index.ts";
import { LIST_KINDS, type ListKind } from "../meeting.ts";
import { bottom, type PageItem } from "../page.ts";
import { labelOf, type ReportWord, say } from "../report-words.ts";
import { writeCount, writeHouseholds, writeShare } from "../write-figure.ts";
import { type Block, flowBlocks, heading, paragraph, tableBlock } from "./blocks.ts";
import { chartPages, chartsIn } from "./chart-pages.ts";
import { type Desk, type Draft, draftOf } from "./draft.ts";
import { framePage } from "./page-frame.ts";
import { sized } from "./page-look.ts";
import { formulaFoot } from "./provenance.ts";
import { type TableOrder, tablePages, tableType } from "./table-pages.ts";

interface Measured {
  readonly name: string;
  readonly totals: Totals;
  readonly communities: readonly CommunityResult[];
  readonly centers: number;
}

/** Options side by side; nothing where there is one only. */
export function comparisonPages(desk: Desk): Draft[] {
  const { subject, request } = desk;
  if (request.compared.length === 0) return [];
  const { words } = request;
  const { totals, communities } = subject.analysis;
  const present: Measured = { name: request.option, totals, communities, centers: subject.centers.length };
  const options: readonly Measured[] = [present, ...request.compared];
  const having = (option: Measured, ...flags: readonly string[]): string =>
    writeCount(
      option.communities.filter((result) => result.flags.some((flag) => flags.includes(flag))).length,
      words,
    );
  const measures: readonly (readonly [ReportWord, (option: Measured) => string])[] = [
    ["figure.centers", ({ centers }) => writeCount(centers, words)],
    ["figure.households", (option) => writeHouseholds(option.totals.households, words)],
    ["figure.covered", (option) => writeHouseholds(option.totals.covered, words)],
    [
      "figure.uncovered",
      (option) => writeHouseholds(option.totals.households - option.totals.covered, words),
    ],
    ["figure.coverage", (option) => writeShare(option.totals.coverage, words)],
    ["legend.tooSmall", (option) => having(option, "tooSmall", "noCenter")],
    ["legend.tooFar", (option) => having(option, "tooFar")],
  ];
  const { minutes } = subject.analysis.walk;
  const at: TableOrder["at"] = (type) => {
    const { cell, head } = tableType(desk, type);
    const rows = measures.map(([word, write]) => [
      cell(say(words, word, { minutes })),
      ...options.map((option) => cell(write(option))),
    ]);
    const columns = [
      head("head.option", 2),
      ...options.map(({ name }) => {
        const column = head("head.option", 1.2, "end");
        return { ...column, head: { ...column.head, text: name } };
      }),
    ];
    return { columns, rows };
  };
  const title = say(words, "title.comparison");
  const width = 60 + 42 * options.length;
  const foot = [formulaFoot(subject, words, ["figure.covered", "figure.uncovered", "figure.coverage"])];
  const order = { title, subtitle: "", at, width, foot } as const;
  const pages = tablePages(desk, { key: "comparison", kind: "comparison", ...order });
  const charts = pages.length === 1 ? chartsUnder(desk, pages[0]!) : [];
  return charts.length === 0
    ? [...pages, ...chartPages(desk, OPTION_CHARTS)]
    : pages.map((page) => ({ ...page, items: [...page.items, ...charts] }));
}

const OPTION_CHARTS = ["options", "flags"];

/** The charts of the options under the table of a page. */
function chartsUnder(desk: Desk, { items }: Draft): readonly PageItem[] {
  const { inner, type } = desk.sheet;
  const table = items.find(({ kind }) => kind === "table")!.box;
  const foot = Math.min(...items.filter(({ role }) => role === "sources").map(({ box }) => box.y));
  const y = bottom(table) + 4 * type;
  return chartsIn(desk, OPTION_CHARTS, { ...inner, y, height: foot - 2 * type - y });
}

/** The three lists one under the other, on as many pages as they need. */
export function listPages(desk: Desk): Draft[] {
  const { sheet, request, foot } = desk;
  const { words } = request;
  const title = say(words, "title.lists");
  const pages: Draft[] = [];
  let rest: readonly Block[] = LIST_KINDS.flatMap((kind) => listBlocks(desk, kind));
  while (rest.length > 0) {
    const shown = pages.length === 0 ? title : say(words, "title.continued", { title });
    const frame = framePage({ sheet, title: shown, subtitle: "", request, foot, isMap: false });
    const flowed = flowBlocks(rest, [frame.body]);
    if (flowed.items.length === 0) break;
    rest = flowed.rest;
    const key = pages.length === 0 ? "lists" : `lists+${pages.length}`;
    pages.push(draftOf({ key, kind: "lists", title: shown, items: [...frame.items, ...flowed.items] }));
  }
  return pages;
}

function listBlocks(desk: Desk, kind: ListKind): Block[] {
  const { sheet, request } = desk;
  const { words, meeting } = request;
  const { type } = sheet;
  const { cell, head } = tableType(desk, type);
  const none = say(words, "unit.none");
  const own = (meeting?.entries ?? []).filter((entry) => entry.kind === kind);
  const name = heading({ ...sized("heading", type), text: labelOf(words, `head.${kind}`) }, "body");
  if (own.length === 0) {
    const runs = [{ ...sized("body", type), text: say(words, "note.noEntries") }];
    return [name, paragraph(runs, { role: "body", above: 1.4, below: 4 })];
  }
  const columns = [
    head("head.item", 3),
    head("head.place", 1.4),
    head("head.owner", 1.4),
    head("head.due", 1),
    head("head.state", 1),
    head("head.answers", 2),
  ];
  const rows = own.map(({ text, place, owner, due, state, answers }) => [
    cell(text),
    cell(place || none),
    cell(owner || none),
    cell(due ?? none),
    cell(state || none),
    cell(answers.join("\n") || none),
  ]);
  return [name, tableBlock(columns, rows, { above: 1.4, isWhole: true })];
}

export function decisionPages(desk: Desk): Draft[] {
  const { words, meeting } = desk.request;
  const none = say(words, "unit.none");
  const opinions = (meeting?.opinions ?? []).map(({ from, text }) => [
    say(words, "head.opinions"),
    text,
    from,
    none,
  ]);
  const decided = [...(meeting?.followUp ?? []), ...(meeting?.decisions ?? [])].map(
    ({ text, owner, due, state }) => [state || none, text, owner || none, due ?? none],
  );
  const lines = [...opinions, ...decided];
  const at: TableOrder["at"] = (type) => {
    const { cell, head } = tableType(desk, type);
    const columns = [
      head("head.state", 1.2),
      head("head.item", 5),
      head("head.owner", 1.6),
      head("head.due", 1.2),
    ];
    return { columns, rows: lines.map((line) => line.map((text) => cell(text))) };
  };
  const title = say(words, "title.decisions");
  const subtitle = lines.length === 0 ? say(words, "note.noEntries") : (meeting?.convened ?? "");
  return tablePages(desk, { key: "decisions", kind: "decisions", title, subtitle, at });
}
