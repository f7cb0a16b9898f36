// Costs into ten thousand yuan, by the unit in the cell ("17万元", "170000 元"), else by the one in the header
// ("费用（万元）"); without either they are taken to be in ten thousand yuan, as plans are written, and that is said.
// NaN = unknown: a blank is never taken for "free".

import type { Issue } from "../base/index.ts";
import type { ParsedCell } from "./parse-households.ts";
import { parseQuantity } from "./parse-quantity.ts";

/** Yuan in one figure of a column that is headed so; null when the header does not say. */
export function costUnit(header: string): number | null {
  const text = header.normalize("NFKC").toLowerCase();
  if (/亿/.test(text)) return 1e8;
  if (/万|10k|wan/.test(text)) return WAN;
  return /元|yuan|cny|rmb/.test(text) ? 1 : null;
}

/** Is it a figure that says no unit of its own? */
export function isBareCost(raw: unknown): boolean {
  const quantity = parseQuantity(raw, "yuan");
  return quantity.kind === "number" && quantity.unit === "";
}

/** Ten thousand yuan. `unit`: of the column, as costUnit gives it. */
export function parseCost(raw: unknown, unit: number | null): ParsedCell {
  const quantity = parseQuantity(raw, "yuan");
  if (quantity.kind === "blank") return unknown("cost.blank", raw);
  if (quantity.kind !== "number") return unknown("cost.invalid", raw);
  const value = quantity.unit === "" ? (quantity.value * (unit ?? WAN)) / WAN : quantity.value / WAN;
  if (!quantity.approximate) return { value, issue: null };
  return {
    value,
    issue: { code: "cost.approximate", severity: "warning", values: { value: String(raw), used: value } },
  };
}

const WAN = 10_000;

const unknown = (code: Issue["code"], raw: unknown): ParsedCell => ({
  value: Number.NaN,
  issue: { code, severity: "warning", values: { value: String(raw ?? "") } },
});
