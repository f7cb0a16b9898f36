// How files were mapped by hand, remembered by their columns in the browser's storage, the latest first: next month's
// file of the same columns is mapped alike. Only names of columns are kept, no data.

import type { LayerSpec, MappingHabit } from "../../core/formats/index.ts";
import { FIELD_NAMES } from "../../core/formats/index.ts";
import { LAYER_ROLES } from "../../core/model/index.ts";

const KEY = "quandian.mappings";
/** Habits kept. */
const MOST = 60;

export function readHabits(stored: string | null = storedText()): MappingHabit[] {
  try {
    const parsed: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(parsed) ? parsed.flatMap(checked) : [];
  } catch {
    return [];
  }
}

/** The habits with a new one in front, in the place of the one for the same columns. */
export function withHabit(habits: readonly MappingHabit[], habit: MappingHabit): MappingHabit[] {
  return [habit, ...habits.filter(({ columns }) => !isSame(columns, habit.columns))].slice(0, MOST);
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join("\n") === b.join("\n");

export function rememberHabit(habit: MappingHabit): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(withHabit(readHabits(), habit)));
  } catch {
    return;
  }
}

export function forgetHabit(columns: readonly string[]): void {
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify(readHabits().filter((habit) => !isSame(habit.columns, columns))),
    );
  } catch {
    return;
  }
}

/** Is the layer mapped as somebody mapped these columns before? */
export const isHabit = (columns: readonly string[], { role, fields }: LayerSpec): boolean =>
  readHabits().some(
    (habit) =>
      isSame(habit.columns, columns) &&
      habit.role === role &&
      FIELD_NAMES.every((name) => (habit.fields[name] ?? "") === "" || habit.fields[name] === fields[name]),
  );

function storedText(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** What is stored may be of an older edition, or meddled with. */
function checked(value: unknown): MappingHabit[] {
  if (typeof value !== "object" || value === null) return [];
  const { columns, role, datum, fields } = value as Readonly<Record<string, unknown>>;
  const known = LAYER_ROLES.find((each) => each === role);
  if (!isTexts(columns) || known === undefined || typeof datum !== "string") return [];
  if (typeof fields !== "object" || fields === null) return [];
  const entries = Object.entries(fields).filter(
    ([name, column]) => FIELD_NAMES.some((each) => each === name) && typeof column === "string",
  );
  return [{ columns, role: known, datum, fields: Object.fromEntries(entries) }];
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");
