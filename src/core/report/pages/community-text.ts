// The text beside a community's map: its figures, its findings with their articles, what would mend them, its grids.

import type { CommunityResult, Finding, Verdict } from "../../assess/index.ts";
import type { MetricId } from "../../standards/index.ts";
import type { FigureTrace } from "../page.ts";
import { GROUND, TOO_FAR, TOO_SMALL, TOO_SMALL_INK, UNKNOWN } from "../palette.ts";
import type { ReportRequest, ReportSubject } from "../report-input.ts";
import { labelOf, type ReportWord, say } from "../report-words.ts";
import {
  writeArea,
  writeCount,
  writeHouseholds,
  writeMinutes,
  writeNumber,
  writeShare,
} from "../write-figure.ts";
import { type Block, heading, paragraph, tableBlock } from "./blocks.ts";
import { fixes } from "./community-fixes.ts";
import { figureBlock, sized } from "./page-look.ts";
import { asOfRole, fileOfRole, ruleOf } from "./provenance.ts";
import type { Cell } from "./set-table.ts";

export interface CommunityText {
  readonly blocks: readonly Block[];
  readonly figures: readonly FigureTrace[];
}

export function communityText(
  subject: ReportSubject,
  request: ReportRequest,
  row: number,
  type: number,
  isBrief = false,
): CommunityText {
  const { words } = request;
  const record = subject.baseline.communities.records[row]!;
  const result = subject.analysis.communities.find(({ id }) => id === record.id);
  const figures = result === undefined ? [] : communityFigures(subject, request, result, row);
  const findings = findingsAbout(subject, row);
  return {
    figures,
    blocks: [
      figureBlock(figures, 3, type),
      heading({ ...sized("heading", type), text: say(words, "head.findings") }, "body"),
      ...findingBlocks(subject, request, findings, type, isBrief),
      heading({ ...sized("heading", type), text: say(words, "head.fix") }, "body"),
      ...fixes(subject, request, result, row, findings).map((text) =>
        paragraph([{ ...sized("body", type), text }], { role: "body", above: 1.4 }),
      ),
      ...gridBlocks(subject, request, row, type),
    ],
  };
}

/** Figures of a community, each with where it comes from. */
export function communityFigures(
  subject: ReportSubject,
  { words }: ReportRequest,
  result: CommunityResult,
  row: number,
): FigureTrace[] {
  const { minutes } = subject.analysis.walk;
  const grids = gridsOf(subject, row).length;
  const homes = fileOfRole(subject, "residences");
  const sites = fileOfRole(subject, "centers");
  const atLeast = (text: string): string =>
    result.unknownResidences > 0 && result.households !== null ? say(words, "unit.atLeast", { text }) : text;
  const trace = (
    label: ReportWord,
    value: string,
    formula: ReportWord,
    role: "residences" | "centers" | "network",
    inputs: readonly (string | null)[],
    metric: MetricId | null = null,
  ): FigureTrace => ({
    label: say(words, label, { minutes }),
    value,
    rule: metric === null ? null : ruleOf(subject, metric, words),
    formula: say(words, formula, { minutes }),
    inputs: inputs.filter((input) => input !== null),
    asOf: asOfRole(subject, role),
  });
  const list = [
    trace(
      "figure.households",
      atLeast(writeHouseholds(result.households, words)),
      "formula.sum",
      "residences",
      [homes],
    ),
    trace(
      "figure.coverage",
      writeShare(result.coverage, words),
      "formula.share",
      "network",
      [homes, fileOfRole(subject, "network")],
      "community.accessCoverage",
    ),
    trace("figure.uncovered", writeHouseholds(uncovered(result), words), "formula.uncovered", "network", [
      homes,
    ]),
    trace("figure.worst", writeMinutes(result.worstMinutes, words), "formula.walk", "network", [
      fileOfRole(subject, "network"),
    ]),
    trace("figure.floorArea", writeArea(result.floorArea, words), "formula.area", "centers", [sites]),
    trace(
      "figure.requiredArea",
      writeArea(result.requiredArea, words),
      "formula.required",
      "residences",
      [homes],
      "community.areaPer100Households",
    ),
  ];
  return grids === 0
    ? list
    : [
        ...list,
        trace("figure.grids", writeCount(grids, words), "formula.count", "residences", [
          fileOfRole(subject, "grids"),
        ]),
        trace("figure.median", writeMinutes(result.p50Minutes, words), "formula.walk", "network", []),
      ];
}

const uncovered = ({ households, covered }: CommunityResult): number | null =>
  households === null ? null : households - covered;

/** Rows of the grids in which residences of the community lie, by code. */
function gridsOf({ baseline, residenceCommunity, residenceGrid }: ReportSubject, row: number): number[] {
  const grids = new Set<number>();
  residenceCommunity.forEach((community, i) => {
    if (community === row && residenceGrid[i]! >= 0) grids.add(residenceGrid[i]!);
  });
  const { records } = baseline.grids;
  return [...grids].sort((a, b) => (records[a]!.id < records[b]!.id ? -1 : 1));
}

