// An Excel workbook, one sheet a table: units in the header row, which stays in view and filters; formulas
// neutralised; days as dates. Excel's own limits hold: 31 characters a sheet name, 32,767 a cell, 1,048,576 rows a
// sheet (longer tables go on in a second sheet). A WKT column that does not fit the cells is left out and noted.

import { asSheet, type Sheet } from "./as-sheet.ts";
import { createNotes, type ExportNotes } from "./export-notes.ts";
import type { CellValue, ColumnType, Write } from "./export-types.ts";
import { neutralise } from "./neutralise.ts";
import { noteUnstated } from "./note-unstated.ts";
import { fileName, uniqueName } from "./unique-name.ts";
import { type BookColumn, writeBook } from "./xlsx-book.ts";

export const toXlsx: Write = async (tables, { name, datum }) => {
  const notes = createNotes();
  const taken = new Set<string>();
  const sheets = tables.flatMap((table) => {
    noteUnstated(table, datum, notes);
    const sheet = fitted(asSheet(table, datum, notes), table.columns.length, notes);
    const pages = Math.max(1, Math.ceil(sheet.rows.length / PAGE));
    return Array.from({ length: pages }, (_, page) => {
      const rows = sheet.rows.slice(page * PAGE, (page + 1) * PAGE);
      return {
        name: sheetName(table.name, taken),
        columns: sheet.header.map((header, c) => columnOf(header, sheet.types[c]!, rows, c)),
        rows: rows.map((row) => row.map((cell, c) => bookCell(sheet.types[c]!, cell))),
      };
    });
  });
  const bytes = await writeBook(sheets);
  return { files: [{ name: `${fileName(name)}.xlsx`, bytes }], notes: notes.list() };
};

/** Data rows a sheet: Excel's 2²⁰ less the header. */
const PAGE = 1_048_575;
const CELL_LENGTH = 32_767;

/** Excel forbids \ / ? * [ ] : and an apostrophe at either end. */
function sheetName(name: string, taken: Set<string>): string {
  const clean = name.replace(/[\\/?*[\]:\p{Cc}]/gu, "_").replace(/^'+|'+$/g, "") || "Sheet";
  const short = [...clean].slice(0, 27).join("").slice(0, 27);
  return uniqueName(clean.length <= 31 && !taken.has(clean.toLowerCase()) ? clean : short, taken);
}

/** Texts cut to the length of a cell; the WKT column (after `own` columns) is whole or not there. */
function fitted(sheet: Sheet, own: number, notes: ExportNotes): Sheet {
  const tooLong = (cell: CellValue): boolean => typeof cell === "string" && cell.length >= CELL_LENGTH;
  const left = sheet.rows.some((row) => row.slice(own).some(tooLong));
  if (left) notes.add("export.geometryLeft", "warning", { table: sheet.name });
  const keep = left ? own : sheet.header.length;
  const rows = sheet.rows.map((row) =>
    row.slice(0, keep).map((cell, c) => {
      if (!tooLong(cell)) return cell;
      const about = { table: sheet.name, field: sheet.header[c]!, values: { limit: CELL_LENGTH } };
      notes.add("export.textCut", "warning", about);
      return String(cell).slice(0, CELL_LENGTH - 1);
    }),
  );
  return { ...sheet, header: sheet.header.slice(0, keep), types: sheet.types.slice(0, keep), rows };
}

function bookCell(type: ColumnType, cell: CellValue): CellValue {
  if (type === "date" && typeof cell === "string") return serialDay(cell) ?? cell;
  return typeof cell === "string" ? neutralise(cell) : cell;
}

/** Days since 1899-12-30 (Excel's 1900 system); null before March 1900, where Excel counts a day that never was. */
function serialDay(day: string): number | null {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const serial = daysSinceEpoch(year, month, date) + 25_569;
  return serial >= 61 ? serial : null;
}

/** Days from 1970-01-01 in the Gregorian calendar (H. Hinnant, days_from_civil). */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - 400 * era;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return 146_097 * era + dayOfEra - 719_468;
}

/** Wide enough for header and first rows; a Chinese character is as wide as two Latin ones. */
function columnOf(header: string, type: ColumnType, rows: Sheet["rows"], index: number): BookColumn {
  const texts = rows.slice(0, 200).map((row) => String(row[index] ?? ""));
  const width = Math.max(displayWidth(header) + 3, ...texts.map(displayWidth));
  return { header, width: Math.min(60, Math.max(8, width + 1)), isDate: type === "date" };
}

const displayWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);
