// Checks the rows of registers against their declarations and against the places there are. A row with a fault is
// set aside and named; the rest are used. Duplicated places are never guessed at.

import { isDate } from "./days.ts";
import { isPersonalName, isPersonalValue } from "./personal-words.ts";
import type { AttributeType, Register, RegisterRow } from "./register.ts";

export const ROW_FAULTS = [
  "unknownRegister",
  "duplicateRow",
  "noPlace",
  "twoPlaces",
  "unknownAttribute",
  "wrongType",
  "unknownOption",
  "badDate",
  "personalData",
  "badPosition",
] as const;
export type RowFaultCode = (typeof ROW_FAULTS)[number];

export interface RowFault {
  readonly code: RowFaultCode;
  /** Index into the rows given. */
  readonly row: number;
  readonly field: string | null;
  readonly value: string;
}

export interface CheckedRows {
  readonly rows: readonly RegisterRow[];
  readonly faults: readonly RowFault[];
}

/** How many places of a register's kind bear an id; a row that has a position of its own may name none. */
export type CountPlaces = (place: string, id: string) => number;

export function checkRows(
  rows: readonly RegisterRow[],
  registers: readonly Register[],
  countPlaces: CountPlaces,
): CheckedRows {
  const byId = new Map(registers.map((register) => [register.id, register]));
  const seen = new Set<string>();
  const faults: RowFault[] = [];
  const kept = rows.filter((row, index) => {
    const fault = rowFault(row, byId.get(row.kind), seen, countPlaces);
    if (fault !== null) faults.push({ row: index, ...fault });
    return fault === null;
  });
  return { rows: kept, faults };
}

type Fault = Omit<RowFault, "row">;

function rowFault(
  row: RegisterRow,
  register: Register | undefined,
  seen: Set<string>,
  countPlaces: CountPlaces,
): Fault | null {
  if (register === undefined) return { code: "unknownRegister", field: "kind", value: row.kind };
  const key = `${row.kind} ${row.id}`;
  if (seen.has(key)) return { code: "duplicateRow", field: "id", value: row.id };
  seen.add(key);
  return placeFault(row, register, countPlaces) ?? valueFault(row, register);
}

function placeFault(
  { placeId, position }: RegisterRow,
  { place }: Register,
  count: CountPlaces,
): Fault | null {
  if (place === "district") return null;
  if (placeId === null) {
    return position === null ? { code: "noPlace", field: "placeId", value: "" } : null;
  }
  const places = count(place, placeId);
  if (places === 1) return null;
  return { code: places === 0 ? "noPlace" : "twoPlaces", field: "placeId", value: placeId };
}

function valueFault({ name, numbers, texts, dates }: RegisterRow, { attributes }: Register): Fault | null {
  if (isPersonalValue(name)) return { code: "personalData", field: "name", value: "" };
  const given: readonly (readonly [string, number | string, readonly AttributeType[]])[] = [
    ...Object.entries(numbers).map(([id, value]) => [id, value, ["number", "yes"]] as const),
    ...Object.entries(texts).map(([id, value]) => [id, value, ["text", "choice", "colour"]] as const),
    ...Object.entries(dates).map(([id, value]) => [id, value, ["date"]] as const),
  ];
  for (const [id, value, types] of given) {
    const attribute = attributes.find((candidate) => candidate.id === id);
    if (isPersonalName(id) || (typeof value === "string" && isPersonalValue(value))) {
      return { code: "personalData", field: id, value: "" };
    }
    if (attribute === undefined) return { code: "unknownAttribute", field: id, value: String(value) };
    if (!types.includes(attribute.type)) return { code: "wrongType", field: id, value: String(value) };
    if (attribute.type === "yes" && value !== 0 && value !== 1) {
      return { code: "wrongType", field: id, value: String(value) };
    }
    if (attribute.options !== undefined && !attribute.options.some((option) => option.id === value)) {
      return { code: "unknownOption", field: id, value: String(value) };
    }
    if (attribute.type === "date" && !isDate(String(value))) {
      return { code: "badDate", field: id, value: String(value) };
    }
  }
  return null;
}
