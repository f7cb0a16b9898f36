// A drawn net as the object of `--json`, as lines for a person, and as the files of `--out`.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Issue } from "../core/base/index.ts";
import type { GridGroundSummary, NetBoundaries } from "../core/engine/index.ts";
import { type CsvCell, polygonFeature, writeCsv } from "../core/formats/index.ts";
import type { GridFacts, GridReport, NetDraft } from "../core/gridding/index.ts";
import { gridReasonSentence } from "../messages/gridding.ts";
import { issueSentence } from "../messages/issues.ts";
import type { Language } from "../messages/language.ts";
import { GRID_SUMMARY } from "./sentences.ts";

/** Everything one run of `partition` found out. */
export interface NetResult {
  readonly ground: GridGroundSummary;
  readonly draft: NetDraft;
  /** The independent check. */
  readonly report: GridReport;
  /** Code of each grid number. */
  readonly codes: ReadonlyMap<number, string>;
  readonly retired: readonly string[];
  readonly issues: readonly Issue[];
  readonly seconds: number;
}

/** Leading terms of the cost that must be proven for an answer to be called so: grids outside, moves, split compounds. */
const PROVEN = 3;

export function netJson(result: NetResult, language: Language) {
  const { ground, draft, report, issues } = result;
  const grids = inOrder(result);
  return {
    grids: grids.map((grid) => ({
      code: codeOf(result, grid),
      area: ground.areaIds[grid.area] ?? null,
      households: grid.households,
      units: unitsOf(result, grid.grid),
      contiguous: grid.pieces === 1,
      inRange: grid.inRange,
    })),
    inRange: grids.length === 0 ? null : countInRange(grids) / grids.length,
    areas: draft.areas.map((area) => ({
      id: ground.areaIds[area.area]!,
      households: area.households,
      feasible: area.feasible,
      proven: area.proven >= PROVEN,
      lowerBound: area.lowerBound,
      reason: reasonOf(result, area.reasons, language),
    })),
    movedHouseholds: draft.movedHouseholds,
    splitCompounds: report.split.map(({ compound, households, fault }) => ({
      compound: ground.compounds[compound]!,
      households,
      fault,
    })),
    retired: result.retired,
    valid: report.isValid,
    seconds: Math.round(result.seconds * 1000) / 1000,
    issues: issues.map((issue) => ({ code: issue.code, message: issueSentence(issue, language) })),
  };
}

export function printNet(result: NetResult, language: Language): string {
  const { ground, draft, issues } = result;
  const label = (key: keyof typeof GRID_SUMMARY): string => GRID_SUMMARY[key][language];
  const colon = language === "en" ? ": " : "：";
  const grids = inOrder(result);
  const lines = [
    `${label("grids")}${colon}${grids.length}`,
    `${label("inRange")}${colon}${countInRange(grids)} / ${grids.length}`,
    `${label("moved")}${colon}${draft.movedHouseholds}`,
    ...(result.retired.length > 0 ? [`${label("retired")}${colon}${result.retired.join(", ")}`] : []),
    "",
    ...draft.areas.flatMap(({ area, households, grids: count, reasons }) => {
      const reason = reasonOf(result, reasons, language);
      const name = ground.areaNames[area] || ground.areaIds[area]!;
      return [
        `  ${name}  ${households} ${label("households")}  ${count} ${label("grids")}`,
        ...(reason === null ? [] : [`    ${reason}`]),
      ];
    }),
    ...(issues.length === 0
      ? []
      : ["", `${label("issues")}${colon}`, ...issues.map((issue) => `  ${issueSentence(issue, language)}`)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Writes `grids.geojson` (WGS-84) and `units.csv` into a folder that is there; returns their names. */
export function writeNet(folder: string, result: NetResult, borders: NetBoundaries): string[] {
  const { ground, draft, report } = result;
  const facts = new Map(report.grids.map((grid) => [grid.grid, grid]));
  const features = Array.from(borders.grids, (grid, row) => {
    const { households, unknown, units, pieces } = facts.get(grid)!;
    const area = ground.areaIds[borders.areas[row]!]!;
    return JSON.stringify(
      polygonFeature(
        borders.polygons,
        row,
        { code: result.codes.get(grid) ?? "", area, households, units, unknown, pieces },
        9,
      ),
    );
  });
  const rows = ground.unitIds.map((id, unit): CsvCell[] => {
    const { area, compound, households } = ground.units;
    return [
      id,
      result.codes.get(draft.gridOf[unit]!) ?? "",
      ground.areaIds[area[unit]!] ?? "",
      households[unit]!,
      ground.compounds[compound[unit]!] ?? "",
    ];
  });
  const files: Readonly<Record<string, string>> = {
    "grids.geojson": `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`,
    "units.csv": writeCsv(["id", "grid", "area", "households", "compound"], rows),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return Object.keys(files);
}

const codeOf = ({ codes }: NetResult, { grid }: GridFacts): string => codes.get(grid) ?? "";

const inOrder = (result: NetResult): GridFacts[] =>
  result.report.grids.toSorted((a, b) => a.area - b.area || (codeOf(result, a) < codeOf(result, b) ? -1 : 1));

const countInRange = (grids: readonly GridFacts[]): number =>
  grids.filter(({ inRange }) => inRange === true).length;

const unitsOf = ({ ground, draft }: NetResult, grid: number): string[] =>
  ground.unitIds.filter((_, unit) => draft.gridOf[unit] === grid);

function reasonOf(
  { ground }: NetResult,
  reasons: NetDraft["areas"][number]["reasons"],
  language: Language,
): string | null {
  if (reasons.length === 0) return null;
  const said = reasons.map((reason) => gridReasonSentence(reason, language, (unit) => ground.unitIds[unit]!));
  return said.join(language === "en" ? " " : "");
}
