// Tables to files: names and types settled, coordinates put into the datum asked for, then the format's writer,
// which is loaded only now. Nothing is lost in silence: what a format cannot hold comes back as notes.

import type { Issue, TaskControl } from "../../base/index.ts";
import { Failure, uncontrolled } from "../../base/index.ts";
import { parseDatum, prepareDatum, turnDatum } from "../../geo/index.ts";
import { createNotes } from "./export-notes.ts";
import type { ExportHost, ExportOptions, ExportResult, ExportTable } from "./export-types.ts";
import { reprojectGeometry } from "./reproject-geometry.ts";
import { settleTable } from "./settle-table.ts";
import { fileName, uniqueName } from "./unique-name.ts";
import type { WriterId } from "./writer-ids.ts";

export async function exportTables(
  format: WriterId,
  tables: readonly ExportTable[],
  options: ExportOptions,
  host: ExportHost,
  control: TaskControl = uncontrolled,
): Promise<ExportResult> {
  const { WRITERS } = await import("./writer-table.ts");
  const { write, fixedDatum } = WRITERS[format];
  const datum = eastFirst(options.datum);
  if (!(await prepareDatum(datum))) return { files: [], notes: [unknownDatum(options.datum)] };
  const notes = createNotes();
  const taken = new Set<string>();
  const settled: ExportTable[] = [];
  for (const [i, table] of tables.entries()) {
    if (control.cancelled()) throw new Failure("cancelled");
    control.report({ stage: "write", done: i / tables.length });
    await control.pause();
    const named = { ...table, name: uniqueName(fileName(table.name), taken) };
    const { geometry } = table;
    const placed = geometry === null ? null : reprojectGeometry(geometry, fixedDatum ?? datum);
    settled.push({ ...settleTable(named, notes), geometry: placed });
  }
  const result = await write(settled, { ...options, datum }, host);
  return { files: result.files, notes: [...notes.list(), ...result.notes] };
}

/** Files keep easting or longitude first, whatever order the datum was read in. */
const eastFirst = (datum: string): string => (parseDatum(datum)?.turned === true ? turnDatum(datum) : datum);

const unknownDatum = (datum: string): Issue => ({
  code: "coords.datumUnknown",
  severity: "error",
  values: { datum },
});
