export * from "./columns.ts";
export * from "./datum.ts";
export * from "./local-frame.ts";
export * from "./polygons.ts";
