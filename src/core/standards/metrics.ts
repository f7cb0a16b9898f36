// The closed vocabulary of metrics: what a rule may ask about a place. Each one is computed in
// assess/metrics (a table typed by this list, so an id without an implementation does not compile).

export const METRIC_IDS = [
  "community.accessCoverage",
  "community.areaPer100Households",
  "community.households",
  "community.gridCount",
  "center.floorArea",
  "complex.floorArea",
  "grid.households",
  "grid.compoundsSplit",
  "grid.partyOrgs",
  "grid.fullTimeWorkers",
] as const;
export type MetricId = (typeof METRIC_IDS)[number];
