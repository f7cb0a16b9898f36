export type { Decode, FeatureRow, FeatureTable, TableRead } from "./feature-table.ts";
export type { FileGroup, Format, FormatLibraries, GdalLayer, GdalReader, ReadContext } from "./format.ts";
export { FORMATS } from "./format-table.ts";
export { type ImportInput, importFiles, projectLayers } from "./import-files.ts";
export * from "./import-types.ts";
export {
  looksLikeProject,
  type Project,
  type ProjectRead,
  readProject,
} from "./project.ts";
export { type CsvCell, writeCsv } from "./write-csv.ts";
export { type PolygonFeature, polygonFeature } from "./write-polygons.ts";
