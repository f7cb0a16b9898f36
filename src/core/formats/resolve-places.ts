// Files name a community by its code or by its name; the plan knows it by its code. A name that two places
// share, or that none has, stays as it is and is said once.

import type { Areas } from "../model/index.ts";
import type { FeatureRow } from "./feature-table.ts";
import type { RowFault } from "./import-log.ts";
import { cellOf } from "./row-access.ts";
import { textOf } from "./text-of.ts";

/** Codes per row, "" where the file is silent or the place is unknown (then position decides). */
export function resolvePlaces(
  rows: readonly FeatureRow[],
  field: string | undefined,
  areas: Areas,
  faults: RowFault[],
): string[] {
  if (field === undefined) return rows.map(() => "");
  const codes = codesByText(areas);
  const missed = new Set<string>();
  return rows.map((row) => {
    const text = textOf(cellOf(row, field));
    const code = codes.get(text);
    if (text === "" || areas.records.length === 0) return text;
    if (code !== undefined && code !== null) return code;
    if (!missed.has(text)) {
      const values = { value: text, role: areas.kind };
      faults.push({ row, code: "place.unmatched", severity: "warning", field, values });
    }
    missed.add(text);
    return "";
  });
}

/** Code for each code and name; null for a name that several places have. */
function codesByText({ records }: Areas): ReadonlyMap<string, string | null> {
  const codes = new Map<string, string | null>();
  for (const { id, name } of records) codes.set(name, codes.has(name) && codes.get(name) !== id ? null : id);
  for (const { id } of records) codes.set(id, id);
  return codes;
}
