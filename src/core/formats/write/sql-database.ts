// The one file of the writers that knows sql.js: an empty SQLite database in memory. The host says where its
// WebAssembly is (an address, or the bytes).

import type { FormatLibraries } from "../format.ts";

export type SqlValue = string | number | Uint8Array | null;

export interface SqlDatabase {
  readonly run: (sql: string, values?: SqlValue[]) => unknown;
  readonly prepare: (sql: string) => {
    readonly run: (values: SqlValue[]) => void;
    readonly free: () => boolean;
  };
  /** The file's bytes. */
  readonly export: () => Uint8Array;
  readonly close: () => void;
}

export async function openSql({ sqlWasm }: FormatLibraries): Promise<SqlDatabase> {
  const { default: start } = await import("sql.js");
  const { Database } = await start(
    typeof sqlWasm === "string"
      ? { locateFile: () => sqlWasm }
      : sqlWasm === undefined
        ? {}
        : { wasmBinary: sqlWasm.slice().buffer },
  );
  return new Database();
}
