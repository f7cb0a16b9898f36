// What an import has to say: issues in the order they were met, and the rows set aside, whole. What all
// rows of a long layer share, and a mere remark on many, is said once with their number; every row that was lost
// is still in `setAside`.

import type { Issue, IssueCode, Severity } from "../base/index.ts";
import type { FeatureRow, FeatureTable } from "./feature-table.ts";
import type { SetAsideRow } from "./import-types.ts";

export interface RowFault {
  readonly row: FeatureRow;
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly field?: string;
  readonly values?: Issue["values"];
  /** The row is set aside although nothing is wrong with the data. */
  readonly aside?: true;
}

export interface ImportLog {
  readonly issues: Issue[];
  readonly setAside: SetAsideRow[];
}

export const createLog = (): ImportLog => ({ issues: [], setAside: [] });

/** Adds faults of one table, in row order; those that are errors cost their rows. */
export function logRows(log: ImportLog, table: FeatureTable, faults: readonly RowFault[]): void {
  const sizes = new Map<string, number>();
  for (const fault of faults) sizes.set(kindOf(fault), (sizes.get(kindOf(fault)) ?? 0) + 1);
  const said = new Set<string>();
  for (const fault of faults) {
    const kind = kindOf(fault);
    const size = sizes.get(kind)!;
    const shared = size >= SHARED_FROM && (size === table.rows.length || fault.severity === "info");
    const issue = issueOf(fault, table.file, shared ? size : 1);
    if (!shared || !said.has(kind)) log.issues.push(issue);
    said.add(kind);
    if (fault.severity === "error" || fault.aside === true) {
      setRowAside(log, table, fault.row, issueOf(fault, table.file, 1));
    }
  }
}

/** Sets a row aside for a reason that is already among the issues. */
export function setRowAside(log: ImportLog, table: FeatureTable, row: FeatureRow, reason: Issue): void {
  const { properties, geometry } = row;
  log.setAside.push({ file: table.file, row: row.row, reason, properties, geometry });
}

/** From how many rows on something is said once for all of them. */
const SHARED_FROM = 20;

const kindOf = ({ code, severity, field }: RowFault): string => `${code} ${severity} ${field ?? ""}`;

const issueOf = ({ row, code, severity, field, values }: RowFault, file: string, rows: number): Issue => ({
  code,
  severity,
  file,
  row: row.row,
  ...(field === undefined ? {} : { field }),
  ...(rows === 1 ? (values === undefined ? {} : { values }) : { values: { ...values, rows } }),
});
