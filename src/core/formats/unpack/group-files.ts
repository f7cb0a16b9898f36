// Loose files to data sets: the members of a Shapefile by their common name, whatever its case; all files of a
// .gdb folder as one; every other file by itself.

import type { FileGroup } from "../format.ts";
import type { InputFile } from "../import-types.ts";

/** In the order of the files; the main member is the .shp, else the .dbf, else the first that is there. */
export function groupFiles(files: readonly InputFile[]): FileGroup[] {
  const sets = new Map<string, InputFile[]>();
  for (const file of files) {
    const key = folderKey(file.name) ?? memberKey(file.name) ?? file.name;
    sets.set(key, [...(sets.get(key) ?? []), file]);
  }
  return [...sets].map(([key, members]): FileGroup => {
    if (folderKey(members[0]!.name) !== null) {
      return { main: { name: key, bytes: new Uint8Array(0) }, parts: members };
    }
    const main =
      ["shp", "dbf"]
        .map((extension) => members.find(({ name }) => extensionOf(name) === extension))
        .find((member) => member !== undefined) ?? members[0]!;
    return { main, parts: members.filter((member) => member !== main) };
  });
}

/** Files that are of no use without a .shp or .dbf beside them. */
export const isPart = (name: string): boolean => PARTS.has(extensionOf(name));

export const extensionOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** Is it a member of a Shapefile, alone or not? */
export const isMember = (name: string): boolean => isPart(name) || /\.(?:shp|dbf)$/i.test(name);

const PARTS: ReadonlySet<string> = new Set(["shx", "prj", "cpg", "qpj", "qix", "sbn", "sbx", "cst"]);

/** "a/City.gdb/x.gdbtable" → "a/City.gdb". */
const folderKey = (name: string): string | null => /^(.*\.gdb)\/[^/]*$/i.exec(name)?.[1] ?? null;

const memberKey = (name: string): string | null =>
  isMember(name) ? `${name.slice(0, name.lastIndexOf(".")).toLowerCase()}.*` : null;
