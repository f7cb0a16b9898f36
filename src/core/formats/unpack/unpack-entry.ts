// One member of a ZIP archive, verified by length and check sum (stored or deflated; PKWARE APPNOTE 6.3). It is
// inflated into exactly the length that the table of contents declares, so a bound on declared sizes bounds memory.

import { crc32 } from "./crc32.ts";
import { inflateRaw } from "./inflate.ts";
import type { ZipEntry } from "./list-zip.ts";

/** "tooLarge": it unpacks to more than it declares. */
export type EntryFault = "encrypted" | "unknownMethod" | "damaged" | "tooLarge";

/** The bytes of an entry, or why there are none. */
export async function unpackEntry(archive: Uint8Array, entry: ZipEntry): Promise<Uint8Array | EntryFault> {
  if (entry.encrypted) return "encrypted";
  if (entry.method !== STORED && entry.method !== DEFLATED) return "unknownMethod";
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const { offset, packedSize, size } = entry;
  if (offset + LOCAL_LENGTH > archive.length || view.getUint32(offset, true) !== LOCAL) return "damaged";
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = archive.subarray(start, start + packedSize);
  if (packed.length < packedSize) return "damaged";
  const bytes = entry.method === STORED ? packed : await inflateRaw(packed, size);
  if (typeof bytes === "string") return bytes;
  return bytes.length === size && crc32(bytes) === entry.crc ? bytes : "damaged";
}

const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
