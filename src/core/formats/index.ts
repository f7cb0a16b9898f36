export type { Decode, FeatureRow, FeatureTable, TableRead } from "./feature-table.ts";
export type { FileGroup, Format, FormatLibraries, GdalLayer, GdalReader, ReadContext } from "./format.ts";
export { FORMATS } from "./format-table.ts";
export { type ImportInput, importFiles, projectLayers } from "./import-files.ts";
export * from "./import-types.ts";
export {
  type FieldInspection,
  type FieldType,
  type InspectInput,
  inspectFiles,
  type LayerInspection,
} from "./inspect-files.ts";
export {
  looksLikeProject,
  type Project,
  type ProjectRead,
  readProject,
} from "./project.ts";
export { migrateProject } from "./project-archive/migrations/migrate-project.ts";
export type { ProjectTree } from "./project-archive/migrations/project-tree.ts";
export {
  type ArchiveRead,
  isProjectArchive,
  readProjectArchive,
} from "./project-archive/read-project-archive.ts";
export { type ProjectFault, resumeProject } from "./project-archive/resume-project.ts";
export {
  type Json,
  PROJECT_EXTENSION,
  PROJECT_VERSION,
  type SavedProject,
} from "./project-archive/saved-project.ts";
export { writeProjectArchive } from "./project-archive/write-project-archive.ts";
export { readCells } from "./read-cells.ts";
export { readPlainTables } from "./read-plain-tables.ts";
export { canBeRead } from "./read-tables.ts";
export { type ConvertInput, convertFiles } from "./write/convert-files.ts";
export { exportTables } from "./write/export-tables.ts";
export * from "./write/export-types.ts";
export { neutralise } from "./write/neutralise.ts";
export * from "./write/table-builder.ts";
export * from "./write/table-words.ts";
export { centerTable, residenceColumns, tablesOfBaseline } from "./write/tables-of-baseline.ts";
export { type CsvCell, writeCsv } from "./write/write-csv.ts";
export { WRITER_IDS, type WriterId, writerFor } from "./write/writer-ids.ts";
export { type PolygonFeature, polygonFeature } from "./write-polygons.ts";
