// A table file as rows of a register or as matters: what fits, and what was set aside and why. Its first table counts.

import type { Issue, TaskControl } from "../base/index.ts";
import { type Decode, type FormatLibraries, readPlainTables } from "../formats/index.ts";
import { mattersOfTable, rowsOfTable } from "../standards/index.ts";
import type { TaskInput, TaskOutput } from "./tasks.ts";

interface Host {
  readonly decode: Decode;
  readonly libraries?: FormatLibraries;
}

export async function readRegister(
  { file, register, places }: TaskInput<"records.register">,
  host: Host,
  control: TaskControl,
): Promise<TaskOutput<"records.register">> {
  const { table, issues } = await firstTable(file, host, control);
  return { ...rowsOfTable(table, register, places), issues };
}

export async function readMatters(
  { file, kinds, places, today, known }: TaskInput<"records.matters">,
  host: Host,
  control: TaskControl,
): Promise<TaskOutput<"records.matters">> {
  const { table, issues } = await firstTable(file, host, control);
  return { ...mattersOfTable(table, kinds, places, today, known), issues };
}

const NO_TABLE = { columns: [], rows: [] };

async function firstTable(file: TaskInput<"records.register">["file"], host: Host, control: TaskControl) {
  const { tables, issues } = await readPlainTables([file], host.decode, control, host.libraries);
  const told: readonly Issue[] =
    tables.length === 0 && issues.length === 0
      ? [{ code: "file.empty", severity: "error", file: file.name }]
      : issues;
  return { table: tables[0] ?? NO_TABLE, issues: told };
}
