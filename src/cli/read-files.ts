// Paths to files with everything that belongs to them: the members of a Shapefile beside the one that was named,
// the files of a .gdb folder.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Issue } from "../core/base/index.ts";
import type { InputFile } from "../core/formats/index.ts";
import { canBeRead } from "../core/formats/index.ts";

export interface FilesRead {
  readonly files: readonly InputFile[];
  /** Paths that cannot be read. */
  readonly faults: readonly Issue[];
}

/** `names` as the user wrote them, relative to `folder`; files keep these names. */
export function readFiles(names: readonly string[], folder: string): FilesRead {
  const files = new Map<string, InputFile>();
  const faults: Issue[] = [];
  for (const name of names) {
    for (const member of membersOf(name, folder)) {
      if (files.has(member)) continue;
      try {
        files.set(member, { name: member, bytes: readFileSync(resolve(folder, member)) });
      } catch (error) {
        faults.push(unreadable(member, error));
      }
    }
  }
  return { files: [...files.values()], faults };
}

/** Is this something that a format or an archive can be, by its name? */
export const isData = (name: string): boolean => canBeRead(name) || /\.(?:zip|gz)$/i.test(name);

export function unreadable(file: string, error: unknown): Issue {
  const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return reason === "ENOENT"
    ? { code: "file.missing", severity: "error", file }
    : { code: "file.unreadable", severity: "error", file, values: { reason } };
}

/** The data files in a folder and in those inside it; anything else stands for itself. */
export const listData = (name: string, folder: string): string[] =>
  isFolder(resolve(folder, name)) && !GDB.test(name)
    ? listFiles(name, folder).filter((file) => isData(file))
    : [name];

const GDB = /\.gdb[/\\]?$/i;

function membersOf(name: string, folder: string): string[] {
  const path = resolve(folder, name);
  return GDB.test(name) && isFolder(path) ? listFiles(name, folder) : [name, ...siblingsOf(name, path)];
}

const listFiles = (name: string, folder: string): string[] =>
  readdirSync(resolve(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(name, relative(resolve(folder, name), join(entry.parentPath, entry.name))))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();

const MEMBER = /\.(?:shp|dbf|shx|prj|cpg|qpj)$/i;

/** Other members of the Shapefile that `name` belongs to, whatever the case of their names. */
function siblingsOf(name: string, path: string): string[] {
  if (!MEMBER.test(name)) return [];
  const stem = basename(path).replace(MEMBER, "").toLowerCase();
  const beside = name.slice(0, name.length - basename(name).length);
  return listNames(dirname(path))
    .filter((file) => MEMBER.test(file) && file.replace(MEMBER, "").toLowerCase() === stem)
    .filter((file) => file !== basename(name))
    .map((file) => `${beside}${file}`);
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
