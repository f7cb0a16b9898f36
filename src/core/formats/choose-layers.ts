// Which file serves which role: as the caller says, else as the project file says, else as it was decided before (the
// same file, then one of the same columns), else guessed. A role that somebody named is not added to by guesses; roads,
// barriers, drawn ground, departments' nets and what is around may come from several files, every other role is guessed
// for the likeliest file only, and the others are told.

import type { Issue } from "../base/index.ts";
import type { LayerRole } from "../model/index.ts";
import type { FeatureTable } from "./feature-table.ts";
import { guessRoles } from "./guess-role.ts";
import type { KnownLayer, LayerSpec, MappingHabit } from "./import-types.ts";

export interface GuessedLayers {
  readonly layers: readonly LayerSpec[];
  readonly issues: readonly Issue[];
}

/** Specs of the caller with those of the project for roles that the caller does not name. */
export function namedLayers(given: readonly LayerSpec[], project: readonly LayerSpec[]): LayerSpec[] {
  const roles = new Set(given.map(({ role }) => role));
  return [...given, ...project.filter(({ role }) => !roles.has(role))];
}

/** Specs of files that were there before, by their name and columns. */
export function stayingLayers(
  tables: readonly FeatureTable[],
  named: readonly LayerSpec[],
  known: readonly KnownLayer[],
): LayerSpec[] {
  const taken = new Set(named.map(({ role }) => role));
  return known.flatMap(({ columns, ...spec }): LayerSpec[] => {
    const table = tables.find(({ file }) => file === spec.file);
    const isFree = !taken.has(spec.role) || SEVERAL.has(spec.role);
    return isFree && table !== undefined && sameColumns(columns, table.columns) ? [spec] : [];
  });
}

/** Specs for files whose columns are those of a file that was mapped by hand before. */
export function recallLayers(
  tables: readonly FeatureTable[],
  named: readonly LayerSpec[],
  habits: readonly MappingHabit[],
): LayerSpec[] {
  const taken = new Set(named.map(({ role }) => role));
  return tables.flatMap(({ file, columns }): LayerSpec[] => {
    const habit = habits.find((each) => sameColumns(each.columns, columns));
    if (habit === undefined || (taken.has(habit.role) && !SEVERAL.has(habit.role))) return [];
    taken.add(habit.role);
    const { role, datum, fields } = habit;
    return [{ role, file, datum, fields, asOf: null }];
  });
}

/** Roles for files that nobody named, in the order of the files. */
export function guessLayers(tables: readonly FeatureTable[], named: readonly LayerSpec[]): GuessedLayers {
  const namedRoles = new Set(named.map(({ role }) => role));
  const guessed = new Map<LayerRole, string>();
  const layers: LayerSpec[] = [];
  const issues: Issue[] = [];
  const open = tables.map((table) => ({ table, guesses: guessRoles(table) }));
  while (open.length > 0) {
    const usable = open.map(({ guesses }) =>
      guesses.find(({ role }) => !namedRoles.has(role) && (SEVERAL.has(role) || !guessed.has(role))),
    );
    const scores = usable.map((guess) => guess?.score ?? 0);
    const best = scores.indexOf(Math.max(...scores));
    const guess = usable[best];
    const [taken] = open.splice(best, 1);
    const { table, guesses } = taken!;
    if (guess === undefined) {
      issues.push(notUsed(table.file, guesses[0]?.role, guessed));
      continue;
    }
    guessed.set(guess.role, table.file);
    layers.push({ role: guess.role, file: table.file, datum: "", fields: {}, asOf: null });
  }
  const order = new Map(tables.map(({ file }, i) => [file, i]));
  return { layers: layers.sort((a, b) => order.get(a.file)! - order.get(b.file)!), issues };
}

const SEVERAL: ReadonlySet<LayerRole> = new Set([
  "network",
  "barriers",
  "gates",
  "water",
  "green",
  "buildings",
  "candidates",
  "departments",
  "transit",
  "exercise",
  "renewal",
]);

const sameColumns = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && a.length === b.length && a.every((column, i) => column === b[i]);

function notUsed(file: string, role: LayerRole | undefined, guessed: ReadonlyMap<LayerRole, string>): Issue {
  if (role === undefined) return { code: "file.roleUnknown", severity: "warning", file };
  const values = { role, used: guessed.get(role) ?? "" };
  return { code: "layer.roleTaken", severity: "warning", file, values };
}
