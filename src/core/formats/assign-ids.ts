// Identifiers that tell rows apart: the file's own where it has them, the row number where it does not, and a
// suffix ("#2") for one that was taken. No row is lost and none counts under another's name; each change is said.

import type { FeatureRow } from "./feature-table.ts";
import type { RowFault } from "./import-log.ts";
import { cellOf } from "./row-access.ts";
import { textOf } from "./text-of.ts";

/** Ids per row; `taken` holds those given before, in this layer or another of the same role, and grows. */
export function assignIds(
  rows: readonly FeatureRow[],
  field: string | undefined,
  taken: Map<string, number>,
  faults: RowFault[],
): string[] {
  const suffixes = new Map<string, number>();
  return rows.map((row) => {
    const own = field === undefined ? "" : textOf(cellOf(row, field));
    const id = unique(own === "" ? String(row.row) : own, taken, suffixes);
    taken.set(id, row.row);
    if (field === undefined) return id;
    if (own === "") {
      faults.push({ row, code: "id.missing", severity: "warning", field, values: { used: id } });
    } else if (id !== own) {
      const values = { value: own, used: id, first: taken.get(own)! };
      faults.push({ row, code: "id.duplicate", severity: "warning", field, values });
    }
    return id;
  });
}

function unique(id: string, taken: ReadonlyMap<string, number>, suffixes: Map<string, number>): string {
  if (!taken.has(id)) return id;
  let n = suffixes.get(id) ?? 2;
  while (taken.has(`${id}#${n}`)) n++;
  suffixes.set(id, n + 1);
  return `${id}#${n}`;
}
