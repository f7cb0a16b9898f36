// What every format is read into: rows of properties with a geometry, before anyone asks what they mean.

import type { Issue } from "../base/index.ts";
import type { Shape, ShapeFault } from "./read-shape.ts";

/** Text of bytes in a WHATWG encoding label; throws when `fatal` and the bytes do not decode. */
export type Decode = (bytes: Uint8Array, label: string, fatal: boolean) => string;

export interface FeatureRow {
  /** 1-based number of the feature or data record in its file (a header line does not count). */
  readonly row: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** GeoJSON geometry as read, unchecked; null when the format has none. */
  readonly geometry: unknown;
  /** One cell without decoding the others; absent where the properties are there anyway. Ask cellOf of row-access.ts. */
  cell?(column: string): unknown;
  /** What readShape makes of the geometry, straight from the file. Ask shapeOf of row-access.ts. */
  shape?(): Shape | ShapeFault;
}

export interface FeatureTable {
  readonly file: string;
  /** Name of the layer in its file; "" in files of one layer. */
  readonly layer: string;
  /** Id of the format it was read with. */
  readonly format: string;
  /** WHATWG label of the encoding its text was read in; null when the format fixes it. */
  readonly encoding: string | null;
  /** Text of the .prj, or the WKT in the file; null when there is none. */
  readonly prj: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly FeatureRow[];
  /** Datum the file itself states ("wgs84", "EPSG:n", …); null when it is silent. */
  readonly datum: string | null;
}

export interface TableRead {
  /** null when the file could not be read at all; the issues say why. */
  readonly table: FeatureTable | null;
  readonly issues: readonly Issue[];
}

/** A layer as a LayerSpec names it: "roads.gpkg#main", or just the file. */
export const layerName = (file: string, layer: string): string => (layer === "" ? file : `${file}#${layer}`);

/** Why a file as a whole could not be read. */
export const unread = (issue: Issue): TableRead => ({ table: null, issues: [issue] });
