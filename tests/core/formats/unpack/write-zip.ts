// ZIP archives built by hand, so that every lie a header can tell can be told; data are stored or deflated by Node.

import { crc32, deflateRawSync } from "node:zlib";

export interface Entry {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array;
  /** What the headers claim, where it is not the truth. */
  readonly claims?: Partial<{ size: number; crc: number; flags: number; method: number }>;
}

export function zipBytes(entries: readonly Entry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes, claims = {} } of entries) {
    const label = typeof name === "string" ? new TextEncoder().encode(name) : name;
    const packed = bytes.length === 0 ? NOTHING : deflateRawSync(bytes);
    const flags = claims.flags ?? (typeof name === "string" ? 0x800 : 0);
    const common = [flags, claims.method ?? 8, 0, 0x5821];
    const sizes = [claims.crc ?? crc32(bytes), packed.length, claims.size ?? bytes.length];
    const local = header(30, 0x04034b50, 6, common, 14, sizes, 26, [label.length, 0]);
    const central = header(46, 0x02014b50, 8, common, 16, sizes, 28, [label.length, 0, 0]);
    new DataView(central.buffer).setUint32(42, offset, true);
    locals.push(local, label, packed);
    centrals.push(central, label);
    offset += local.length + label.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, directory.length, true);
  end.setUint32(16, offset, true);
  return new Uint8Array(Buffer.concat([...locals, directory, new Uint8Array(end.buffer)]));
}

const NOTHING = deflateRawSync(new Uint8Array(0));

function header(
  size: number,
  signature: number,
  shortsAt: number,
  shorts: readonly number[],
  longsAt: number,
  longs: readonly number[],
  lengthsAt: number,
  lengths: readonly number[],
): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  view.setUint32(0, signature, true);
  for (const [i, value] of shorts.entries()) view.setUint16(shortsAt + 2 * i, value, true);
  for (const [i, value] of longs.entries()) view.setUint32(longsAt + 4 * i, value, true);
  for (const [i, value] of lengths.entries()) view.setUint16(lengthsAt + 2 * i, value, true);
  return new Uint8Array(view.buffer);
}
