// Reads bytes with the format that the table of formats finds for a name, as the importer does.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { uncontrolled } from "../../../../src/core/base/index.ts";
import type { FeatureRow, FeatureTable, TableRead } from "../../../../src/core/formats/feature-table.ts";
import type { ReadContext } from "../../../../src/core/formats/format.ts";
import { formatOf } from "../../../../src/core/formats/format-table.ts";

export const CONTEXT: ReadContext = {
  decode: (bytes, label, fatal) => new TextDecoder(label, { fatal }).decode(bytes),
  libraries: { sqlWasm: readFileSync(createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm.wasm")) },
  control: uncontrolled,
};

export const readBytes = (
  name: string,
  bytes: Uint8Array,
  context: Partial<ReadContext> = {},
): Promise<readonly TableRead[]> => {
  const main = { name, bytes };
  return formatOf(main)!.read({ main, parts: [] }, { ...CONTEXT, ...context });
};

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Tables by layer; fails when any layer could not be read. */
export async function tablesOf(name: string, bytes: Uint8Array): Promise<Map<string, FeatureTable>> {
  const reads = await readBytes(name, bytes);
  return new Map(
    reads.map(({ table, issues }) => {
      if (table === null) throw new Error(JSON.stringify(issues));
      return [table.layer, table];
    }),
  );
}

/** Codes of all issues, in order. */
export const codesOf = (reads: readonly TableRead[]): string[] =>
  reads.flatMap(({ issues }) => issues.map(({ code }) => code));

/** Rows with all their cells decoded, to be compared. */
export const plainRows = (rows: readonly FeatureRow[]): FeatureRow[] =>
  rows.map(({ row, properties, geometry }) => ({ row, properties, geometry }));
