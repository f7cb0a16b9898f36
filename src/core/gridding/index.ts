export * from "./contract-compounds.ts";
export * from "./grid-cost.ts";
export * from "./grid-units.ts";
export * from "./partition-exact.ts";
export * from "./unit-graph.ts";
export * from "./validate-grids.ts";
