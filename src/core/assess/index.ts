export * from "./finding.ts";
export * from "./results.ts";
