// Collects what a format could not hold as it was: one note per code and column, with the number of rows.

import type { Issue, IssueCode, Severity } from "../../base/index.ts";

export interface ExportNotes {
  readonly add: (code: IssueCode, severity: Severity, about: NoteAbout) => void;
  readonly list: () => readonly Issue[];
}

export interface NoteAbout {
  /** Table the note is about. */
  readonly table: string;
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export function createNotes(): ExportNotes {
  const notes = new Map<string, { issue: Issue; rows: number }>();
  return {
    add: (code, severity, { table, field, values }) => {
      const key = `${code}\n${table}\n${field ?? ""}`;
      const note = notes.get(key);
      if (note !== undefined) {
        note.rows++;
        return;
      }
      const issue = {
        code,
        severity,
        file: table,
        ...(field === undefined ? {} : { field }),
        values: values ?? {},
      };
      notes.set(key, { issue, rows: 1 });
    },
    list: () =>
      [...notes.values()].map(({ issue, rows }) => ({ ...issue, values: { ...issue.values, rows } })),
  };
}
