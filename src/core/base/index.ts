export * from "./failure.ts";
export * from "./issue.ts";
export * from "./pieces.ts";
export * from "./random.ts";
export * from "./task-control.ts";
export * from "./text-codec.ts";
export * from "./units.ts";
