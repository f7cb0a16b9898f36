export * from "./access-solver.ts";
export * from "./access-types.ts";
export * from "./estimate-walking.ts";
export * from "./service-areas.ts";
