// The fields of one layer: those given (and there), then preferred ones, then guesses; a household or area
// column that was guessed is said, one that is missing is said with the columns that the file has.

import type { LayerRole } from "../model/index.ts";
import type { FeatureTable } from "./feature-table.ts";
import { ROLE_FIELDS } from "./field-words.ts";
import type { FieldMap } from "./guess-fields.ts";
import { guessFields } from "./guess-fields.ts";
import type { ImportLog } from "./import-log.ts";
import type { FieldName, LayerSpec } from "./import-types.ts";

export function decideFields(
  table: FeatureTable,
  { role, fields: given }: LayerSpec,
  prefer: Readonly<FieldMap>,
  log: ImportLog,
): FieldMap {
  const asked = { ...applicable(prefer, table, role), ...given };
  const decided = guessFields(table, role, asked);
  for (const [field, column] of Object.entries(decided) as [FieldName, string][]) {
    if (column !== "" && !table.columns.includes(column)) {
      missing(log, table, field, column);
      delete decided[field];
    } else if (column === "") delete decided[field];
  }
  const needed = NEEDED[role];
  if (needed === undefined) return decided;
  const column = decided[needed];
  if (column === undefined && asked[needed] === undefined) missing(log, table, needed, null);
  if (column !== undefined && asked[needed] === undefined) {
    const values = { wanted: needed };
    log.issues.push({
      code: "layer.fieldGuessed",
      severity: "info",
      file: table.file,
      field: column,
      values,
    });
  }
  return decided;
}

/** The figure a layer is there for. */
const NEEDED: Readonly<Partial<Record<LayerRole, FieldName>>> = { residences: "households", centers: "area" };

/** Preferred columns that this layer has; the one it is there for also when it has not, so that this is said. */
function applicable(prefer: Readonly<FieldMap>, table: FeatureTable, role: LayerRole): FieldMap {
  const entries = Object.entries(prefer) as [FieldName, string][];
  return Object.fromEntries(
    entries.filter(
      ([field, column]) =>
        ROLE_FIELDS[role].includes(field) && (table.columns.includes(column) || NEEDED[role] === field),
    ),
  );
}

function missing(log: ImportLog, table: FeatureTable, wanted: FieldName, column: string | null): void {
  log.issues.push({
    code: "layer.fieldMissing",
    severity: "warning",
    file: table.file,
    field: column ?? wanted,
    values: { wanted, asked: column ?? "", found: table.columns.join(", ") },
  });
}
