// The capacity question made small: demand points with the same sites in reach are one class, floor area is counted in
// households it suffices for, and what can be done at a site is its list of options, today's state first.

import type { CapacityQuestion } from "./capacity-question.ts";
import { type CoverProblem, coverProblem } from "./cover-program.ts";
import { positiveRows } from "./serving.ts";

export interface SiteOption {
  readonly site: number;
  readonly isOpen: boolean;
  /** Households that the floor area suffices for. */
  readonly room: number;
  readonly cost: number;
  /** Place in the question's actions; -1: left as it is. */
  readonly action: number;
}

export interface CapacityProblem {
  readonly siteCount: number;
  readonly classes: CoverProblem;
  /** CSR: classes of site j, and the entry of `classes.site` that pairs them. */
  readonly siteOffsets: Uint32Array;
  readonly siteClass: Uint32Array;
  readonly siteEntry: Uint32Array;
  /** Allowed options of each site, at least one. */
  readonly options: readonly (readonly SiteOption[])[];
  /** Households in all, and those whom no site reaches. */
  readonly households: number;
  readonly unreachable: number;
  /** Square metres a household. */
  readonly perHousehold: number;
  readonly budget: number;
  readonly most: number;
  readonly allowedOutside: number;
  /** In households. */
  readonly allowedShort: number;
}

/** One option a site. */
export type CapacityPlan = Int32Array;

export function capacityProblem(question: CapacityQuestion): CapacityProblem {
  const { table, weight, radius, areaPer100, k, budget, share, mostShort } = question;
  const stays = new Uint8Array(table.siteCount).fill(1);
  const classes = coverProblem(table, weight, radius, stays, new Float64Array(table.siteCount));
  const households = positiveRows(table, weight).reduce((sum, i) => sum + weight[i]!, 0);
  const reachable = classes.weight.reduce((sum, value) => sum + value, 0);
  const perHousehold = areaPer100 / 100;
  return {
    siteCount: table.siteCount,
    classes,
    ...bySite(classes),
    options: optionsOf(question, perHousehold),
    households,
    unreachable: households - reachable,
    perHousehold,
    budget: budget ?? Infinity,
    most: k ?? Infinity,
    allowedOutside: (1 - share) * households,
    allowedShort: mostShort === null ? Infinity : mostShort / perHousehold,
  };
}

function optionsOf(question: CapacityQuestion, perHousehold: number): SiteOption[][] {
  const { table, existing, area, fixed, actions } = question;
  const options: SiteOption[][] = Array.from({ length: table.siteCount }, (_, site) => {
    const isOpen = existing[site] === 1;
    return [{ site, isOpen, room: isOpen ? area[site]! / perHousehold : 0, cost: 0, action: -1 }];
  });
  actions.forEach(({ site, kind, area: metres, cost }, action) => {
    const isOpen = kind !== "close";
    options[site]!.push({ site, isOpen, room: isOpen ? metres / perHousehold : 0, cost, action });
  });
  return options.map((own, j) => (fixed[j] === 1 ? own.filter(({ isOpen }) => isOpen) : own));
}

function bySite({
  siteCount,
  offsets,
  site,
}: CoverProblem): Pick<CapacityProblem, "siteOffsets" | "siteClass" | "siteEntry"> {
  const siteOffsets = new Uint32Array(siteCount + 1);
  for (const j of site) siteOffsets[j + 1]!++;
  for (let j = 0; j < siteCount; j++) siteOffsets[j + 1]! += siteOffsets[j]!;
  const next = siteOffsets.slice(0, siteCount);
  const siteClass = new Uint32Array(site.length);
  const siteEntry = new Uint32Array(site.length);
  for (let c = 0; c + 1 < offsets.length; c++) {
    for (let k = offsets[c]!; k < offsets[c + 1]!; k++) {
      const at = next[site[k]!]!++;
      siteClass[at] = c;
      siteEntry[at] = k;
    }
  }
  return { siteOffsets, siteClass, siteEntry };
}
