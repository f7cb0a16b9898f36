// Maps of the whole: overview, coverage, too small and too far, the net of grids; each with the figures it shows.

import type { MapTheme } from "../map/map-facts.ts";
import type { FigureTrace } from "../page.ts";
import { type ReportWord, say } from "../report-words.ts";
import { writeCount, writeHouseholds, writeShare } from "../write-figure.ts";
import { paragraph } from "./blocks.ts";
import { LISTS } from "./district-lists.ts";
import { type Desk, type Draft, draftOf, restPages } from "./draft.ts";
import { setMapPage } from "./map-page.ts";
import { minutesBlocks } from "./minutes-block.ts";
import { figureBlock, sized } from "./page-look.ts";
import { asOfRole, figureFoot, fileOfRole } from "./provenance.ts";

export type DistrictTheme = Extract<MapTheme, "overview" | "coverage" | "assess" | "gridNet">;

const TITLES: Readonly<Record<DistrictTheme, ReportWord>> = {
  overview: "title.overview",
  coverage: "title.coverage",
  assess: "title.assess",
  gridNet: "title.gridNet",
};

export function districtPages(desk: Desk, theme: DistrictTheme): Draft[] {
  const { subject, request, sheet, facts, foot, provenance } = desk;
  const { words } = request;
  const name = subject.baseline.name || say(words, "title.district");
  const { minutes } = subject.analysis.walk;
  const title = say(words, TITLES[theme], { name, minutes });
  const subtitle = `${provenance.option} · ${provenance.walk}`;
  const figures = districtFigures(desk, theme);
  const page = setMapPage({
    facts,
    request,
    sheet,
    theme,
    title,
    subtitle,
    foot: [...foot, ...figureFoot(figures, words)],
    extent: facts.ground.extent,
    margin: 0.02,
    focus: -1,
    scale: null,
    blocksAt: (type) => [
      figureBlock(figures, 3, type),
      ...notesFor(desk, theme).map((text) =>
        paragraph([{ ...sized("small", type), text }], { role: "body", above: 1.2 }),
      ),
      ...LISTS[theme](desk, type),
      ...(theme === "coverage" ? minutesBlocks(desk, type, () => true) : []),
    ],
  });
  const kind = theme;
  return [
    draftOf({ key: theme, kind, title, items: page.items, scale: page.map.scale, figures }),
    ...restPages(desk, { key: `${theme}`, kind, title, subtitle }, page.rest),
  ];
}

/** Figures of the whole that belong to a theme. */
export const districtFigures = (desk: Desk, theme: DistrictTheme): readonly FigureTrace[] =>
  FIGURES[theme](desk);

type Figures = (desk: Desk) => FigureTrace[];

const trace = (
  { subject, request: { words } }: Desk,
  label: ReportWord,
  value: string,
  formula: ReportWord,
  role: "residences" | "centers" | "communities" | "network" | "grids",
): FigureTrace => {
  const { minutes } = subject.analysis.walk;
  const file = fileOfRole(subject, role);
  return {
    label: say(words, label, { minutes }),
    value,
    rule: null,
    formula: say(words, formula, { minutes }),
    inputs: file === null ? [] : [file],
    asOf: asOfRole(subject, role),
  };
};

const coverage: Figures = (desk) => {
  const { words } = desk.request;
  const { totals } = desk.subject.analysis;
  return [
    trace(desk, "figure.households", writeHouseholds(totals.households, words), "formula.sum", "residences"),
    trace(desk, "figure.coverage", writeShare(totals.coverage, words), "formula.share", "network"),
    trace(desk, "figure.covered", writeHouseholds(totals.covered, words), "formula.covered", "network"),
    trace(
      desk,
      "figure.uncovered",
      writeHouseholds(totals.households - totals.covered, words),
      "formula.uncovered",
      "network",
    ),
  ];
};

const FIGURES: Readonly<Record<DistrictTheme, Figures>> = {
  overview: (desk) => {
    const { subject, request } = desk;
    const { words } = request;
    const count = (n: number): string => writeCount(n, words);
    return [
      trace(
        desk,
        "figure.communities",
        count(subject.baseline.communities.records.length),
        "formula.count",
        "communities",
      ),
      trace(desk, "figure.centers", count(subject.centers.length), "formula.count", "centers"),
      trace(
        desk,
        "figure.residences",
        count(subject.baseline.residences.count),
        "formula.count",
        "residences",
      ),
      trace(
        desk,
        "figure.households",
        writeHouseholds(subject.analysis.totals.households, words),
        "formula.sum",
        "residences",
      ),
    ];
  },
  coverage,
  assess: (desk) => {
    const { words } = desk.request;
    const { communities } = desk.subject.analysis;
    const having = (...flags: readonly string[]): string =>
      writeCount(
        communities.filter((result) => result.flags.some((flag) => flags.includes(flag))).length,
        words,
      );
    const small = trace(
      desk,
      "legend.tooSmall",
      having("tooSmall", "noCenter"),
      "formula.flagged",
      "centers",
    );
    const far = trace(desk, "legend.tooFar", having("tooFar"), "formula.flagged", "network");
    return [small, far, ...coverage(desk).slice(1)];
  },
  gridNet: (desk) => {
    const { words } = desk.request;
    const { facts } = desk;
    return [
      trace(
        desk,
        "figure.grids",
        writeCount(facts.ground.grids.shapes.count, words),
        "formula.count",
        "grids",
      ),
      trace(desk, "legend.gridOut", writeCount(facts.gridsOut.size, words), "formula.flagged", "grids"),
    ];
  },
};

function notesFor({ subject, request: { words } }: Desk, theme: DistrictTheme): string[] {
  const { totals } = subject.analysis;
  const notes: string[] = [];
  if (subject.baseline.communities.records.length === 0) notes.push(say(words, "note.noCommunities"));
  if (theme !== "gridNet" && totals.unknownResidences > 0) {
    notes.push(say(words, "note.lowerBound", { n: totals.unknownResidences }));
  }
  return notes;
}
