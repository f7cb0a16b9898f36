// What every figure of the workbook rests on: option and revision, rules, walk, who made it and when; each layer with
// its file, datum and date; each formula once.

import type { LayerSource } from "../../model/index.ts";
import { baseName, figureFormulas, provenanceOf } from "../pages/provenance.ts";
import type { ReportRequest, ReportSubject } from "../report-input.ts";
import { labelOf, say } from "../report-words.ts";
import { columnMakers } from "./column-words.ts";
import { type ReportTable, tableOf } from "./report-table.ts";

interface SourceRow {
  readonly about: string;
  readonly text: string;
  readonly layer?: LayerSource;
}

export function sourceTable(subject: ReportSubject, request: ReportRequest): ReportTable {
  const { words } = request;
  const { text, number } = columnMakers<SourceRow>(words, subject.analysis.walk.minutes);
  return tableOf(
    "sources",
    [say(words, "title.sources"), say(words, "unit.unknown")],
    [
      text("column.about", ({ about }) => about),
      text("column.content", (row) => row.text),
      text("column.datum", ({ layer }) => layer?.datum),
      text("column.asOf", ({ layer }) =>
        layer === undefined ? null : (layer.asOf ?? say(words, "foot.noDate")),
      ),
      number("column.rowsRead", ({ layer }) => layer?.rowsRead),
      number("column.rowsUsed", ({ layer }) => layer?.rowsUsed),
    ],
    [...basisRows(subject, request), ...layerRows(subject, request), ...formulaRows(subject, request)],
  );
}

function basisRows(subject: ReportSubject, request: ReportRequest): SourceRow[] {
  const { words, audience, reviewNumber, maker, madeOn, stale, revision } = request;
  const { option, pack, walk } = provenanceOf(subject, request);
  const row = (about: string, content: string): SourceRow => ({ about, text: content });
  return [
    row(say(words, "column.option"), say(words, "foot.option", { option, revision })),
    ...(stale ? [row(say(words, "column.stale"), say(words, "mark.stale", { revision }))] : []),
    row(say(words, "column.pack"), pack),
    row(say(words, "column.walk"), walk),
    row(say(words, "column.made"), say(words, "foot.made", { date: madeOn })),
    ...(maker === "" ? [] : [row(say(words, "column.maker"), maker)]),
    row(
      say(words, "column.audience"),
      audience === "internal"
        ? say(words, "stamp.internal")
        : reviewNumber === ""
          ? say(words, "foot.reviewMissing")
          : say(words, "foot.review", { number: reviewNumber }),
    ),
  ];
}

const layerRows = ({ baseline }: ReportSubject, { words }: ReportRequest): SourceRow[] =>
  baseline.sources.map((layer) => ({
    about: labelOf(words, `role.${layer.role}`),
    text: baseName(layer.file),
    layer,
  }));

const formulaRows = (subject: ReportSubject, { words }: ReportRequest): SourceRow[] =>
  figureFormulas(subject, words).map(([about, text]) => ({ about, text }));
