// A plan with its results as tables to write: residences with minutes, metres and nearest centre, centres and
// communities with their figures and flags, findings, service areas, and every other layer of the baseline as it is.
// The numbers are those of the analysis; nothing is computed again.

import type { ServiceAreas } from "../access/index.ts";
import { reachLimit, walkMeters, walkMinutes } from "../base/index.ts";
import {
  buildTable,
  centerTable,
  countColumn,
  type ExportTable,
  type ExportWords,
  numberColumn,
  residenceColumns,
  sayValue,
  tablesOfBaseline,
  textColumn,
  truthColumn,
} from "../formats/index.ts";
import type { Baseline, ServiceCenter } from "../model/index.ts";
import type { PlanNet } from "./plan-net.ts";
import type { Scene } from "./scene.ts";
import type { Analysis, PlanExport } from "./tasks.ts";

export interface PlanResults {
  readonly baseline: Baseline;
  /** The centres that were analysed, in the order of the analysis. */
  readonly centers: readonly ServiceCenter[];
  readonly analysis: Analysis;
  /** The plan's own grids; absent: those of the files. */
  readonly net?: PlanNet | undefined;
  /** null: no service areas. */
  readonly areas: ServiceAreas | null;
  readonly linked: Uint8Array;
  /** Community index per residence, -1 for none. */
  readonly residenceCommunity: Int32Array;
}

export function tablesOfPlan(plan: PlanResults, words: ExportWords): ExportTable[] {
  const results = [
    residenceTable(plan, words),
    centerResults(plan, words),
    communityTable(plan, words),
    findingTable(plan, words),
    ...(plan.net === undefined ? [] : [gridTable(plan.baseline, plan.net, words)]),
    ...(plan.areas === null ? [] : [areaTable(plan, plan.areas, words)]),
  ].filter(({ rows }) => rows.length > 0);
  const done = new Set(results.map(({ name }) => name));
  return [...results, ...tablesOfBaseline(plan.baseline, words).filter(({ name }) => !done.has(name))];
}

/** The tables of an open scene that were asked for. */
export function exportedTables(
  scene: Scene,
  { centers, analysis, net, areas, words, only }: PlanExport,
): ExportTable[] {
  const { linked, residenceCommunity } = scene;
  const baseline = net === undefined ? scene.baseline : withGridCodes(scene.baseline, net);
  const tables = tablesOfPlan({ baseline, centers, analysis, net, areas, linked, residenceCommunity }, words);
  const wanted = only === undefined ? null : new Set(only.map((word) => words.names[word]));
  return wanted === null ? tables : tables.filter(({ name }) => wanted.has(name));
}

/** Residences with the codes of the plan's grids. */
function withGridCodes(baseline: Baseline, { grids, residenceGrid }: PlanNet): Baseline {
  const gridId = Array.from(residenceGrid, (row) => grids.records[row]?.id ?? "");
  return { ...baseline, residences: { ...baseline.residences, gridId } };
}

/** Grids of the plan with their known households and posts. */
function gridTable(
  { residences }: Baseline,
  { grids, residenceGrid }: PlanNet,
  words: ExportWords,
): ExportTable {
  const { records, polygons } = grids;
  const sums = new Float64Array(records.length);
  const [unknown, count] = [new Uint32Array(records.length), new Uint32Array(records.length)];
  residenceGrid.forEach((grid, row) => {
    if (grid < 0) return;
    count[grid]!++;
    if (Number.isNaN(residences.households[row]!)) unknown[grid]!++;
    else sums[grid]! += residences.households[row]!;
  });
  const columns = [
    textColumn("id", (i) => records[i]!.id),
    textColumn("name", (i) => records[i]!.name),
    textColumn("community", (i) => records[i]!.parentId),
    textColumn("gridKind", (i) => {
      const { gridKind } = records[i]!;
      return gridKind === undefined ? null : sayValue(words, "gridKind", gridKind);
    }),
    numberColumn("households", (i) => (count[i] === 0 ? null : sums[i]!), "households"),
    countColumn("residenceCount", (i) => count[i]!),
    countColumn("unknownResidences", (i) => unknown[i]!),
    ...GRID_NUMBERS.map((post) => countColumn(post, (i) => records[i]!.numbers[post] ?? null)),
  ];
  return buildTable("grids", records.length, columns, polygons.count === 0 ? null : polygons, words);
}

const GRID_NUMBERS = ["gridChiefs", "gridWorkers", "partyBranches", "partyGroups", "partyOrgs"] as const;

