export * from "./metrics.ts";
export * from "./rule-pack.ts";
