// The attribute table of a Shapefile: dBASE III/IV and FoxPro tables (32-byte header, 32-byte field descriptors,
// records of fixed width). Numbers are numbers as long as a double holds all their digits, else text, as are
// identity numbers; blank and starred cells are null. Text is decoded by the encoding that reading finds likeliest, cell
// by cell when it is asked for.

import { distinctNames } from "../distinct-names.ts";
import type { Decode } from "../feature-table.ts";
import type { EncodingVerdict } from "../judge-encoding.ts";
import { judgeEncoding } from "../judge-encoding.ts";

export interface DbfRead extends EncodingVerdict {
  readonly columns: readonly string[];
  readonly count: number;
  /** Is the record marked as deleted? */
  readonly isDeleted: (record: number) => boolean;
  readonly cell: (record: number, column: string) => unknown;
  /** Records that the header promises. */
  readonly promised: number;
}

/** null when these are not the bytes of a .dbf. `stated`: labels the .cpg states; `override`: the user's label. */
export function parseDbf(
  bytes: Uint8Array,
  decode: Decode,
  stated: readonly string[],
  override: string | undefined,
): DbfRead | null {
  const layout = readLayout(bytes);
  if (layout === null) return null;
  const { fields, first, width, promised } = layout;
  const count = Math.min(promised, Math.floor((bytes.length - first) / width));
  const byLanguage = LANGUAGES[bytes[29]!];
  const verdict: EncodingVerdict =
    override === undefined
      ? judgeEncoding(
          sampleCells(bytes, layout, count),
          decode,
          byLanguage ? [...stated, byLanguage] : stated,
        )
      : { encoding: override, runnerUp: null, clean: true };
  const textOf = createTextReader(decode, verdict.encoding);
  const columns = distinctNames(fields.map(({ name }) => textOf(name)));
  const byColumn = new Map(columns.map((column, i) => [column, fields[i]!]));
  return {
    ...verdict,
    columns,
    count,
    promised,
    isDeleted: (record) => bytes[first + record * width] === DELETED,
    cell: (record, column) => {
      const field = byColumn.get(column);
      if (field === undefined || record >= count) return undefined;
      const start = first + record * width + field.offset;
      return readCell(field.type, bytes.subarray(start, start + field.length), textOf);
    },
  };
}

/** Language driver ids that name one encoding beyond doubt. */
const LANGUAGES: Readonly<Record<number, string>> = {
  19: "shift_jis",
  77: "gb18030",
  78: "euc-kr",
  79: "big5",
  80: "windows-874",
  120: "big5",
  121: "euc-kr",
  122: "gb18030",
  123: "shift_jis",
  124: "windows-874",
  200: "windows-1250",
  201: "windows-1251",
  202: "windows-1254",
  203: "windows-1253",
  204: "windows-1257",
};

const DELETED = 0x2a;
const END_OF_FIELDS = 0x0d;

interface Field {
  readonly name: Uint8Array;
  readonly type: string;
  /** Bytes from the start of the record; the first is the deletion mark. */
  readonly offset: number;
  readonly length: number;
}
interface Layout {
  readonly fields: readonly Field[];
  /** Offset of the first record, and bytes of each. */
  readonly first: number;
  readonly width: number;
  readonly promised: number;
}

function readLayout(bytes: Uint8Array): Layout | null {
  if (bytes.length < 33) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const promised = view.getUint32(4, true);
  const first = view.getUint16(8, true);
  const width = view.getUint16(10, true);
  const dated = bytes[2]! <= 12 && bytes[3]! <= 31;
  if (!dated || first < 33 || first > bytes.length + 1 || width < 1) return null;
  const fields: Field[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= first && bytes[at] !== END_OF_FIELDS; at += 32) {
    const type = String.fromCharCode(bytes[at + 11]!);
    const low = bytes[at + 16]!;
    const long = type === "C" ? low + 256 * bytes[at + 17]! : low;
    const length = offset + long <= width ? long : low;
    if (!/[A-Z@+0]/i.test(type) || offset + length > width) return null;
    fields.push({ name: untilZero(bytes.subarray(at, at + 11)), type: type.toUpperCase(), offset, length });
    offset += length;
  }
  return fields.length === 0 ? null : { fields, first, width, promised };
}

