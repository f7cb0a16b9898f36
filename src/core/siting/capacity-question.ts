// The capacity-and-coverage question and its answer: which sites to build, enlarge, share or close, so that households
// have a centre within reach and the centres have square metres enough for those who count on them.
//
// Households are the unit: those of one building may count on two centres. Each counts on one open centre within the
// radius when there is one; a centre is short by what its households need beyond its floor area.

import type { SquareMetres } from "../base/index.ts";
import type { CostTable } from "./cost-table.ts";
import type { SITING_STATUSES, SitingReason } from "./siting-question.ts";

export const SITE_ACTIONS = ["build", "enlarge", "share", "close"] as const;
/** build, share: opens a candidate or gives an existing centre another room; enlarge: existing only. */
export type SiteActionKind = (typeof SITE_ACTIONS)[number];

/** One thing that may be done at a site; of a site's actions at most one is taken. */
export interface SiteAction {
  readonly site: number;
  readonly kind: SiteActionKind;
  /** Floor area of the site afterwards, square metres; 0 for "close". NaN: unknown, and asked for. */
  readonly area: SquareMetres;
  /** Money it takes; negative: it brings some. NaN: unknown, and asked for where money matters. */
  readonly cost: number;
}

export const CAPACITY_GOALS = ["outside", "short", "cost"] as const;
/** outside: households without an open centre within the radius; short: square metres missing; cost: money. */
export type CapacityGoal = (typeof CAPACITY_GOALS)[number];

export interface CapacityQuestion {
  readonly table: CostTable;
  /** Households of each demand point; 0 counts for nothing. */
  readonly weight: Float64Array;
  /** Furthest cost that counts as within reach. */
  readonly radius: number;
  /** 1: stands today; 0: candidate. */
  readonly existing: Uint8Array;
  /** Floor area today of existing sites, square metres; NaN: unknown, and asked for. */
  readonly area: Float64Array;
  /** 1: must be open in the end. */
  readonly fixed: Uint8Array;
  readonly actions: readonly SiteAction[];
  /** Square metres per 100 households. */
  readonly areaPer100: number;
  /** Open sites in all, at most; null: as many as pay. */
  readonly k: number | null;
  /** Money in all, at most; null: no limit. */
  readonly budget: number | null;
  /** Share of all households that must be within the radius, 0..1. */
  readonly share: number;
  /** Square metres that may be missing in all; null: no limit. */
  readonly mostShort: SquareMetres | null;
  /** What is made least first, second, third. */
  readonly goals: readonly CapacityGoal[];
}

export interface GoalResult {
  readonly goal: CapacityGoal;
  readonly value: number;
  /** No plan that is as good in the goals before has less. */
  readonly bound: number;
  readonly gap: number;
}

/** Whose households count on whom: demand i has [offsets[i], offsets[i+1]). */
export interface Allotment {
  readonly offsets: Uint32Array;
  readonly site: Uint32Array;
  readonly households: Float64Array;
}

export interface CapacityAnswer {
  readonly status: (typeof SITING_STATUSES)[number];
  /** In the order of the question; empty when infeasible. */
  readonly goals: readonly GoalResult[];
  /** Actions taken, as places in the question's list. */
  readonly actions: Uint32Array;
  /** Open sites, ascending. */
  readonly sites: Uint32Array;
  readonly outside: number;
  readonly covered: number;
  readonly short: SquareMetres;
  readonly cost: number;
  /** Of every site: floor area afterwards, households that count on it, square metres short. */
  readonly siteArea: Float64Array;
  readonly siteHouseholds: Float64Array;
  readonly siteShort: Float64Array;
  readonly allotment: Allotment;
  readonly reason: SitingReason | null;
}
