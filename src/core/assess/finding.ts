// A finding: what one rule says of one place, with everything needed to explain it in a sentence.

import type { Force, MetricId } from "../standards/index.ts";

export const VERDICTS = ["met", "unmet", "unknown"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const FLAGS = [
  "tooSmall",
  "tooFar",
  "noCenter",
  "unknownFloorArea",
  "unknownHouseholds",
  "unknownAccess",
  "gridTooLarge",
  "gridTooSmall",
  "gridCountOut",
  "compoundSplit",
  "communitySizeOut",
  "gridStaffing",
  "unknownGrid",
] as const;
export type Flag = (typeof FLAGS)[number];

export const PLACE_KINDS = ["center", "community", "grid"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** One number that went into a finding, and the layer it was read from. */
export interface EvidenceInput {
  /** Closed by the messages: households, served, floorArea, uncovered, unlinked, worstMinutes, … */
  readonly name: string;
  /** null = unknown. */
  readonly value: number | null;
  readonly unit: string;
  /** File the number came from, or null for our own computation. */
  readonly file: string | null;
}

export interface Finding {
  readonly ruleId: string;
  readonly metric: MetricId;
  readonly force: Force;
  readonly place: { readonly kind: PlaceKind; readonly id: string; readonly name: string };
  readonly verdict: Verdict;
  /** The place's figure in the rule's unit; null = unknown. */
  readonly actual: number | null;
  /** What the rule asks of this place, in the unit of `shortfall`; null = unknown. */
  readonly required: number | null;
  /** How much is missing (m², households, …), ≥ 0; null = unknown. */
  readonly shortfall: number | null;
  /** Unit of required and shortfall: "m2", "households", "ratio", "count". */
  readonly unit: string;
  /** Raised flag; null when met. */
  readonly flag: Flag | null;
  readonly inputs: readonly EvidenceInput[];
}
