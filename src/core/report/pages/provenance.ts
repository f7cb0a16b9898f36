// Where the figures of a page come from, as its record and as the paragraphs at its foot.

import type { LayerSource } from "../../model/index.ts";
import type { Provenance } from "../page.ts";
import type { ReportRequest, ReportSubject } from "../report-input.ts";
import { labelOf, type ReportWords, say } from "../report-words.ts";
import { groupDigits } from "../write-figure.ts";

export function provenanceOf(subject: ReportSubject, request: ReportRequest): Provenance {
  const { words, option, revision, stale } = request;
  const { walk } = subject.analysis;
  const name = words.language === "en" ? subject.pack.name.en : subject.pack.name.zh;
  return {
    option,
    revision,
    stale,
    pack: say(words, "foot.pack", { name, edition: subject.pack.edition }),
    walk: say(words, subject.estimate ? "foot.estimate" : "foot.walk", {
      speed: walk.speed.toFixed(Number.isInteger(walk.speed * 10) ? 1 : 2),
      minutes: groupDigits(walk.minutes, 1),
    }),
    sources: subject.baseline.sources
      .filter(({ rowsUsed }) => rowsUsed > 0)
      .map((source) => sourceText(source, words)),
  };
}

function sourceText({ role, file, datum, asOf }: LayerSource, words: ReportWords): string {
  const facts = [file, datumText(datum), asOf ?? say(words, "unit.unknown")];
  return `${labelOf(words, `role.${role}`)} ${facts.join(" ")}`;
}

const datumText = (datum: string): string => DATUMS[datum] ?? datum;
const DATUMS: Readonly<Record<string, string>> = { wgs84: "WGS-84", gcj02: "GCJ-02", bd09: "BD-09" };

/** The foot of every page. */
export function footOf({ option, revision, pack, walk, sources }: Provenance, words: ReportWords): string[] {
  const basis = [say(words, "foot.option", { option, revision }), walk, pack, say(words, "foot.drawn")];
  return [
    say(words, "foot.basis", { list: basis.join(" · ") }),
    ...(sources.length === 0 ? [] : [say(words, "foot.sources", { list: sources.join(words.words.join) })]),
  ];
}

/** Date the layer of a role speaks of; null when nobody said. */
export const asOfRole = ({ baseline }: ReportSubject, role: LayerSource["role"]): string | null =>
  baseline.sources.find((source) => source.role === role)?.asOf ?? null;

export const fileOfRole = ({ baseline }: ReportSubject, role: LayerSource["role"]): string | null =>
  baseline.sources.find((source) => source.role === role)?.file ?? null;
