// What goes into an export and what comes out: tables of typed columns with a geometry per row, the datum and
// encoding asked for, the finished files, and notes on everything a format could not hold as it was.

import type { Issue } from "../../base/index.ts";
import type { LineColumns, PointColumns, PolygonColumns } from "../../geo/index.ts";
import type { Decode } from "../feature-table.ts";
import type { FormatLibraries } from "../format.ts";

export const COLUMN_TYPES = ["string", "integer", "number", "boolean", "date"] as const;
/** A date is an ISO day, "2024-05-01". */
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** null and NaN are unknown. */
export type CellValue = string | number | boolean | null;

export interface ExportColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Shown behind the name where people read it (CSV, XLSX); GIS files keep the bare name. */
  readonly unit?: string;
}

export type Position = readonly [number, number];

/** GeoJSON geometry in two dimensions. Rings are closed; outer rings run counter-clockwise, holes clockwise. */
export type Shape =
  | Drawn<"Point", Position>
  | Drawn<"MultiPoint" | "LineString", readonly Position[]>
  | Drawn<"MultiLineString" | "Polygon", readonly (readonly Position[])[]>
  | Drawn<"MultiPolygon", readonly (readonly (readonly Position[])[])[]>;

/** One member of the union for each type, so that it narrows. */
type Drawn<T extends string, C> = T extends string ? { readonly type: T; readonly coordinates: C } : never;

export const SHAPE_KINDS = ["point", "line", "polygon"] as const;
export type ShapeKind = (typeof SHAPE_KINDS)[number];

/** Shapes row by row, for lines and points of several parts; all of one kind. */
export interface ShapeList {
  readonly kind: ShapeKind;
  readonly count: number;
  readonly shapes: readonly (Shape | null)[];
}

/** Row i's geometry is feature i. A point that is NaN, a line or polygon without vertices is no geometry. */
export type ExportGeometry = PointColumns | LineColumns | PolygonColumns | ShapeList;

export interface ExportTable {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  /** Cells in the order of the columns. */
  readonly rows: readonly (readonly CellValue[])[];
  /** WGS-84 degrees; null for a table without places. */
  readonly geometry: ExportGeometry | null;
}

export const TEXT_ENCODINGS = ["utf8", "gbk"] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export interface ExportOptions {
  /** Name of a file that holds several tables, without extension. */
  readonly name: string;
  /** "wgs84", "cgcs2000", "gcj02", "bd09" or "EPSG:n". */
  readonly datum: string;
  /** Of Shapefile attributes; every other format is UTF-8 by its definition. */
  readonly encoding: TextEncoding;
  /** ISO date and time to stamp files with; the core has no clock. */
  readonly time: string;
}

/** What writers need of the program around them. */
export interface ExportHost {
  readonly decode: Decode;
  readonly libraries: FormatLibraries;
}

export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ExportResult {
  readonly files: readonly OutputFile[];
  readonly notes: readonly Issue[];
}

/** A writer's view: geometry already in the datum asked for (or as its format demands). */
export type Write = (
  tables: readonly ExportTable[],
  options: ExportOptions,
  host: ExportHost,
) => ExportResult | Promise<ExportResult>;