/** Names and text cells beyond ASCII, up to a total that is enough to tell. */
function sampleCells(bytes: Uint8Array, { fields, first, width }: Layout, count: number): Uint8Array[] {
  const samples = fields.map(({ name }) => name);
  const texts = fields.filter(({ type }) => type === "C");
  let total = 0;
  for (let record = 0; record < count && total < SAMPLE_BYTES; record++) {
    const start = first + record * width;
    for (const { offset, length } of texts) {
      const cell = trimmed(bytes.subarray(start + offset, start + offset + length));
      if (!cell.some((byte) => byte >= 0x80)) continue;
      samples.push(cell);
      total += cell.length;
    }
  }
  return samples;
}

const SAMPLE_BYTES = 40_000;

type ReadText = (bytes: Uint8Array) => string;

/** Decodes cells; those that repeat (names of communities, kinds) are decoded once. */
function createTextReader(decode: Decode, encoding: string): ReadText {
  const known = new Map<string, string>();
  return (bytes) => {
    const raw = latin1(bytes);
    if (isPlain(bytes) && !encoding.startsWith("utf-16")) return raw;
    const cached = known.get(raw);
    if (cached !== undefined) return cached;
    const text = decode(bytes, encoding, false);
    if (known.size < CACHED) known.set(raw, text);
    return text;
  };
}
const CACHED = 20_000;

/** Cells are at most 64 kB, which one call takes. */
const latin1 = (bytes: Uint8Array): string => String.fromCharCode.apply(null, bytes as unknown as number[]);

function isPlain(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) return false;
  return true;
}

function readCell(type: string, cell: Uint8Array, textOf: ReadText): unknown {
  switch (type) {
    case "N":
    case "F":
      return readWhole(cell) ?? readNumber(latin1(cell));
    case "D":
      return readDate(latin1(cell).trim());
    case "L":
      return readLogical(cell[0]);
    case "I":
    case "+":
      return cell.length === 4 ? viewOf(cell).getInt32(0, true) : null;
    case "O":
    case "B":
      return cell.length === 8 ? viewOf(cell).getFloat64(0, true) : null;
    case "C":
    case "V":
      return textOf(trimmed(cell)).trimEnd();
    default:
      return null;
  }
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A number of at most 15 digits between blanks, as nearly every cell holds; null for anything else. */
function readWhole(cell: Uint8Array): number | null {
  let at = 0;
  let end = cell.length;
  while (at < end && cell[at] === 0x20) at++;
  while (end > at && cell[end - 1] === 0x20) end--;
  if (at === end || end - at > 15) return null;
  let value = 0;
  for (; at < end; at++) {
    const digit = cell[at]! - 0x30;
    if (digit < 0 || digit > 9) return null;
    value = 10 * value + digit;
  }
  return value;
}

function readNumber(raw: string): number | string | null {
  const text = (raw.includes("\u0000") ? raw.replaceAll("\u0000", "") : raw).trim();
  if (text === "" || text.startsWith("*")) return null;
  const value = Number(text.replace(",", "."));
  if (Number.isNaN(value)) return text;
  return text.length >= 16 && /^\d+$/.test(text) && !Number.isSafeInteger(value) ? text : value;
}

const readDate = (text: string): string | null =>
  /^\d{8}$/.test(text) && text !== "00000000"
    ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
    : null;

const readLogical = (byte: number | undefined): boolean | null => {
  const letter = String.fromCharCode(byte ?? 0x20);
  return /[yt]/i.test(letter) ? true : /[nf]/i.test(letter) ? false : null;
};

/** A cell without the blanks and zeros it is filled up with. */
function trimmed(cell: Uint8Array): Uint8Array {
  const zero = cell.indexOf(0);
  let end = zero < 0 ? cell.length : zero;
  while (end > 0 && cell[end - 1] === 0x20) end--;
  return end === cell.length ? cell : cell.subarray(0, end);
}

function untilZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}
