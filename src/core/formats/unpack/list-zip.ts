// The table of contents of a ZIP archive (PKWARE APPNOTE 6.3: end record, central directory, ZIP64 fields). Names
// are UTF-8 where the archive says so, and otherwise read for what they are: Chinese Windows writes them in GBK.

import type { Decode } from "../feature-table.ts";
import { judgeEncoding } from "../judge-encoding.ts";

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  /** Bytes it claims to unpack to. */
  readonly size: number;
  readonly crc: number;
  /** Offset of its local header. */
  readonly offset: number;
}

export interface ZipList {
  /** Files only, folders left out. */
  readonly entries: readonly ZipEntry[];
  /** Does the table of contents break off before the number of entries that the archive promises? */
  readonly isCut: boolean;
}

/** null when there is no readable table of contents. `most`: entries that are enough. */
export function listZip(bytes: Uint8Array, decode: Decode, most: number): ZipList | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = findDirectory(view);
  if (found === null) return null;
  const { directory, promised } = found;
  const drafts: (Omit<ZipEntry, "name"> & { rawName: Uint8Array; utf8: boolean })[] = [];
  let at = directory;
  while (drafts.length < most && at + 46 <= bytes.length && view.getUint32(at, true) === CENTRAL) {
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extra = at + 46 + nameLength;
    const [size, packedSize, offset] = wideFields(view, extra, extra + extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    drafts.push({
      rawName: bytes.subarray(at + 46, extra),
      utf8: (flags & 0x800) !== 0,
      encrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: size!,
      packedSize: packedSize!,
      offset: offset!,
    });
    at = extra + extraLength + view.getUint16(at + 32, true);
  }
  const { encoding } = judgeEncoding(
    drafts.filter(({ utf8 }) => !utf8).map(({ rawName }) => rawName),
    decode,
  );
  const entries = drafts
    .map(({ rawName, utf8, ...entry }): ZipEntry => {
      const name = decode(rawName, utf8 ? "utf-8" : encoding, false);
      return { ...entry, name: name.replaceAll("\\", "/").replace(/^(?:\.*\/)+/, "") };
    })
    .filter(({ name }) => name !== "" && !name.endsWith("/"));
  return { entries, isCut: drafts.length < Math.min(promised, most) };
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
/** The end record is followed by a comment of at most 65,535 bytes. */
const END_WITHIN = 22 + 0xffff;
const WIDE = 0xffffffff;

/** Offset of the central directory, and entries that it promises. */
function findDirectory(view: DataView): { readonly directory: number; readonly promised: number } | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - END_WITHIN; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const directory = view.getUint32(at + 16, true);
    const promised = view.getUint16(at + 10, true);
    if (directory !== WIDE) return directory + 4 <= view.byteLength ? { directory, promised } : null;
    if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR_64) return null;
    const end64 = Number(view.getBigUint64(at - 12, true));
    if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END_64) return null;
    return {
      directory: Number(view.getBigUint64(end64 + 48, true)),
      promised: Number(view.getBigUint64(end64 + 32, true)),
    };
  }
  return null;
}

/** Sizes that do not fit 32 bits stand in the ZIP64 extra field, in this order, only those that do not fit. */
function wideFields(view: DataView, from: number, to: number, values: number[]): number[] {
  for (let at = from; at + 4 <= Math.min(to, view.byteLength); at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    return values.map((value) => {
      if (value !== WIDE || field + 8 > view.byteLength) return value;
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    });
  }
  return values;
}
