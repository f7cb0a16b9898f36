export * from "./load-rule-pack.ts";
export * from "./metrics.ts";
export * from "./rule-pack.ts";
