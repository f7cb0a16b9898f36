// Which column feeds which of our fields: whole headers first, in order of likelihood, then telling parts of
// headers whose values fit. A column feeds one field only. The guess is shown to the user and can be changed.

import type { LayerRole } from "../model/index.ts";
import type { FeatureTable } from "./feature-table.ts";
import type { FieldWords } from "./field-words.ts";
import { AREA_WORDS, FIELD_WORDS, normalHeader, ROLE_FIELDS } from "./field-words.ts";
import type { FieldName } from "./import-types.ts";
import { isOwnArea } from "./own-area.ts";
import { parseQuantity, type QuantityUnit } from "./parse-quantity.ts";
import { cellOf } from "./row-access.ts";

export type FieldMap = Partial<Record<FieldName, string>>;

/** Fields of a layer of this role; `given` stands as it is ("" means: this field has no column). */
export function guessFields(table: FeatureTable, role: LayerRole, given: Readonly<FieldMap> = {}): FieldMap {
  const fields: FieldMap = { ...given };
  const free = new Set(table.columns.filter((column) => !Object.values(given).includes(column)));
  const wanted = ROLE_FIELDS[role].filter((field) => given[field] === undefined);
  for (const find of [findWhole, findPart]) {
    for (const field of wanted) {
      if (fields[field] !== undefined) continue;
      const column = find(AREA_WORDS[role]?.[field] ?? FIELD_WORDS[field], free, table, field);
      if (column === null) continue;
      fields[field] = column;
      free.delete(column);
    }
  }
  return fields;
}

/** Values looked at before a part of a header is believed. */
const SAMPLE = 200;

type Find = (
  words: FieldWords,
  free: ReadonlySet<string>,
  table: FeatureTable,
  field: FieldName,
) => string | null;

const findWhole: Find = ({ whole }, free, table, field) => {
  const headers = new Map([...free].reverse().map((column) => [normalHeader(column), column]));
  for (const word of whole) {
    const column = headers.get(word);
    if (column !== undefined && speaksFor(table, column, field)) return column;
  }
  return null;
};

/**
 * A name or identifier without a single value is left to the next column, and so is a bare "area" that repeats what the
 * polygons measure. Other fields keep a blank column, whose blanks are then said.
 */
function speaksFor(table: FeatureTable, column: string, field: FieldName): boolean {
  if (field === "area") return FLOOR.test(normalHeader(column)) || !isOwnArea(table, column);
  return (field !== "id" && field !== "name") || filled(table, column).length > 0;
}
const FLOOR = /建筑|用房|阵地|floor|gfa|jzmj/;

const findPart: Find = ({ part }, free, table, field) => {
  if (part === undefined) return null;
  for (const column of free) {
    if (part.test(normalHeader(column)) && valuesFit(table, column, field)) return column;
  }
  return null;
};

/** Numbers where numbers are wanted, all different where an identifier is wanted. */
function valuesFit(table: FeatureTable, column: string, field: FieldName): boolean {
  const values = filled(table, column);
  if (field === "id") return new Set(values).size === values.length;
  const unit = NUMERIC[field];
  if (unit === undefined) return true;
  const numbers = values.filter((value) => parseQuantity(value, unit).kind === "number").length;
  return numbers > 0 && numbers * 2 >= values.length;
}

const filled = ({ rows }: FeatureTable, column: string): unknown[] =>
  rows
    .slice(0, SAMPLE)
    .map((row) => cellOf(row, column))
    .filter((value) => value !== null && value !== undefined && value !== "");

const NUMERIC: Readonly<Partial<Record<FieldName, QuantityUnit>>> = {
  households: "households",
  area: "squareMeters",
  partyOrgs: "none",
  gridWorkers: "none",
  cost: "yuan",
};
