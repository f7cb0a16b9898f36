// Archives opened until only files are left: ZIP inside ZIP, and gzip. Bounded on every side, so that no archive
// takes the machine with it: bytes in all, ratio of unpacked to packed, depth, number of entries. Only what some
// format can read is unpacked, and plain text only where it is all there is (else it is a note on the data); the rest
// is counted.

import type { Issue, IssueCode } from "../../base/index.ts";
import type { ReadContext } from "../format.ts";
import type { InputFile } from "../import-types.ts";
import { checkIn } from "../share-control.ts";
import { MOST_ENTRIES, MOST_RATIO, unpackedBound } from "./archive-limits.ts";
import { extensionOf } from "./group-files.ts";
import { gunzip } from "./inflate.ts";
import { listZip } from "./list-zip.ts";
import type { EntryFault } from "./unpack-entry.ts";
import { unpackEntry } from "./unpack-entry.ts";

export interface Unpacked {
  /** Members are named after their archive: "data.zip/roads.shp". */
  readonly files: readonly InputFile[];
  readonly issues: readonly Issue[];
}

/** `isUseful`: can this file, by its name, be part of a data set? */
export async function unpackFiles(
  files: readonly InputFile[],
  isUseful: (name: string) => boolean,
  context: ReadContext,
): Promise<Unpacked> {
  const job: Job = { isUseful, context, files: [], issues: [], left: TOTAL_BYTES, entries: MOST_ENTRIES };
  for (const file of files) await open(file, 0, job);
  return job;
}

/** Bytes that all archives of one import may unpack to. */
const TOTAL_BYTES = 4 * 2 ** 30;
const DEEPEST = 3;

interface Job {
  readonly isUseful: (name: string) => boolean;
  readonly context: ReadContext;
  readonly files: InputFile[];
  readonly issues: Issue[];
  left: number;
  entries: number;
}

async function open(file: InputFile, depth: number, job: Job): Promise<void> {
  const kind = kindOf(file);
  if (kind === null) {
    job.files.push(file);
    return;
  }
  if (depth >= DEEPEST) return refuse(job, file.name, "file.nested", { most: DEEPEST });
  if (kind === "gzip") await openGzip(file, depth, job);
  else await openZip(file, depth, job);
}

/** Formats that are ZIP archives themselves stay whole. */
function kindOf({ name, bytes }: InputFile): "zip" | "gzip" | null {
  const extension = extensionOf(name);
  const [a, b, c, d] = bytes;
  if (extension === "gz" || (extension === "" && a === 0x1f && b === 0x8b)) return "gzip";
  if (extension === "zip") return "zip";
  const looksZip = a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6));
  return looksZip && extension === "" ? "zip" : null;
}

function refuse(job: Job, file: string, code: IssueCode, values: Issue["values"] = {}): void {
  job.issues.push({ code, severity: "error", file, values });
}

async function openGzip(file: InputFile, depth: number, job: Job): Promise<void> {
  if (file.bytes.length === 0) return refuse(job, file.name, "file.empty");
  const limit = Math.min(job.left, unpackedBound(file.bytes.length));
  const bytes = await gunzip(file.bytes, limit);
  if (bytes === "tooLarge") return refuse(job, file.name, "file.bomb", { ratio: MOST_RATIO });
  if (bytes === "damaged") return refuse(job, file.name, "file.packDamaged");
  job.left -= bytes.length;
  await open({ name: file.name.replace(/\.gz$/i, ""), bytes }, depth + 1, job);
}

async function openZip(file: InputFile, depth: number, job: Job): Promise<void> {
  if (file.bytes.length === 0) return refuse(job, file.name, "file.empty");
  const list = listZip(file.bytes, job.context.decode, job.entries + 1);
  if (list === null) return refuse(job, file.name, "file.badArchive");
  const { entries: listed, isCut } = list;
  if (listed.length > job.entries) return refuse(job, file.name, "file.manyEntries", { most: MOST_ENTRIES });
  job.entries -= listed.length;
  if (isCut) refuse(job, file.name, "file.packDamaged");
  const members = listed.filter(
    ({ name }) => !/(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/i.test(name),
  );
  const readable = members.filter(({ name }) => /\.(?:zip|gz)$/i.test(name) || job.isUseful(name));
  const tables = readable.filter(({ name }) => !/\.txt$/i.test(name));
  const useful = tables.length > 0 ? tables : readable;
  const size = useful.reduce((sum, entry) => sum + entry.size, 0);
  if (size > job.left) return refuse(job, file.name, "file.tooLarge", { bytes: size, most: TOTAL_BYTES });
  if (size > unpackedBound(file.bytes.length))
    return refuse(job, file.name, "file.bomb", { ratio: MOST_RATIO });
  if (members.length > useful.length) {
    const values = { rows: members.length - useful.length };
    job.issues.push({ code: "file.membersUnused", severity: "info", file: file.name, values });
  }
  if (useful.length === 0) return refuse(job, file.name, "file.nothingInside");
  let done = 0;
  for (const entry of useful) {
    await checkIn(job.context.control, { stage: "read", done: done / Math.max(1, size) });
    done += entry.size;
    const name = `${file.name}/${entry.name}`;
    const bytes = await unpackEntry(file.bytes, entry);
    if (typeof bytes === "string") {
      refuse(job, name, ENTRY_FAULTS[bytes]);
      continue;
    }
    job.left -= bytes.length;
    await open({ name, bytes }, depth + 1, job);
  }
}

const ENTRY_FAULTS = {
  encrypted: "file.encrypted",
  unknownMethod: "file.badArchive",
  damaged: "file.packDamaged",
  tooLarge: "file.bomb",
} as const satisfies Record<EntryFault, IssueCode>;
