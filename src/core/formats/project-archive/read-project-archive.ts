// Reads a project file, or says in one issue why not. Nothing is taken from a file that is not whole: members
// are verified by length and check sum, older versions migrated, columns and edits checked against each other.

import type { Issue } from "../../base/index.ts";
import { decodeBytes, decodeUtf8 } from "../../base/index.ts";
import { MOST_ENTRIES, MOST_RATIO, RATIO_FROM } from "../unpack/archive-limits.ts";
import type { ZipEntry } from "../unpack/list-zip.ts";
import { listZip } from "../unpack/list-zip.ts";
import { unpackEntry } from "../unpack/unpack-entry.ts";
import type { ProjectTree } from "./migrations/project-tree.ts";
import { unpackMembers } from "./pack-members.ts";
import { type ProjectFault, resumeProject } from "./resume-project.ts";
import { PROJECT_VERSION, type SavedProject } from "./saved-project.ts";
import { ARCHIVE_FORMAT, MANIFEST } from "./write-project-archive.ts";

export type ArchiveRead =
  /** `version` is the one it was written in. */
  { readonly project: SavedProject; readonly version: number } | { readonly refusal: Issue };

export interface ArchiveLimits {
  /** Bytes of all members together, uncompressed. */
  readonly total: number;
  /** Uncompressed over compressed size … */
  readonly ratio: number;
  /** … which is not judged below this many bytes. */
  readonly ratioFrom: number;
}

/** A city of 250,000 residences is 45 MB. */
const ARCHIVE_LIMITS: ArchiveLimits = { total: 2 ** 30, ratio: MOST_RATIO, ratioFrom: RATIO_FROM };

export async function readProjectArchive(
  file: string,
  bytes: Uint8Array,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<ArchiveRead> {
  if (!looksZip(bytes)) return refuse(file, "archive.notProject");
  const list = listZip(bytes, decodeBytes, MOST_ENTRIES);
  if (list === null) return refuse(file, "archive.truncated");
  const { entries, isCut } = list;
  if (isCut) return refuse(file, "archive.damaged", { member: entries.at(-1)?.name ?? "" });
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const allowed = Math.min(limits.total, Math.max(limits.ratioFrom, limits.ratio * bytes.length));
  if (size > allowed) {
    const values = { megabytes: Math.round(size / 2 ** 20), limit: Math.round(allowed / 2 ** 20) };
    return refuse(file, "archive.tooLarge", values);
  }
  const opened = await unpackAll(bytes, entries);
  if ("damaged" in opened) return refuse(file, "archive.damaged", { member: opened.damaged });
  const manifest = parseManifest(opened.get(MANIFEST));
  if (manifest === null) return refuse(file, "archive.notProject");
  const { format: _, version, sources: __, ...head } = manifest;
  if (version > PROJECT_VERSION) {
    const program = typeof head["appVersion"] === "string" ? head["appVersion"] : "";
    return refuse(file, "archive.newer", { version, known: PROJECT_VERSION, program });
  }
  try {
    const tree = readMembers(opened, head);
    const checked = resumeProject(tree, version);
    return "fault" in checked ? refuseContent(file, checked) : { project: checked, version };
  } catch (error) {
    const member = error instanceof Error ? error.message : String(error);
    return refuse(file, "archive.invalid", { path: member });
  }
}

/** Is this a project file? By the name of its first member. */
export const isProjectArchive = (bytes: Uint8Array): boolean =>
  looksZip(bytes) && decodeUtf8(bytes.subarray(LOCAL_NAME, LOCAL_NAME + MANIFEST.length)) === MANIFEST;

/** Where the first member's name begins. */
const LOCAL_NAME = 30;

const looksZip = ([p, k, three, four]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && three === 3 && four === 4;

/** Members by name, in the order of the file; or the first that is not what the archive says. */
async function unpackAll(
  archive: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<ReadonlyMap<string, Uint8Array> | { readonly damaged: string }> {
  const members = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const content = await unpackEntry(archive, entry);
    if (typeof content === "string" || members.has(entry.name)) return { damaged: entry.name };
    members.set(entry.name, entry.method === 0 ? new Uint8Array(content) : content);
  }
  return members;
}

interface Manifest {
  readonly version: number;
  readonly [key: string]: unknown;
}

function parseManifest(bytes: Uint8Array | undefined): Manifest | null {
  if (bytes === undefined) return null;
  try {
    const value: unknown = JSON.parse(decodeUtf8(bytes));
    if (typeof value !== "object" || value === null || !("format" in value) || !("version" in value))
      return null;
    const { format, version } = value;
    const known = format === ARCHIVE_FORMAT && typeof version === "number" && Number.isInteger(version);
    return known && version >= 1 ? { ...value, version } : null;
  } catch {
    return null;
  }
}

/** Every JSON member at the root becomes a field of the tree; what no field refers to is kept as it is. */
function readMembers(members: ReadonlyMap<string, Uint8Array>, head: ProjectTree): ProjectTree {
  const used = new Set([MANIFEST]);
  const column = (member: string): Uint8Array => {
    const bytes = members.get(member);
    if (bytes === undefined) throw new Error(member);
    used.add(member);
    return bytes;
  };
  const tree: Record<string, unknown> = { ...head };
  for (const part of KNOWN_PARTS) {
    const bytes = members.get(`${part}.json`);
    if (bytes === undefined) continue;
    used.add(`${part}.json`);
    tree[part] = unpackMembers(parsePart(part, bytes), column);
  }
  tree["extra"] = Object.fromEntries([...members].filter(([name]) => !used.has(name)));
  return tree;
}

/** Parts of all versions. */
const KNOWN_PARTS = ["baseline", "imported", "options", "settings", "packs", "edits"] as const;

function parsePart(part: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes));
  } catch {
    throw new Error(`${part}.json`);
  }
}

const refuseContent = (file: string, fault: ProjectFault): ArchiveRead =>
  fault.fault === "invalid"
    ? refuse(file, "archive.invalid", { path: fault.path })
    : refuse(file, "archive.brokenEdit", { option: fault.option, number: fault.number });

const refuse = (
  file: string,
  code: Issue["code"],
  values: Readonly<Record<string, string | number>> = {},
): ArchiveRead => ({ refusal: { code, severity: "error", file, values } });
