// Tables of a file as plain cells, for what is no layer of a map: registers, matters. Columns with personal information
// are left out here as in any import, and named in the issues.

import { type Issue, type TaskControl, uncontrolled } from "../base/index.ts";
import type { Decode } from "./feature-table.ts";
import type { FormatLibraries } from "./format.ts";
import { createLog } from "./import-log.ts";
import type { InputFile } from "./import-types.ts";
import { openGroups, readTables } from "./read-tables.ts";

export interface PlainTables {
  readonly tables: readonly {
    readonly file: string;
    readonly columns: readonly string[];
    /** `row` counts data rows from 1. */
    readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, unknown>> }[];
  }[];
  readonly issues: readonly Issue[];
}

export async function readPlainTables(
  files: readonly InputFile[],
  decode: Decode,
  control: TaskControl = uncontrolled,
  libraries: FormatLibraries = {},
): Promise<PlainTables> {
  const log = createLog();
  const context = { decode, libraries, control };
  const groups = await openGroups(files, context, log);
  const read = await readTables(groups, context, () => [], log);
  const tables = [...read.values()].flatMap((table) =>
    table === null
      ? []
      : {
          file: table.file,
          columns: table.columns,
          rows: table.rows.map(({ row, properties }) => ({ row, cells: properties })),
        },
  );
  return { tables, issues: log.issues };
}
