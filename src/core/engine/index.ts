export * from "./engine.ts";
export * from "./tasks.ts";
