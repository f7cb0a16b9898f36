// Last year's net as the user has it: a table that names units and their grid's code, known by a column of unit ids,
// else a layer of grid polygons, imported like any other.

import type { Issue } from "../core/base/index.ts";
import type { Engine, PreviousNet } from "../core/engine/index.ts";
import type { AnalyseArguments } from "./arguments.ts";
import type { CliHost } from "./cli-host.ts";
import { readFiles } from "./read-files.ts";
import { readRecords } from "./read-records.ts";
import { UnusableInput } from "./unusable-input.ts";

/** Columns that hold a grid's code by their names, when the user names none. */
const GRID_COLUMN = /^(?:grid|code|网格|网格编码|网格编号|grid_?(?:id|code|no))$/i;

export async function readPrevious(
  engine: Engine,
  file: string,
  field: string | null,
  unitIds: readonly string[],
  { datum, encoding }: AnalyseArguments,
  host: CliHost,
): Promise<{ readonly net: PreviousNet; readonly issues: readonly Issue[] }> {
  const records = readRecords(file, host.folder);
  const idColumn = unitColumn(records, new Set(unitIds));
  const names = Object.keys(records[0] ?? {}).filter((name) => name !== idColumn);
  const column = field ?? names.find((name) => GRID_COLUMN.test(name)) ?? null;
  if (idColumn !== null && column !== null) {
    if (!names.includes(column)) throw new UnusableInput([missing(file, column, names)]);
    const rows = records.map((record) => ({ unit: record[idColumn]!, code: record[column]! }));
    return { net: { kind: "codes", rows }, issues: [] };
  }
  const { files, faults } = readFiles([file], host.folder);
  if (faults.length > 0) throw new UnusableInput(faults);
  const fields = field === null ? {} : { id: field };
  const { baseline, issues } = await engine.run("files.import", {
    name: "",
    files,
    layers: [{ role: "grids", file, datum: datum ?? "", fields, asOf: null }],
    ...(encoding === null ? {} : { encoding }),
  });
  const told = issues.filter(({ code }) => code !== "layer.required");
  if (baseline === null || baseline.grids.records.length === 0) throw new UnusableInput(told);
  return { net: { kind: "areas", areas: baseline.grids }, issues: told };
}

/** The column most of whose values are units, at least half of the rows. */
function unitColumn(
  records: readonly Readonly<Record<string, string>>[],
  ids: ReadonlySet<string>,
): string | null {
  let [best, most] = [null as string | null, records.length / 2];
  for (const name of Object.keys(records[0] ?? {})) {
    const met = records.filter((record) => ids.has(record[name] ?? "")).length;
    if (met > 0 && met >= most) [best, most] = [name, met];
  }
  return best;
}

const missing = (file: string, column: string, names: readonly string[]): Issue => ({
  code: "layer.fieldMissing",
  severity: "warning",
  file,
  field: column,
  values: { wanted: "grid", asked: column, found: names.join(", ") },
});
