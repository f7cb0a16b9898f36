// Text to GBK (CP936). No platform encodes it, every one decodes it, so the table is turned round: all 126 × 190
// two-byte codes are decoded once by the host, each followed by a line feed that keeps a bad code from reaching
// into the next. The euro sign takes its single byte 0x80, as in CP936. What GBK lacks becomes "?".

import type { Decode } from "../feature-table.ts";

export interface EncodedText {
  readonly bytes: Uint8Array;
  /** Characters that the encoding does not have. */
  readonly lost: number;
}
export type EncodeText = (text: string) => EncodedText;

export function createGbkEncoder(decode: Decode): EncodeText {
  const codes = codesByUnit(decode);
  return (text) => {
    const bytes = new Uint8Array(2 * text.length);
    let end = 0;
    let lost = 0;
    for (const character of text) {
      const unit = character.charCodeAt(0);
      const code = character.length > 1 ? 0 : unit < 0x80 ? unit : codes[unit]!;
      if (code > 0xff) bytes[end++] = code >> 8;
      bytes[end++] = code === 0 && unit !== 0 ? QUESTION_MARK : code & 0xff;
      if (code === 0 && unit !== 0) lost++;
    }
    return { bytes: bytes.slice(0, end), lost };
  };
}

const QUESTION_MARK = 0x3f;
const LINE_FEED = 0x0a;

/** GBK code per UTF-16 code unit; 0 where there is none. Of two codes for one character the first stands. */
function codesByUnit(decode: Decode): Uint16Array {
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) pairs.push((lead << 8) | trail);
  }
  const bytes = new Uint8Array(3 * pairs.length);
  pairs.forEach((pair, i) => {
    bytes.set([pair >> 8, pair & 0xff, LINE_FEED], 3 * i);
  });
  const decoded = decode(bytes, "gbk", false).split("\n");
  const codes = new Uint16Array(0x10000);
  pairs.forEach((pair, i) => {
    const text = decoded[i]!;
    const unit = text.charCodeAt(0);
    if (text.length === 1 && unit !== 0xfffd && codes[unit] === 0) codes[unit] = pair;
  });
  codes[0x20ac] = 0x80;
  return codes;
}
