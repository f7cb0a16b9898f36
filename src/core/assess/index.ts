export * from "./assess.ts";
export * from "./assess-input.ts";
export * from "./feasible-grids.ts";
export * from "./finding.ts";
export * from "./prepare-assessment.ts";
export * from "./records.ts";
export * from "./results.ts";
export * from "./sensitivity.ts";