/** Findings of the community and of the centres that stand in it, what is unmet first. */
export const findingsAbout = (subject: ReportSubject, row: number): number[] =>
  [...subject.analysis.findings.keys()]
    .filter((i) => isAbout(subject, i, row))
    .sort((a, b) => rankOf(subject, a) - rankOf(subject, b));

const ORDER: readonly Verdict[] = ["unmet", "unknown", "met"];
const rankOf = ({ analysis }: ReportSubject, i: number): number =>
  ORDER.indexOf(analysis.findings[i]!.verdict);

function isAbout(
  { baseline, analysis, centers, centerCommunity }: ReportSubject,
  i: number,
  row: number,
): boolean {
  const { place } = analysis.findings[i]!;
  if (place.kind === "community") return place.id === baseline.communities.records[row]!.id;
  if (place.kind !== "center") return false;
  return centerCommunity[centers.findIndex(({ id }) => id === place.id)] === row;
}

function findingBlocks(
  { analysis }: ReportSubject,
  { words, findingTexts }: ReportRequest,
  rows: readonly number[],
  type: number,
  isBrief: boolean,
): Block[] {
  if (rows.length === 0) {
    const text = say(words, "note.noFindings");
    return [paragraph([{ ...sized("body", type), text }], { role: "body", above: 1.4 })];
  }
  const nameOf = (i: number): string => {
    const { place } = analysis.findings[i]!;
    return `${place.kind === "center" ? `${place.name} · ` : ""}${findingTexts[i]!.title}`;
  };
  const whole = (i: number): Block => {
    const finding = analysis.findings[i]!;
    const { text, basis } = findingTexts[i]!;
    const verdict = labelOf(words, `verdict.${finding.verdict}`);
    return paragraph(
      [
        { ...sized("bodyBold", type), text: `${nameOf(i)} ` },
        { ...sized("bodyBold", type), color: verdictInk(finding), text: `${verdict}\n` },
        { ...sized("body", type), text },
        ...(finding.verdict === "met" ? [] : [{ ...sized("small", type), text: `\n${basis}` }]),
      ],
      { role: "body", above: 2, bar: verdictColor(finding) },
    );
  };
  if (!isBrief) return rows.map(whole);
  const having = (verdict: Verdict): number[] =>
    rows.filter((i) => analysis.findings[i]!.verdict === verdict);
  const named = (verdict: Verdict): Block[] => {
    const own = having(verdict);
    if (own.length === 0) return [];
    const bold = { ...sized("bodyBold", type), color: GROUND.inkSoft };
    const runs = [
      { ...bold, text: `${labelOf(words, `verdict.${verdict}`)}${words.words.colon}` },
      { ...sized("body", type), text: own.map(nameOf).join(words.words.semicolon) },
    ];
    return [paragraph(runs, { role: "body", above: 2, bar: verdictColor({ verdict, flag: null }) })];
  };
  return [...having("unmet").map(whole), ...named("unknown"), ...named("met")];
}

/** Colour of the bar beside a finding. */
export function verdictColor({ verdict, flag }: Pick<Finding, "verdict" | "flag">): string {
  if (verdict === "met") return GROUND.roadEdge;
  if (verdict === "unknown") return UNKNOWN;
  return flag === "tooFar" ? TOO_FAR : TOO_SMALL;
}

/** Colour of the word: dark enough to read. */
export const verdictInk = (finding: Pick<Finding, "verdict" | "flag">): string =>
  finding.verdict !== "unmet" ? GROUND.inkSoft : finding.flag === "tooFar" ? TOO_FAR : TOO_SMALL_INK;

/** The community's grids with their households; those the pack finds fault with say so. */
function gridBlocks(subject: ReportSubject, { words }: ReportRequest, row: number, type: number): Block[] {
  const { baseline, analysis, residenceGrid } = subject;
  const grids = gridsOf(subject, row);
  if (grids.length === 0) return [];
  const flags = new Map<string, string[]>();
  for (const { place, flag } of analysis.findings) {
    if (place.kind !== "grid" || flag === null) continue;
    flags.set(place.id, [...(flags.get(place.id) ?? []), labelOf(words, `flag.${flag}`)]);
  }
  const sums = new Map<number, number>();
  residenceGrid.forEach((grid, i) => {
    sums.set(grid, (sums.get(grid) ?? 0) + (baseline.residences.households[i]! || 0));
  });
  const cell = (text: string): Cell => [{ ...sized("table", type), text }];
  const head = (text: string, share: number, align: "start" | "end" = "start") => ({
    head: { ...sized("tableHead", type), text },
    share,
    align,
  });
  const columns = [
    head(say(words, "head.grids"), 2.4),
    head(say(words, "figure.households"), 1.2, "end"),
    head(say(words, "head.flags"), 1.8),
  ];
  const rows = grids.map((grid) => {
    const { id, name } = baseline.grids.records[grid]!;
    const told = [...new Set(flags.get(id))].join(words.words.join);
    return [
      cell(name || id),
      cell(writeNumber(sums.get(grid), words)),
      cell(told || say(words, "unit.none")),
    ];
  });
  return [tableBlock(columns, rows, { above: 4 })];
}