function residenceTable(plan: PlanResults, words: ExportWords): ExportTable {
  const { baseline, analysis, centers, linked, residenceCommunity } = plan;
  const { access, walk } = analysis;
  const { count, xy } = baseline.residences;
  const nearest = (i: number): ServiceCenter | undefined => centers[access.nearest[i]!];
  const limit = reachLimit(walk.minutes, walk.speed);
  const columns = [
    ...residenceColumns(baseline),
    textColumn("community", (i) => baseline.communities.records[residenceCommunity[i]!]?.id ?? null),
    numberColumn("minutes", (i) => walkMinutes(access.distance[i]!, walk.speed), "minutes"),
    numberColumn("meters", (i) => walkMeters(access.distance[i]!), "metres"),
    textColumn("nearestCenter", (i) => nearest(i)?.id ?? null),
    textColumn("nearestCenterName", (i) => nearest(i)?.name ?? null),
    truthColumn("linked", (i) => linked[i] === 1),
    truthColumn("covered", (i) => access.nearest[i] !== -1 && access.distance[i]! <= limit),
  ];
  return buildTable("residences", count, columns, { count, xy }, words);
}

function centerResults({ centers, analysis }: PlanResults, words: ExportWords): ExportTable {
  const results = analysis.centers;
  const more = [
    countColumn("households", (i) => results[i]?.households ?? null, "households"),
    countColumn("coveredHouseholds", (i) => results[i]?.coveredHouseholds ?? null, "households"),
    countColumn("reachHouseholds", (i) => results[i]?.reachHouseholds ?? null, "households"),
    truthColumn("linked", (i) => results[i]?.linked ?? null),
  ];
  return centerTable(centers, more, words);
}

function communityTable({ baseline, analysis }: PlanResults, words: ExportWords): ExportTable {
  const { communities } = analysis;
  const columns = [
    textColumn("id", (i) => communities[i]!.id),
    textColumn("name", (i) => communities[i]!.name),
    countColumn("households", (i) => communities[i]!.households, "households"),
    countColumn("coveredHouseholds", (i) => communities[i]!.covered, "households"),
    numberColumn("coverage", (i) => communities[i]!.coverage),
    numberColumn("floorArea", (i) => communities[i]!.floorArea, "squareMetres"),
    numberColumn("requiredArea", (i) => communities[i]!.requiredArea, "squareMetres"),
    textColumn("flags", (i) => communities[i]!.flags.map((flag) => sayValue(words, "flag", flag)).join("; ")),
    countColumn("allocatedHouseholds", (i) => communities[i]!.allocatedHouseholds, "households"),
    countColumn("unlinked", (i) => communities[i]!.unlinked, "households"),
    numberColumn("worstMinutes", (i) => communities[i]!.worstMinutes, "minutes"),
    numberColumn("medianMinutes", (i) => communities[i]!.p50Minutes, "minutes"),
    numberColumn("p90Minutes", (i) => communities[i]!.p90Minutes, "minutes"),
    countColumn("residenceCount", (i) => communities[i]!.residences),
    countColumn("unknownResidences", (i) => communities[i]!.unknownResidences),
  ];
  return buildTable("communities", communities.length, columns, baseline.communities.polygons, words);
}

function findingTable({ analysis: { findings } }: PlanResults, words: ExportWords): ExportTable {
  const columns = [
    textColumn("place", (i) => sayValue(words, "place", findings[i]!.place.kind)),
    textColumn("placeId", (i) => findings[i]!.place.id),
    textColumn("placeName", (i) => findings[i]!.place.name),
    textColumn("rule", (i) => findings[i]!.ruleId),
    textColumn("force", (i) => sayValue(words, "force", findings[i]!.force)),
    textColumn("metric", (i) => sayValue(words, "metric", findings[i]!.metric)),
    textColumn("verdict", (i) => sayValue(words, "verdict", findings[i]!.verdict)),
    numberColumn("actual", (i) => findings[i]!.actual),
    numberColumn("required", (i) => findings[i]!.required),
    numberColumn("shortfall", (i) => findings[i]!.shortfall),
    textColumn("unit", (i) => sayValue(words, "unit", findings[i]!.unit)),
    textColumn("flag", (i) =>
      findings[i]!.flag === null ? null : sayValue(words, "flag", findings[i]!.flag!),
    ),
  ];
  return buildTable("findings", findings.length, columns, null, words);
}

function areaTable(
  { centers, analysis }: PlanResults,
  { center, minutes, polygons }: ServiceAreas,
  words: ExportWords,
): ExportTable {
  const columns = [
    textColumn("center", (i) => centers[center[i]!]?.id ?? null),
    textColumn("name", (i) => centers[center[i]!]?.name ?? null),
    numberColumn("minutes", (i) => minutes[i]!, "minutes"),
    numberColumn("speed", () => analysis.walk.speed, "metresPerSecond"),
  ];
  return buildTable("serviceAreas", polygons.count, columns, polygons, words);
}
