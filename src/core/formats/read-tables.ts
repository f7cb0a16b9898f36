// Files to tables: archives opened, loose members put together, each data set read with its format. A table goes by
// the name a LayerSpec would give it ("roads.gpkg#main"). Columns with personal information are left out here, before
// anything else sees them.

import type { IssueCode } from "../base/index.ts";
import { detectPersonal, withoutColumns } from "./detect-personal.ts";
import type { FeatureTable } from "./feature-table.ts";
import { layerName } from "./feature-table.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import { FORMATS, formatOf } from "./format-table.ts";
import type { ImportLog } from "./import-log.ts";
import type { InputFile } from "./import-types.ts";
import { checkIn, shareControl } from "./share-control.ts";
import { extensionOf, groupFiles, isMember, isPart } from "./unpack/group-files.ts";
import { unpackFiles } from "./unpack/unpack-files.ts";

/** By name; null for a data set of which nothing came. */
export type Tables = ReadonlyMap<string, FeatureTable | null>;

/** The data sets among the files; archives that cannot be opened are in the log. */
export async function openGroups(
  files: readonly InputFile[],
  context: ReadContext,
  log: ImportLog,
): Promise<FileGroup[]> {
  const unpacked = await unpackFiles(files, canBeRead, context);
  log.issues.push(...unpacked.issues);
  return groupFiles(unpacked.files);
}

/** `keep`: columns to read although they look like personal information. `encodingOf`: what the user says of one file. */
export async function readTables(
  groups: readonly FileGroup[],
  context: ReadContext,
  keep: (name: string) => readonly string[],
  log: ImportLog,
  encodingOf: (group: FileGroup) => string | undefined = () => undefined,
): Promise<Tables> {
  const tables = new Map<string, FeatureTable | null>();
  const total = groups.reduce((sum, group) => sum + sizeOf(group), 0);
  let done = 0;
  for (const group of groups) {
    const next = done + sizeOf(group) / Math.max(1, total);
    const control = shareControl(context.control, done, next);
    await checkIn(control, { stage: "read", done: 0 });
    done = next;
    const encoding = encodingOf(group) ?? context.encoding;
    const own = encoding === undefined ? { ...context, control } : { ...context, control, encoding };
    for (const table of await readGroup(group, own, log)) {
      if (table === null) tables.set(group.main.name, null);
      else tables.set(table.file, withoutPersonal(table, keep(table.file), log));
    }
  }
  return tables;
}

const sizeOf = ({ main, parts }: FileGroup): number =>
  parts.reduce((sum, { bytes }) => sum + bytes.length, main.bytes.length);

const EXTENSIONS: ReadonlySet<string> = new Set(FORMATS.flatMap(({ extensions }) => extensions));

/** Can a file be data, by its name? */
export const canBeRead = (name: string): boolean =>
  EXTENSIONS.has(extensionOf(name)) || isMember(name) || /\.gdb\/[^/]+$/i.test(name);

async function readGroup(
  group: FileGroup,
  context: ReadContext,
  log: ImportLog,
): Promise<(FeatureTable | null)[]> {
  const { main, parts } = group;
  const fault = (code: IssueCode): null[] => {
    log.issues.push({ code, severity: "error", file: main.name });
    return [null];
  };
  if (main.bytes.length === 0 && parts.length === 0) return fault("file.empty");
  if (isPart(main.name)) return fault("file.partAlone");
  const format = formatOf(main);
  if (format === null) return fault("file.unknownFormat");
  const reads = await format.read(group, context);
  log.issues.push(...reads.flatMap(({ issues }) => issues));
  return reads.map(({ table }) =>
    table === null ? null : { ...table, file: layerName(table.file, table.layer) },
  );
}

function withoutPersonal(table: FeatureTable, keep: readonly string[], log: ImportLog): FeatureTable {
  const found = detectPersonal(table).filter(({ column }) => !keep.includes(column));
  for (const { column, kind } of found) {
    const values = { found: kind };
    log.issues.push({
      code: "column.personal",
      severity: "warning",
      file: table.file,
      field: column,
      values,
    });
  }
  return withoutColumns(
    table,
    found.map(({ column }) => column),
  );
}
