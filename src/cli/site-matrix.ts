// `site --matrix`: a travel-time table made elsewhere, with weights, sites and actions in tables of their own.

import { readActions, readMatrix, readSites, readWeights, type SiteAction } from "../core/siting/index.ts";
import { readCells } from "./read-records.ts";
import type { SiteArguments } from "./site-arguments.ts";
import { type SiteInput, UnusableTable } from "./site-input.ts";

export function readSiteMatrix(options: SiteArguments, folder: string): SiteInput {
  const file = options.matrix!;
  const { demand, sites, table, faults } = readMatrix(readCells(file, folder));
  if (faults.length > 0) throw new UnusableTable(file, faults);
  const own = sitesOf(options, folder, sites);
  return {
    demand,
    sites,
    table,
    weight: weightsOf(options, folder, demand),
    existing: own.existing ?? Uint8Array.from(sites, (id) => (options.fixed.includes(id) ? 1 : 0)),
    area: own.area,
    price: own.price,
    actions: actionsOf(options, folder, sites),
    radius: options.radius ?? options.minutes,
    issues: [],
  };
}

/** What --actions says may be done. */
export function actionsOf(
  { actions: file }: SiteArguments,
  folder: string,
  sites: readonly string[],
): readonly SiteAction[] {
  if (file === null) return [];
  const { actions, faults } = readActions(readCells(file, folder), sites);
  if (faults.length > 0) throw new UnusableTable(file, faults);
  return actions;
}

/** Areas, costs and what stands, from the table of candidates; unknown without one. */
function sitesOf({ candidates: file }: SiteArguments, folder: string, sites: readonly string[]) {
  const unknown = new Float64Array(sites.length).fill(Number.NaN);
  if (file === null || file === "all") return { area: unknown, price: unknown, existing: null };
  const own = readSites(readCells(file, folder), sites);
  if (own.faults.length > 0) throw new UnusableTable(file, own.faults);
  return own;
}

/** 1 each when no weights are given. */
function weightsOf({ demand: file }: SiteArguments, folder: string, demand: readonly string[]): Float64Array {
  if (file === null) return new Float64Array(demand.length).fill(1);
  const { weight, faults } = readWeights(readCells(file, folder), demand);
  if (faults.length > 0) throw new UnusableTable(file, faults);
  return weight;
}
