// What goes into an import and what comes out: files, what each one is taken for, the baseline, the issues,
// and the rows set aside so that they can be exported, mended and read again.

import type { Issue } from "../base/index.ts";
import type { Baseline, LayerRole } from "../model/index.ts";

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const FIELD_NAMES = [
  "id",
  "name",
  "households",
  "area",
  "level",
  "kind",
  "community",
  "compound",
  "grid",
  "parent",
  "lon",
  "lat",
  "class",
  "bridge",
  "tunnel",
  "layer",
  "open",
  "partyOrgs",
  "gridWorkers",
] as const;
/** Our fields that a source field can feed. */
export type FieldName = (typeof FIELD_NAMES)[number];

/** Personal information that a column can hold. */
export const PERSONAL_KINDS = ["identity", "phone", "resident"] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export interface LayerSpec {
  readonly role: LayerRole;
  readonly file: string;
  /** "wgs84", "gcj02", "bd09" or "EPSG:n"; "" on the way in: as the file says, else WGS-84. */
  readonly datum: string;
  /** Our field → the file's column; "" on the way in: the file has no such column. Absent ones are guessed. */
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  readonly asOf: string | null;
  /** Columns to read although they look like personal information. */
  readonly keepColumns?: readonly string[];
}

/** A source row that could not be used, kept whole. */
export interface SetAsideRow {
  readonly file: string;
  readonly row: number;
  readonly reason: Issue;
  readonly properties: Readonly<Record<string, unknown>>;
  /** GeoJSON geometry as read; null when it had none. */
  readonly geometry: unknown;
}

export interface ImportResult {
  /** null when nothing could be used; the issues say why. */
  readonly baseline: Baseline | null;
  readonly layers: readonly LayerSpec[];
  /** Field names found in each file, for the mapping screen. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly issues: readonly Issue[];
  readonly setAside: readonly SetAsideRow[];
}
