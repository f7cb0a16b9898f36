// Archives opened until only files are left: ZIP inside ZIP, and gzip. Bounded on every side, so that no archive
// takes the machine with it: bytes in all, ratio of unpacked to packed, depth, number of entries. Only what some
// format can read is unpacked, and plain text only where it is all there is (else it is a note on the data); the rest
// is counted.

import type { Issue, IssueCode } from "../../base/index.ts";
import { Failure } from "../../base/index.ts";
import type { ReadContext } from "../format.ts";
import type { InputFile } from "../import-types.ts";
import { extensionOf } from "./group-files.ts";
import { crc32, gunzip, inflateRaw } from "./inflate.ts";
import type { ZipEntry } from "./list-zip.ts";
import { listZip } from "./list-zip.ts";

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
/** Unpacked to packed bytes, and the unpacked size below which nobody asks. */
const MOST_RATIO = 200;
const RATIO_FROM = 64 * 2 ** 20;
const DEEPEST = 3;
const MOST_ENTRIES = 100_000;

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
  const limit = Math.min(job.left, boundOf(file.bytes.length));
  const bytes = await gunzip(file.bytes, limit);
  if (bytes === "tooLarge") return refuse(job, file.name, "file.bomb", { ratio: MOST_RATIO });
  if (bytes === "damaged") return refuse(job, file.name, "file.packDamaged");
  job.left -= bytes.length;
  await open({ name: file.name.replace(/\.gz$/i, ""), bytes }, depth + 1, job);
}

/** Bytes that `packed` bytes may become. */
const boundOf = (packed: number): number => Math.max(RATIO_FROM, MOST_RATIO * packed);

async function openZip(file: InputFile, depth: number, job: Job): Promise<void> {
  if (file.bytes.length === 0) return refuse(job, file.name, "file.empty");
  const listed = listZip(file.bytes, job.context.decode, job.entries + 1);
  if (listed === null) return refuse(job, file.name, "file.badArchive");
  if (listed.length > job.entries) return refuse(job, file.name, "file.manyEntries", { most: MOST_ENTRIES });
  job.entries -= listed.length;
  const members = listed.filter(
    ({ name }) => !/(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/i.test(name),
  );
  const readable = members.filter(({ name }) => /\.(?:zip|gz)$/i.test(name) || job.isUseful(name));
  const tables = readable.filter(({ name }) => !/\.txt$/i.test(name));
  const useful = tables.length > 0 ? tables : readable;
  const size = useful.reduce((sum, entry) => sum + entry.size, 0);
  if (size > job.left) return refuse(job, file.name, "file.tooLarge", { bytes: size, most: TOTAL_BYTES });
  if (size > boundOf(file.bytes.length)) return refuse(job, file.name, "file.bomb", { ratio: MOST_RATIO });
  if (members.length > useful.length) {
    const values = { rows: members.length - useful.length };
    job.issues.push({ code: "file.membersUnused", severity: "info", file: file.name, values });
  }
  if (useful.length === 0) return refuse(job, file.name, "file.nothingInside");
  for (const entry of useful) {
    if (job.context.control.cancelled()) throw new Failure("cancelled");
    await job.context.control.pause();
    const name = `${file.name}/${entry.name}`;
    const bytes = await unpackEntry(file.bytes, entry);
    if (typeof bytes === "string") {
      refuse(job, name, bytes);
      continue;
    }
    job.left -= bytes.length;
    await open({ name, bytes }, depth + 1, job);
  }
}

/** The bytes of an entry, or why there are none. */
async function unpackEntry(archive: Uint8Array, entry: ZipEntry): Promise<Uint8Array | IssueCode> {
  if (entry.encrypted) return "file.encrypted";
  if (entry.method !== 0 && entry.method !== 8) return "file.badArchive";
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const { offset, packedSize, size } = entry;
  if (offset + 30 > archive.length || view.getUint32(offset, true) !== LOCAL) return "file.packDamaged";
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = archive.subarray(start, start + packedSize);
  if (packed.length < packedSize) return "file.packDamaged";
  const bytes = entry.method === 0 ? packed : await inflateRaw(packed, size);
  if (bytes === "tooLarge") return "file.bomb";
  return bytes === "damaged" || bytes.length !== size || crc32(bytes) !== entry.crc
    ? "file.packDamaged"
    : bytes;
}

const LOCAL = 0x04034b50;
