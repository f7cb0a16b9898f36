export * from "./create-engine.ts";
export * from "./engine.ts";
export * from "./grid-tasks.ts";
export type { PlanNet } from "./plan-net.ts";
export * from "./site-tasks.ts";
export * from "./tasks.ts";
