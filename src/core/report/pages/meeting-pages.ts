// What a joint meeting compares and decides: options by the same measures, the three lists, opinions, decisions and the
// follow-up of the last meeting. An empty list says that it is empty.

import type { CommunityResult, Totals } from "../../assess/index.ts";
import { LIST_KINDS } from "../meeting.ts";
import { labelOf, type ReportWord, say } from "../report-words.ts";
import { writeCount, writeHouseholds, writeShare } from "../write-figure.ts";
import type { Desk, Draft } from "./draft.ts";
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
  return tablePages(desk, {
    key: "comparison",
    kind: "comparison",
    title,
    ...{ subtitle: "", at },
    width: 60 + 42 * options.length,
  });
}

export function listPages(desk: Desk): Draft[] {
  const { words, meeting } = desk.request;
  const entries = meeting?.entries ?? [];
  const none = say(words, "unit.none");
  return LIST_KINDS.flatMap((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    const at: TableOrder["at"] = (type) => {
      const { cell, head } = tableType(desk, type);
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
      return { columns, rows };
    };
    const title = `${say(words, "title.lists")} · ${labelOf(words, `head.${kind}`)}`;
    const subtitle = own.length === 0 ? say(words, "note.noEntries") : "";
    return tablePages(desk, { key: `lists:${kind}`, kind: "lists", title, subtitle, at });
  });
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
