// Reads a project file, or says in one issue why not. Nothing is taken from a file that is not whole: members
// are verified by length and check sum, older versions migrated, columns and edits checked against each other.

import type { Issue } from "../../base/index.ts";
import type { ProjectTree } from "./migrations/project-tree.ts";
import { type Inflate, openZip, type ZipFault, type ZipLimits } from "./open-zip.ts";
import { unpackTree } from "./pack-tree.ts";
import { type ProjectFault, resumeProject } from "./resume-project.ts";
import { PROJECT_VERSION, type SavedProject } from "./saved-project.ts";
import { ARCHIVE_FORMAT, MANIFEST } from "./write-project-archive.ts";

export type ArchiveRead =
  /** `version` is the one it was written in. */
  { readonly project: SavedProject; readonly version: number } | { readonly refusal: Issue };

/** A city of 250,000 residences is 45 MB; lists of equal names deflate to a 500th, a whole project never. */
const ARCHIVE_LIMITS: ZipLimits = { total: 2 ** 30, ratio: 200, ratioFrom: 2 ** 26 };

export async function readProjectArchive(
  file: string,
  bytes: Uint8Array,
  limits: ZipLimits = ARCHIVE_LIMITS,
): Promise<ArchiveRead> {
  const { inflateSync } = await import("fflate");
  const inflate: Inflate = (raw, out) => inflateSync(raw, { out: out as Uint8Array<ArrayBuffer> });
  const opened = openZip(bytes, limits, inflate);
  if ("fault" in opened) return refuseZip(file, opened);
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
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  new TextDecoder().decode(bytes.subarray(LOCAL_NAME, LOCAL_NAME + MANIFEST.length)) === MANIFEST;

/** Where the first member's name begins. */
const LOCAL_NAME = 30;

interface Manifest {
  readonly version: number;
  readonly [key: string]: unknown;
}

function parseManifest(bytes: Uint8Array | undefined): Manifest | null {
  if (bytes === undefined) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
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
    tree[part] = unpackTree(parsePart(part, bytes), column);
  }
  tree["extra"] = Object.fromEntries([...members].filter(([name]) => !used.has(name)));
  return tree;
}

/** Parts of all versions. */
const KNOWN_PARTS = ["baseline", "imported", "options", "settings", "packs", "edits"] as const;

function parsePart(part: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Error(`${part}.json`);
  }
}

function refuseZip(file: string, fault: ZipFault): ArchiveRead {
  switch (fault.fault) {
    case "notZip":
      return refuse(file, "archive.notProject");
    case "truncated":
      return refuse(file, "archive.truncated");
    case "damaged":
      return refuse(file, "archive.damaged", { member: fault.member });
    case "tooLarge":
      return refuse(file, "archive.tooLarge", {
        megabytes: Math.round(fault.bytes / 2 ** 20),
        limit: Math.round(fault.allowed / 2 ** 20),
      });
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
