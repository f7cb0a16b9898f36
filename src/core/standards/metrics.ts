// The closed vocabulary of metrics: what a rule may ask about a place. Each one is computed in
// assess/metrics (a table typed by this list, so an id without an implementation does not compile).

export const METRIC_IDS = [
  "community.accessCoverage",
  "community.areaPer100Households",
  "community.households",
  "community.gridCount",
  "center.floorArea",
  "grid.households",
  "grid.compoundsSplit",
  "grid.partyOrgs",
  "grid.fullTimeWorkers",
] as const;
export type MetricId = (typeof METRIC_IDS)[number];

/** Units a rule's value may be in; m2/100hh is square metres of floor per hundred households. */
export const RULE_UNITS = ["ratio", "m2/100hh", "m2", "households", "count"] as const;
export type RuleUnit = (typeof RULE_UNITS)[number];

/** atLeast and between include their bounds (以上 includes the number); above does not (超过). */
export const COMPARISONS = ["atLeast", "atMost", "above", "between", "equal"] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface MetricShape {
  readonly unit: RuleUnit;
  /** Comparisons that make sense of it. */
  readonly comparisons: readonly Comparison[];
  /** Further numbers a rule on it must give. */
  readonly parameters: readonly string[];
  /** True when a rule on it may be limited to centres of one level or kind. */
  readonly narrows: boolean;
}

/** What a rule on each metric must look like. */
export const METRIC_SHAPES: Readonly<Record<MetricId, MetricShape>> = {
  "community.accessCoverage": shape("ratio", ["atLeast", "above"]),
  "community.areaPer100Households": shape("m2/100hh", ["atLeast", "above"]),
  "community.households": shape("households", ["atLeast", "atMost", "between"]),
  /** The value is the size one grid may have; the count follows from the community's households. */
  "community.gridCount": shape("households", ["between"]),
  "center.floorArea": { ...shape("m2", ["atLeast", "above", "between"]), narrows: true },
  "grid.households": shape("households", ["atLeast", "atMost", "between"]),
  /** splitAbove: a compound of more households than this may be cut. */
  "grid.compoundsSplit": { ...shape("count", ["atMost", "equal"]), parameters: ["splitAbove"] },
  "grid.partyOrgs": shape("count", COMPARISONS),
  "grid.fullTimeWorkers": shape("count", COMPARISONS),
};

function shape(unit: RuleUnit, comparisons: readonly Comparison[]): MetricShape {
  return { unit, comparisons, parameters: [], narrows: false };
}
