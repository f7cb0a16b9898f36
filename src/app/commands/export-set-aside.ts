// Saves a file's rows that could not be used as a table to mend and drop in again: file, row, reason, then every column
// they had and where they lie. UTF-8 with BOM for spreadsheets; a cell that would run as a formula is quoted.

import type { SetAsideRow } from "../../core/formats/index.ts";
import { issueSentence } from "../../messages/issues.ts";
import type { Language } from "../../messages/language.ts";
import { DATA_DICTIONARIES } from "../i18n/use-data-text.ts";
import type { App } from "../state/app.ts";
import { geometryText } from "../state/geometry-text.ts";
import { ASIDE_COLUMNS, withoutMended } from "../state/mended-rows.ts";

export function exportSetAside(app: App, file: string): void {
  const { project, settings } = app.store.getState();
  if (project === null) return;
  const rows = withoutMended(project).setAside.filter((row) => row.file === file);
  const stem = file.replace(/\.[^.]*$/, "").replaceAll("/", " ");
  const name = `${stem} ${DATA_DICTIONARIES[settings.language].asideName}.csv`;
  app.host.download(name, setAsideCsv(rows, settings.language), "text/csv");
}

export function setAsideCsv(rows: readonly SetAsideRow[], language: Language): string {
  const columns = [...new Set(rows.flatMap(({ properties }) => Object.keys(properties)))];
  const shapes = rows.map(({ geometry }) => geometryText(geometry));
  const place = shapes.some((shape) => shape !== "") ? ["geometry"] : [];
  const lines = rows.map(({ file, row, reason, properties }, i) => [
    file,
    row,
    issueSentence(reason, language, "app"),
    ...columns.map((column) => properties[column] ?? ""),
    ...place.map(() => shapes[i]),
  ]);
  const table = [[...ASIDE_COLUMNS, ...columns, ...place], ...lines];
  return `\uFEFF${table.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function csvCell(value: unknown): string {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
