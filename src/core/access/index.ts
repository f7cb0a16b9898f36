export * from "./access-solver.ts";
export * from "./access-types.ts";
export * from "./estimate-walking.ts";
export * from "./node-fields.ts";
export type { InputGraph } from "./search-graph.ts";
export * from "./service-areas.ts";
export * from "./walk-table.ts";
