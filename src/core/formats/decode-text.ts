// From bytes to text: byte order marks first, then strict UTF-8, else GB18030 (a superset of GBK and GB 2312,
// in which Chinese office software saves CSV by default). A character cut in half at the very end of the
// file does not turn the whole of it into GB18030.

import type { Decode } from "./feature-table.ts";

export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030";
}

export function decodeText(bytes: Uint8Array, decode: Decode): DecodedText {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return as("utf-16le", bytes.subarray(2), decode);
  if (a === 0xfe && b === 0xff) return as("utf-16be", bytes.subarray(2), decode);
  const body = a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
  try {
    return { text: decode(withoutCutCharacter(body), "utf-8", true), encoding: "utf-8" };
  } catch {
    return as("gb18030", body, decode);
  }
}

const as = (encoding: DecodedText["encoding"], bytes: Uint8Array, decode: Decode): DecodedText => ({
  text: decode(bytes, encoding, false),
  encoding,
});

/** Drops a trailing UTF-8 lead byte whose continuation bytes are missing. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}
