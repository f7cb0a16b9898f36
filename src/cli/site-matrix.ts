// `site --matrix`: a travel-time table made elsewhere, with weights and costs in tables of their own.

import { readMatrix, readWeights } from "../core/siting/index.ts";
import { readCells, readRecords } from "./read-records.ts";
import type { SiteArguments } from "./site-arguments.ts";
import { priceIn, type SiteInput, UnusableTable } from "./site-input.ts";

export function readSiteMatrix(options: SiteArguments, folder: string): SiteInput {
  const file = options.matrix!;
  const { demand, sites, table, faults } = readMatrix(readCells(file, folder));
  if (faults.length > 0) throw new UnusableTable(file, faults);
  const price = new Float64Array(sites.length).fill(Number.NaN);
  if (options.candidates !== null && options.candidates !== "all") {
    for (const record of readRecords(options.candidates, folder)) {
      const place = sites.indexOf(String(Object.values(record)[0] ?? ""));
      if (place >= 0) price[place] = priceIn(record);
    }
  }
  const radius = options.radius ?? options.minutes;
  const fixed = new Uint8Array(sites.length);
  return {
    demand,
    sites,
    table,
    weight: weightsOf(options, folder, demand),
    fixed,
    price,
    radius,
    issues: [],
  };
}

/** 1 each when no weights are given. */
function weightsOf({ demand: file }: SiteArguments, folder: string, demand: readonly string[]): Float64Array {
  if (file === null) return new Float64Array(demand.length).fill(1);
  const { weight, faults } = readWeights(readCells(file, folder), demand);
  if (faults.length > 0) throw new UnusableTable(file, faults);
  return weight;
}
