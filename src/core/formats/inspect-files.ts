// What files hold, layer by layer, before anything is decided: format, encoding, datum with how sure that is, rows,
// geometry, extent, fields with their types and the use a guess would make of them, and what is wrong. Datums settle as
// in an import: layers given together are held against each other.

import type { Issue, TaskControl } from "../base/index.ts";
import { uncontrolled } from "../base/index.ts";
import type { LayerRole } from "../model/index.ts";
import type { Decode, FeatureRow, FeatureTable } from "./feature-table.ts";
import type { FormatLibraries } from "./format.ts";
import { formatOf } from "./format-table.ts";
import type { FieldMap } from "./guess-fields.ts";
import { guessFields } from "./guess-fields.ts";
import { guessRoles } from "./guess-role.ts";
import { createLog } from "./import-log.ts";
import type { FieldName, InputFile, LayerDatum } from "./import-types.ts";
import { contradictionOf } from "./log-datums.ts";
import { isProjectFile } from "./project.ts";
import type { Shape, ShapeFault } from "./read-shape.ts";
import { openGroups, readTables } from "./read-tables.ts";
import { cellOf, shapeOf } from "./row-access.ts";
import { settleDatums } from "./settle-datums.ts";

export const FIELD_TYPES = ["number", "text", "boolean", "mixed", "empty"] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface FieldInspection {
  readonly name: string;
  readonly type: FieldType;
  /** The field of ours it would feed. */
  readonly role?: FieldName;
}

export interface LayerInspection {
  /** As a LayerSpec names it, without the layer. */
  readonly file: string;
  /** "" in files of one layer. */
  readonly layer: string;
  /** null when no format reads the file; "project" for a project file. */
  readonly format: string | null;
  readonly encoding: string | null;
  /** What the layer would be taken for; null when nothing tells. */
  readonly role: LayerRole | null;
  /** null when there are no coordinates, or none that can be placed. */
  readonly datum: string | null;
  /** 0..1. */
  readonly datumConfidence: number;
  readonly features: number;
  /** GeoJSON types in the order of their number, joined by "/"; "" without geometry. */
  readonly geometry: string;
  /** Least x, least y, greatest x, greatest y as the file has them; null without geometry. */
  readonly bbox: readonly [number, number, number, number] | null;
  readonly fields: readonly FieldInspection[];
  readonly issues: readonly Issue[];
}

export interface InspectInput {
  readonly files: readonly InputFile[];
  readonly encoding?: string;
}

export async function inspectFiles(
  { files, encoding }: InspectInput,
  decode: Decode,
  control: TaskControl = uncontrolled,
  libraries: FormatLibraries = {},
): Promise<LayerInspection[]> {
  const log = createLog();
  const context = { decode, libraries, control, ...(encoding === undefined ? {} : { encoding }) };
  const groups = await openGroups(files, context, log);
  const refused: LayerInspection[] = log.issues
    .filter(({ severity }) => severity === "error")
    .map((issue) =>
      unreadable(
        issue.file ?? "",
        null,
        log.issues.filter(({ file }) => file === issue.file),
      ),
    );
  const found: Found[] = [];
  for (const group of groups) {
    if (isProjectFile(group.main)) {
      found.push({ name: group.main.name, format: PROJECT, table: null, role: null, issues: [] });
      continue;
    }
    const own = createLog();
    const tables = await readTables([group], context, () => [], own);
    const [first] = tables.keys();
    for (const [name, table] of tables) {
      const ofFile = own.issues.filter(
        ({ file }) => file === name || (name === first && file === group.main.name),
      );
      const issues = tables.size === 1 ? own.issues : ofFile;
      const format = formatOf(group.main)?.id ?? null;
      found.push({ name, format, table, role: table === null ? null : roleOf(table), issues });
    }
  }
  const datums = await settleFound(found, control);
  const inspections = found.map(({ name, format, table, role, issues }, i) =>
    table === null ? unreadable(name, format, issues) : inspectTable(table, role, issues, datums[i]!),
  );
  return [...refused, ...inspections];
}

/** What a project file is called here; it has no layers of its own. */
const PROJECT = "project";

/** A data set's layer that was read, or was not. */
interface Found {
  readonly name: string;
  readonly format: string | null;
  readonly table: FeatureTable | null;
  readonly role: LayerRole | null;
  readonly issues: readonly Issue[];
}

const roleOf = (table: FeatureTable): LayerRole | null => guessRoles(table)[0]?.role ?? null;

/** What a layer is taken for where nothing tells, so that its columns and places are looked at. */
const ANY_ROLE: LayerRole = "residences";

