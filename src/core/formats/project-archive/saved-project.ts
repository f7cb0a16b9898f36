// A whole project as it is saved: what was imported, every option with its change record, settings and edited
// rule packs. The same record goes into the project file and comes back from the browser's database; its
// version numbers both. Source files are not in it: they may hold columns that the import left out on purpose.

import type { Baseline, PlanOption } from "../../model/index.ts";
import type { ImportResult } from "../import-types.ts";

/** Raised with every change of shape, together with a migration that brings older projects here. */
export const PROJECT_VERSION = 3;

/** Ending of a project file's name, with the dot. */
export const PROJECT_EXTENSION = ".quandian";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface SavedProject {
  /** Stays the same through saving, copying and opening elsewhere. */
  readonly id: string;
  readonly name: string;
  /** Edition of the program that wrote it. */
  readonly appVersion: string;
  /** ISO date and time, given by the caller. */
  readonly createdAt: string;
  readonly savedAt: string;
  readonly baseline: Baseline;
  /** How the files were read: roles, fields, datum, issues, rows set aside. */
  readonly imported: Omit<ImportResult, "baseline">;
  /** At least one; ids differ. */
  readonly options: readonly PlanOption[];
  /** Id of the option last worked on. */
  readonly currentOption: string;
  /** The program's own, checked by whoever uses them. */
  readonly settings: Json;
  /** Rule packs edited in this project, to be checked by the rule-pack reader. */
  readonly packs: readonly Json[];
  /** Members of the file that this edition does not know, kept as they are: name → bytes. */
  readonly extra: Readonly<Record<string, Uint8Array>>;
}
