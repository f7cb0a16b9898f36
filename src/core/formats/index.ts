export type { Decode, FeatureRow, FeatureTable, TableRead } from "./feature-table.ts";
export { FORMATS, type Format, formatOf } from "./format-table.ts";
export { type ImportInput, importFiles, projectLayers } from "./import-files.ts";
export * from "./import-types.ts";
export {
  looksLikeProject,
  PROJECT_VERSION,
  type Project,
  type ProjectRead,
  projectSchema,
  readProject,
} from "./project.ts";
export { type CsvCell, writeCsv } from "./write-csv.ts";
export { type PolygonFeature, polygonFeature } from "./write-polygons.ts";
