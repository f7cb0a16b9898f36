// A travel-time table made elsewhere, read for residences and sites that are known here by their ids: its minutes or
// metres in place of our own walks, in metres. What the table does not speak of is told, never taken for far away.

import { type Decode, readCells } from "../formats/index.ts";
import { readMatrix, tableFromPairs } from "../siting/index.ts";
import type { SiteTaskMap } from "./site-tasks.ts";

export function siteMatrix(
  { bytes, demand, sites, perUnit }: SiteTaskMap["siting.matrix"]["input"],
  decode: Decode,
): SiteTaskMap["siting.matrix"]["output"] {
  const read = readMatrix(readCells(bytes, decode));
  const [rowOf, columnOf] = [places(demand), places(sites)];
  const row = read.demand.map((id) => rowOf.get(id) ?? -1);
  const column = read.sites.map((id) => columnOf.get(id) ?? -1);
  const pairs = { demand: [] as number[], site: [] as number[], cost: [] as number[] };
  const { table } = read;
  for (let i = 0; i < table.demandCount; i++) {
    for (let k = table.offsets[i]!; k < table.offsets[i + 1]! && row[i]! >= 0; k++) {
      if (column[table.site[k]!]! < 0) continue;
      pairs.demand.push(row[i]!);
      pairs.site.push(column[table.site[k]!]!);
      pairs.cost.push(table.cost[k]! * perUnit);
    }
  }
  return {
    table: tableFromPairs(pairs, demand.length, sites.length),
    faults: read.faults,
    missingDemand: missing(demand, read.demand),
    missingSites: missing(sites, read.sites),
    strangers: row.filter((at) => at < 0).length + column.filter((at) => at < 0).length,
  };
}

const places = (ids: readonly string[]): Map<string, number> => new Map(ids.map((id, i) => [id, i]));

function missing(wanted: readonly string[], given: readonly string[]): number[] {
  const there = new Set(given);
  return wanted.flatMap((id, i) => (there.has(id) ? [] : [i]));
}
