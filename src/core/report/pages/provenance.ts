// Where the figures of a page come from, as its record and as the paragraphs at its foot.

import type { LayerSource } from "../../model/index.ts";
import { editionKind, type MetricId } from "../../standards/index.ts";
import type { FigureTrace, Provenance } from "../page.ts";
import type { ReportRequest, ReportSubject } from "../report-input.ts";
import { labelOf, type ReportWord, type ReportWords, say } from "../report-words.ts";
import { groupDigits } from "../write-figure.ts";

export function provenanceOf(subject: ReportSubject, request: ReportRequest): Provenance {
  const { words, option, revision, stale } = request;
  const { walk } = subject.analysis;
  const name = words.language === "en" ? subject.pack.name.en : subject.pack.name.zh;
  const { kind, date } = editionKind(subject.pack.edition);
  return {
    option,
    revision,
    stale,
    pack: say(words, "foot.pack", { name, edition: say(words, `edition.${kind}`, { date }) }),
    walk: say(words, subject.estimate ? "foot.estimate" : "foot.walk", {
      speed: walk.speed.toFixed(Number.isInteger(walk.speed * 10) ? 1 : 2),
      minutes: groupDigits(walk.minutes, 1),
    }),
    sources: sourceTexts(subject.baseline.sources, words),
  };
}

/** Layers that a page draws or counts. */
const SHOWN: ReadonlySet<LayerSource["role"]> = new Set([
  "residences",
  "centers",
  "network",
  "barriers",
  "gates",
  "communities",
  "subdistricts",
  "grids",
  "water",
  "green",
  "buildings",
]);

/** Layers of one datum and date together: "WGS-84, 2026-10-31: residences homes.geojson, …". */
function sourceTexts(sources: readonly LayerSource[], words: ReportWords): string[] {
  const groups = new Map<string, string[]>();
  for (const { role, file, datum, asOf, rowsUsed } of sources) {
    if (rowsUsed === 0 || !SHOWN.has(role)) continue;
    const when = asOf ?? say(words, "foot.noDate");
    const key = `${datumText(datum)} ${when}`;
    groups.set(key, [...(groups.get(key) ?? []), `${labelOf(words, `role.${role}`)} ${baseName(file)}`]);
  }
  return [...groups].map(([key, layers]) => `${key}${words.words.colon}${layers.join(words.words.join)}`);
}

const datumText = (datum: string): string => DATUMS[datum] ?? datum;
const DATUMS: Readonly<Record<string, string>> = { wgs84: "WGS-84", gcj02: "GCJ-02", bd09: "BD-09" };

/** The foot of every page. */
export function footOf({ option, revision, pack, walk, sources }: Provenance, words: ReportWords): string[] {
  const basis = [say(words, "foot.option", { option, revision }), walk, pack, say(words, "foot.drawn")];
  return [
    say(words, "foot.basis", { list: basis.join(" · ") }),
    ...(sources.length === 0
      ? []
      : [say(words, "foot.sources", { list: sources.join(words.words.semicolon) })]),
  ];
}

/** How the figures of a page were counted, each formula once: a line for its foot. */
export function figureFoot(figures: readonly FigureTrace[], words: ReportWords): string[] {
  const formulas = new Map<string, string[]>();
  for (const { label, formula, rule } of figures) {
    const key = rule === null ? formula : `${formula} [${rule}]`;
    formulas.set(key, [...(formulas.get(key) ?? []), label]);
  }
  const list = [...formulas].map(([key, labels]) => `${labels.join(words.words.join)} = ${key}`);
  return list.length === 0 ? [] : [say(words, "foot.figures", { list: list.join(words.words.semicolon) })];
}

/** Formulas that columns of tables share, by the figure's label, each with its rule; of all figures, or of some. */
export function figureFormulas(
  subject: ReportSubject,
  words: ReportWords,
  only?: readonly ReportWord[],
): (readonly [string, string])[] {
  const { minutes } = subject.analysis.walk;
  return FORMULAS.filter(([figure]) => only?.includes(figure) ?? true).map(([figure, formula, metric]) => {
    const rule = metric === null ? null : ruleOf(subject, metric, words);
    const text = say(words, formula, { minutes });
    return [say(words, figure, { minutes }), rule === null ? text : `${text} [${rule}]`] as const;
  });
}

/** The same as a line for a foot. */
export function formulaFoot(
  subject: ReportSubject,
  words: ReportWords,
  only?: readonly ReportWord[],
): string {
  const list = figureFormulas(subject, words, only).map(([figure, formula]) => `${figure} = ${formula}`);
  return say(words, "foot.figures", { list: list.join(words.words.semicolon) });
}

const FORMULAS: readonly (readonly [ReportWord, ReportWord, MetricId | null])[] = [
  ["figure.households", "formula.sum", null],
  ["figure.covered", "formula.covered", null],
  ["figure.uncovered", "formula.uncovered", null],
  ["figure.coverage", "formula.share", "community.accessCoverage"],
  ["figure.worst", "formula.walk", null],
  ["figure.floorArea", "formula.area", null],
  ["figure.requiredArea", "formula.required", "community.areaPer100Households"],
];

/** The pack's rule on a metric, as a figure names it. */
export function ruleOf({ pack }: ReportSubject, metric: MetricId, { language }: ReportWords): string | null {
  const rule = pack.rules.find((candidate) => candidate.metric === metric);
  return rule === undefined ? null : `${rule.id} ${language === "en" ? rule.title.en : rule.title.zh}`;
}

/** A file without its folders: what a stranger may read of the maker's disk. */
export const baseName = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);

/** Date the layer of a role speaks of; null when nobody said. */
export const asOfRole = ({ baseline }: ReportSubject, role: LayerSource["role"]): string | null =>
  baseline.sources.find((source) => source.role === role)?.asOf ?? null;

export const fileOfRole = ({ baseline }: ReportSubject, role: LayerSource["role"]): string | null =>
  baseline.sources.filter((source) => source.role === role).map(({ file }) => baseName(file))[0] ?? null;
