// dBASE III table, as Shapefiles carry it. Numbers are written with every digit that tells them apart (at most 24
// characters, the width GDAL uses too), so they come back exact; unknown is blanks, in a logical field "?". What
// dBASE cannot hold is noted: names over 10 bytes, texts over 254 bytes, characters outside the encoding. An empty
// text cannot be told from an unknown one.

import { createByteWriter } from "./byte-writer.ts";
import type { EncodeText } from "./encode-gbk.ts";
import type { ExportNotes } from "./export-notes.ts";
import type { CellValue, ColumnType, ExportOptions, ExportTable } from "./export-types.ts";
import { shortNames } from "./short-names.ts";

export function writeDbf(
  table: ExportTable,
  { encoding, time }: ExportOptions,
  encode: EncodeText,
  notes: ExportNotes,
): Uint8Array {
  const fields = withinLimits(fieldsOf(table, encode, notes), table, notes);
  const recordLength = 1 + fields.reduce((sum, { width }) => sum + width, 0);
  const out = createByteWriter(HEADER * (fields.length + 1) + 2 + recordLength * table.rows.length);
  const [year, month, day] = time.slice(0, 10).split("-").map(Number);
  out.bytes([0x03, year! - 1900, month!, day!]);
  out.i32(table.rows.length);
  out.u16(HEADER * (fields.length + 1) + 1);
  out.u16(recordLength);
  out.fill(0, 17);
  out.u8(encoding === "gbk" ? LANGUAGE_936 : 0);
  out.u16(0);
  for (const { name, type, width, decimals } of fields) {
    out.bytes(name);
    out.fill(0, 11 - name.length);
    out.u8(type.charCodeAt(0));
    out.i32(0);
    out.bytes([width, decimals]);
    out.fill(0, 14);
  }
  out.u8(HEADER_END);
  table.rows.forEach((_, row) => {
    out.u8(BLANK);
    for (const { type, width, cells } of fields) {
      const cell = cells[row]!;
      if (type === "N") out.fill(BLANK, width - cell.length);
      out.bytes(cell);
      if (type !== "N") out.fill(BLANK, width - cell.length);
    }
  });
  out.u8(FILE_END);
  return out.done();
}

interface Field {
  readonly name: Uint8Array;
  readonly type: "C" | "N" | "L" | "D";
  readonly width: number;
  readonly decimals: number;
  readonly cells: readonly Uint8Array[];
}

const HEADER = 32;
const HEADER_END = 0x0d;
const FILE_END = 0x1a;
const BLANK = 0x20;
/** dBASE language driver of code page 936. */
const LANGUAGE_936 = 0x4d;
const TEXT_WIDTH = 254;
const MOST_FIELDS = 255;
const MOST_BYTES = 65_535;

const FIELD_TYPES: Readonly<Record<ColumnType, Field["type"]>> = {
  string: "C",
  integer: "N",
  number: "N",
  boolean: "L",
  date: "D",
};

/** A table needs at least one column: without any it gets the row numbers. */
function fieldsOf(
  { name: table, columns, rows }: ExportTable,
  encode: EncodeText,
  notes: ExportNotes,
): Field[] {
  if (columns.length === 0) {
    const cells = rows.map((_, i) => encode(String(i + 1)).bytes);
    return [{ name: encode("ID").bytes, type: "N", width: widest(cells), decimals: 0, cells }];
  }
  const names = shortNames(
    columns.map(({ name }) => name),
    encode,
  );
  return columns.map(({ name, type }, c) => {
    const short = names[c]!;
    if (short.text !== name) {
      notes.add("export.nameShortened", "warning", { table, field: name, values: { name: short.text } });
    }
    const written = rows.map((row) => cellBytes(type, row[c] ?? null, encode));
    for (const { lost, cut } of written) {
      if (lost > 0) notes.add("export.textLost", "warning", { table, field: name });
      if (cut) notes.add("export.textCut", "warning", { table, field: name, values: { limit: TEXT_WIDTH } });
    }
    const cells = written.map(({ bytes }) => bytes);
    const decimals = type === "number" ? decimalsOf(rows.map((row) => row[c] ?? null)) : 0;
    const width = type === "date" ? 8 : type === "boolean" ? 1 : Math.max(widest(cells), decimals + 2);
    return { name: short.bytes, type: FIELD_TYPES[type], width, decimals, cells };
  });
}

const widest = (cells: readonly Uint8Array[]): number =>
  cells.reduce((width, { length }) => Math.max(width, length), 1);

/** Digits after the point that the column needs; at least one, so that readers take it for real numbers. */
function decimalsOf(cells: readonly CellValue[]): number {
  const digits = cells.map((cell) => /\.(\d+)$/.exec(String(cell ?? ""))?.[1]?.length ?? 0);
  return Math.min(
    15,
    digits.reduce((most, count) => Math.max(most, count), 1),
  );
}

function cellBytes(
  type: ColumnType,
  cell: CellValue,
  encode: EncodeText,
): { bytes: Uint8Array; lost: number; cut: boolean } {
  if (type === "boolean") return { ...encode(cell === null ? "?" : cell ? "T" : "F"), cut: false };
  if (cell === null) return { bytes: new Uint8Array(0), lost: 0, cut: false };
  if (type === "date") return { ...encode(String(cell).replaceAll("-", "")), cut: false };
  const whole = encode(String(cell));
  return whole.bytes.length <= TEXT_WIDTH
    ? { ...whole, cut: false }
    : { bytes: cutText(String(cell), TEXT_WIDTH, encode), lost: whole.lost, cut: true };
}

/** As many whole characters as fit into `limit` bytes. */
function cutText(text: string, limit: number, encode: EncodeText): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const next = encode(character).bytes;
    if (bytes.length + next.length > limit) break;
    bytes.push(...next);
  }
  return Uint8Array.from(bytes);
}

/** The first columns that one record can hold; the rest are left out and noted. */
function withinLimits(fields: readonly Field[], { name, columns }: ExportTable, notes: ExportNotes): Field[] {
  let bytes = 1;
  const kept = fields.filter(({ width }, i) => {
    bytes += width;
    return i < MOST_FIELDS && bytes <= MOST_BYTES;
  });
  for (const column of columns.slice(kept.length)) {
    notes.add("export.columnLeft", "warning", { table: name, field: column.name });
  }
  return kept;
}
