// A cell of households or of floor area into a number, NaN when it is unknown, and the issue that says what
// was made of it. Negative figures and text are unknown, never zero; a real zero stays zero and is pointed out.

import type { Issue, IssueCode, Severity } from "../base/index.ts";
import { parseQuantity } from "./parse-quantity.ts";

export interface ParsedCell {
  /** Households, square metres or a plain number; NaN = unknown. */
  readonly value: number;
  /** Code, severity and figures; the caller adds file, row and field. */
  readonly issue: Pick<Issue, "code" | "severity" | "values"> | null;
}

/** Households; a fraction is rounded and called approximate. */
export function parseHouseholds(raw: unknown): ParsedCell {
  const quantity = parseQuantity(raw, "households");
  if (quantity.kind !== "number") return unknown(HOUSEHOLD_FAULTS[quantity.kind], raw);
  const value = Math.round(quantity.value);
  if (quantity.approximate || value !== quantity.value)
    return known("households.approximate", "warning", raw, value);
  if (value === 0) return known("households.zero", "warning", raw, value);
  if (quantity.unit !== "") return known("households.withUnit", "info", raw, value);
  return { value, issue: null };
}

/** Floor area in square metres. */
export function parseArea(raw: unknown): ParsedCell {
  const quantity = parseQuantity(raw, "squareMeters");
  if (quantity.kind !== "number")
    return unknown(quantity.kind === "blank" ? "area.blank" : "area.invalid", raw);
  const { value } = quantity;
  if (quantity.approximate) return known("area.approximate", "warning", raw, value);
  if (value === 0) return known("area.zero", "warning", raw, value);
  if (quantity.unit !== "") return known("area.withUnit", "info", raw, value);
  return { value, issue: null };
}

/** Any other count a pack may ask for; blank is unknown without a word. */
export function parseNumber(raw: unknown): ParsedCell {
  const quantity = parseQuantity(raw, "none");
  if (quantity.kind === "number") return { value: quantity.value, issue: null };
  return quantity.kind === "blank" ? { value: Number.NaN, issue: null } : unknown("number.invalid", raw);
}

const HOUSEHOLD_FAULTS = {
  blank: "households.blank",
  negative: "households.negative",
  notNumber: "households.notNumber",
} as const satisfies Record<string, IssueCode>;

const unknown = (code: IssueCode, raw: unknown): ParsedCell => ({
  value: Number.NaN,
  issue: { code, severity: "warning", values: { value: shown(raw) } },
});

const known = (code: IssueCode, severity: Severity, raw: unknown, used: number): ParsedCell => ({
  value: used,
  issue: { code, severity, values: { value: shown(raw), used } },
});

/** The cell as the user wrote it, short enough for a sentence. */
function shown(raw: unknown): string {
  const text = typeof raw === "string" ? raw : (JSON.stringify(raw) ?? "");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
