// JSON text to a value, or the issue that says where it breaks off.

import type { Issue } from "../base/index.ts";
import { locateJsonFault } from "./locate-json-fault.ts";

export function parseJson(
  file: string,
  text: string,
): { readonly value: unknown } | { readonly issue: Issue } {
  if (text.trim() === "") return { issue: { code: "file.empty", severity: "error", file } };
  try {
    return { value: JSON.parse(text) };
  } catch {
    const fault = locateJsonFault(text);
    const { line = 1, column = 1, offset = 0, truncated = false } = fault ?? {};
    const started = /^\s*[{[]/.test(text);
    const code = truncated && started ? "file.truncated" : "file.notJson";
    const values = { line, column, character: offset + 1, length: text.length };
    return { issue: { code, severity: "error", file, values } };
  }
}
