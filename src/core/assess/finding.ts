// A finding: what one rule says of one place, with everything needed to explain it in a sentence.

import type { Bilingual, Force, MetricId } from "../standards/index.ts";

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
  "countOut",
  "shareShort",
  "valueOut",
  "itemsMissing",
  "staffShort",
  "roomsShort",
  "fundsShort",
  "overdue",
  "bodyMismatch",
  "servicesMissing",
  "unhung",
  "netsDiffer",
  "notTiled",
  "noAnswer",
  "unknownRecord",
] as const;
export type Flag = (typeof FLAGS)[number];

/** "row" is a row of a register: a compound, a project, a meeting. */
export const PLACE_KINDS = ["center", "community", "grid", "subdistrict", "district", "row"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Units of the numbers in a finding; "mps" is metres per second. */
export const FIGURE_UNITS = [
  "m2",
  "m2/100hh",
  "households",
  "ratio",
  "count",
  "minutes",
  "mps",
  "m2/person",
  "per10000",
  "yuan",
  "yuan/person",
  "days",
] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** The numbers that evidence may hold; the messages have a name for each. */
export const EVIDENCE_NAMES = [
  /** Households of the place whose count is known. */
  "households",
  /** Residences (rows) whose household count is unknown: the households above are a lower bound. */
  "unknownResidences",
  /** Households by the place's own roll, as its file states them. */
  "statedHouseholds",
  /** Households within the minutes, beyond them, and not joined to the network. */
  "covered",
  "uncovered",
  "unlinked",
  /** Own centres that join no path: who they reach is not known. */
  "unlinkedCenters",
  "worstMinutes",
  "minutes",
  "speed",
  /** Known floor area, own centres, and those of them whose area is unknown. */
  "floorArea",
  "centers",
  "unknownAreas",
  /** The second view of adequacy: households whose nearest centre is one of its own, and the area they need. */
  "allocated",
  "allocatedArea",
  /** The rule's own numbers: its one value, or the ends of its range. */
  "limit",
  "limitLow",
  "limitHigh",
  /** Grids there are, and the fewest and most that fit the households (fewest > most: none fits). */
  "grids",
  "gridsFewest",
  "gridsMost",
  /** Compounds of a grid that are cut although they need not be, and those of unknown size that are cut. */
  "compoundsCut",
  "compoundsDoubtful",
  "splitAbove",
  "partyOrgs",
  "gridWorkers",
  /** What a rule on registers counted, divided or looked up; the label names it. */
  "counted",
  "amount",
  "base",
  "parts",
  "partsWith",
  "items",
  "itemsUnknown",
  "daysSince",
  "asOf",
  "walked",
  /** The rule's limit where it must be exceeded. */
  "limitAbove",
] as const;
export type EvidenceName = (typeof EVIDENCE_NAMES)[number];

/** One number that went into a finding, and the layer it was read from. */
export interface EvidenceInput {
  readonly name: EvidenceName;
  /** null = unknown. */
  readonly value: number | null;
  readonly unit: FigureUnit;
  /** File the number came from, or null for our own computation. */
  readonly file: string | null;
  /** What it is, where the name alone does not say: words of the pack's registers. */
  readonly label?: Bilingual;
}

export interface Finding {
  readonly ruleId: string;
  readonly metric: MetricId;
  readonly force: Force;
  readonly place: { readonly kind: PlaceKind; readonly id: string; readonly name: string };
  readonly verdict: Verdict;
  /** The place's figure in the rule's unit, by what is known; null = unknown. */
  readonly actual: number | null;
  /** What the rule asks of this place, in the unit of `shortfall`; null = unknown. */
  readonly required: number | null;
  /**
   * How much is missing (m², households, …), ≥ 0; for a range, how far outside it. At least that much where
   * evidence counts unknown residences. null = unknown.
   */
  readonly shortfall: number | null;
  /** Unit of required and shortfall. */
  readonly unit: FigureUnit;
  /** Raised flag; null when met. */
  readonly flag: Flag | null;
  readonly inputs: readonly EvidenceInput[];
}
