export * from "./create-engine.ts";
export * from "./engine.ts";
export * from "./tasks.ts";
