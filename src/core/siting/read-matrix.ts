// A travel-time table made elsewhere, and the weights of its demand points, from the rows of CSV files. Wide: the
// header holds the candidates, the first column the demand points. Long: origin, destination, cost. Nothing is
// guessed: a cell that cannot be used is told with its row and column, and none of the table is used then.

import { type CostTable, tableFromMatrix, tableFromPairs } from "./cost-table.ts";

export const TABLE_FAULTS = [
  "table.empty",
  "table.noId",
  "table.ragged",
  "cell.blank",
  "cell.notNumber",
  "cell.negative",
  "id.twice",
  "id.unknown",
  "demand.noWeight",
  "demand.columns",
  "action.unknown",
] as const;
export type TableFaultCode = (typeof TABLE_FAULTS)[number];

export interface TableFault {
  readonly code: TableFaultCode;
  /** 1-based line of the file, its header being line 1. */
  readonly row: number;
  /** Header of the column; "" when it is about the whole row. */
  readonly column: string;
  readonly value: string;
}

export interface MatrixRead {
  readonly demand: readonly string[];
  readonly sites: readonly string[];
  readonly table: CostTable;
  readonly faults: readonly TableFault[];
}

export function readMatrix(rows: readonly (readonly string[])[]): MatrixRead {
  const header = (rows[0] ?? []).map((name) => name.trim());
  const isLong = header.length === 3 && LONG.every((names, c) => names.includes(header[c]!.toLowerCase()));
  if (rows.length < 2 || header.length < 2) {
    const faults = [fault("table.empty", Math.max(1, rows.length), "", "")];
    return { demand: [], sites: [], table: tableFromMatrix(new Float64Array(0), 0, 0), faults };
  }
  return isLong ? readLong(header, rows) : readWide(header, rows);
}

/** Weights in the order of `demand`; each needs one, and a row about nobody known is told. */
export function readWeights(
  rows: readonly (readonly string[])[],
  demand: readonly string[],
): { readonly weight: Float64Array; readonly faults: readonly TableFault[] } {
  const header = (rows[0] ?? []).map((name) => name.trim());
  const weight = new Float64Array(demand.length).fill(Number.NaN);
  if (header.length < 2) return { weight, faults: [fault("demand.columns", 1, "", header.join())] };
  const named = header.findIndex((name) => WEIGHT.includes(name.toLowerCase()));
  const column = named > 0 ? named : 1;
  const placeOf = new Map(demand.map((id, i) => [id, i]));
  const faults: TableFault[] = [];
  const seen = new Set<string>();
  for (let r = 1; r < rows.length; r++) {
    const id = (rows[r]![0] ?? "").trim();
    const place = placeOf.get(id);
    if (place === undefined) faults.push(fault("id.unknown", r + 1, header[0]!, id));
    else if (seen.has(id)) faults.push(fault("id.twice", r + 1, header[0]!, id));
    else weight[place] = readWeight(rows[r]![column] ?? "", r + 1, header[column]!, faults);
    seen.add(id);
  }
  demand.forEach((id) => {
    if (!seen.has(id)) faults.push(fault("demand.noWeight", 1, header[column]!, id));
  });
  return { weight, faults };
}

const LONG = [
  ["origin", "from", "demand", "起点", "出发地"],
  ["destination", "to", "site", "终点", "目的地"],
  ["cost", "minutes", "metres", "meters", "distance", "duration", "分钟", "米", "时间", "距离"],
];
const WEIGHT = ["weight", "households", "权重", "户数"];

function readWide(header: readonly string[], rows: readonly (readonly string[])[]): MatrixRead {
  const faults: TableFault[] = [];
  const sites = header.slice(1);
  sites.forEach((id, j) => {
    if (id === "") faults.push(fault("table.noId", 1, String(j + 2), ""));
    if (sites.indexOf(id) < j) faults.push(fault("id.twice", 1, id, id));
  });
  const demand: string[] = [];
  const seen = new Set<string>();
  const costs = new Float64Array((rows.length - 1) * sites.length);
  for (let r = 1; r < rows.length; r++) {
    const row = rows[r]!;
    const id = (row[0] ?? "").trim();
    if (id === "") faults.push(fault("table.noId", r + 1, header[0]!, ""));
    else if (seen.has(id)) faults.push(fault("id.twice", r + 1, header[0]!, id));
    seen.add(id);
    demand.push(id);
    if (row.length !== header.length) {
      faults.push(fault("table.ragged", r + 1, "", `${row.length}/${header.length}`));
      continue;
    }
    for (let j = 0; j < sites.length; j++) {
      costs[(r - 1) * sites.length + j] = readNumber(row[j + 1]!, r + 1, sites[j]!, faults);
    }
  }
  return { demand, sites, table: tableFromMatrix(costs, demand.length, sites.length), faults };
}

function readLong(header: readonly string[], rows: readonly (readonly string[])[]): MatrixRead {
  const faults: TableFault[] = [];
  const demandAt = new Map<string, number>();
  const siteAt = new Map<string, number>();
  const pairs = { demand: [] as number[], site: [] as number[], cost: [] as number[] };
  const seen = new Set<string>();
  for (let r = 1; r < rows.length; r++) {
    const row = rows[r]!.map((cell) => cell.trim());
    if (row.length !== 3) {
      faults.push(fault("table.ragged", r + 1, "", `${row.length}/3`));
      continue;
    }
    const blank = row[0] === "" ? 0 : row[1] === "" ? 1 : -1;
    if (blank >= 0) {
      faults.push(fault("table.noId", r + 1, header[blank]!, ""));
      continue;
    }
    const key = JSON.stringify(row.slice(0, 2));
    if (seen.has(key)) faults.push(fault("id.twice", r + 1, header[0]!, `${row[0]} → ${row[1]}`));
    seen.add(key);
    const demand = placeIn(demandAt, row[0]!);
    const site = placeIn(siteAt, row[1]!);
    const cost = readNumber(row[2]!, r + 1, header[2]!, faults);
    if (!(cost < Infinity)) continue;
    pairs.demand.push(demand);
    pairs.site.push(site);
    pairs.cost.push(cost);
  }
  const table = tableFromPairs(pairs, demandAt.size, siteAt.size);
  return { demand: [...demandAt.keys()], sites: [...siteAt.keys()], table, faults };
}

function placeIn(places: Map<string, number>, id: string): number {
  const place = places.get(id) ?? places.size;
  places.set(id, place);
  return place;
}

/** A cost or weight; "inf" is no way there. NaN and a fault when it is neither. */
function readNumber(cell: string, row: number, column: string, faults: TableFault[]): number {
  const text = cell.trim();
  if (/^(?:\+?inf(?:inity)?|∞)$/i.test(text)) return Infinity;
  const value = text === "" ? Number.NaN : Number(text);
  if (text === "") faults.push(fault("cell.blank", row, column, ""));
  else if (Number.isNaN(value)) faults.push(fault("cell.notNumber", row, column, text));
  else if (value < 0) faults.push(fault("cell.negative", row, column, text));
  return value;
}

/** A weight has no "inf". */
function readWeight(cell: string, row: number, column: string, faults: TableFault[]): number {
  const value = readNumber(cell, row, column, faults);
  if (value === Infinity) faults.push(fault("cell.notNumber", row, column, cell.trim()));
  return value;
}

const fault = (code: TableFaultCode, row: number, column: string, value: string): TableFault => ({
  code,
  row,
  column,
  value,
});
