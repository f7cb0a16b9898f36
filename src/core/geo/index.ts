export * from "./columns.ts";
export * from "./datum/diagnose-datum.ts";
export * from "./datum/diagnosis.ts";
export { gaussKruger } from "./datum/gauss-kruger.ts";
export * from "./datum/parse-datum.ts";
export * from "./datum/read-prj.ts";
export * from "./datum/transform-datum.ts";
export * from "./local-frame.ts";
export * from "./polygons.ts";
