// A file that cannot say which datum its coordinates are in: whoever opens it next must be told.

import { epsgOf } from "./datum-wkt.ts";
import type { ExportNotes } from "./export-notes.ts";
import type { ExportTable } from "./export-types.ts";

export function noteUnstated({ name, geometry }: ExportTable, datum: string, notes: ExportNotes): void {
  if (geometry === null || epsgOf(datum) === 4326) return;
  notes.add("export.datumUnstated", "warning", { table: name, values: { datum } });
}
