// Saves the rows that could not be used as a table to mend and read again: file, row, reason, then every
// column they had. UTF-8 with BOM for spreadsheets; a cell that would run as a formula is quoted.

import type { SetAsideRow } from "../../core/formats/index.ts";
import { issueSentence } from "../../messages/issues.ts";
import type { Language } from "../../messages/language.ts";
import type { App } from "../state/app.ts";

export function exportSetAside(app: App): void {
  const { project, settings } = app.store.getState();
  if (project === null) return;
  app.host.download("set-aside.csv", setAsideCsv(project.imported.setAside, settings.language), "text/csv");
}

export function setAsideCsv(rows: readonly SetAsideRow[], language: Language): string {
  const columns = [...new Set(rows.flatMap(({ properties }) => Object.keys(properties)))];
  const lines = rows.map(({ file, row, reason, properties }) => [
    file,
    row,
    issueSentence(reason, language, "app"),
    ...columns.map((column) => properties[column] ?? ""),
  ]);
  const table = [["file", "row", "reason", ...columns], ...lines];
  return `\uFEFF${table.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function csvCell(value: unknown): string {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
