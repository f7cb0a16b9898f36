export * from "./import-types.ts";
