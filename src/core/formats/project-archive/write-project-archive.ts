// Writes a project as one file for a colleague: a ZIP, because its members carry check sums, columns go in as
// they lie in memory, and anybody can look inside with what every computer has. (A GeoPackage would need a
// database engine of 330 kB to open.) manifest.json comes first; equal projects give equal bytes.

import { packTree } from "./pack-tree.ts";
import { PROJECT_VERSION, type SavedProject } from "./saved-project.ts";

export const MANIFEST = "manifest.json";
export const ARCHIVE_FORMAT = "quandian-project";

/** Parts of a project that are members of their own, with their columns. */
export const PARTS = ["baseline", "imported", "options", "settings", "packs"] as const;

/** Any fixed date: when the project was saved is in the manifest, not in the members. */
const MEMBER_DATE = "1980-01-01T00:00:00";
/** DEFLATE level: on a city's columns 6 saves 2 % over 1 and takes three times as long. */
const LEVEL = 1;

export async function writeProjectArchive(project: SavedProject): Promise<Uint8Array> {
  const { zipSync } = await import("fflate");
  const { id, name, appVersion, createdAt, savedAt, currentOption, extra } = project;
  const manifest = {
    format: ARCHIVE_FORMAT,
    version: PROJECT_VERSION,
    ...{ id, name, appVersion, createdAt, savedAt, currentOption },
    sources: project.baseline.sources,
  };
  const members: Record<string, Uint8Array> = { [MANIFEST]: encode(manifest, 2) };
  for (const part of PARTS) {
    const { json, columns } = packTree(project[part], part);
    members[`${part}.json`] = encode(json);
    for (const [member, bytes] of columns) members[member] = bytes;
  }
  for (const [member, bytes] of Object.entries(extra)) members[member] ??= bytes;
  return zipSync(members, { level: LEVEL, mtime: MEMBER_DATE });
}

const encode = (value: unknown, indent?: number): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(value, null, indent));
