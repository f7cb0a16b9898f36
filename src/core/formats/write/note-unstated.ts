// A file whose datum whoever opens it next must be told: because it cannot say it, or because it says it where few look.

import { epsgOf, isGeographic } from "./datum-wkt.ts";
import type { ExportNotes } from "./export-notes.ts";
import type { ExportTable } from "./export-types.ts";

export function noteUnstated({ name, geometry }: ExportTable, datum: string, notes: ExportNotes): void {
  if (geometry === null || epsgOf(datum) === 4326) return;
  notes.add("export.datumUnstated", "warning", { table: name, values: { datum } });
}

/** RFC 7946 knows WGS-84 only; CGCS2000 in degrees is the same to a decimetre. */
export function noteOtherThanWgs84({ name, geometry }: ExportTable, datum: string, notes: ExportNotes): void {
  if (geometry === null || (epsgOf(datum) !== null && isGeographic(datum))) return;
  notes.add("export.datumUnusual", "warning", { table: name, values: { datum } });
}
