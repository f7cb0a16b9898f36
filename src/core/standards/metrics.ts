// The closed vocabulary of metrics: what a rule may ask about a place. Each one is computed in
// assess/metrics (a table typed by this list, so an id without an implementation does not compile).
// The first nine name the place they judge; a rule on any other says so itself (`each`) and names the registers
// and numbers it is about (`of`), so that a new city needs data only.

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
  "community.floorArea",
  "community.bandArea",
  "community.serviceKinds",
  "community.facilityCoverage",
  "community.unhungUnits",
  "community.linkedResidences",
  "district.largeCenters",
  "district.mergedNets",
  "place.records",
  "place.shareWith",
  "place.number",
  "place.difference",
  "place.ratio",
  "place.areaPerPerson",
  "place.per10000",
  "place.yuanPerPerson",
  "place.partyBudget",
  "place.partyBody",
  "place.checklist",
  "place.daysSince",
  "place.nearestMinutes",
  "place.gapHouseholds",
  "place.tiling",
  "place.inGrids",
  "place.coreNetwork",
  "place.missingOpinions",
] as const;
export type MetricId = (typeof METRIC_IDS)[number];

/** Units a rule's value may be in; m2/100hh is square metres of floor per hundred households. */
export const RULE_UNITS = [
  "ratio",
  "m2/100hh",
  "m2",
  "households",
  "count",
  "m2/person",
  "per10000",
  "yuan/person",
  "days",
  "minutes",
] as const;
export type RuleUnit = (typeof RULE_UNITS)[number];

/** atLeast and between include their bounds (以上 includes the number); above does not (超过). */
export const COMPARISONS = ["atLeast", "atMost", "above", "between", "equal"] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const FORCES = ["must", "general", "advice", "info"] as const;
/** M, G, A, D of the policy reading: required, normally, aim, reported fact. */
export type Force = (typeof FORCES)[number];

/** What a rule's `of` may say. */
export const SUBJECT_FIELDS = [
  "register",
  "part",
  "number",
  "less",
  "numerator",
  "denominator",
  "items",
  "date",
  "text",
  "kinds",
  "bands",
] as const;
export type SubjectField = (typeof SUBJECT_FIELDS)[number];

export interface MetricShape {
  readonly unit: RuleUnit;
  /** Comparisons that make sense of it. */
  readonly comparisons: readonly Comparison[];
  /** Further numbers a rule on it must give. */
  readonly parameters: readonly string[];
  /** True when a rule on it may be limited to centres of one level or kind. */
  readonly narrows: boolean;
  /** True when a rule on it says which places it judges. */
  readonly each: boolean;
  /** What its `of` must say, in alternatives: one of each list. */
  readonly of: readonly (readonly SubjectField[])[];
}

const LEAST = ["atLeast", "above"] as const;
const MOST = ["atMost", "equal"] as const;

