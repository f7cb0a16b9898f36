// Files of any format to files of another, in another datum or encoding: read as an import reads them, but without
// asking what they mean. The datum of the source is what the caller says, else what the file states, else what the
// coordinate doctor makes of the numbers.

import type { Issue, TaskControl } from "../../base/index.ts";
import { uncontrolled } from "../../base/index.ts";
import { diagnoseDatum, prepareDatum, readPrj } from "../../geo/index.ts";
import type { FeatureTable } from "../feature-table.ts";
import { type FieldMap, guessFields } from "../guess-fields.ts";
import { createLog } from "../import-log.ts";
import type { InputFile } from "../import-types.ts";
import { parsePosition } from "../parse-position.ts";
import { isProjectFile } from "../project.ts";
import { readShape } from "../read-shape.ts";
import { openGroups, readTables } from "../read-tables.ts";
import { exportTables } from "./export-tables.ts";
import type { ExportHost, ExportOptions, ExportResult, ExportTable } from "./export-types.ts";
import { tablesOfFeatures } from "./tables-of-features.ts";
import type { WriterId } from "./writer-ids.ts";

export interface ConvertInput {
  readonly files: readonly InputFile[];
  readonly format: WriterId;
  /** `datum` "": as each file came, which is WGS-84 where they differ. */
  readonly options: ExportOptions;
  /** Datum of the files; "" as they say, else as the numbers look. */
  readonly from: string;
}

export async function convertFiles(
  { files, format, options, from }: ConvertInput,
  host: ExportHost,
  control: TaskControl = uncontrolled,
): Promise<ExportResult> {
  const log = createLog();
  const context = { ...host, control };
  const groups = (await openGroups(files, context, log)).filter(({ main }) => !isProjectFile(main));
  const read = await readTables(groups, context, () => [], log);
  const issues: Issue[] = [...log.issues];
  const tables: ExportTable[] = [];
  const datums = new Set<string>();
  for (const table of read.values()) {
    if (table === null) continue;
    const { lon, lat } = guessFields(table, "residences");
    const position = { ...(lon === undefined ? {} : { lon }), ...(lat === undefined ? {} : { lat }) };
    const datum = from || sourceDatum(table, position);
    if (!(await prepareDatum(datum))) {
      issues.push({ code: "coords.datumUnknown", severity: "error", file: table.file, values: { datum } });
      continue;
    }
    datums.add(datum);
    tables.push(...tablesOfFeatures(table, layerTitle(table), datum, position));
  }
  if (tables.length === 0) return { files: [], notes: issues };
  const datum = options.datum || (datums.size === 1 ? [...datums][0]! : "wgs84");
  const written = await exportTables(format, tables, { ...options, datum }, host, control);
  return { files: written.files, notes: [...issues, ...written.notes] };
}

/** The layer's own name, else the file's without folder and extension. */
const layerTitle = ({ file, layer }: FeatureTable): string =>
  layer || file.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");

function sourceDatum({ datum, prj, rows }: FeatureTable, position: Pick<FieldMap, "lon" | "lat">): string {
  const stated = datum ?? (prj === null ? null : readPrj(prj).datum);
  if (stated !== null) return stated;
  const firsts = rows.flatMap(({ geometry, properties }) => {
    const shape = readShape(geometry ?? parsePosition(properties, position));
    return typeof shape === "string" ? [] : [shape.xy[0]!, shape.xy[1]!];
  });
  return diagnoseDatum({ xy: Float64Array.from(firsts), prj }).hypotheses[0]?.datum ?? "wgs84";
}
