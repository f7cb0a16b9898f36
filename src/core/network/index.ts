export * from "./build-network.ts";
export * from "./create-joiner.ts";
export * from "./network-settings.ts";
export * from "./path-network.ts";
export * from "./route-lines.ts";
export * from "./slice-edge.ts";
export * from "./validate-network.ts";
