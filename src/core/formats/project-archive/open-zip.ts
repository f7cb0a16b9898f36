// Opens a ZIP (PKWARE APPNOTE 6.3.10, without ZIP64 and encryption) by its central directory and verifies
// every member: length and CRC-32. Sizes are judged before anything is inflated and each member is inflated
// into exactly its declared length, so no file can make it take more memory than `limits` allow.

import { crc32 } from "./crc32.ts";

export interface ZipLimits {
  /** Bytes of all members together, uncompressed. */
  readonly total: number;
  /** Uncompressed over compressed size … */
  readonly ratio: number;
  /** … which is not judged below this many bytes. */
  readonly ratioFrom: number;
}

export type ZipFault =
  | { readonly fault: "notZip" | "truncated" }
  | { readonly fault: "damaged"; readonly member: string }
  | { readonly fault: "tooLarge"; readonly bytes: number; readonly allowed: number };

/** Inflates a raw DEFLATE stream into `out`, never beyond it. */
export type Inflate = (bytes: Uint8Array, out: Uint8Array) => Uint8Array;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** Members by name, in the order of the file. */
export function openZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  inflate: Inflate,
): ReadonlyMap<string, Uint8Array> | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL) return { fault: "notZip" };
  const entries = readDirectory(bytes, view);
  if (!Array.isArray(entries)) return entries;
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const allowed = Math.min(limits.total, Math.max(limits.ratioFrom, limits.ratio * bytes.length));
  if (size > allowed) return { fault: "tooLarge", bytes: size, allowed };
  const members = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const content = readMember(bytes, view, entry, inflate);
    if (content === null || members.has(entry.name)) return { fault: "damaged", member: entry.name };
    members.set(entry.name, content);
  }
  return members;
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] | ZipFault {
  const end = findEnd(view);
  if (end < 0) return { fault: "truncated" };
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  if (from + view.getUint32(end + 12, true) > end) return { fault: "truncated" };
  const decoder = new TextDecoder();
  const entries: Entry[] = [];
  for (let at = from, i = 0; i < count; i++) {
    if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL) {
      return { fault: "damaged", member: entries.at(-1)?.name ?? "" };
    }
    const nameLength = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength));
    if (view.getUint16(at + 8, true) & ENCRYPTED) return { fault: "damaged", member: name };
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record lies before a comment of up to 65,535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

/** null when it is not what the directory says. */
function readMember(
  bytes: Uint8Array,
  view: DataView,
  { method, crc, packed, size, offset }: Entry,
  inflate: Inflate,
): Uint8Array | null {
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL) return null;
  const from = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > bytes.length) return null;
  const raw = bytes.subarray(from, from + packed);
  const content =
    method === STORED ? raw.slice() : method === DEFLATED ? tryInflate(raw, size, inflate) : null;
  return content !== null && content.length === size && crc32(content) === crc ? content : null;
}

function tryInflate(raw: Uint8Array, size: number, inflate: Inflate): Uint8Array | null {
  try {
    return inflate(raw, new Uint8Array(size));
  } catch {
    return null;
  }
}
