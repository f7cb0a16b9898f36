// The drawing of a grid (网格图纸): its ground at a true scale, every building with its households, and the register
// of its buildings.

import type { Finding } from "../../assess/index.ts";
import { boxAt } from "../map/trace.ts";
import type { FigureTrace } from "../page.ts";
import { labelOf, type ReportWord, say } from "../report-words.ts";
import { writeCount, writeHouseholds, writeNumber } from "../write-figure.ts";
import { type Block, heading, paragraph, tableBlock } from "./blocks.ts";
import { verdictColor, verdictInk } from "./community-text.ts";
import { type Desk, type Draft, draftOf, restPages } from "./draft.ts";
import { setMapPage } from "./map-page.ts";
import { figureBlock, sized } from "./page-look.ts";
import { asOfRole, figureFoot, fileOfRole } from "./provenance.ts";
import type { Cell, ColumnWish } from "./set-table.ts";

export function gridPages(desk: Desk, row: number): Draft[] {
  const { subject, request, sheet, facts, foot, provenance } = desk;
  const { words } = request;
  const record = subject.baseline.grids.records[row]!;
  const title = say(words, "title.grid", { code: record.name || record.id });
  const community = subject.baseline.communities.records.find(({ id }) => id === record.parentId)?.name;
  const subtitle = [community, record.id, provenance.option].filter(Boolean).join(" · ");
  const compounds = compoundsOf(desk, row);
  const figures = gridFigures(desk, row, compounds.length);
  const findings = [...subject.analysis.findings.entries()].filter(
    ([, { place }]) => place.kind === "grid" && place.id === record.id,
  );
  const page = setMapPage({
    facts,
    request,
    sheet,
    theme: "grid",
    title,
    subtitle,
    foot: [...foot, ...figureFoot(figures, words)],
    extent: boxAt(facts.ground.grids, row),
    margin: 0.06,
    focus: row,
    scale: request.scale,
    blocksAt: (type) => gridBlocks(desk, type, figures, findings, compounds),
  });
  const kind = "grid";
  return [
    draftOf({ key: `grid:${record.id}`, kind, title, items: page.items, scale: page.map.scale, figures }),
    ...restPages(desk, { key: `grid:${record.id}`, kind, title, subtitle }, page.rest),
  ];
}

function gridBlocks(
  desk: Desk,
  type: number,
  figures: readonly FigureTrace[],
  findings: readonly (readonly [number, Finding])[],
  compounds: readonly { readonly name: string; readonly households: number }[],
): Block[] {
  const { words } = desk.request;
  const cell = (text: string): Cell => [{ ...sized("table", type), text }];
  const head = (word: ReportWord, share: number, align: "start" | "end"): ColumnWish => ({
    head: { ...sized("tableHead", type), text: say(words, word) },
    share,
    align,
  });
  const columns = [head("figure.compounds", 2, "start"), head("figure.households", 1, "end")];
  const rows = compounds.map(({ name, households }) => [cell(name), cell(writeNumber(households, words))]);
  return [
    figureBlock(figures, 3, type),
    heading({ ...sized("heading", type), text: say(words, "head.findings") }, "body"),
    ...findings.map(([i, finding]) => findingBlock(desk, type, i, finding)),
    ...(rows.length === 0 ? [] : [tableBlock(columns, rows, { above: 4 })]),
  ];
}

function findingBlock({ request }: Desk, type: number, i: number, finding: Finding) {
  const { words, findingTexts } = request;
  const { title, text } = findingTexts[i]!;
  const verdict = labelOf(words, `verdict.${finding.verdict}`);
  return paragraph(
    [
      { ...sized("bodyBold", type), text: `${title} ` },
      { ...sized("bodyBold", type), color: verdictInk(finding), text: `${verdict}\n` },
      { ...sized("body", type), text },
    ],
    { role: "body", above: 1.6, bar: verdictColor(finding) },
  );
}

function gridFigures({ subject, request: { words } }: Desk, row: number, compounds: number): FigureTrace[] {
  const { households } = subject.baseline.residences;
  let [sum, unknown, buildings] = [0, 0, 0];
  subject.residenceGrid.forEach((grid, i) => {
    if (grid !== row) return;
    buildings++;
    if (Number.isNaN(households[i]!)) unknown++;
    else sum += households[i]!;
  });
  const text = writeHouseholds(sum, words);
  const homes = fileOfRole(subject, "residences");
  const counted = say(words, "formula.count");
  const common = {
    rule: null,
    formula: say(words, "formula.sum"),
    inputs: homes === null ? [] : [homes],
    asOf: asOfRole(subject, "residences"),
  };
  return [
    {
      label: say(words, "figure.households"),
      value: unknown > 0 ? say(words, "unit.atLeast", { text }) : text,
      ...common,
    },
    {
      label: say(words, "figure.residences"),
      value: writeCount(buildings, words),
      ...common,
      formula: counted,
    },
    {
      label: say(words, "figure.compounds"),
      value: writeCount(compounds, words),
      ...common,
      formula: counted,
    },
  ];
}

/** Compounds of a grid with their known households, most first. */
function compoundsOf(
  { subject }: Desk,
  row: number,
): { readonly name: string; readonly households: number }[] {
  const { residences } = subject.baseline;
  const sums = new Map<string, number>();
  subject.residenceGrid.forEach((grid, i) => {
    const name = residences.compound[i]!;
    if (grid === row && name !== "") sums.set(name, (sums.get(name) ?? 0) + (residences.households[i]! || 0));
  });
  return [...sums]
    .map(([name, households]) => ({ name, households }))
    .sort((a, b) => b.households - a.households);
}