/** What a rule on each metric must look like. */
export const METRIC_SHAPES: Readonly<Record<MetricId, MetricShape>> = {
  "community.accessCoverage": shape("ratio", LEAST),
  "community.areaPer100Households": shape("m2/100hh", LEAST),
  "community.households": shape("households", ["atLeast", "atMost", "between"]),
  /** The value is the size one grid may have; the count follows from the community's households. */
  "community.gridCount": shape("households", ["between"]),
  "center.floorArea": shape("m2", ["atLeast", "above", "between"], { narrows: true }),
  "grid.households": shape("households", ["atLeast", "atMost", "between"]),
  /** splitAbove: a compound of more households than this may be cut. */
  "grid.compoundsSplit": shape("count", MOST, { parameters: ["splitAbove"] }),
  "grid.partyOrgs": shape("count", COMPARISONS),
  "grid.fullTimeWorkers": shape("count", COMPARISONS),
  /** Floor area of a community's own centres; of communities of at least `householdsFrom`. */
  "community.floorArea": shape("m2", LEAST, { parameters: ["householdsFrom"] }),
  /** Area of `number` by bands of `denominator`: [below, m²] …; the value is asked above the last band. */
  "community.bandArea": shape("m2", ["atLeast"], { of: [["number"], ["denominator"], ["bands"]] }),
  /** Kinds of service that every household reaches within the minutes. */
  "community.serviceKinds": shape("count", ["atLeast"], { of: [["kinds"]] }),
  "community.facilityCoverage": shape("ratio", LEAST, { of: [["register"]] }),
  /** Residences in no grid, grids in no community, the community in no subdistrict. */
  "community.unhungUnits": shape("count", MOST),
  /** Residences with a household count and a grid. */
  "community.linkedResidences": shape("ratio", LEAST),
  /** Share of community centres of more than `area` square metres. */
  "district.largeCenters": shape("ratio", LEAST, { parameters: ["area"] }),
  /** Nets of departments that equal the base grid, of `departments` there should be. */
  "district.mergedNets": shape("ratio", LEAST, { parameters: ["departments"] }),
  /** Rows of a register; with parameter `days`, those whose `date` lies so many days back at most. */
  "place.records": shape("count", COMPARISONS, { each: true, of: [["register"]] }),
  /** Share of the place's parts that have a row of the register, or a number; `denominator`: of those that have it. */
  "place.shareWith": shape("ratio", LEAST, { each: true, of: [["part"], ["register", "number"]] }),
  "place.number": shape("count", COMPARISONS, { each: true, of: [["number"]] }),
  "place.difference": shape("count", COMPARISONS, { each: true, of: [["number"], ["less"]] }),
  "place.ratio": shape("ratio", COMPARISONS, { each: true, of: [["numerator"], ["denominator"]] }),
  "place.areaPerPerson": shape("m2/person", LEAST, { each: true, of: [["numerator"], ["denominator"]] }),
  "place.per10000": shape("per10000", ["atLeast"], { each: true, of: [["numerator"], ["denominator"]] }),
  "place.yuanPerPerson": shape("yuan/person", ["atLeast"], {
    each: true,
    of: [["numerator"], ["denominator"]],
  }),
  /** Yuan a member, and at least `least` yuan in all. */
  "place.partyBudget": shape("yuan/person", ["atLeast"], {
    each: true,
    of: [["numerator"], ["denominator"]],
    parameters: ["least"],
  }),
  /** Members above which a general branch and a committee are set up. */
  "place.partyBody": shape("count", ["between"], { each: true, of: [["number"], ["text"]] }),
  "place.checklist": shape("count", ["atLeast"], { each: true, of: [["items"]] }),
  /** Days since the latest date of the place's own, or of its rows in a register. */
  "place.daysSince": shape("days", ["atMost"], { each: true, of: [["date"]] }),
  /** Walk from each row to the nearest centre, or to the nearest row of another register. */
  "place.nearestMinutes": shape("minutes", ["atMost"], { each: true, of: [["register"]] }),
  /** Households beyond the minutes inside a project that plans no centre. */
  "place.gapHouseholds": shape("households", ["atMost"], { each: true, of: [["number"]] }),
  /** Residences of the place that are not in exactly one area of the register; `text`: named in its rows. */
  "place.tiling": shape("count", MOST, { each: true, of: [["register"]] }),
  /** Share of the register's rows that lie in a grid. */
  "place.inGrids": shape("ratio", LEAST, { each: true, of: [["register"]] }),
  /** Cores of one network; its points must name it. */
  "place.coreNetwork": shape("count", ["equal"], { each: true, of: [["register"], ["text"]] }),
  /** Places a proposal concerns that have not answered. */
  "place.missingOpinions": shape("count", MOST, { each: true, of: [["text"], ["register"]] }),
};

function shape(
  unit: RuleUnit,
  comparisons: readonly Comparison[],
  more: Partial<MetricShape> = {},
): MetricShape {
  return { unit, comparisons, parameters: [], narrows: false, each: false, of: [], ...more };
}
