export * from "./access-types.ts";
