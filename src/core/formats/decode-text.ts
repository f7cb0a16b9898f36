// From bytes to text: byte order marks first, then the user's word, strict UTF-8, UTF-16 by its zero bytes, and
// else what judge-encoding.ts reads in a sample of the lines. A character cut in half at the very end of the
// file does not turn the whole of it into another encoding.

import type { Issue } from "../base/index.ts";
import type { Decode } from "./feature-table.ts";
import { CANDIDATES, judgeEncoding } from "./judge-encoding.ts";

export interface DecodedText {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
  /** Another reading that is nearly as likely. */
  readonly runnerUp: string | null;
  /** false: some of it does not decode, whatever the encoding. */
  readonly clean?: boolean;
}

/** `override`: the label a user insists on; byte order marks are believed all the same. */
export function decodeText(bytes: Uint8Array, decode: Decode, override?: string): DecodedText {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return as("utf-16le", bytes.subarray(2), decode);
  if (a === 0xfe && b === 0xff) return as("utf-16be", bytes.subarray(2), decode);
  if (a === 0xef && b === 0xbb && c === 0xbf) return as("utf-8", bytes.subarray(3), decode);
  if (override !== undefined) return as(override, bytes, decode);
  const wide = wideEncoding(bytes);
  if (wide !== null) return as(wide, bytes, decode);
  try {
    return { text: decode(withoutCutCharacter(bytes), "utf-8", true), encoding: "utf-8", runnerUp: null };
  } catch {
    const verdict = judgeEncoding(sampleLines(bytes), decode);
    return { ...as(verdict.encoding, bytes, decode), ...verdict };
  }
}

/** What there is to say about the encoding of a file: nothing when it was plain. */
export function encodingIssues(
  file: string,
  { encoding, runnerUp, clean }: Pick<DecodedText, "encoding" | "runnerUp" | "clean">,
): Issue[] {
  const name = encoding.toUpperCase();
  if (clean === false) {
    const values = { encoding: name, tried: CANDIDATES.join(", ").toUpperCase() };
    return [{ code: "file.encodingUnread", severity: "warning", file, values }];
  }
  if (runnerUp !== null) {
    const values = { encoding: name, other: runnerUp.toUpperCase() };
    return [{ code: "file.encodingDoubt", severity: "info", file, values }];
  }
  if (encoding.startsWith("utf-")) return [];
  return [{ code: "file.encoding", severity: "info", file, values: { encoding: name } }];
}

const as = (encoding: string, bytes: Uint8Array, decode: Decode): DecodedText => ({
  text: decode(bytes, encoding, false),
  encoding,
  runnerUp: null,
});

/** UTF-16 without a mark: in tables every other byte of the digits, commas and line ends is zero. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const head = bytes.subarray(0, 2000);
  const zeros: [number, number] = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[(i % 2) as 0 | 1]++;
  });
  const [even, odd] = zeros;
  const many = head.length / 20;
  if (odd > many && even === 0) return "utf-16le";
  return even > many && odd === 0 ? "utf-16be" : null;
}

/** Lines with bytes beyond ASCII, up to a total that is enough to tell. */
function sampleLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let total = 0;
  for (let start = 0; start < bytes.length && total < SAMPLE_BYTES; ) {
    const next = bytes.indexOf(0x0a, start);
    const end = Math.min(next === -1 ? bytes.length : next, start + SAMPLE_BYTES);
    const line = bytes.subarray(start, end);
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line);
      total += line.length;
    }
    start = next === -1 ? bytes.length : next + 1;
  }
  return lines;
}

const SAMPLE_BYTES = 200_000;

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
