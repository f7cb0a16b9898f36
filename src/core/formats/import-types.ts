// What goes into an import and what comes out: files, what each one is taken for, the baseline, the issues,
// and the rows set aside so that they can be exported, mended and read again.

import type { Issue } from "../base/index.ts";
import type { DatumHypothesis } from "../geo/index.ts";
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
  "cost",
  "floor",
  "openHours",
  "department",
] as const;
/** Our fields that a source field can feed. */
export type FieldName = (typeof FIELD_NAMES)[number];

/** Personal information that a column can hold. */
export const PERSONAL_KINDS = ["identity", "phone", "resident"] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export interface LayerSpec {
  readonly role: LayerRole;
  readonly file: string;
  /** As parse-datum.ts names it; "" on the way in: as the file says, else as the coordinate doctor finds. */
  readonly datum: string;
  /** Our field → the file's column; "" on the way in: the file has no such column. Absent ones are guessed. */
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  readonly asOf: string | null;
  /** Columns to read although they look like personal information. */
  readonly keepColumns?: readonly string[];
  /** Encoding (WHATWG label) of the file's text; found by reading when absent or "". */
  readonly encoding?: string;
  /** Somebody decided it: it stays so when other files come. */
  readonly byHand?: boolean;
}

/** A layer as it was before, with the columns of its file: what stays as long as name and columns are the same. */
export interface KnownLayer extends LayerSpec {
  readonly columns: readonly string[];
}

/** What was decided about a file, or a layer in it, apart from what it serves as. */
export interface TableChoice {
  readonly file: string;
  /** It serves as nothing, whatever could be guessed. */
  readonly unused?: boolean;
  /** Columns to read although they look like personal information. */
  readonly keepColumns?: readonly string[];
}

/** What a person once decided for files with these very columns, in this order. */
export interface MappingHabit {
  readonly columns: readonly string[];
  readonly role: LayerRole;
  /** "" : as the file says or the coordinate doctor finds. */
  readonly datum: string;
  readonly fields: LayerSpec["fields"];
}

/** What a file holds, to be looked at before its columns are decided. */
export interface TableFacts extends TableChoice {
  readonly format: string;
  /** WHATWG label; null when the format fixes it. */
  readonly encoding: string | null;
  readonly rows: number;
  /** The first rows as text, cell by cell in the order of the columns. */
  readonly firstRows: readonly (readonly string[])[];
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

/** Who said which datum a layer is in: the user or the project, the file itself, or the coordinate doctor. */
export type DatumOrigin = "given" | "file" | "found";

/** How a layer's datum was settled. */
export interface LayerDatum {
  readonly file: string;
  readonly role: LayerRole;
  readonly chosen: string;
  readonly origin: DatumOrigin;
  /** 0..1; 1 unless found, or stated by the file and contradicted by the other layers. */
  readonly confidence: number;
  /** The chosen one leading, then best first; empty unless found or contradicted. */
  readonly hypotheses: readonly DatumHypothesis[];
  /** Close call: should a person decide? */
  readonly needsAsking: boolean;
  /** What the .prj states, when numbers and other layers speak against it. */
  readonly overruled?: string;
  /** The numbers are degrees times this, which no datum takes. */
  readonly degreesTimes?: number;
  /** Pairs of the layer as the file has them, evenly spread, to show where another datum would put it. */
  readonly sample: Float64Array;
}

export interface ImportResult {
  /** null when nothing could be used; the issues say why. */
  readonly baseline: Baseline | null;
  readonly layers: readonly LayerSpec[];
  /** Field names found in each file, for the mapping screen. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** One for each file or layer of a file that was read; absent in projects saved before there were any. */
  readonly tables?: readonly TableFacts[];
  /** One for each layer, in the same order; absent in projects saved before there were any. */
  readonly datums?: readonly LayerDatum[];
  readonly issues: readonly Issue[];
  readonly setAside: readonly SetAsideRow[];
}
