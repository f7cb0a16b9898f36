// Every layer of a baseline as a table to write, in the order of the layers; empty layers are left out. Unknown
// numbers stay unknown.

import type { PolygonColumns } from "../../geo/index.ts";
import type {
  Areas,
  Baseline,
  CandidateSite,
  DepartmentNet,
  PointPlaces,
  RouteLines,
  ServiceCenter,
} from "../../model/index.ts";
import { BARRIER_CLASSES, ROAD_CLASSES } from "../../model/index.ts";
import type { ExportTable } from "./export-types.ts";
import type { ColumnSource } from "./table-builder.ts";
import { buildTable, countColumn, numberColumn, textColumn, truthColumn } from "./table-builder.ts";
import { type ExportWords, sayValue, type TableWord } from "./table-words.ts";

export function tablesOfBaseline(baseline: Baseline, words: ExportWords): ExportTable[] {
  const { gates } = baseline;
  const gateColumns = [
    textColumn("compound", (i) => gates.compound[i]!),
    truthColumn("open", (i) => gates.open[i] === 1),
  ];
  const tables = [
    residenceTable(baseline, words),
    footprintTable(baseline, words),
    centerTable(baseline.centers, [], words),
    routeTable("network", baseline.network, ROAD_CLASSES, words),
    routeTable("barriers", baseline.barriers, BARRIER_CLASSES, words),
    buildTable("gates", gates.row.length, gateColumns, { count: gates.row.length, xy: gates.xy }, words),
    areaTable("communities", baseline.communities, words),
    areaTable("subdistricts", baseline.subdistricts, words),
    areaTable("grids", baseline.grids, words),
    ...(["water", "green", "buildings"] as const).map((role) => drawnTable(role, baseline[role], words)),
    candidateTable(baseline.candidates, words),
    ...baseline.departmentNets.map((net) => departmentTable(net, words)),
    pointTable("transit", baseline.transit, words),
    pointTable("exercise", baseline.exercise, words),
    areaTable("renewal", baseline.renewal, words),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** Centres as they stand in a plan, with further columns. */
export function centerTable(
  centers: readonly ServiceCenter[],
  more: readonly ColumnSource[],
  words: ExportWords,
): ExportTable {
  const columns = [
    textColumn("id", (i) => centers[i]!.id),
    textColumn("name", (i) => centers[i]!.name),
    textColumn("level", (i) => sayValue(words, "level", centers[i]!.level)),
    textColumn("kind", (i) => centers[i]!.kind),
    numberColumn("floorArea", (i) => centers[i]!.floorArea, "squareMetres"),
    textColumn("community", (i) => centers[i]!.communityId),
    ...more,
  ];
  const xy = Float64Array.from(centers.flatMap(({ lon, lat }) => [lon, lat]));
  return buildTable("centers", centers.length, columns, { count: centers.length, xy }, words);
}

/** What the file says of each residence; "" where it says nothing. */
export function residenceColumns({ residences }: Baseline): ColumnSource[] {
  return [
    textColumn("id", (i) => residences.id[i]!),
    textColumn("name", (i) => residences.name[i]!),
    countColumn("households", (i) => residences.households[i]!, "households"),
    textColumn("compound", (i) => residences.compound[i]!),
    textColumn("grid", (i) => residences.gridId[i]!),
  ];
}

function residenceTable(baseline: Baseline, words: ExportWords): ExportTable {
  const { count, xy, communityId } = baseline.residences;
  const columns = [...residenceColumns(baseline), textColumn("community", (i) => communityId[i]!)];
  return buildTable("residences", count, columns, { count, xy }, words);
}

function footprintTable(baseline: Baseline, words: ExportWords): ExportTable {
  const { footprints } = baseline.residences;
  return buildTable("footprints", footprints.count, residenceColumns(baseline), footprints, words);
}

function routeTable(
  name: "network" | "barriers",
  { lines, level, class: classes }: RouteLines,
  classNames: readonly string[],
  words: ExportWords,
): ExportTable {
  const columns = [
    textColumn("class", (i) => sayValue(words, "class", classNames[classes[i]!] ?? "")),
    countColumn("level", (i) => level[i]!),
  ];
  return buildTable(name, lines.count, columns, lines, words);
}

function areaTable(name: TableWord, { records, polygons }: Areas, words: ExportWords): ExportTable {
  const columns = [
    textColumn("id", (i) => records[i]!.id),
    textColumn("name", (i) => records[i]!.name),
    textColumn("parent", (i) => records[i]!.parentId),
    countColumn("statedHouseholds", (i) => records[i]!.statedHouseholds, "households"),
  ];
  return buildTable(name, records.length, columns, polygons, words);
}

function candidateTable(sites: readonly CandidateSite[], words: ExportWords): ExportTable {
  const columns = [
    textColumn("id", (i) => sites[i]!.id),
    textColumn("name", (i) => sites[i]!.name),
    textColumn("kind", (i) => sites[i]!.kind),
    numberColumn("floorArea", (i) => sites[i]!.floorArea, "squareMetres"),
    numberColumn("cost", (i) => sites[i]!.cost, "wanYuan"),
    countColumn("floor", (i) => sites[i]!.floor),
    textColumn("openHours", (i) => sites[i]!.openHours),
    textColumn("community", (i) => sites[i]!.communityId),
  ];
  const xy = Float64Array.from(sites.flatMap(({ lon, lat }) => [lon, lat]));
  return buildTable("candidates", sites.length, columns, { count: sites.length, xy }, words);
}

/** One table a net: nets of several departments cover the same ground. */
function departmentTable({ department, areas }: DepartmentNet, words: ExportWords): ExportTable {
  const { records, polygons } = areas;
  const columns = [
    textColumn("id", (i) => records[i]!.id),
    textColumn("name", (i) => records[i]!.name),
    textColumn("department", () => department),
    countColumn("households", (i) => records[i]!.statedHouseholds, "households"),
  ];
  return buildTable("departments", records.length, columns, polygons, words);
}

function pointTable(
  table: "transit" | "exercise",
  { count, id, name, kind, xy }: PointPlaces,
  words: ExportWords,
): ExportTable {
  const columns = [
    textColumn("id", (i) => id[i]!),
    textColumn("name", (i) => name[i]!),
    textColumn("kind", (i) => kind[i]!),
  ];
  return buildTable(table, count, columns, { count, xy }, words);
}

const drawnTable = (name: TableWord, polygons: PolygonColumns, words: ExportWords): ExportTable =>
  buildTable(name, polygons.count, [countColumn("id", (i) => i + 1)], polygons, words);
