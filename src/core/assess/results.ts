// Results of an assessment per place, in the figures people ask for.

import type { Minutes, SquareMetres } from "../base/index.ts";
import type { Flag } from "./finding.ts";

export interface Totals {
  readonly households: number;
  readonly covered: number;
  /** Households of residences that could not be linked to the network (counted as not covered, listed). */
  readonly unlinked: number;
  /** Households of linked residences from which no centre can be reached. */
  readonly unreachable: number;
  /** The same two by residences, those of unknown households included. */
  readonly unlinkedResidences: number;
  readonly unreachableResidences: number;
  readonly coverage: number | null;
  /** Residences whose household count is unknown: in no sum. */
  readonly unknownResidences: number;
  /** Households reached within 1/3, 2/3 and all of the minutes (5, 10, 15). */
  readonly bands: readonly [number, number, number];
}

export interface CenterResult {
  readonly id: string;
  readonly name: string;
  /** Households for whom this is the nearest centre. */
  readonly households: number;
  /** Those of them within the minutes. */
  readonly coveredHouseholds: number;
  /** Households within the minutes of this centre, whoever else is near (overlaps count in each). */
  readonly reachHouseholds: number;
  readonly floorArea: SquareMetres | null;
  readonly linked: boolean;
}

export interface CommunityResult {
  readonly id: string;
  readonly name: string;
  /** Sum of the known counts of its residences; null when not one is known. */
  readonly households: number | null;
  /** Residences whose count is unknown: where there are any, `households` is a lower bound. */
  readonly unknownResidences: number;
  readonly covered: number;
  readonly unlinked: number;
  /** Covered share of the known households; null when there are none. */
  readonly coverage: number | null;
  /** Floor area of its own community-level centres; null = unknown, 0 = it has none. */
  readonly floorArea: SquareMetres | null;
  /** What the pack's rule on area per household asks; null = unknown, or no such rule. */
  readonly requiredArea: SquareMetres | null;
  /** Households allocated (by nearest) to its own centres: the second view of adequacy; null = no own centre. */
  readonly allocatedHouseholds: number | null;
  readonly worstMinutes: Minutes | null;
  /** Household-weighted minutes below which half and 90 % of reached households live. */
  readonly p50Minutes: Minutes | null;
  readonly p90Minutes: Minutes | null;
  readonly residences: number;
  readonly flags: readonly Flag[];
}
