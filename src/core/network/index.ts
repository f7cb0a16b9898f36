export * from "./network-settings.ts";
export * from "./path-network.ts";
