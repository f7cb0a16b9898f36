// What the meeting has before it and decides, as tables: the three lists in one, opinions and decisions in another.

import type { Decision, ListEntry } from "../meeting.ts";
import type { ReportRequest } from "../report-input.ts";
import { labelOf, say } from "../report-words.ts";
import { columnMakers } from "./column-words.ts";
import { type ReportTable, tableOf } from "./report-table.ts";

export function listTable({ words, meeting }: ReportRequest): ReportTable {
  const { text } = columnMakers<ListEntry>(words, 0);
  return tableOf(
    "lists",
    [say(words, "title.lists"), say(words, "unit.unknown")],
    [
      text("head.kind", ({ kind }) => labelOf(words, `head.${kind}`)),
      text("head.item", (entry) => entry.text),
      text("head.place", ({ place }) => place || null),
      text("head.owner", ({ owner }) => owner || null),
      text("head.due", ({ due }) => due),
      text("head.state", ({ state }) => state || null),
      text("head.answers", ({ answers }) => answers.join(words.words.semicolon) || null),
    ],
    meeting?.entries ?? [],
  );
}

interface KindOfDecision extends Decision {
  readonly kind: string;
}

export function decisionTable({ words, meeting }: ReportRequest): ReportTable {
  const { text } = columnMakers<KindOfDecision>(words, 0);
  const opinions = (meeting?.opinions ?? []).map((opinion) => ({
    ...{ text: opinion.text, owner: opinion.from, due: null, state: "" },
    kind: say(words, "head.opinions"),
  }));
  const ofKind = (decisions: readonly Decision[], kind: string) =>
    decisions.map((decision) => ({ ...decision, kind }));
  return tableOf(
    "decisions",
    [say(words, "title.decisions"), say(words, "unit.unknown")],
    [
      text("head.kind", ({ kind }) => kind),
      text("head.item", (decision) => decision.text),
      text("head.owner", ({ owner }) => owner || null),
      text("head.due", ({ due }) => due),
      text("head.state", ({ state }) => state || null),
    ],
    [
      ...opinions,
      ...ofKind(meeting?.followUp ?? [], say(words, "head.followUp")),
      ...ofKind(meeting?.decisions ?? [], say(words, "head.decision")),
    ],
  );
}
