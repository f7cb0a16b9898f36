// What every format is read into: rows of properties with a geometry, before anyone asks what they mean.

import type { Issue } from "../base/index.ts";

/** Text of bytes in a WHATWG encoding label; throws when `fatal` and the bytes do not decode. */
export type Decode = (bytes: Uint8Array, label: string, fatal: boolean) => string;

export interface FeatureRow {
  /** 1-based number of the feature or data record in its file (a header line does not count). */
  readonly row: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** GeoJSON geometry as read, unchecked; null when the format has none. */
  readonly geometry: unknown;
}

export interface FeatureTable {
  readonly file: string;
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

/** Why a file as a whole could not be read. */
export const unread = (issue: Issue): TableRead => ({ table: null, issues: [issue] });