/** A datum for each; null where there is nothing to settle. */
async function settleFound(found: readonly Found[], control: TaskControl): Promise<(LayerDatum | null)[]> {
  const questions = found.map(({ table, role }) => {
    if (table === null) return null;
    const spec = { role: role ?? ANY_ROLE, file: table.file, datum: "", fields: {}, asOf: null };
    return { spec, table, given: "" };
  });
  const asked = questions.filter((question) => question !== null);
  const settled = await settleDatums(asked, control);
  return questions.map((question) => (question === null ? null : settled[asked.indexOf(question)]!));
}

const unreadable = (file: string, format: string | null, issues: readonly Issue[]): LayerInspection => ({
  file,
  layer: "",
  format,
  encoding: null,
  role: null,
  datum: null,
  datumConfidence: 0,
  features: 0,
  geometry: "",
  bbox: null,
  fields: [],
  issues,
});

function inspectTable(
  table: FeatureTable,
  role: LayerRole | null,
  issues: readonly Issue[],
  datum: LayerDatum | null,
): LayerInspection {
  const guessed = guessFields(table, role ?? ANY_ROLE);
  const roles = new Map(Object.entries(guessed).map(([field, column]) => [column, field as FieldName]));
  const { kinds, bbox } = readGeometry(table, guessed);
  const contradiction = datum === null ? null : contradictionOf(datum);
  return {
    file: table.layer === "" ? table.file : table.file.slice(0, -table.layer.length - 1),
    layer: table.layer,
    format: table.format,
    encoding: table.encoding,
    role,
    ...datumOf(datum),
    features: table.rows.length,
    geometry: kinds.join("/"),
    bbox,
    fields: table.columns.map((name) => {
      const field = roles.get(name);
      return { name, type: typeOf(table, name), ...(field === undefined ? {} : { role: field }) };
    }),
    issues: contradiction === null ? issues : [...issues, contradiction],
  };
}

/** A layer without places has no datum. */
function datumOf(settled: LayerDatum | null): Pick<LayerInspection, "datum" | "datumConfidence"> {
  const isFound = settled?.origin === "found";
  if (settled === null || (isFound && settled.hypotheses.length === 0))
    return { datum: null, datumConfidence: 0 };
  return { datum: settled.chosen, datumConfidence: settled.confidence };
}

/** Kinds of geometry, and the extent of everything. */
function readGeometry(
  table: FeatureTable,
  fields: Readonly<FieldMap>,
): { kinds: string[]; bbox: LayerInspection["bbox"] } {
  const counts = new Map<string, number>();
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of table.rows) {
    const shape = shapeOf(row, fields);
    const type = typeOfGeometry(row, shape);
    if (type !== null) counts.set(type, (counts.get(type) ?? 0) + 1);
    if (typeof shape === "string") continue;
    for (let i = 0; i < shape.xy.length; i += 2) {
      box[0] = Math.min(box[0], shape.xy[i]!);
      box[1] = Math.min(box[1], shape.xy[i + 1]!);
      box[2] = Math.max(box[2], shape.xy[i]!);
      box[3] = Math.max(box[3], shape.xy[i + 1]!);
    }
  }
  const kinds = [...counts].sort(([, a], [, b]) => b - a).map(([type]) => type);
  return { kinds, bbox: box[0] <= box[2] ? box : null };
}

/** GeoJSON type of a row's geometry, or of the point in its cells; null without either. */
function typeOfGeometry(row: FeatureRow, shape: Shape | ShapeFault): string | null {
  if (row.shape !== undefined && typeof shape === "object" && shape.ends.length === 1) {
    return SINGLE[shape.kind];
  }
  const { geometry } = row;
  if (geometry === null) return typeof shape === "object" || shape === "bad" ? "Point" : null;
  const type = typeof geometry === "object" && geometry !== null && "type" in geometry ? geometry.type : null;
  return typeof type === "string" ? type : null;
}
const SINGLE = { point: "Point", line: "LineString", polygon: "Polygon" } as const;

/** By evenly spread rows; text that is all numbers counts as numbers. */
function typeOf({ rows }: FeatureTable, column: string): FieldType {
  const step = Math.max(1, Math.floor(rows.length / 1000));
  const types = new Set<FieldType>();
  for (let i = 0; i < rows.length; i += step) {
    const value = cellOf(rows[i]!, column);
    if (value === null || value === undefined || value === "") continue;
    if (typeof value === "boolean") types.add("boolean");
    else types.add(typeof value === "number" || isNumeral(value) ? "number" : "text");
  }
  const [only] = types;
  return types.size > 1 ? "mixed" : (only ?? "empty");
}

const isNumeral = (value: unknown): boolean =>
  typeof value === "string" && /^\s*[-+]?(?:[1-9]\d{0,14}|0)(?:\.\d+)?\s*$/.test(value);
