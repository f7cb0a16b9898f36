// What files hold, layer by layer, before anything is decided: format, encoding, datum with how sure that is, rows,
// geometry, extent, fields with their types and the use a guess would make of them, and what is wrong.

import type { Issue, TaskControl } from "../base/index.ts";
import { uncontrolled } from "../base/index.ts";
import { diagnoseDatum, prepareDatum, readPrj } from "../geo/index.ts";
import type { LayerRole } from "../model/index.ts";
import type { Decode, FeatureRow, FeatureTable } from "./feature-table.ts";
import type { FormatLibraries } from "./format.ts";
import { formatOf } from "./format-table.ts";
import type { FieldMap } from "./guess-fields.ts";
import { guessFields } from "./guess-fields.ts";
import { guessRoles } from "./guess-role.ts";
import { createLog } from "./import-log.ts";
import type { FieldName, InputFile } from "./import-types.ts";
import type { Shape, ShapeFault } from "./read-shape.ts";
import { openGroups, readTables } from "./read-tables.ts";
import { cellOf, shapeOf } from "./row-access.ts";

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
  /** null when no format reads the file. */
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
  const inspections: LayerInspection[] = log.issues
    .filter(({ severity }) => severity === "error")
    .map((issue) =>
      unreadable(
        issue.file ?? "",
        null,
        log.issues.filter(({ file }) => file === issue.file),
      ),
    );
  for (const group of groups) {
    const own = createLog();
    const tables = await readTables([group], context, () => [], own);
    const format = formatOf(group.main)?.id ?? null;
    const [first] = tables.keys();
    for (const [name, table] of tables) {
      const ofFile = own.issues.filter(
        ({ file }) => file === name || (name === first && file === group.main.name),
      );
      const issues = tables.size === 1 ? own.issues : ofFile;
      inspections.push(table === null ? unreadable(name, format, issues) : await inspectTable(table, issues));
    }
  }
  return inspections;
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

async function inspectTable(table: FeatureTable, issues: readonly Issue[]): Promise<LayerInspection> {
  const role = guessRoles(table)[0]?.role ?? null;
  const guessed = guessFields(table, role ?? "residences");
  const roles = new Map(Object.entries(guessed).map(([field, column]) => [column, field as FieldName]));
  const { xy, kinds, bbox } = readGeometry(table, guessed);
  return {
    file: table.layer === "" ? table.file : table.file.slice(0, -table.layer.length - 1),
    layer: table.layer,
    format: table.format,
    encoding: table.encoding,
    role,
    ...(await datumOf(table, xy)),
    features: table.rows.length,
    geometry: kinds.join("/"),
    bbox,
    fields: table.columns.map((name) => {
      const field = roles.get(name);
      return { name, type: typeOf(table, name), ...(field === undefined ? {} : { role: field }) };
    }),
    issues,
  };
}

/** Stated by the file, else by the coordinate doctor. */
async function datumOf(
  { datum, prj }: FeatureTable,
  xy: Float64Array,
): Promise<Pick<LayerInspection, "datum" | "datumConfidence">> {
  if (datum !== null) return { datum, datumConfidence: 1 };
  const stated = prj === null ? null : readPrj(prj).datum;
  if (stated !== null) await prepareDatum(stated);
  const best = diagnoseDatum({ xy, prj }).hypotheses[0];
  return { datum: best?.datum ?? null, datumConfidence: best?.confidence ?? 0 };
}

/** First vertices of evenly spread rows, kinds of geometry, and the extent of everything. */
function readGeometry(
  table: FeatureTable,
  fields: Readonly<FieldMap>,
): { xy: Float64Array; kinds: string[]; bbox: LayerInspection["bbox"] } {
  const counts = new Map<string, number>();
  const firsts: number[] = [];
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of table.rows) {
    const shape = shapeOf(row, fields);
    const type = typeOfGeometry(row, shape);
    if (type !== null) counts.set(type, (counts.get(type) ?? 0) + 1);
    if (typeof shape === "string") continue;
    firsts.push(shape.xy[0]!, shape.xy[1]!);
    for (let i = 0; i < shape.xy.length; i += 2) {
      box[0] = Math.min(box[0], shape.xy[i]!);
      box[1] = Math.min(box[1], shape.xy[i + 1]!);
      box[2] = Math.max(box[2], shape.xy[i]!);
      box[3] = Math.max(box[3], shape.xy[i + 1]!);
    }
  }
  const kinds = [...counts].sort(([, a], [, b]) => b - a).map(([type]) => type);
  return { xy: Float64Array.from(firsts), kinds, bbox: firsts.length === 0 ? null : box };
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
