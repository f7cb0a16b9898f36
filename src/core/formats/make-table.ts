// What the readers of binary and XML formats share: a table from rows, its columns in the order in which rows
// bring them, and a fence that turns whatever a parser throws at bad bytes into an issue.

import { Failure } from "../base/index.ts";
import type { FeatureRow, FeatureTable, TableRead } from "./feature-table.ts";
import { unread } from "./feature-table.ts";

/** Columns beyond which a file is not a table that a person made. */
export const MOST_COLUMNS = 10_000;

type Known = "layer" | "columns" | "encoding" | "prj" | "datum";

/** A table with what its format knows of it; columns are those of the rows when not given. */
export function makeTable(
  file: string,
  format: string,
  rows: readonly FeatureRow[],
  known: Partial<Pick<FeatureTable, Known>> = {},
): FeatureTable {
  const columns = known.columns ?? columnsOf(rows);
  return { file, layer: "", format, encoding: null, prj: null, datum: null, rows, ...known, columns };
}

/** A table as a read, or why it cannot be one. */
export function readOf(table: FeatureTable, issues: TableRead["issues"] = []): TableRead {
  if (table.columns.length <= MOST_COLUMNS) return { table, issues };
  const values = { columns: table.columns.length, most: MOST_COLUMNS };
  return unread({ code: "file.tooManyColumns", severity: "error", file: table.file, values });
}

/** Runs a reader; a parser's error becomes an issue of this file, a cancel passes. */
export async function guardRead(
  file: string,
  format: string,
  read: () => Promise<readonly TableRead[]>,
): Promise<readonly TableRead[]> {
  try {
    const reads = await read();
    return reads.length > 0 ? reads : [unread({ code: "file.noFeatures", severity: "error", file })];
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = reasonOf(error).slice(0, 200);
    return [unread({ code: "file.damaged", severity: "error", file, values: { format, reason } })];
  }
}

/** A parser that trips over what it did not expect says nothing that helps. */
function reasonOf(error: unknown): string {
  if (error instanceof TypeError) return "contents contradict each other";
  return error instanceof Error ? error.message : String(error);
}

function columnsOf(rows: readonly FeatureRow[]): string[] {
  const columns = new Set<string>();
  for (const { properties } of rows) for (const column in properties) columns.add(column);
  return [...columns];
}
