// A table copied from a spreadsheet or a text, pasted anywhere on the page, becomes a file like any other.

import type { App } from "../state/app.ts";
import { openFiles } from "./open-files.ts";

/** False when the text is no table of at least a header and a row: then the paste means something else. */
export function pasteTable(app: App, text: string): boolean {
  if (!isTable(text)) return false;
  const bytes = new TextEncoder().encode(text);
  const { project, settings } = app.store.getState();
  const names = new Set(project?.files.map(({ name }) => name));
  const stem = settings.language === "en" ? "pasted table" : "粘贴的表格";
  let name = `${stem}.csv`;
  for (let i = 2; names.has(name); i++) name = `${stem} ${i}.csv`;
  void openFiles(app, [{ name, arrayBuffer: () => Promise.resolve(bytes.buffer) }]);
  return true;
}

export function isTable(text: string): boolean {
  const [first = "", second = ""] = text.trim().split(/\r?\n/, 2);
  return ["\t", ",", ";"].some((mark) => first.includes(mark) && second.includes(mark));
}
