// A siting question and its answer, in columns and places; ids stay with the caller.

import type { CostTable } from "./cost-table.ts";

export const SITING_MODELS = ["lscp", "mclp", "pmedian", "pcenter"] as const;
/**
 * lscp: fewest sites that cover a share; mclp: most weight covered; pmedian: least total walking; pcenter: smallest
 * worst walk.
 */
export type SitingModel = (typeof SITING_MODELS)[number];

export interface SitingQuestion {
  readonly model: SitingModel;
  readonly table: CostTable;
  /** Households (or whatever counts) of each demand point; 0 counts for nothing. */
  readonly weight: Float64Array;
  /** 1: existing site that stays. */
  readonly fixed: Uint8Array;
  /** Sites in all, fixed ones included; null: as many as the budget buys, or as few as the share asks. */
  readonly k: number | null;
  /** Money for sites that are not fixed; null: sites are counted. */
  readonly budget: number | null;
  /** Cost of each site; NaN unknown, which a budget does not accept. */
  readonly price: Float64Array;
  /** Furthest cost that counts as covered (lscp, mclp). */
  readonly radius: number | null;
  /** Share of all weight to cover, 0..1 (lscp). */
  readonly share: number;
}

export const SITING_STATUSES = ["optimal", "feasible", "infeasible"] as const;
export type SitingStatus = (typeof SITING_STATUSES)[number];

export interface SitingAnswer {
  readonly model: SitingModel;
  /** optimal: proven, or within the gap asked. */
  readonly status: (typeof SITING_STATUSES)[number];
  /** lscp: sites; mclp: weight covered; pmedian: total weight × cost; pcenter: worst cost. NaN when infeasible. */
  readonly objective: number;
  /** The objective can be no better than this. */
  readonly bound: number;
  /** |objective - bound| / |objective|. */
  readonly gap: number;
  /** Open sites, ascending, fixed ones included. */
  readonly sites: Uint32Array;
  /** Site of each demand point: the nearest open one, within the radius where there is one; -1: none. */
  readonly assignment: Int32Array;
  /** Weight that has a site. */
  readonly covered: number;
  /** Left out where every walk is weighed, as no site can be walked to; the rest is answered without them. */
  readonly outOfReach: OutOfReach;
  readonly reason: SitingReason | null;
}

/** Demand points without a way to any site, fixed or not. */
export interface OutOfReach {
  /** Ascending. */
  readonly demand: Uint32Array;
  readonly weight: number;
}

export const SITING_REASONS = [
  "noDemand",
  "noSites",
  "kMissing",
  "kTooMany",
  "kBelowFixed",
  "radiusMissing",
  "priceUnknown",
  "budgetTooSmall",
  "noneReachable",
  "shareUnreachable",
  "tooFew",
  "outOfTime",
  "areaUnknown",
  "fixedWithoutAction",
  "shareTooMuch",
  "areaShort",
  "tooFewActions",
] as const;
export type SitingReasonCode = (typeof SITING_REASONS)[number];

/** Why there is no answer, with the figures that the sentence needs. */
export interface SitingReason {
  readonly code: SitingReasonCode;
  readonly values: Readonly<Record<string, number>>;
  /** The demand points or sites it is about; the first ones are worth naming. */
  readonly demand: readonly number[];
  readonly sites: readonly number[];
}
